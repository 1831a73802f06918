# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk that an older program left with commands in its outbox is opened by this one: a copy stays beside it, and the commands are taken.
A file of a newer program is refused, and is byte for byte what it was."""
import json
import os
import sqlite3

import api
import crash
from house import House

OLDER = 8
# What schemas 9 to 11 brought (core/store/schema9.h and so on), taken away: what the program before them left.
BACK = ("DROP TABLE sealed_commands",
        "DROP TABLE heard_scans", "DROP TABLE heard_tickets", "DROP TABLE heard_parts", "DROP TABLE heard_counts",
        "DROP TABLE relays", "DROP TABLE webhook", "DROP TABLE mail_settings",
        "DROP INDEX messages_waiting", "ALTER TABLE messages DROP COLUMN attempts", "ALTER TABLE messages DROP COLUMN due_at",
        "ALTER TABLE messages DROP COLUMN reason", f"PRAGMA user_version = {OLDER}")
SALE = '{"lines":[{"offer_id":"seat","quantity":1}],"nonce":"%d"}'


def change(path, *statements):
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def version(connection):
    return connection.execute("PRAGMA user_version").fetchone()[0]


def is_refused(house):
    """A newer file: nothing of it changes, and nothing is left beside it."""
    newer = house.path("newer.encore")
    crash.copy(house.path("desk.encore"), newer)
    change(newer, "PRAGMA user_version = 99")
    was, beside = contents(newer), set(os.listdir(house.folder))
    for words in (["run", "PlaceOrder", "--args", SALE % 9], ["query", "Projects"], ["sync", "--server", api.URL, "--once"]):
        code, answer, says = crash.on_disk(house, "", "newer", *words, codes=(3,))
        assert "99" in says and not answer, (words, says)
    assert contents(newer) == was and set(os.listdir(house.folder)) == beside


def every_end(house, old):
    """A program that ends at any moment of the upgrade leaves a file that this one opens; where the disk is full the old file stays and the answer says why."""
    path = house.path("desk.encore")
    crash.copy(old, path)
    operations = crash.operations(house, "desk", "query", "Projects")
    before = crash.look(old, crash.outbox)
    for n in range(1, operations + 1, 9):
        crash.copy(old, path)
        code, _, says = crash.on_disk(house, f"full {n}", "desk", "query", "Projects", codes=(0, 3))
        assert code == 0 or "disk is full" in says, (n, says)
        crash.copy(old, path)
        crash.on_disk(house, f"power {n} {n % 4}", "desk", "query", "Projects")
        assert crash.look(path, crash.outbox) == before, n
        if crash.look(path, version) > OLDER:
            assert crash.look(f"{path}.schema{OLDER}", version) == OLDER, (n, "changed before it was copied")
        house.ctl("desk", "query", "Projects")


def main():
    house = House("upgrade")
    token = crash.box_office(house)
    path = house.path("desk.encore")
    ids = [house.ctl("desk", "run", "PlaceOrder", "--args", SALE % number)[0]["id"] for number in range(3)]
    is_refused(house)
    change(path, *BACK)
    old = house.path("old")
    crash.copy(path, old)
    waiting = crash.look(old, crash.outbox)
    assert len(waiting) == 3 and crash.look(old, version) == OLDER
    every_end(house, old)
    crash.copy(old, path)
    house.ctl("desk", "query", "Projects")
    copy = f"{path}.schema{OLDER}"
    assert crash.look(copy, version) == OLDER and crash.look(copy, crash.outbox) == waiting, "no copy of the older file"
    assert crash.look(path, version) > OLDER and crash.look(path, crash.outbox) == waiting
    crash.proven(house, "desk", api.URL)
    for number, id in enumerate(ids):
        result = api.command("PlaceOrder", json.loads(SALE % number), token, id=id)
        assert result["status"] in ("duplicate", "idempotency_mismatch"), result
    house.end()
    house.ctl("server", "audit", "verify")
    print(f"{len(ids)} commands of schema {OLDER} were taken; the older file is kept, a newer one refused")


main()
