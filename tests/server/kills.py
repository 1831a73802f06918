# SPDX-License-Identifier: GPL-3.0-or-later
"""A server, two desks and a console at work, one of which is killed at a random moment, again and again: what was acknowledged is there, once.

Usage: kills.py ROUNDS [SEED]   ENCORE_CONSOLE names the console's program; without it the console stays out."""
import base64
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid

import api
from api import ask, command, done, live_campaign, login, new_id
from house import ENCORECTL, House

PATIENCE = 60  # seconds for what needs a moment on a busy machine


class Book:
    """What was asked for, and what was answered. An id that was not answered is asked for again, with the same body."""

    def __init__(self):
        self.lock = threading.Lock()
        self.asked, self.answered, self.again = {}, {}, []

    def ask(self, name, arguments, id=None):
        id = id or new_id()
        with self.lock:
            self.asked[id] = (name, arguments)
        return id

    def answer(self, id, outcome):
        with self.lock:
            assert self.answered.setdefault(id, outcome) == outcome, ("another answer to the same command", id, self.answered[id], outcome)

    def open(self):
        with self.lock:
            return [id for id in self.asked if id not in self.answered]

    def given(self, *names):
        with self.lock:
            return {id for id, (name, _) in self.asked.items() if name in names}


class Worker(threading.Thread):
    """Works on until it is told to stop; what it has started may be killed by others at any moment."""

    def __init__(self, house, name, book, chance):
        super().__init__(name=name)
        self.house, self.book, self.chance = house, book, chance
        self.stopping = threading.Event()
        self.fault, self.child, self.killed = None, None, 0
        self.lock = threading.Lock()

    def run(self):
        try:
            while not self.stopping.is_set():
                self.work()
        except BaseException as fault:  # the main thread says so
            self.fault = fault

    def program(self, words, patience=PATIENCE):
        """(exit code, stdout); killed by a signal: below 0."""
        with self.lock:
            self.child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.house.environment)
        try:
            out, err = self.child.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            with self.lock:
                self.child.terminate()
            out, err = self.child.communicate(timeout=PATIENCE)
        assert self.child.returncode in (0, 1, 3, -signal.SIGKILL, -signal.SIGTERM), (words, self.child.returncode, err)
        return self.child.returncode, out, err

    def kill(self):
        with self.lock:
            if self.child and self.child.poll() is None:
                self.child.kill()
                self.killed += 1

    def give(self, file, id, must=False):
        """One command at a file, by a process of its own."""
        name, arguments = self.book.asked[id]
        code, out, err = self.program([ENCORECTL, "--json", "--workspace", self.house.path(file), "run", name, "--id", id, "--args", json.dumps(arguments)])
        if code == 0 and out.endswith("\n"):
            self.book.answer(id, json.loads(out)["outcome"])
        else:
            assert code < 0 or not must and code == 3, (self.name, code, name, arguments, out, err)
        return self.book.answered.get(id)


class Client(Worker):
    """Gives commands over HTTP; the server goes away under it."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.token, self.pledges = None, []

    def work(self):
        open_ones = self.book.open()
        id = self.chance.choice(open_ones) if open_ones and self.chance.random() < 0.3 else self.something()
        try:
            result = command(*self.book.asked[id], self.token, id=id)
        except (OSError, http.client.HTTPException):
            time.sleep(0.01)
            return
        assert result["status"] in ("applied", "duplicate"), (self.book.asked[id], result)
        self.book.answer(id, result["outcome"])
        if self.book.asked[id][0] == "PlacePledge" and self.book.asked[id][1]["provider"] == "transfer":
            self.pledges.append(result["outcome"]["pledge_id"])

    def something(self):
        if self.pledges and self.chance.random() < 0.5:
            pledge = self.pledges.pop()
            return self.book.ask("RecordPledgePayment", {"pledge_id": pledge, "result": "succeeded"}, str(uuid.uuid5(uuid.UUID(pledge), "paid")))
        kind = self.chance.randrange(4)
        if kind == 0:
            return self.book.ask("EditProject", {"project_id": "of-" + self.name, "summary": new_id()})
        if kind == 1:
            return self.book.ask("PlaceOrder", {"lines": [{"offer_id": "seat", "quantity": 2}], "nonce": new_id()})
        return self.book.ask("PlacePledge", pledge_of(new_id(), "transfer" if kind == 2 else "simulated"))


def pledge_of(label, provider):
    return {"project_id": "spring", "label": label, "extra": 1_000, "provider": provider, "backer_email": label[:13] + "@example.org"}


class Desk(Worker):
    """Works offline, by one process a command, and meets the server now and then."""

    def work(self):
        if self.chance.random() < 0.4:
            once = ["--once"] if self.chance.random() < 0.5 else []
            self.program(self.house.ctl_words(self.name, "sync", "--server", api.URL, *once), patience=0.1 + self.chance.random() * 0.4)
            return
        open_ones = self.book.open()
        id = self.chance.choice(open_ones) if open_ones and self.chance.random() < 0.5 else self.something()
        self.give(self.name + ".encore", id)

    def something(self):
        kind = self.chance.randrange(4 if self.name == "office" else 2)
        if kind == 0:
            return self.book.ask("PlaceOrder", {"lines": [{"offer_id": "seat", "quantity": 1}], "nonce": new_id()})
        if kind == 1:
            return self.book.ask("PlacePledge", pledge_of(new_id(), "transfer"))
        if kind == 2:
            return self.book.ask("EditProject", {"project_id": "of-" + self.name, "summary": new_id()})
        label = new_id()
        return self.book.ask("CreateCoupon", {"label": label, "name": label, "amount": 1_000})


class Console(Worker):
    """On a workspace of its own, where it asks for payments and closes campaigns by itself; between its lives others add to that file."""

    FILE = "console.encore"

    def prepare(self):
        for words in (["init", "--name", "Alone"], ["run", "CreateProject", "--args", json.dumps({"label": "spring", "author": "hana", "title": "Spring", "goal": 1_000,
                      "starts_at": "2020-01-01T00:00:00Z", "ends_at": "2099-01-01T00:00:00Z", "payee": "hana", "payout_account": "K 1"})],
                      ["run", "AddReward", "--args", '{"project_id":"spring","label":"r","title":"R","price":1000}'],
                      *(["run", step, "--args", '{"project_id":"spring"}'] for step in ("SubmitProject", "ApproveProject", "StartProject"))):
            self.house.ctl("console", *words)

    def work(self):
        for _ in range(2):
            open_ones = self.book.open()
            self.give(self.FILE, open_ones[0] if open_ones else self.book.ask("PlacePledge", pledge_of(new_id(), "simulated")))
        self.live(0.3 + self.chance.random())

    def live(self, seconds):
        self.program([os.environ["ENCORE_CONSOLE"], self.house.path(self.FILE)], patience=seconds)

    def pledges(self, **which):
        return self.house.ctl("console", "query", "Pledges", "--args", json.dumps({"project_id": "spring", "limit": 1_000, **which}))

    def check(self):
        """Started once more, it asks for what was not asked for; nobody paid twice."""
        while self.book.open():
            self.give(self.FILE, self.book.open()[0], must=True)
        deadline = time.monotonic() + PATIENCE
        while self.pledges(state="pending"):
            assert time.monotonic() < deadline, "payments were never asked for"
            self.live(2)
        rows = self.pledges()
        placed = self.book.given("PlacePledge")
        acknowledged = {outcome["pledge_id"] for outcome in self.book.answered.values()}
        assert len(rows) == len(placed) and len(acknowledged) == len(placed), (len(rows), len(placed))
        project = self.house.ctl("console", "query", "Projects")[0]
        assert project["raised"] == 1_000 * len(placed) and project["pledges"] == len(placed), (project, len(placed))
        for words in (["audit", "verify"], ["ledger", "verify"]):
            self.house.ctl("console", *words)
        return len(placed)


def rows_of(token, *tables):
    """Of the server, by table: each row by its columns."""
    found, place = {table: [] for table in tables}, ""
    while True:
        status, body, _ = ask("GET", "/api/v1/snapshot?limit=5000&next=" + place, None, token)
        assert status == 200, body
        for row in body["rows"]:
            if row["table"] in found:
                found[row["table"]].append(dict(zip((c["name"] for c in body["columns"][row["table"]]), row["values"], strict=True)))
        if not body["has_more"]:
            return found
        place = body["next"]


def ids(rows, column="id"):
    return [str(uuid.UUID(bytes=base64.b64decode(row[column]))) for row in rows]


def settle(house, clients, desks):
    """What was not answered is asked for again; the desks come together with the server."""
    for client in clients:
        client.token = login()["access_token"]
        for id in client.book.open():
            result = command(*client.book.asked[id], client.token, id=id)
            assert result["status"] in ("applied", "duplicate"), (client.book.asked[id], result)
            client.book.answer(id, result["outcome"])
        for id, outcome in client.book.answered.items():  # and again what was answered: the same answer, no second effect
            result = command(*client.book.asked[id], client.token, id=id)
            assert result["status"] == "duplicate" and result["outcome"] == outcome, ("acknowledged and lost", client.book.asked[id], result, outcome)
    for desk in desks:
        for id in desk.book.open():
            desk.give(desk.name + ".encore", id, must=True)
    for desk in desks + desks:
        state = house.ctl(desk.name, "sync", "--server", api.URL, "--once")[-1]
    for desk in desks:
        state = house.ctl(desk.name, "sync", "--server", api.URL, "--once")[-1]
        assert state["proven_at"] and not state["differing"] and state["waiting"] + state["acknowledged"] + state["rejected"] + state["conflicts"] == 0, (desk.name, state)


def check(house, clients, desks):
    books = [worker.book for worker in clients + desks]
    given = lambda *names: set().union(*(book.given(*names) for book in books))
    answered = {id: outcome for book in books for id, outcome in book.answered.items()}
    token = login()["access_token"]
    simulated = sum(arguments.get("provider") == "simulated" for book in books for _, arguments in book.asked.values())
    paid = simulated + len(given("RecordPledgePayment"))
    deadline = time.monotonic() + PATIENCE
    while ask("GET", "/api/v1/projects/spring/status")[1]["raised"] < 1_000 * paid:
        assert time.monotonic() < deadline, "payments were never asked for"
        time.sleep(0.2)
    found = rows_of(token, "command_log", "pledges", "sales", "coupons")
    log = ids(found["command_log"])
    assert len(log) == len(set(log)) and set(answered) <= set(log), ("acknowledged and lost", set(answered) - set(log))
    counts = {"pledges": given("PlacePledge"), "sales": given("PlaceOrder"), "coupons": given("CreateCoupon")}
    for table, asked in counts.items():
        assert len(found[table]) == len(asked), (table, len(found[table]), len(asked))
    assert {answered[id]["pledge_id"] for id in counts["pledges"]} == set(ids(found["pledges"]))
    status = ask("GET", "/api/v1/projects/spring/status")[1]
    assert status["raised"] == 1_000 * paid, (status, paid)
    settle(house, [], desks)  # what the server did meanwhile
    house.end()
    for file in ("server", "office"):  # the counter has a part only
        for words in (["audit", "verify"], ["ledger", "verify"]):
            house.ctl(file, *words)
    return len(answered)


def main(rounds, seed):
    house = House("kills")
    house.start()
    token = login()["access_token"]
    live_campaign(token, "spring")
    done("SchedulePerformance", {"label": "eve", "title": "Eve", "starts_at": "2099-12-24T19:00:00+09:00"}, token)
    done("CreateOffer", {"label": "seat", "title": "Seat", "performance_id": "eve", "price": 0}, token)
    chance = random.Random(seed)
    worker = lambda kind, name: kind(house, name, Book(), random.Random(f"{seed} {name}"))
    clients, desks = [worker(Client, "web"), worker(Client, "shop")], [worker(Desk, "office"), worker(Desk, "counter")]
    for one in clients + desks[:1]:
        done("CreateProject", {"label": "of-" + one.name, "author": "hana", "title": one.name}, token)
    for one in clients:
        one.token = token
    house.join("office", token)
    house.join("counter", token, role="box_office")
    consoles = [worker(Console, "console")] if os.environ.get("ENCORE_CONSOLE") else []
    for one in consoles:
        one.prepare()
    workers = clients + desks + consoles
    for one in workers:
        one.start()
    ends = 0
    try:
        for _ in range(rounds):
            time.sleep(chance.random() * 0.25)
            victim = chance.choice(["server"] + desks + consoles)
            if victim == "server":
                house.end(signal.SIGKILL)
                ends += 1
                house.start()
            else:
                victim.kill()
            faults = [one.fault for one in workers if one.fault]
            if faults:
                raise faults[0]
    finally:
        for one in workers:
            one.stopping.set()
        for one in consoles:
            one.kill()
        for one in workers:
            one.join(PATIENCE)
    faults = [one.fault for one in workers if one.fault]
    if faults:
        raise faults[0]
    house.end(signal.SIGKILL)
    house.start()
    settle(house, clients, desks)
    acknowledged = check(house, clients, desks)
    alone = [one.check() for one in consoles]
    print(f"{rounds} rounds: killed the server {ends} times,", ", ".join(f"{one.name} {one.killed}" for one in desks + consoles) + ";",
          f"{acknowledged} commands acknowledged, {alone[0] if alone else 0} pledges at the console; none lost, none doubled, all proven" + ("" if consoles else " (no console was built)"))


main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else str(random.SystemRandom().randrange(10**9)))
