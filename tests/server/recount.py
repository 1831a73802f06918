# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends again whatever was asked before the server was killed: what was answered took effect, and nothing does so twice."""
import glob
import json

from api import FOLDER, ask, command, done, login

token = login()["access_token"]
asked = [json.loads(line) for file in glob.glob(FOLDER + "/asked-*.txt") for line in open(file) if line.endswith("\n")]
answered = {line.strip() for file in glob.glob(FOLDER + "/answered-*.txt") for line in open(file)}
late = 0
for id, arguments in asked:
    result = command("PlacePledge", arguments, token, id=id)
    if id in answered:
        assert result["status"] == "duplicate", ("acknowledged and lost", result)
    else:
        assert result["status"] in ("applied", "duplicate"), result
        late += result["status"] == "duplicate"
    done("RecordPledgePayment", {"pledge_id": result["outcome"]["pledge_id"], "result": "succeeded"}, token)
status = ask("GET", "/api/v1/projects/spring/status")[1]
assert status["raised"] == 1_000 * len(asked) and status["pledges"] == len(asked), (status, len(asked))
print(f"{len(asked)} pledges asked for, {len(answered)} acknowledged, {late} committed without the answer arriving; none lost, none doubled")
