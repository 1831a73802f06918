# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk is shut out with work pending: nothing of it can be read in its file any more, and a desk of an admin brings it to the house."""
import json
import os
import subprocess

import api
from api import ask, done, login
from house import ENCORECTL

TRACES = (b"waiting@elsewhere.test", b"Wartende", b"known@elsewhere.test")


def ctl(desk, *words, code=0):
    ended = subprocess.run([ENCORECTL, "--json", "--workspace", f"{api.FOLDER}/{desk}.encore", *words], capture_output=True, text=True)
    assert ended.returncode == code, (desk, words, ended.returncode, ended.stdout, ended.stderr)
    return [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")], ended.stderr


def join(desk, token, **role):
    status, body, _ = ask("POST", "/api/v1/devices/provisioning-codes", role, token)
    assert status == 201, body
    ctl(desk, "sync", "--server", api.URL, "--once", "--code", body["code"], "--name", desk)


def bytes_of(desk):
    found = b""
    for suffix in ("", "-wal"):
        path = f"{api.FOLDER}/{desk}.encore{suffix}"
        if os.path.exists(path):
            with open(path, "rb") as file:
                found += file.read()
    return found


def sell(desk, name, email):
    lines = [{"offer_id": "plenty", "quantity": 1}]
    ctl(desk, "run", "PlaceOrder", "--args", json.dumps({"nonce": name, "lines": lines, "buyer_name": name, "buyer_email": email}))


def orders(desk):
    return {row["label"] for row in ctl(desk, "query", "Orders", "--args", "{}")[0]}


token = login()["access_token"]
done("CreateOffer", {"label": "plenty", "kind": "merchandise", "title": "Plenty", "price": 10_000}, token)
for desk, role in (("lost", {}), ("admin", {}), ("door", {"role": "door"}), ("supervisor", {"role": "supervisor"})):
    join(desk, token, **role)
sell("lost", "Bekannte", "known@elsewhere.test")
ctl("lost", "sync", "--server", api.URL, "--once")
sell("lost", "Wartende", "waiting@elsewhere.test")
wanted = orders("lost")
assert len(wanted) == 2 and TRACES[0] in bytes_of("lost")

devices = ask("GET", "/api/v1/devices", None, token)[1]["devices"]
assert ask("DELETE", "/api/v1/devices/" + next(row["device_id"] for row in devices if row["device_name"] == "lost"), None, token)[0] == 204
rows, said = ctl("lost", "sync", "--server", api.URL, "--once", code=3)
assert rows[-1]["sealed"] == 2 and rows[-1]["waiting"] == 0 and "2 commands are sealed" in rows[-1]["trouble"], (rows, said)
for trace in TRACES:
    assert trace not in bytes_of("lost"), trace
rows, said = ctl("lost", "sync", "status", code=1)
assert rows[0]["sealed"] == 2 and "2 commands are sealed" in rows[0]["trouble"], rows
file = api.FOLDER + "/sealed.json"
ctl("lost", "sync", "sealed", file)
ctl("admin", "sync", "sealed", file + "-none", code=1)
with open(file, "rb") as sealed:
    text = sealed.read()
assert not any(trace in text for trace in TRACES)

# A door may not open it; a supervisor may; what is damaged nobody can.
assert "OpenSealed" in ctl("door", "sync", "unseal", file, code=1)[1]
box = json.loads(text)["boxes"][0]["box"]
supervisor = ask("POST", "/api/v1/devices/provisioning-codes", {"role": "supervisor"}, token)[1]["code"]
supervisor = ask("POST", "/api/v1/devices", {"code": supervisor, "name": "another"}, None)[1]["token"]
status, body, _ = ask("POST", "/api/v1/commands/sealed", {"box": box}, supervisor)
assert status == 200 and [command["name"] for command in body["saved"]["commands"]] == ["PlaceOrder", "PlaceOrder"], body
assert ask("POST", "/api/v1/commands/sealed", {"box": box[:100] + ("A" if box[100] != "A" else "B") + box[101:]}, supervisor)[0] >= 400
assert ask("POST", "/api/v1/commands/sealed", {"box": box}, None)[0] == 401

for _ in range(2):  # the second time it is there already
    ctl("admin", "sync", "unseal", file)
    ctl("admin", "sync", "--server", api.URL, "--once")
    assert orders("admin") == wanted, (orders("admin"), wanted)
print("sealed, handed over, opened, at the house")
