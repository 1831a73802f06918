# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk that pushes and pulls is killed at a random moment, again and again: what was acknowledged is there, once.

Usage: crashsync.py ROUNDS [SEED]"""
import json
import random
import signal
import subprocess
import sys
import uuid

import api
import crash
from api import done
from house import House


def main(rounds, seed):
    print("seed", seed)
    chance = random.Random(seed)
    house = House("sync")
    token = crash.box_office(house)
    done("CreateProject", {"label": "spring", "author": "hana", "title": "Spring"}, token)
    orders, killed = {}, 0
    for turn in range(rounds):
        sale = json.dumps({"lines": [{"offer_id": "seat", "quantity": 1}], "nonce": str(turn)})
        answer = house.ctl("desk", "run", "PlaceOrder", "--args", sale)[0]
        orders[answer["id"]] = answer["outcome"]["order_id"]
        done("EditProject", {"project_id": "spring", "summary": str(turn)}, token)
        sync = subprocess.Popen(house.ctl_words("desk", "sync", "--server", api.URL), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=house.environment)
        try:
            sync.wait(chance.random() * 0.4)
        except subprocess.TimeoutExpired:
            sync.send_signal(signal.SIGKILL)
            sync.wait()
        assert sync.returncode == -signal.SIGKILL, ("it ended by itself", sync.returncode)
        killed += 1
        there = crash.look(house.path("desk.encore"), crash.outbox)
        assert {uuid.UUID(id).bytes for id in orders} <= there, "an acknowledged command is lost"
    crash.proven(house, "desk", api.URL)
    found = crash.look(house.path("desk.encore"), crash.sales)
    assert sorted(found) == sorted(orders.values()), (len(found), len(orders))
    house.end()
    theirs = crash.look(house.path("server.encore"), crash.sales)
    assert sorted(theirs) == sorted(orders.values()), (len(theirs), len(orders))
    for proof in (["audit", "verify"], ["ledger", "verify"]):
        house.ctl("server", *proof)
    print(f"killed {killed} times while it came together with the server; {len(orders)} sales are there, once")


main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else str(random.SystemRandom().randrange(10**9)))
