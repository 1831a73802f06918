# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs on a disk that fills up, loses its power or is the last thing they see (tests/support/disk.cpp), and what is in their files afterwards."""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import uuid

from api import done, login

TAILS = ("", "-wal", "-shm")


def environment(house, plan):
    """A sanitizer's runtime wants to be the first library; it does without."""
    sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
    return {**house.environment, "LD_PRELOAD": os.environ["ENCORE_DISK_LIBRARY"], "ENCORE_DISK": plan, "ASAN_OPTIONS": sanitizer}


def on_disk(house, plan, desk, *words, codes=(0, -signal.SIGKILL)):
    """(exit code, rows of JSON, what it said to people)"""
    ended = subprocess.run(house.ctl_words(desk, *words), capture_output=True, text=True, env=environment(house, plan))
    assert ended.returncode in codes, (plan, words, ended.returncode, ended.stdout[-2000:], ended.stderr[-2000:])
    complete = ended.stdout[: ended.stdout.rfind("\n") + 1]
    return ended.returncode, [json.loads(line) for line in complete.splitlines() if line.startswith("{")], ended.stderr


def operations(house, desk, *words):
    """How many there are when nothing is wrong; the file changes by it."""
    on_disk(house, "count " + house.path("operations"), desk, *words, codes=(0,))
    with open(house.path("operations")) as count:
        return int(count.read())


def copy(source, target):
    """Of a workspace that nobody has open."""
    for tail in TAILS:
        if os.path.exists(target + tail):
            os.remove(target + tail)
        if os.path.exists(source + tail):
            shutil.copyfile(source + tail, target + tail)


def look(path, read):
    """What @read finds in a copy, so that whoever comes next finds the file as it was left."""
    copy(path, path + ".seen")
    connection = sqlite3.connect(path + ".seen")
    try:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise sqlite3.DatabaseError(path)
        return read(connection)
    finally:
        connection.close()


def shared(connection):
    """All rows that desks share, by table, and the sums over them that are kept."""
    sums = dict(connection.execute("SELECT name, sums FROM digests"))
    return sums, {table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in sums}


def cursor(connection):
    return connection.execute("SELECT value FROM desk WHERE name = 'cursor'").fetchone()


def outbox(connection):
    return {row[0] for row in connection.execute("SELECT id FROM outbox")}


def box_office(house):
    """A server that sells seats and a desk that does, too. The server's token."""
    house.start()
    token = login()["access_token"]
    done("SchedulePerformance", {"label": "eve", "title": "Eve", "starts_at": "2099-12-24T19:00:00+09:00"}, token)
    done("CreateOffer", {"label": "seat", "title": "Seat", "performance_id": "eve", "price": 0}, token)
    house.join("desk", token)
    return token


def sales(connection):
    return [str(uuid.UUID(bytes=row[0])) for row in connection.execute("SELECT id FROM sales")]


def proven(house, desk, url):
    """Comes together with the server until it is proven that both have the same."""
    for _ in range(3):
        state = house.ctl(desk, "sync", "--server", url, "--once")[-1]
        if state["proven_at"] and not state["differing"] and not state["waiting"] + state["acknowledged"]:
            break
    assert state["proven_at"] and not state["differing"] and state["waiting"] + state["acknowledged"] + state["rejected"] + state["conflicts"] == 0, state
