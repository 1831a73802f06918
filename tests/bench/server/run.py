#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much encore-server takes: pledges that are durable before they are answered, and status reads beside idle connections.

Usage: run.py FOLDER_OF_PROGRAMS [SECONDS]   needs wrk; server and load share this machine's cores. On PostgreSQL:
       tests/support/with_postgresql tests/bench/server/run.py FOLDER_OF_PROGRAMS
There pgbench then does the same statements on the same database, one transaction a pledge, and the ratio is printed.
"""
import json
import os
import re
import resource
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def wrk(url, connections, seconds, *more, **environment):
    done = subprocess.run(["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", *more, url], capture_output=True, text=True,
                          env={**os.environ, **environment}, check=True)
    return done.stdout


def say(figure, **values):
    print(json.dumps({"bench": "server", "figure": figure, **values}), flush=True)


def cpu_us(pids):
    """What these processes have used; unlike a rate, this says little of who else works on this machine."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return 1e6 * ticks / os.sysconf("SC_CLK_TCK")


def backends(address):
    """The processes of a database server that work for us."""
    if not address.startswith("postgresql:"):
        return []
    text = subprocess.run(["psql", "-Atc", "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()", address], capture_output=True, text=True, check=True)
    return text.stdout.split()


def pgbench(address, seconds):
    """Pledges a second of an outsider, at the number of clients with which it does best. Its log of commands proves nothing afterwards."""
    best = (0.0, 0)
    for clients in (1, 8, 32):
        # The rows that the server's triggers tell go to its standard error.
        done = subprocess.run(["pgbench", "--no-vacuum", "--protocol=prepared", f"--client={clients}", f"--jobs={min(clients, 2)}", f"--time={seconds}",
                               f"--file={HERE / 'pledge.sql'}", address], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
        assert re.search(r"number of failed transactions: 0 ", done.stdout), done.stdout
        rate = float(re.search(r"tps = ([\d.]+)", done.stdout)[1])
        say("pgbench_pledges_per_second", clients=clients, value=round(rate))
        best = max(best, (rate, clients))
    return best


def main(programs, seconds):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65536), hard))
    with tempfile.TemporaryDirectory() as folder:
        database = os.environ.get("ENCORE_TEST_DATABASE", f"sqlite:{folder}/bench.encore")
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
            pids = {"server": [server.pid], "database": backends(database)}
            before = {who: cpu_us(pids[who]) for who in pids}
            text = wrk(url, 256, seconds, "-s", str(HERE / "pledges.lua"), TOKEN=token, PROJECT="bench")
            used = {who: cpu_us(pids[who]) - before[who] for who in pids}
            pledges = 0
            for line in re.findall(r"^\{.*\}$|^status.*$", text, re.M):
                if line.startswith("status"):
                    print(line)
                    continue
                figure = json.loads(line)
                say(**figure)
                if figure["figure"] == "pledges_per_second":
                    pledges = figure["value"]
            say("pledge_cpu_us", **{who: round(used[who] / max(pledges * seconds, 1)) for who in used if pids[who]})
            if database.startswith("postgresql:"):
                rate, clients = pgbench(database, seconds)
                say("of_pgbench", clients=clients, value=round(pledges / rate, 2))
            for idle in (0, 10_000):
                host, port = url.split("//")[1].split(":")
                held = [socket.create_connection((host, int(port))) for _ in range(idle)]
                text = wrk(url + "/api/v1/projects/bench/status", 64, seconds)
                rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
                say("status_reads_per_second", idle_connections=idle, value=round(rate))
                for one in held:
                    one.close()
            with open(f"/proc/{server.pid}/status") as status:
                say("peak_megabytes", value=next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM")))
        finally:
            server.terminate()
            server.wait(15)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10)
