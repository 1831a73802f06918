# SPDX-License-Identifier: GPL-3.0-or-later
"""Who receives what leaves the house: a mail server and a webhook of somebody else's."""
import atexit
import hashlib
import hmac
import http.server
import json
import os
import subprocess
import threading
import time

SINK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "courier", "data", "sink.py")


def eventually(what, true, seconds=60):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "never: " + what
        time.sleep(0.05)


class MailServer:
    def __init__(self, folder, *more):
        os.makedirs(folder, exist_ok=True)
        self.folder, self.more, self.port = folder, more, 0
        atexit.register(self.stop)
        self.start()

    def start(self):
        self.process = subprocess.Popen(["/usr/bin/python3", SINK, self.folder, "--port", str(self.port), *self.more],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def letters(self):
        with open(os.path.join(self.folder, "letters.jsonl")) as lines:
            return [json.loads(line) for line in lines if line.endswith("\n")]


class Receiver:
    """Keeps the events of every request that is signed; refuses the rest, or as many as it is told to."""

    def __init__(self, secret, port=0):
        self.secret, self.port, self.refusals, self.requests, self.events, self.faults = secret, port, 0, 0, [], []
        self.dies = None
        self.start()

    def start(self):
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.requests += 1
                self.send_response(receiver.take(body, self.headers))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def take(self, body, headers):
        said = dict(part.split("=", 1) for part in headers["Encore-Signature"].split(","))
        expected = hmac.new(self.secret.encode(), said["t"].encode() + b"." + body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, said["v1"]) or abs(int(said["t"]) - time.time()) > 300:
            self.faults.append(headers["Encore-Signature"])
            return 403
        if self.refusals > 0:
            self.refusals -= 1
            return 500
        self.events += json.loads(body)["events"]
        if self.dies:
            self.dies()
        return 204
