# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace that stood alone becomes the house of an empty server, with its whole log, and stays a desk of it.

Usage: adopt.py DATABASE, as encorectl takes it"""
import concurrent.futures
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time

import nacl.pwhash

import api
from api import ask, done, login
from house import ENCORECTL, House

HOUSE = sys.argv[1]
ALONE = api.FOLDER + "/alone.encore"
PASSWORD = api.ADMIN[1] + "\n"


def words(workspace, *more):
    return [ENCORECTL, "--json", "--workspace", workspace, *more]


def ctl(workspace, *more, code=0, typed=""):
    ended = subprocess.run(words(workspace, *more), input=typed, capture_output=True, text=True)
    assert ended.returncode == code, (more, ended.returncode, ended.stdout[-2000:], ended.stderr[-2000:])
    return [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")], ended.stderr


def adopt(workspace, code=0, email=api.ADMIN[0], typed=PASSWORD):
    return ctl(workspace, "adopt", "--server", api.URL, "--email", email, "--name", "first desk", code=code, typed=typed)[1]


def adopt_beside_sign_ins(workspace):
    """Whoever signs in meanwhile is let in, before it or after."""
    ended = threading.Event()

    def sign_in():
        while not ended.is_set():
            assert state(login()["access_token"])

    with concurrent.futures.ThreadPoolExecutor() as pool:
        beside = pool.submit(sign_in)
        try:
            said = adopt(workspace)
        finally:
            ended.set()
        beside.result()
    return said


def state(token):
    status, body, _ = ask("GET", "/api/v1/adoption?sequence=3", None, token)
    assert status == 200, body
    return body


# A house of its own: tickets of the demo, one of them printed and signed, a sale, and somebody who may sign in.
ctl(ALONE, "init", "--name", "Alone")
ctl(ALONE, "demo")
ctl(ALONE, "ticket", "keygen")
code = ctl(ALONE, "ticket", "issue", "T000001")[0][0]["code"]
ctl(ALONE, "run", "CreateOffer", "--args", '{"label":"thing","kind":"merchandise","title":"Thing","price":5000}')
ctl(ALONE, "run", "PlaceOrder", "--args", '{"nonce":"1","lines":[{"offer_id":"thing","quantity":2}],"buyer_email":"kim@example.org"}')
picture = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "pictures", "door.png")
project = ctl(ALONE, "query", "Projects")[0][0]["label"]
sha = ctl(ALONE, "picture", "add", project, picture)[0][0]["sha256"]
before = ctl(ALONE, "audit", "verify")[0][0]
empty = state(login()["access_token"])
assert empty["is_empty"], empty

# Not for whoever has no right to; what is no workspace is refused; nothing of that changes anything.
token = login()["access_token"]
assert ask("GET", "/api/v1/adoption", None, None)[0] == 401 and ask("POST", "/api/v1/adoption", {}, None)[0] == 401
adopt(ALONE, code=1, typed="another password\n")
piece = b"no workspace"
sha_of_none = hashlib.sha256(piece).hexdigest()
assert ask("PUT", "/api/v1/blobs/" + sha_of_none, piece, token, {"Content-Type": "application/octet-stream"})[0] == 204
for pieces, whole in (([sha_of_none], sha_of_none), ([sha_of_none], "0" * 64), (["0" * 64], "0" * 64)):
    status, body, _ = ask("POST", "/api/v1/adoption", {"pieces": pieces, "sha256": whole}, token)
    assert 400 <= status < 500 and state(token) == empty, (status, body)

# Killed again and again on the way: nothing is there, or all of it.
for pause in (0.02, 0.1, 0.2, 0.3, 0.5):
    process = subprocess.Popen(words(ALONE, "adopt", "--server", api.URL, "--email", api.ADMIN[0]), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, text=True)
    process.stdin.write(PASSWORD)
    process.stdin.close()
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.wait()
    now = state(token)
    assert now == empty or not now["is_empty"], now
for _ in range(2):  # the second time it says that it is done
    assert "whole log" in adopt_beside_sign_ins(ALONE)

# The same log, books and people, with the same head; whoever signed in before still does.
after = ctl(HOUSE, "audit", "verify")[0][0]
for name in ("log_entries", "scans", "pledges", "ledger_entries"):
    assert after[name] >= before[name], (name, before, after)
token = login()["access_token"]
status, body, _ = ask("GET", f"/api/v1/adoption?sequence={before['log_entries']}", None, token)
assert status == 200 and body["hash"] == before["head"] and not body["is_empty"], (body, before)
assert ask("GET", "/api/v1/blobs/" + sha, None, token)[0] == 200

# The file is a desk of that server, and what was printed lets in at a new one.
assert ctl(ALONE, "sync", "--server", api.URL, "--once")[0][-1]["proven_at"]
made = ask("POST", "/api/v1/devices/provisioning-codes", {"role": "door"}, token)[1]["code"]
ctl(api.FOLDER + "/door.encore", "sync", "--server", api.URL, "--once", "--code", made, "--name", "door")
verdict = ctl(api.FOLDER + "/door.encore", "door", "scan", "--gate", "main-a", code)[0][0]
assert verdict["verdict"] == "admitted" and verdict["listed"] and verdict["ticket_id"] == "T000001", verdict
ctl(ALONE, "run", "CreateCoupon", "--args", '{"label":"after","name":"After","amount":1000}')
assert ctl(ALONE, "sync", "--server", api.URL, "--once")[0][-1]["proven_at"]
assert ctl(HOUSE, "audit", "verify")[0][0]["proven"]

# It is not empty any more, and another workspace is refused with words; so are a desk, and whoever is no admin.
other = api.FOLDER + "/other.encore"
ctl(other, "init", "--name", "Other")
assert "not empty" in adopt(other, code=1)
assert "stands alone" in ctl(api.FOLDER + "/door.encore", "adopt", "--server", "http://127.0.0.1:1", "--email", "x", code=1)[1]
done("AddUser", {"email": "fin@example.org", "role": "finance", "label": "fin", "password": nacl.pwhash.argon2id.str(b"of finance", 1, 8 << 20).decode()}, token)
assert "Adopt" in adopt(other, code=1, email="fin@example.org", typed="of finance\n")


def while_the_server_is_killed():
    """It is empty when it comes back, or has everything."""
    alone = api.FOLDER + "/second.encore"
    ctl(alone, "init", "--name", "Second")
    ctl(alone, "demo")
    head = ctl(alone, "audit", "verify")[0][0]
    house = House("killed")
    seen = set()
    for pause in (0.3, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1.0, 1.2):
        house.start()
        process = subprocess.Popen(words(alone, "adopt", "--server", api.URL, "--email", api.ADMIN[0]), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, text=True)
        process.stdin.write(PASSWORD)
        process.stdin.close()
        time.sleep(pause)
        house.end(signal.SIGKILL)
        process.wait()
        house.start()
        status, body, _ = ask("GET", f"/api/v1/adoption?sequence={head['log_entries']}", None, login()["access_token"], url=api.URL)
        assert status == 200 and (body["is_empty"] or body["hash"] == head["head"]), body
        seen.add(body["is_empty"])
        house.end()
    house.start()
    assert "whole log" in adopt_beside_sign_ins(alone)
    house.end()
    audit = ctl(house.path("server.encore"), "audit", "verify")[0][0]
    assert audit["proven"] and audit["log_entries"] > head["log_entries"], (audit, head)  # and the desk that was let in
    return seen


seen = while_the_server_is_killed() if not HOUSE.startswith("postgresql") else set()
print("adopted with", after["log_entries"], "lines of its log, head", before["head"][:8], "killed servers:", sorted(seen))
