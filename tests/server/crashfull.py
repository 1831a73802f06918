# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk fills up at a write of a sale, a scan, an import and a page: the answer says so in words, nothing is half there, and the same
passes once there is room."""
import json
import uuid

import api
import crash
from api import done, login
from house import House

SURROUNDINGS = 3  # exit code
BUNDLE = {"format": "encore-bundle/1", "workspace": {"name": "Full", "currency": "KRW", "time_zone": "Asia/Seoul"},
          "products": [{"id": "1", "name": "Regular"}],
          "performances": [{"id": "eve", "title": "Eve", "doors_at": "2026-01-01T09:00:00Z", "starts_at": "2026-01-01T10:00:00Z", "time_zone": "Asia/Seoul"}],
          "gates": [{"id": "L1", "name": "Main"}],
          "orders": [{"id": "A", "status": "paid", "tickets": [{"id": "T1", "secret": "of the first", "product_id": "1", "performance_id": "eve"}]}]}
MORE = {**BUNDLE, "orders": [{"id": f"B{i}", "status": "paid", "buyer": {"name": "Kim", "email": "k@example.org"},
                              "tickets": [{"id": f"U{i}", "secret": f"more {i}", "product_id": "1", "performance_id": "eve"}]} for i in range(20)]}


def everything(connection):
    """All that a workspace says, but for what SQLite keeps for itself."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%fts5%'")]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


def full_at_each(house, file, words, step=1, is_alone=True):
    """At how many of its operations the disk was full; every @step-th is tried."""
    path = house.path(file + ".encore")
    crash.copy(path, house.path("before"))
    before = crash.look(path, everything)
    operations = crash.operations(house, file, *words)
    for n in range(1, operations + 1, step):
        crash.copy(house.path("before"), path)
        code, answer, says = crash.on_disk(house, f"full {n}", file, *words, codes=(0, SURROUNDINGS))
        now = crash.look(path, everything)
        if code == 0:
            assert now != before, (words, n, "acknowledged, and not there")
            continue
        assert "disk is full" in says + json.dumps(answer), (words, n, says, answer)
        assert now == before, (words, n, "half saved", [name for name in now if now[name] != before[name]])
        if n % 10 == 1:
            house.ctl(file, *words)
            for proof in (["audit", "verify"], ["ledger", "verify"]) if is_alone else ():
                house.ctl(file, *proof)
    house.ctl(file, *words)
    return len(range(1, operations + 1, step))


def main():
    house = House("full")
    house.start()
    token = login()["access_token"]
    house.join("desk", token)
    for file, bundle in (("bundle", BUNDLE), ("more", MORE)):
        with open(house.path(file), "w") as out:
            json.dump(bundle, out)
    house.ctl("alone", "init", "--name", "Full")
    house.ctl("alone", "import", house.path("bundle"))
    house.ctl("alone", "run", "CreateOffer", "--args", json.dumps({"label": "seat", "title": "Seat", "performance_id": "eve", "price": 1_000}))
    sale = json.dumps({"lines": [{"offer_id": "seat", "quantity": 2}], "nonce": "n"})
    writes = {"sale": full_at_each(house, "alone", ["run", "PlaceOrder", "--id", str(uuid.uuid4()), "--args", sale], step=2)}
    writes["scan"] = full_at_each(house, "alone", ["door", "scan", "--gate", "L1", "of the first"])
    writes["import"] = full_at_each(house, "alone", ["import", house.path("more")], step=3)
    done("CreateProject", {"label": "spring", "author": "hana", "title": "Spring"}, token)
    writes["page"] = full_at_each(house, "desk", ["sync", "--server", api.URL, "--once"], step=3, is_alone=False)
    print("the disk was full at operations of " + ", ".join(f"{what} ({count})" for what, count in writes.items()) + ": nothing half saved")


main()
