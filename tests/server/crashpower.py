# SPDX-License-Identifier: GPL-3.0-or-later
"""The power fails at each operation of a desk's disk: a command that was acknowledged is in its outbox. On a disk that does not sync it is
not, which must be noticed here: it is what a database that syncs less than it promises looks like."""
import json
import sqlite3
import uuid

import api
import crash
from house import House

SALE = json.dumps({"lines": [{"offer_id": "seat", "quantity": 1}], "nonce": "n"})


def fails_at_each(house, fate, moments):
    """(how often it was acknowledged before the power failed, how often that was lost)"""
    acknowledged, lost = 0, 0
    for n in moments:
        crash.copy(house.path("before"), house.path("desk.encore"))
        id = str(uuid.uuid4())
        sale = ("run", "PlaceOrder", "--id", id, "--args", SALE)
        _, answer, _ = crash.on_disk(house, f"{fate} {n} {n if n % 2 else 0}", "desk", *sale)
        try:
            there = crash.look(house.path("desk.encore"), crash.outbox)
        except sqlite3.DatabaseError:
            assert fate == "lie", ("the file is damaged", n)
            there = set()
        assert there in (set(), {uuid.UUID(id).bytes}), there
        acknowledged += bool(answer)
        lost += bool(answer) and not there
        if n % 10 == 0 and fate == "power":
            again = house.ctl("desk", *sale)
            assert not answer or answer[0]["outcome"] == again[0]["outcome"], (answer, again)
            assert crash.look(house.path("desk.encore"), crash.outbox) == {uuid.UUID(id).bytes}
            house.ctl("desk", "ledger", "verify")
    return acknowledged, lost


def main():
    house = House("power")
    token = crash.box_office(house)
    crash.copy(house.path("desk.encore"), house.path("before"))
    operations = crash.operations(house, "desk", "run", "PlaceOrder", "--args", SALE)
    acknowledged, lost = fails_at_each(house, "power", range(1, operations + 1))
    assert acknowledged and not lost, (acknowledged, lost)
    _, noticed = fails_at_each(house, "lie", range(operations, 0, -3))
    assert noticed, "nobody notices a disk that does not sync"
    crash.proven(house, "desk", api.URL)
    print(f"power failed at each of {operations} operations, {acknowledged} times behind the answer: none lost; without syncs {noticed} were")


main()
