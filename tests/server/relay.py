# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done is told to a webhook: signed, in the log's order, without gaps; whoever receives it is away, says 500, and is told while
the server is killed. Nothing is left out, nothing changes places, and no name or secret is in it."""
import json
import signal
import threading
import time

from api import done, live_campaign, login, new_id
from house import House
from sinks import Receiver, eventually

SECRET = "between the two of us"
house = House("relay")
house.environment["ENCORE_WEBHOOK_SECRET"] = SECRET
house.start()
token = login()["access_token"]
receiver = Receiver(SECRET)
url = f"http://127.0.0.1:{receiver.port}/encore"


def told(name):
    return [event for event in receiver.events if event["command"] == name]


live_campaign(token, "before")  # nobody is told of what was before
since = done("SetWebhook", {"url": url}, token)["since"]
live_campaign(token, "spring")
pledge = done("PlacePledge", {"project_id": "spring", "extra": 30_000, "provider": "transfer", "backer_email": "secret.fan@example.org", "backer_name": "Kim Hana"}, token)
eventually("the pledge was told", lambda: told("PlacePledge"))
assert receiver.events[0]["sequence"] == since and receiver.events[0]["command"] == "SetWebhook", receiver.events[0]
event = told("PlacePledge")[0]
assert {"kind": "pledge", "id": pledge["pledge_id"]} in event["concerns"] and {one["kind"] for one in event["concerns"]} >= {"pledge", "project"}, event
assert set(event) == {"id", "sequence", "command", "at", "concerns"}, event
for secret in ("fan@example.org", "Kim Hana", "30000", SECRET):
    assert secret not in json.dumps(receiver.events), secret

# 500 three times, then away, then back.
receiver.refusals = 2
id = new_id()
done("EditProject", {"project_id": "spring", "summary": "A"}, token, id=id)
eventually("it was told after the 500s", lambda: told("EditProject"))
assert told("EditProject")[0]["id"] == id and receiver.refusals == 0
receiver.stop()
for number in range(20):
    done("EditProject", {"project_id": "spring", "summary": str(number)}, token)
time.sleep(1)
receiver.start()
eventually("it was told when somebody was there again", lambda: len(told("EditProject")) >= 21)

# Killed just as it was told, three times.
for _ in range(3):
    dying = threading.Event()
    receiver.dies = dying.set
    done("EditProject", {"project_id": "spring", "summary": new_id()}, token)
    assert dying.wait(60)
    receiver.dies = None
    house.end(signal.SIGKILL)
    house.start()
    token = login()["access_token"]
    for number in range(150):
        done("EditProject", {"project_id": "spring", "summary": new_id()}, token)
eventually("all of it was told", lambda: len({event["id"] for event in told("EditProject")}) == 1 + 20 + 3 * 151)
assert done("SetWebhook", {"url": ""}, token)["since"] == since
done("SetWebhook", {"url": url}, token)
eventually("it goes on", lambda: len(told("SetWebhook")) >= 2)
assert not receiver.faults, receiver.faults
sequences = [event["sequence"] for event in receiver.events]
assert sequences[0] == since
known, ids = since - 1, {}
for event in receiver.events:
    if event["sequence"] > known + 1:
        assert event["command"] == "SetWebhook", event  # between off and on nobody is told
    known = max(known, event["sequence"])
    assert ids.setdefault(event["sequence"], event["id"]) == event["id"], "an event changed its id"
again = len(sequences) - len(set(sequences))
house.end()
print(f"{len(set(sequences))} events in the log's order, {again} of them told again after kills")
