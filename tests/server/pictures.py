# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures on a desk's way: what one desk put on a campaign without the server is at the server before the command that names it, and at
the other desk afterwards; a server that does not take pictures, or does not give them, holds up nothing else."""
import hashlib
import os
import socket
import struct
import subprocess
import threading
import zlib

import api
from house import House


def picture(house, name, rows):
    """A picture of noise, 1,000 pixels wide, that takes 3,001 bytes a row; its file and hash."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    noise = b"".join(b"\0" + os.urandom(3_000) for _ in range(rows))
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1_000, rows, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(noise, 0)) \
        + chunk(b"IEND", b"")
    path = house.path(name)
    with open(path, "wb") as file:
        file.write(content)
    return path, hashlib.sha256(content).hexdigest()


def has(house, desk, sha):
    """Whether the desk has the file, and it is that file."""
    out = house.path("saved")
    ended = subprocess.run(house.ctl_words(desk, "picture", "save", sha, out), capture_output=True, env=house.environment)
    if ended.returncode != 0:
        return False
    with open(out, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest() == sha


class Hurdle:
    """In front of the server: answers nothing about files, and hands on the rest, a request a connection."""

    def __init__(self, port):
        self.port_there, self.stopped = port, 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.socket.accept()
            threading.Thread(target=self.carry, args=(near,), daemon=True).start()

    def carry(self, near):
        data = near.recv(65536)
        if b"/api/v1/blobs/" in data.split(b"\r\n", 1)[0]:
            self.stopped += 1
            near.close()
            return
        data = data.replace(b"Connection: Keep-Alive", b"Connection: close")
        far = socket.create_connection(("127.0.0.1", self.port_there))
        far.sendall(data)
        threading.Thread(target=self.copy, args=(near, far), daemon=True).start()
        self.copy(far, near)
        near.close()

    @staticmethod
    def copy(here, there):
        try:
            while data := here.recv(65536):
                there.sendall(data)
            there.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def sync(house, desk, url=None, codes=(0,)):
    return house.ctl(desk, "sync", "--server", url or api.URL, "--once", codes=codes)[-1]


def pictures(house, desk):
    return [row["sha256"] for row in house.ctl(desk, "query", "ProjectPictures", "--args", '{"project_id":"spring"}')]


def main():
    house = House("pictures")
    house.start()
    token = api.login()["access_token"]
    api.done("CreateProject", {"label": "spring", "author": "hana", "title": "Spring", "goal": 1_000_000}, token)
    for desk in ("one", "two"):
        house.join(desk, token)
    large, large_sha = picture(house, "large.png", 3_200)
    small, small_sha = picture(house, "small.png", 100)
    house.end()

    # Without the server: an edit, a large picture, an edit, a small one.
    house.ctl("one", "run", "EditProject", "--args", '{"project_id":"spring","summary":"before"}')
    house.ctl("one", "picture", "add", "spring", large, "--caption", "The band")
    house.ctl("one", "run", "EditProject", "--args", '{"project_id":"spring","venue":"after"}')
    house.ctl("one", "picture", "add", "spring", small)
    house.ctl("one", "picture", "add", "spring", picture(house, "huge.png", 3_400)[0], codes=(1,))
    house.start()
    # Where files do not come through, what was done before them does, and nothing is refused.
    hurdle = Hurdle(house.port)
    state = sync(house, "one", hurdle.url, codes=(3,))
    assert hurdle.stopped > 0 and state["waiting"] == 3 and state["rejected"] == 0, (hurdle.stopped, state)
    state = sync(house, "one")
    assert state["waiting"] == 0 and state["rejected"] == 0 and state["proven_at"], state
    for sha in (large_sha, small_sha):
        status, _, headers = api.ask("GET", "/api/v1/blobs/" + sha, None, token)
        assert status == 200 and headers["Content-Type"] == "image/png", (status, headers)

    # The other desk has the rows at once, and the files as soon as they come through.
    state = sync(house, "two", hurdle.url)
    assert state["proven_at"] and pictures(house, "two") == [large_sha, small_sha], state
    assert not has(house, "two", large_sha) and not has(house, "two", small_sha)
    sync(house, "two")
    assert has(house, "two", large_sha) and has(house, "two", small_sha), "files did not come"
    house.end()
    print("pictures went up before what names them, and came down beside the rows")


main()
