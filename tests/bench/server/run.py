#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much encore-server takes: pledges that are durable before they are answered, and status reads beside idle connections.

Usage: run.py FOLDER_OF_PROGRAMS [SECONDS]   needs wrk; server and load share this machine's cores. On PostgreSQL:
       tests/support/with_postgresql tests/bench/server/run.py FOLDER_OF_PROGRAMS
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
            text = wrk(url, 256, seconds, "-s", str(HERE / "pledges.lua"), TOKEN=token, PROJECT="bench")
            for line in re.findall(r"^\{.*\}$|^status.*$", text, re.M):
                print(line if line.startswith("status") else json.dumps({"bench": "server", **json.loads(line)}))
            for idle in (0, 10_000):
                host, port = url.split("//")[1].split(":")
                held = [socket.create_connection((host, int(port))) for _ in range(idle)]
                text = wrk(url + "/api/v1/projects/bench/status", 64, seconds)
                rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
                print(json.dumps({"bench": "server", "figure": "status_reads_per_second", "idle_connections": idle, "value": round(rate)}))
                for one in held:
                    one.close()
            with open(f"/proc/{server.pid}/status") as status:
                print(json.dumps({"bench": "server", "figure": "peak_megabytes",
                                  "value": next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))}))
        finally:
            server.terminate()
            server.wait(15)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10)
