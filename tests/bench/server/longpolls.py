#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many wait for a change: how much memory that takes, and how long one change needs to reach all of them.

Usage: longpolls.py FOLDER_OF_PROGRAMS [HOW_MANY] [ROUNDS]   server and waiting clients share this machine's cores.
"""
import json
import os
import resource
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def megabytes(pid, which):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith(which))


def cpu_ms(pid):
    """What the process has used; unlike the time it took, this says nothing of who else works on this machine."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def say(figure, **values):
    print(json.dumps({"bench": "server", "figure": figure, **values}), flush=True)


class Waiting:
    """Clients that each hold one question open."""

    def __init__(self, url, count):
        host, port = url.split("//")[1].split(":")
        self.ready = selectors.DefaultSelector()
        self.sockets = []
        for _ in range(count):
            one = socket.create_connection((host, int(port)))
            one.setblocking(False)
            self.ready.register(one, selectors.EVENT_READ)
            self.sockets.append(one)

    def ask(self, path, token):
        request = f"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
        for one in self.sockets:
            one.sendall(request)

    def answers(self, since):
        """Seconds until each had its whole answer."""
        parts, took = {}, []
        while len(took) < len(self.sockets):
            events = self.ready.select(30)
            assert events, ("no answer any more after", len(took))
            for key, _ in events:
                text = parts.get(key.fd, b"") + key.fileobj.recv(65536)
                parts[key.fd] = text
                head, _, body = text.partition(b"\r\n\r\n")
                if not body or len(body) < int(head.lower().split(b"content-length:")[1].split()[0]):
                    continue
                assert head.startswith(b"HTTP/1.1 200"), text[:300]
                took.append(time.monotonic() - since)
                rows = json.loads(body)["rows"] if len(took) == 1 else True
                assert rows, "woken by nothing"
        return took


def main(programs, count, rounds):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65536), hard))
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:{folder}/bench.encore"
        subprocess.run([programs + "/encore-server", "create-admin", "--email", "admin@example.org", "--database", database], input="bench password\n",
                       text=True, check=True)
        server = subprocess.Popen([programs + "/encore-server", "serve", "--quiet", "--listen", "127.0.0.1:0", "--database", database],
                                  stdout=subprocess.PIPE, text=True)
        try:
            url = server.stdout.readline().split()[-1]
            os.environ.update(ENCORE_URL=url, ENCORE_FOLDER=folder)
            sys.path.insert(0, str(HERE.parent.parent / "server"))
            import api
            token = api.login(("admin@example.org", "bench password"))["access_token"]
            api.live_campaign(token, "bench")
            say("megabytes_before", value=megabytes(server.pid, "VmRSS"))
            waiting = Waiting(url, count)
            last, half, server_cpu, client_cpu = [], [], [], []
            for _ in range(rounds):
                page = api.ask("GET", "/api/v1/snapshot?limit=5000", None, token)[1]
                waiting.ask(f"/api/v1/changes?epoch={page['epoch']}&cursor={page['to']}&wait=60", token)
                while server_waits(api) < count:
                    time.sleep(0.05)
                before = cpu_ms(server.pid), cpu_ms(os.getpid())
                api.done("EditProject", {"project_id": "bench", "summary": api.new_id()}, token)
                took = waiting.answers(time.monotonic())
                last.append(1000 * max(took))
                half.append(1000 * statistics.median(took))
                server_cpu.append(cpu_ms(server.pid) - before[0])
                client_cpu.append(cpu_ms(os.getpid()) - before[1])
            say("waiting", value=count)
            say("change_reaches_all_ms", median=round(statistics.median(last), 1), worst=round(max(last), 1))
            say("change_reaches_half_ms", median=round(statistics.median(half), 1))
            say("change_cpu_ms", server=statistics.median(server_cpu), clients=statistics.median(client_cpu))
            say("peak_megabytes", value=megabytes(server.pid, "VmHWM"))
        finally:
            server.terminate()
            server.wait(15)


def server_waits(api):
    """How many questions the server holds open, as it says itself."""
    text = api.ask("GET", "/metrics")[1]
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("encore_changes_waiting "))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5_000, int(sys.argv[3]) if len(sys.argv) > 3 else 5)
