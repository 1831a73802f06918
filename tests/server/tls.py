# SPDX-License-Identifier: GPL-3.0-or-later
"""Over TLS with a certificate that is known, and not with one that is not."""
import http.client
import os
import socket
import ssl
from urllib.parse import urlparse

url = urlparse(os.environ["ENCORE_URL"])
known = ssl.create_default_context(cafile=os.environ["ENCORE_FOLDER"] + "/certificate.pem")
connection = http.client.HTTPSConnection(url.hostname, url.port, context=known, timeout=20)
for _ in range(3):  # one connection
    connection.request("GET", "/readyz")
    answer = connection.getresponse()
    assert answer.status == 200 and answer.read() == b"ready\n"
assert connection.sock.version() in ("TLSv1.2", "TLSv1.3")
try:
    http.client.HTTPSConnection(url.hostname, url.port, timeout=20).request("GET", "/readyz")
    raise AssertionError("a certificate of nobody was taken")
except ssl.SSLCertVerificationError:
    pass
with socket.create_connection((url.hostname, url.port), timeout=20) as plain:
    plain.sendall(b"GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n")
    plain.settimeout(20)
    try:
        assert b"ready" not in plain.recv(4096)  # nothing goes over the wire in plain
    except ConnectionResetError:
        pass
print("TLS", connection.sock.version())
