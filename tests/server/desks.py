# SPDX-License-Identifier: GPL-3.0-or-later
"""Two desks and a door as real processes: what they did without each other comes together at the server.

Usage: desks.py begin | more | restored"""
import json
import os
import subprocess
import sys

from api import FOLDER, URL, ask, done, login

ENCORECTL = os.environ["ENCORECTL"]


def ctl(desk, *words, code=0):
    """What encorectl printed, as rows of JSON."""
    ended = subprocess.run([ENCORECTL, "--json", "--workspace", f"{FOLDER}/{desk}.encore", *words], capture_output=True, text=True)
    assert ended.returncode == code, (desk, words, ended.returncode, ended.stdout, ended.stderr)
    return [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]


def give(desk, command, code=0, **arguments):
    rows = ctl(desk, "run", command, "--args", json.dumps(arguments), code=code)
    return rows[0]["outcome"] if code == 0 else None


def sync(desk, code=0):
    return ctl(desk, "sync", "--server", URL, "--once", code=code)[-1]


def query(desk, name, **arguments):
    return ctl(desk, "query", name, "--args", json.dumps(arguments))


def join(desk, token, **role):
    status, body, _ = ask("POST", "/api/v1/devices/provisioning-codes", role, token)
    assert status == 201, body
    state = ctl(desk, "sync", "--server", URL, "--once", "--code", body["code"], "--name", desk)[-1]
    assert state["proven_at"], state
    ended = subprocess.run([ENCORECTL, "--workspace", f"{FOLDER}/{desk}-again.encore", "sync", "--server", URL, "--code", body["code"]], capture_output=True)
    assert ended.returncode != 0, "a code let in two desks"


def begin():
    token = login()["access_token"]
    done("CreateProject", {"label": "spring", "author": "hana", "title": "Spring", "goal": 1_000_000}, token)
    done("CreateOffer", {"label": "last", "title": "The last place", "performance_id": "gala", "price": 0, "limit": 1}, token)
    join("one", token)
    join("two", token)
    join("door", token, role="door")
    assert query("door", "Projects") == [], "a door sees campaigns"

    # Different fields of one thing: both stand.
    give("one", "EditProject", project_id="spring", title="Spring Night")
    give("two", "EditProject", project_id="spring", venue="Blue Hall")
    for desk in ("one", "two", "one"):
        sync(desk)
    for desk in ("one", "two"):
        now = details(desk)
        assert (now["title"], now["venue"]) == ("Spring Night", "Blue Hall"), now

    # The same field: the second is a conflict, and neither value is lost.
    give("one", "EditProject", project_id="spring", summary="mine")
    give("two", "EditProject", project_id="spring", summary="theirs")
    sync("one")
    state = sync("two", code=1)
    assert state["conflicts"] == 1 and state["waiting"] == 0, state
    assert details("two")["summary"] == "mine"

    # The last place, sold on both, each with a code of its own in somebody's hand.
    codes = {}
    for desk in ("one", "two"):
        ctl(desk, "ticket", "keygen")
        give(desk, "PlaceOrder", lines=[{"offer_id": "last", "quantity": 1}], nonce=desk)
        ticket = [row for row in query(desk, "FindTickets", text=orders(desk)[0])][0]["ticket_id"]
        codes[desk] = ctl(desk, "ticket", "issue", ticket)[0]["code"]
    sync("one")
    state = sync("two", code=1)
    assert state["rejected"] == 2, state  # the sale, and the code that was signed for it
    assert orders("two") == orders("one"), orders("two")  # the one sale there was
    sync("one")

    # Put off after the tickets were printed: the old code lets in, the loser's does not.
    give("one", "EditPerformance", performance_id="gala", starts_at="2027-01-24T19:00:00+09:00", ends_at="2027-01-24T22:00:00+09:00")
    sync("one")
    sync("door")
    winner = ctl("door", "door", "scan", "--gate", "A", codes["one"])[0]
    assert winner["verdict"] == "admitted" and winner["listed"], winner
    loser = ctl("door", "door", "scan", "--gate", "A", codes["two"], code=1)[0]
    assert (loser["verdict"], loser["reason"]) == ("refused", "revoked"), loser

    # One ticket at two gates that do not hear of each other: two facts, one inside, both are told.
    for desk, gate in (("door", "A"), ("one", "B")):
        assert ctl(desk, "door", "scan", "--gate", gate, "secret-7")[0]["verdict"] == "admitted"
    for desk in ("door", "one", "door"):
        sync(desk)
    for desk in ("door", "one"):
        found = query(desk, "Findings")
        assert [row["kind"] for row in found] == ["double_entry"] and {found[0]["gate"], found[0]["other_gate"]} == {"A", "B"}, found
        assert {row["zone_inside"] for row in query(desk, "DoorStatus")} == {2}  # the winner, and one person by the one ticket
    assert sync("door")["proven_at"], "a door that sees a part was not compared with that part"
    print("merged, in conflict, sold once, withdrawn, put off, told at both gates")


def details(desk):
    return query(desk, "ProjectDetails", project_id="spring")[0]["project"]


def orders(desk):
    return [row["label"] for row in query(desk, "Orders") if row["state"] == "paid"]


def more():
    """What the server takes now is in no backup."""
    for desk in ("one", "two"):
        give(desk, "CreateCoupon", label="of-" + desk, name="Of " + desk, amount=1_000)
    sync("one")
    sync("two", code=1)
    print("two coupons")


def restored():
    token = login()["access_token"]
    sync("one")
    sync("two", code=1)
    sync("one")
    labels = {row["coupon"]["label"] for row in query("one", "Coupons")}
    assert {"of-one", "of-two"} <= labels, labels
    status, body, _ = ask("GET", "/api/v1/snapshot?limit=5000", None, token)
    assert status == 200
    there = [row["values"] for row in body["rows"] if row["table"] == "coupons"]
    assert len(there) == 2, there
    assert sync("one")["proven_at"], "not proven"
    print("refilled")


{"begin": begin, "more": more, "restored": restored}[sys.argv[1]]()
