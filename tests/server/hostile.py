# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a client should not do to a server, on bare sockets."""
import os
import resource
import socket
import threading
import time
from urllib.parse import urlparse

from api import URL, ask

HOST, PORT = urlparse(URL).hostname, urlparse(URL).port
CROWD = 10_000
KIB_A_CONNECTION = 12  # at most, of one that is idle
GROWN_MIB = 24  # at most, whatever else was done to it: beside what it is after its first requests
RESET = b"\x01\x00\x00\x00\x00\x00\x00\x00"  # SO_LINGER: gone at once


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
    """KiB"""
    with open(f"/proc/{os.environ['ENCORE_SERVER_PID']}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def metric(name):
    text = ask("GET", "/metrics")[1]
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith(name + " ")))


def allow_many_files(wanted):
    """Every connection is a file here, and one of the server's, which begins with this process's hard limit."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, wanted))
        except ValueError as refusal:
            raise AssertionError(f"this machine lets a program open {hard} files; {wanted} are needed (ulimit -Hn)") from refusal
    else:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


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
    """500 MB that begin: refused where they are said, cut off where nobody says how much it will be."""
    before = memory()
    for head in (b"Transfer-Encoding: chunked\r\n\r\n", b"Content-Length: 500000000\r\n\r\n"):
        with connect() as s:
            s.sendall(b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + head)
            try:
                for _ in range(500):
                    s.sendall((b"100000\r\n" if b"chunked" in head else b"") + b"a" * 0x100000 + (b"\r\n" if b"chunked" in head else b""))
            except (BrokenPipeError, ConnectionResetError):
                pass
    grown = memory() - before
    assert grown < 20_000, f"{grown} KiB more for a body of 500 MB"
    return grown


class Trickle(threading.Thread):
    """Fifty at once of which a byte comes now and then: each is cut off in time."""

    def __init__(self, what, first, byte, longest):
        super().__init__(name=what)
        self.first, self.byte, self.longest, self.took, self.fault = first, byte, longest, None, None

    def run(self):
        try:
            held = [connect() for _ in range(50)]
            for s in held:
                s.sendall(self.first)
                s.setblocking(False)
            begun = time.monotonic()
            while held and time.monotonic() - begun < self.longest:
                held = [s for s in held if self.lives(s)]
                time.sleep(0.5)
            assert not held, f"{len(held)} {self.name} are still there after {self.longest} s"
            self.took = time.monotonic() - begun
        except BaseException as fault:  # the main thread says so
            self.fault = fault

    def lives(self, s):
        try:
            s.send(self.byte)
            return s.recv(4096) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def result(self):
        self.join()
        if self.fault:
            raise self.fault
        return f"{self.name} cut off after {self.took:.0f} s"


def slow():
    """Senders of headers and bodies, and those who never fetch their answers: all at once, while others are served."""
    head = b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
    unread = [socket.socket() for _ in range(20)]
    for s in unread:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        s.connect((HOST, PORT))
        s.sendall(b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 200)
    trickles = [Trickle("slow headers", b"GET /healthz HTTP/1.1\r\nX: ", b"a", 40), Trickle("slow bodies", head, b" ", 70)]
    for one in trickles:
        one.start()
    begun, answered = time.monotonic(), 0
    while (left := metric("encore_http_connections")) > 1 or any(one.is_alive() for one in trickles):
        assert time.monotonic() - begun < 90, f"{left} connections are still there"
        assert ask("GET", "/readyz")[0] == 200
        answered += 1
        time.sleep(0.2)
    took = time.monotonic() - begun
    for s in unread:
        s.close()
    return [one.result() for one in trickles] + [f"answers that nobody fetches after {took:.0f} s", f"{answered} others served meanwhile"]


def crowd():
    """Ten thousand idle connections cost little and hinder nobody; half-closed ones are answered; dropped ones are forgotten."""
    before, idle = memory(), []
    for _ in range(CROWD):
        idle.append(connect())
    for s in idle[::100]:  # wherever in the crowd somebody is, they are served
        s.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"ok\n" in s.recv(4096)
    begun = time.monotonic()
    assert ask("GET", "/readyz")[0] == 200 and time.monotonic() - begun < 1
    assert metric("encore_http_connections") >= CROWD and metric("encore_http_connections_refused_total") == 0
    grown = memory() - before
    for s in idle[:300]:
        s.sendall(b"GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n")
        s.shutdown(socket.SHUT_WR)
    for s in idle[:300]:  # half-closed, and answered all the same; then it is over
        got = b""
        while chunk := s.recv(4096):
            got += chunk
        assert b"ready" in got, got
    for _ in range(200):  # asked, and gone before the answer
        s = connect()
        s.sendall(b"GET /api/v1/projects HTTP/1.1\r\nHost: x\r\n\r\n")
        s.close()
    for s in idle[1_000:]:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    for s in idle:
        s.close()
    deadline = time.monotonic() + 20
    while (left := metric("encore_http_connections")) > 2:
        assert time.monotonic() < deadline, f"{left} connections are still counted"
        time.sleep(0.1)
    assert grown < CROWD * KIB_A_CONNECTION, f"{grown} KiB for {CROWD} idle connections"
    return grown / CROWD


def main():
    allow_many_files(CROWD + 500)
    malformed()
    pipelined()
    before = memory()
    cut = slow()
    body = large()
    per_idle = crowd()
    malformed()  # after all that it is as strict as before
    grown = memory() - before - CROWD * per_idle
    assert grown < GROWN_MIB * 1024, f"{grown / 1024:.0f} MiB more than before all this"
    print(f"{CROWD} idle connections take {per_idle:.1f} KiB each; {body} KiB for 500 MB; {'; '.join(cut)}; "
          f"{memory() / 1024:.0f} MiB in the end")


main()
