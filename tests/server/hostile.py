# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a client should not do to a server, on bare sockets."""
import os
import socket
import time
from urllib.parse import urlparse

from api import URL, ask

HOST, PORT = urlparse(URL).hostname, urlparse(URL).port


def connect():
    return socket.create_connection((HOST, PORT), timeout=40)


def talk(data, wait=5):
    """All that comes back until the server closes, or nothing comes any more."""
    with connect() as s:
        s.settimeout(wait)
        s.sendall(data)
        got = b""
        try:
            while chunk := s.recv(65536):
                got += chunk
        except (TimeoutError, ConnectionResetError):
            pass
        return got


def memory():
    with open(f"/proc/{os.environ['ENCORE_SERVER_PID']}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def malformed():
    for data, status in ((b"GARBAGE\r\n\r\n", b"400"), (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"400"),
                         (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"400"),
                         (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", b"400"),
                         (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", b"400"),
                         (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
                         (b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 100_000 + b"\r\n\r\n", b"431"),
                         (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500000000\r\n\r\n", b"413"),
                         (b"GET / HTTP/9.9\r\n\r\n", b"400"), (b"\x16\x03\x01\x02\x00\x01\x00", b"400"), (b"\x00" * 5_000, b"400")):
        got = talk(data, 15)
        assert got.startswith(b"HTTP/1.1 " + status), (data[:60], got[:80])
        assert got.count(b"HTTP/1.1 ") == 1 and b"application/problem+json" in got, (data[:60], got)  # and the connection ends


def pipelined():
    paths = [b"/healthz", b"/readyz", b"/nothing", b"/metrics", b"/healthz"] * 20
    got = talk(b"".join(b"GET " + p + b" HTTP/1.1\r\nHost: x\r\n\r\n" for p in paths[:-1]) + b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    answers = got.split(b"HTTP/1.1 ")[1:]
    assert len(answers) == 100, len(answers)
    expected = [b"ok\n", b"ready\n", b"api.no_route", b"encore_", b"ok\n"] * 20
    assert all(e in a for e, a in zip(expected, answers)), "answers out of order"


def large():
    before = memory()
    with connect() as s:  # chunked: nobody says how much it will be
        s.sendall(b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(500):
                s.sendall(b"100000\r\n" + b"a" * 0x100000 + b"\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass
    grown = memory() - before
    assert grown < 20_000, f"{grown} KiB more for a body of 500 MB"
    return grown


def slow():
    """One byte a second: cut off in time, while others are served."""
    slow_ones = [connect() for _ in range(50)]
    for s in slow_ones:
        s.sendall(b"GET /healthz HTTP/1.1\r\nX: ")
    begun = time.monotonic()
    open_ones = list(slow_ones)
    while open_ones and time.monotonic() - begun < 30:
        assert ask("GET", "/healthz")[0] == 200
        for s in list(open_ones):
            try:
                s.sendall(b"a")
                s.settimeout(0.001)
                if s.recv(1) == b"":
                    open_ones.remove(s)
            except TimeoutError:
                pass
            except OSError:
                open_ones.remove(s)
        time.sleep(0.5)
    took = time.monotonic() - begun
    assert not open_ones, f"{len(open_ones)} still trickle after {took:.0f} s"
    return took


def crowd():
    """Idle connections cost little and hinder nobody; half-closed ones are answered; dropped ones are forgotten."""
    before = memory()
    idle = []
    for _ in range(900):  # this process may open a thousand files; the benchmark opens 10,000
        idle.append(connect())
    assert ask("GET", "/healthz")[0] == 200
    grown = memory() - before
    for s in idle[:300]:
        s.shutdown(socket.SHUT_WR)
    for s in idle[300:600]:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")  # gone with a reset
    for s in idle[:600]:
        s.close()
    with connect() as s:
        s.sendall(b"GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n")
        s.shutdown(socket.SHUT_WR)
        assert b"ready" in s.recv(4096)
    for _ in range(200):  # asked, and gone before the answer
        s = connect()
        s.sendall(b"GET /api/v1/projects HTTP/1.1\r\nHost: x\r\n\r\n")
        s.close()
    for s in idle[600:]:
        s.close()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        text = ask("GET", "/metrics")[1]
        open_now = int(next(line.split()[1] for line in text.splitlines() if line.startswith("encore_http_connections ")))
        if open_now <= 2:
            break
        time.sleep(0.1)
    assert open_now <= 2, f"{open_now} connections are still counted"
    assert grown < 900 * 16, f"{grown} KiB for 900 idle connections"
    return grown / 900


malformed()
pipelined()
per_idle = crowd()
body = large()
cut = slow()
print(f"{per_idle:.1f} KiB an idle connection; {body} KiB for 500 MB; trickling ones cut off after {cut:.0f} s")
