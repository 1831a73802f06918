# SPDX-License-Identifier: GPL-3.0-or-later
"""A counter that sees a part of the house's log: its own lines are in nobody's way, and a command given again has its one effect."""
import json

import api
from api import done, live_campaign, login, new_id
from house import House


def main():
    house = House("counter")
    house.start()
    token = login()["access_token"]
    live_campaign(token, "spring")
    done("SchedulePerformance", {"label": "eve", "title": "Eve", "starts_at": "2099-12-24T19:00:00+09:00"}, token)
    done("CreateOffer", {"label": "seat", "title": "Seat", "performance_id": "eve", "price": 0}, token)
    sales = 12
    for _ in range(sales):
        done("PlaceOrder", {"lines": [{"offer_id": "seat", "quantity": 1}], "nonce": new_id()}, token)
    house.join("desk", token, role="box_office")
    # More of its own than there are lines before the house's sales, which it sees: none may take a number that one of these has.
    given = {}
    give = lambda id, extra: house.ctl("desk", "run", "PlacePledge", "--id", id, "--args", json.dumps(
        {"project_id": "spring", "label": id, "extra": extra, "provider": "transfer", "backer_email": id[:8] + "@example.org"}), codes=(0, 1))[0]
    for _ in range(2 * sales):
        id = new_id()
        answer = give(id, 1_000)
        assert answer["status"] == "applied", answer
        given[id] = answer["outcome"]
    done("PlaceOrder", {"lines": [{"offer_id": "seat", "quantity": 1}], "nonce": new_id()}, token)  # and one that comes between
    house.ctl("desk", "sync", "--server", api.URL, "--once")
    # What the house has confirmed stands in no line that this desk sees.
    for id, outcome in given.items():
        again = give(id, 1_000)
        assert again["status"] == "duplicate" and again["outcome"] == outcome, again
    assert give(next(iter(given)), 2_000)["status"] == "idempotency_mismatch"
    refused = new_id()
    assert give(refused, 1_000)["status"] == "applied"
    done("SuspendProject", {"project_id": "spring", "reason": "Looked at again"}, token)
    house.ctl("desk", "sync", "--server", api.URL, "--once", codes=(1,))
    again = give(refused, 1_000)
    assert again["status"] == "rejected" and again["problem"]["code"] == "sync.refused", again
    state = house.ctl("desk", "sync", "--server", api.URL, "--once", codes=(1,))[-1]
    assert state["proven_at"] and state["rejected"] == 1 and state["waiting"] == 0, state
    assert len(house.ctl("desk", "query", "Pledges", "--args", '{"project_id":"spring","limit":1000}')) == len(given)
    assert house.ctl("desk", "audit", "verify", codes=(1,)) == []  # it does not say of a part that it proves all, nor that something was changed
    house.end()
    house.ctl("server", "audit", "verify")
    print(len(given), "pledges beside", sales + 1, "sales, each once")


main()
