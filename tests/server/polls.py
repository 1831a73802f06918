# SPDX-License-Identifier: GPL-3.0-or-later
"""Two hundred questions that wait for a change are dropped at once, again and again: nothing of them stays."""
import os
import socket
import struct
import time
from urllib.parse import urlparse

from api import URL, ask, done, login, new_id

POLLS = 200
ROUNDS = 6
GROWN_MIB = 16  # at most, from the first round on
GONE_AT_ONCE = struct.pack("ii", 1, 0)


def process(name):
    with open(f"/proc/{os.environ['ENCORE_SERVER_PID']}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name + ":"))


def waiting():
    text = ask("GET", "/metrics")[1]
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("encore_changes_waiting ")))


def until(count, seconds):
    deadline = time.monotonic() + seconds
    while (now := waiting()) != count:
        assert time.monotonic() < deadline, f"{now} wait, not {count}"
        time.sleep(0.02)


def drop(token, epoch, cursor, wait, how):
    """The connections of those that wait; gone with a reset, closed, or half-closed first."""
    request = f"GET /api/v1/changes?epoch={epoch}&cursor={cursor}&wait={wait} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    held = [socket.create_connection((urlparse(URL).hostname, urlparse(URL).port), timeout=30) for _ in range(POLLS)]
    for s in held:
        s.sendall(request)
    until(POLLS, 20)
    for s in held:
        if how == "reset":
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, GONE_AT_ONCE)
        elif how == "half-closed":
            s.shutdown(socket.SHUT_WR)
    if how != "half-closed":
        for s in held:
            s.close()
    return held


def main():
    token = login()["access_token"]
    done("CreateProject", {"label": "drops", "title": "0"}, token)
    threads, first = None, None
    for round in range(ROUNDS):
        page = ask("GET", "/api/v1/snapshot?limit=1", None, token)[1]
        cursor = ask("GET", f"/api/v1/changes?epoch={page['epoch']}&cursor=0&limit=5000", None, token)[1]["to"]
        how = ("reset", "closed", "half-closed")[round % 3]
        comes = round % 2 == 0  # a change; else time runs out for them
        held = drop(token, page["epoch"], cursor, 60 if comes else 2, how)
        begun = time.monotonic()
        assert ask("GET", "/readyz")[0] == 200 and time.monotonic() - begun < 1, "the others wait, too"
        if comes:
            done("EditProject", {"project_id": "drops", "title": new_id()}, token)
        until(0, 10)
        if how == "half-closed":  # whoever only stopped asking is answered
            for s in held:
                got = s.recv(65536)
                assert got.startswith(b"HTTP/1.1 200 "), got[:200]
                s.close()
        if round == 0:
            threads, first = process("Threads"), process("VmRSS")
    assert process("Threads") == threads, (process("Threads"), threads)
    grown = (process("VmRSS") - first) / 1024
    assert grown < GROWN_MIB, f"{grown:.1f} MiB more after {ROUNDS} rounds"
    print(f"{ROUNDS} times {POLLS} waiting ones were dropped at once: {threads} threads as before, {grown:.1f} MiB more")


main()
