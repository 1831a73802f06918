# SPDX-License-Identifier: GPL-3.0-or-later
"""Three desks as real processes whose house's server is killed: they meet on their own network, refuse there what another let in, and
what they saw comes together once the server is back. Outsiders on the same network learn and change nothing."""
import atexit
import base64
import hashlib
import json
import queue
import signal
import socket
import subprocess
import threading
import time

import nacl.bindings
import nacl.utils

import api
from house import House

TICKETS = 8
BUNDLE = {"format": "encore-bundle/1", "workspace": {"name": "House", "currency": "KRW", "time_zone": "Asia/Seoul"},
          "products": [{"id": "P", "name": "Standing"}], "zones": [{"id": "hall", "name": "Hall"}],
          "gates": [{"id": gate, "name": "Gate " + gate, "zone": "hall", "entry": "once"} for gate in "ABC"],
          "orders": [{"id": "O", "status": "paid", "buyer": {"name": "Kim", "email": "kim@example.org"},
                      "tickets": [{"id": f"T{n}", "secret": f"secret-{n}", "product_id": "P", "holder_name": "Kim"} for n in range(TICKETS)]}]}
PATIENCE = 20


class Desk:
    """encorectl meet: codes go in, and rows of JSON come out."""

    def __init__(self, house, name, gate, *words):
        self.called = "Desk " + gate
        self.lines = queue.Queue()
        self.heard = 0
        self.process = subprocess.Popen(house.ctl_words(name, "meet", *words, "--gate", gate, "--device", self.called),
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=house.environment)
        threading.Thread(target=self.read, daemon=True).start()
        atexit.register(self.end, signal.SIGKILL)

    def read(self):
        for line in self.process.stdout:
            self.lines.put((time.monotonic(), json.loads(line)))

    def until(self, what):
        """(when, row) of the next row that is so."""
        end = time.monotonic() + PATIENCE
        while True:
            left = end - time.monotonic()
            assert left > 0, (self.called, "waited in vain", self.process.poll())
            try:
                when, row = self.lines.get(timeout=left)
            except queue.Empty:
                continue
            self.heard = row.get("heard", self.heard)
            if what(row):
                return when, row

    def scan(self, code):
        self.process.stdin.write(code + "\n")
        self.process.stdin.flush()
        return self.until(lambda row: "verdict" in row)

    def meets(self, *others):
        self.until(lambda row: sorted(row.get("desks", [])) == sorted(others))

    def hears(self, times):
        while self.heard < times:
            self.until(lambda row: "heard" in row)

    def end(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(timeout=20)


class Recorder:
    """Stands between two desks, as anybody on the network can, and keeps every byte."""

    def __init__(self, port):
        self.port_there, self.bytes = port, []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.socket.accept()
            try:
                far = socket.create_connection(("127.0.0.1", self.port_there))
            except OSError:
                near.close()
                continue
            for here, there in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(here, there), daemon=True).start()

    def carry(self, here, there):
        try:
            while data := here.recv(65536):
                self.bytes.append(data)
                there.sendall(data)
        except OSError:
            pass
        for one in (here, there):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def sealed(value, secret, workspace):
    key = hashlib.blake2b(b"encore meeting 1" + workspace, digest_size=32, key=secret).digest()  # crypto_generichash
    nonce = nacl.utils.random(24)
    return json.dumps({"sealed": base64.b64encode(nonce + nacl.bindings.crypto_secretbox(json.dumps(value).encode(), nonce, key)).decode()}).encode()


def knock(port, body, path="/meeting/v1", method="POST"):
    status, answer, _ = api.ask(method, path, body, url=f"http://127.0.0.1:{port}")
    return status, answer


def outsiders(port, secret, workspace, recorded):
    """What somebody without the secret gets: no, and not a word more."""
    ask = {"number": "00", "desk": api.new_id(), "name": "Desk X", "meeting": "", "cursor": 0, "listens": True, "wait_ms": 0, "scans": []}
    strange = [b"", b"{}", b"\x00" * 1000, b"{\"sealed\":", json.dumps({"sealed": "A" * 500_000}).encode(), sealed(ask, b"x" * 16, workspace),
               sealed(ask, secret, b"y" * 16)]
    for body in strange:
        status, answer = knock(port, body)
        assert status == 403 and answer["code"] == "meeting.strange" and "Desk" not in json.dumps(answer), (body[:60], status, answer)
    assert knock(port, None, method="GET")[0] == 404 and knock(port, b"{}", "/api/v1/commands")[0] == 404
    assert knock(port, b"x" * 3_000_000)[0] == 413
    # Who knows the secret and says what no desk says is not heard either.
    scan = {"command": api.new_id(), "undone": False, "scan": api.new_id(), "ticket": api.new_id(), "gate": api.new_id(), "direction": "entry",
            "at": "2026-11-20T10:00:00.000Z", "device": "Desk X", "device_sequence": 1}
    for wrong in ({**ask, "scans": [scan]}, {**ask, "scans": [{}]}, {**ask, "cursor": -1}, {**ask, "name": "x" * 1000}, {**ask, "number": 7}, [], "x"):
        status, answer = knock(port, sealed(wrong, secret, workspace))
        assert status == 400, (wrong, status, answer)
    for word in (b"Desk C", b'"scan', b"ticket", b"secret-", b'"cursor'):
        assert word not in recorded, ("readable on the network", word)


def replayed(port, recorded):
    """Every question that went over the network, asked once more."""
    count = 0
    for part in recorded.split(b"POST /meeting/v1")[1:]:
        body = part.split(b"\r\n\r\n", 1)[1] if b"\r\n\r\n" in part else b""
        body = body[:body.find(b"}") + 1] if b"}" in body else b""
        if body.startswith(b'{"sealed"') and count < 20:
            status, answer = knock(port, body)
            assert status == 200 and set(answer) == {"sealed"}, (status, answer)
            count += 1
    assert count > 3, count


def refused(verdict, gate, by):
    assert (verdict["verdict"], verdict["reason"], verdict["first_gate"]) == ("refused", "already_admitted", gate), verdict
    assert f"Gate {gate} by Desk {by}" in verdict["explanation"], verdict["explanation"]
    assert ":" in verdict["explanation"] and verdict["first_admitted_at"], verdict


def reaches(teller, code, hearers):
    """Lets somebody in, and takes the time until the others have heard of it."""
    before = {desk: desk.heard for desk in hearers}
    said, verdict = teller.scan(code)
    assert verdict["verdict"] == "admitted", verdict
    slowest = 0
    for desk in hearers:
        when, _ = desk.until(lambda row: row.get("heard", 0) > before[desk])
        slowest = max(slowest, when - said)
    return slowest


def counts(house, desk):
    return {row["gate"]: (row["zone_inside"], row["entries"]) for row in house.ctl(desk, "door", "status")}


def main():
    house = House("meeting")
    bundle = house.path("bundle.json")
    with open(bundle, "w") as file:
        json.dump(BUNDLE, file)
    house.ctl("server", "import", bundle)
    exported = house.path("exported.json")
    house.ctl("server", "export", exported)
    with open(exported) as file:
        workspace = bytes.fromhex(json.load(file)["workspace"]["id"].replace("-", ""))
    house.start()
    token = api.login()["access_token"]
    for desk in ("one", "two", "three"):
        house.join(desk, token, role="door")
    house.end(signal.SIGKILL)

    point = Desk(house, "one", "A", "--listen", "127.0.0.1:0")
    code = point.until(lambda row: "code" in row)[1]["code"]
    _, _, port, secret = code.split(":")
    port, secret = int(port), bytes.fromhex(secret)
    recorder = Recorder(port)
    two = Desk(house, "two", "B", "--join", code.lower())
    three = Desk(house, "three", "C", "--join", code.replace(f":{port}:", f":{recorder.port}:"))
    point.meets("Desk B", "Desk C")
    two.meets("Desk A", "Desk C")

    slowest = [reaches(point, "secret-0", [two, three]), reaches(two, "secret-1", [point, three]), reaches(three, "secret-2", [point, two])]
    assert max(slowest) < 1, slowest
    refused(two.scan("secret-0")[1], "A", "A")
    refused(point.scan("secret-1")[1], "B", "B")
    refused(point.scan("secret-2")[1], "C", "C")

    outsiders(port, secret, workspace, b"".join(recorder.bytes))
    replayed(port, b"".join(recorder.bytes))
    assert reaches(point, "secret-3", [two, three]) < 1
    refused(three.scan("secret-3")[1], "A", "A")

    # A desk is gone, and comes back.
    three.end(signal.SIGKILL)
    assert reaches(two, "secret-4", [point]) < 1
    three = Desk(house, "three", "C", "--join", code)
    three.until(lambda row: row.get("heard", 0) > 0)
    refused(three.scan("secret-4")[1], "B", "B")

    # The meeting point is gone; what is seen meanwhile is told once it is back, where the same code leads.
    point.end(signal.SIGKILL)
    two.until(lambda row: row.get("met") is False)
    assert two.scan("secret-5")[1]["verdict"] == "admitted"
    assert three.scan("secret-6")[1]["verdict"] == "admitted"
    known = two.heard, three.heard
    point = Desk(house, "one", "A", "--listen", f"127.0.0.1:{port}")
    assert point.until(lambda row: "code" in row)[1]["code"] == code
    for desk, news in ((point, 2), (two, known[0] + 1), (three, known[1] + 1)):
        desk.hears(news)
    refused(point.scan("secret-5")[1], "B", "B")
    refused(three.scan("secret-5")[1], "B", "B")
    refused(two.scan("secret-6")[1], "C", "C")
    # A new code shuts out whoever has the old one.
    for desk in (two, three, point):
        desk.end()
    inside = {desk: counts(house, desk) for desk in ("one", "two", "three")}
    assert set(map(str, inside.values())) == {str({"A": (7, 2), "B": (7, 3), "C": (7, 2)})}, inside
    point = Desk(house, "one", "A", "--listen", f"127.0.0.1:{port}", "--new-code")
    assert point.until(lambda row: "code" in row)[1]["code"] != code
    two = Desk(house, "two", "B", "--join", code)
    assert "code is a new one" in two.until(lambda row: row.get("trouble"))[1]["trouble"]
    for desk in (two, point):
        desk.end()

    # The server is back: facts, once each, and nothing to find fault with.
    house.start()
    for desk in ("one", "two", "three", "one", "two", "three"):
        state = house.ctl(desk, "sync", "--server", api.URL, "--once")[-1]
    for desk in ("one", "two", "three"):
        state = house.ctl(desk, "sync", "--server", api.URL, "--once")[-1]
        assert state["proven_at"] and not state["differing"] and state["waiting"] == 0, state
        assert counts(house, desk) == inside["one"], (desk, counts(house, desk))
        assert house.ctl(desk, "query", "Findings") == []
        admitted = [row["ticket_id"] for row in house.ctl(desk, "door", "log", "--limit", "1000") if row["verdict"] == "admitted"]
        assert sorted(admitted) == sorted(f"T{n}" for n in range(7)), admitted
    house.end()
    print(f"met, refused at once, came together; the others heard within {max(slowest) * 1000:.0f} ms")


main()
