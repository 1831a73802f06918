# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk of a server is full for a while: whoever writes is told so in words, whoever reads is answered, and then it goes on by itself."""
import os

import api
import crash
from api import ask, done, live_campaign, login, new_id
from house import House

PLEDGE = {"label": "full", "extra": 1_000, "provider": "transfer", "backer_email": "f@example.org"}


def main():
    house = House("full")
    full = house.path("disk is full")
    house.environment = crash.environment(house, "full-while " + full)
    house.start()
    token = login()["access_token"]
    live_campaign(token, "spring")
    before = ask("GET", "/api/v1/projects/spring/status")[1]
    with open(full, "w"):
        pass
    ids = [new_id() for _ in range(20)]
    edits = [{"id": id, "name": "EditProject", "arguments": {"project_id": "spring", "summary": id}} for id in ids]
    for edit in edits:
        status, body, _ = ask("POST", "/api/v1/commands", {"commands": [edit]}, token)
        assert status in (200, 503), (status, body)
        problem = body if status == 503 else body["results"][0]["problem"]
        assert problem["code"] == "store.disk_full" and "disk is full" in problem["detail"], body
        status, body, _ = ask("GET", "/api/v1/projects/spring")
        assert status == 200 and body["title"] == "spring", body
    status, problem, headers = ask("POST", "/api/v1/projects/spring/pledges", PLEDGE, token, {"Idempotency-Key": new_id()})
    assert status in (503, 507) and headers["Content-Type"].startswith("application/problem+json"), (status, problem)
    assert problem["code"] == "store.disk_full" and "disk is full" in problem["detail"], problem
    now = ask("GET", "/api/v1/projects/spring/status")[1]
    assert (now["pledges"], now["raised"]) == (before["pledges"], before["raised"]), (before, now)
    os.remove(full)
    for edit in edits:
        status, body, _ = ask("POST", "/api/v1/commands", {"commands": [edit]}, token)
        assert status == 200 and body["results"][0]["status"] == "applied", body
    status, body, _ = ask("POST", "/api/v1/projects/spring/pledges", PLEDGE, token, {"Idempotency-Key": new_id()})
    assert status == 201, (status, body)
    house.end()
    for words in (["audit", "verify"], ["ledger", "verify"]):
        house.ctl("server", *words)
    print(f"{len(edits)} commands were told of a full disk, and passed with the same ids when there was room")


main()
