# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives commands until the server is gone, and writes down what was asked and what was answered."""
import json
import sys

from api import FOLDER, command, done, live_campaign, login, new_id

turn = sys.argv[1]
token = login()["access_token"]
if turn == "0":
    live_campaign(token, "spring")
print("begins", flush=True)
with open(f"{FOLDER}/asked-{turn}.txt", "a") as asked, open(f"{FOLDER}/answered-{turn}.txt", "a") as answered:
    while True:
        id = new_id()
        arguments = {"project_id": "spring", "label": id, "extra": 1_000, "provider": "transfer", "backer_email": id[:8] + "@example.org"}
        asked.write(json.dumps([id, arguments]) + "\n")
        asked.flush()
        try:
            result = command("PlacePledge", arguments, token, id=id)
        except OSError:
            break
        assert result["status"] == "applied", result
        answered.write(id + "\n")
        answered.flush()
