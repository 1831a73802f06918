# SPDX-License-Identifier: GPL-3.0-or-later
"""A server and desks as real processes, which a script starts and ends as it likes."""
import atexit
import json
import os
import signal
import subprocess

import api

SERVER = os.environ["ENCORE_SERVER"]
ENCORECTL = os.environ["ENCORECTL"]


class House:
    """Everything it and its programs write is in one folder."""

    def __init__(self, name, admin=api.ADMIN):
        self.folder = os.path.join(api.FOLDER, name)
        os.makedirs(self.folder)
        self.database = "sqlite:" + self.path("server.encore")
        self.environment = {**os.environ, "HOME": self.folder, "XDG_DATA_HOME": self.path("data"), "XDG_CONFIG_HOME": self.path("config")}
        self.process = None
        atexit.register(self.leave)
        self.port = 0
        subprocess.run([SERVER, "create-admin", "--email", admin[0], "--database", self.database], input=admin[1] + "\n", text=True, check=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self):
        """The same port as before, so that whoever was connected finds it again."""
        with open(self.path("log"), "a") as log:
            self.process = subprocess.Popen([SERVER, "serve", "--listen", f"127.0.0.1:{self.port}", "--database", self.database],
                                            stdout=subprocess.PIPE, stderr=log, text=True, env=self.environment)
        line = self.process.stdout.readline()
        with open(self.path("said"), "a") as said:
            said.write(line)
        assert line.startswith("listening on "), line
        api.URL = line.split()[-1]
        self.port = int(api.URL.rsplit(":", 1)[1])

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        left, _ = self.process.communicate(timeout=20)
        with open(self.path("said"), "a") as said:
            said.write(left)

    def leave(self):
        """Whatever went wrong, nothing of it stays behind."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def ctl_words(self, desk, *words):
        return [ENCORECTL, "--json", "--workspace", self.path(desk + ".encore"), *words]

    def ctl(self, desk, *words, codes=(0,)):
        """What encorectl printed, as rows of JSON."""
        ended = subprocess.run(self.ctl_words(desk, *words), capture_output=True, text=True, env=self.environment)
        with open(self.path("said"), "a") as said:
            said.write(ended.stdout + ended.stderr)
        assert ended.returncode in codes, (desk, words[:3], ended.returncode, ended.stdout[-2000:], ended.stderr[-2000:])
        return [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]

    def join(self, desk, token, **role):
        """The code that let the desk in."""
        status, body, _ = api.ask("POST", "/api/v1/devices/provisioning-codes", role, token)
        assert status == 201, body
        self.ctl(desk, "sync", "--server", api.URL, "--once", "--code", body["code"], "--name", desk)
        return body["code"]
