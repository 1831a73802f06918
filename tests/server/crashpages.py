# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk that applies a page is killed at each operation of its disk, or loses its power at every second one: cursor and rows are the old or the new ones together.

Usage: crashpages.py kill|power"""
import sys

import api
import crash
from api import done
from house import House


def state(connection):
    return crash.cursor(connection), crash.shared(connection)


def broken_at_each(house, fate, before, after):
    path = house.path("desk.encore")
    sync = ("sync", "--server", api.URL, "--once")
    crash.copy(house.path("before"), path)
    seen, operations = set(), crash.operations(house, "desk", *sync)
    moments = range(1, operations + 1, 1 if fate == "kill" else 2)
    for n in moments:
        crash.copy(house.path("before"), path)
        plan = f"kill {n}" if fate == "kill" else f"power {n} {n if n % 3 else 0}"
        code, _, _ = crash.on_disk(house, plan, "desk", *sync)
        found = crash.look(path, state)
        assert code or found == after, (plan, "it ended, and is not where it should be")
        assert found in (before, after), (plan, "cursor and rows are not of one moment", found[0])
        seen.add(found == after)
        if n % 10 == 0:
            crash.proven(house, "desk", api.URL)
            assert crash.look(path, state) == after, (plan, "applied again, it is another")
    return seen, len(moments)


def main(fate):
    house = House("pages")
    token = crash.box_office(house)
    house.ctl("desk", "run", "PlaceOrder", "--args", '{"lines":[{"offer_id":"seat","quantity":1}],"nonce":"mine"}')
    done("CreateProject", {"label": "spring", "author": "hana", "title": "Spring"}, token)
    crash.copy(house.path("desk.encore"), house.path("before"))
    before = crash.look(house.path("desk.encore"), state)
    crash.proven(house, "desk", api.URL)
    after = crash.look(house.path("desk.encore"), state)
    assert before[0] != after[0] and before[1] != after[1]
    seen, operations = broken_at_each(house, fate, before, after)
    assert seen == {False, True}, seen
    house.end()
    house.ctl("server", "audit", "verify")
    print(f"{fate} at {operations} operations of the disk: cursor and rows are always of one moment")


main(sys.argv[1])
