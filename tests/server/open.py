# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves connections behind in another process: kept alive, half a request sent."""
import os
import socket
import sys
import time
from urllib.parse import urlparse

url = urlparse(os.environ["ENCORE_URL"])
if os.fork() == 0:
    sys.stdout.flush()
    os.close(1)
    os.close(2)
    held = [socket.create_connection((url.hostname, url.port)) for _ in range(20)]
    for s in held[:10]:
        s.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    for s in held[10:]:
        s.sendall(b"GET /healthz HTTP/1.1\r\nHo")
    time.sleep(20)
    os._exit(0)
time.sleep(0.5)
print("20 connections stay open")
