# SPDX-License-Identifier: GPL-3.0-or-later
"""Many clients of two servers on one database, of which the first is killed and comes back at another address. Whoever gets no answer
asks the other server with the same id. Afterwards: what was acknowledged is there once, nothing is oversold, books and log are whole."""
import os
import subprocess
import sys
import threading
import time

from api import FOLDER, URL, ask, done, live_campaign, login, new_id
from sinks import MailServer, eventually

FIRST, DATABASE = sys.argv[1:3]
SEATS = 120
servers = [FIRST, URL]
lock = threading.Lock()
asked, answered, failures = {}, {}, []
ending = threading.Event()
token = login()["access_token"]


def sql(text):
    out = subprocess.run(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", DATABASE, "-c", text], capture_output=True, text=True)
    assert out.returncode == 0, out.stderr
    return out.stdout.strip()


def give(name, arguments, id, url):
    status, body, _ = ask("POST", "/api/v1/commands", {"commands": [{"id": id, "name": name, "arguments": arguments}]}, token, url=url)
    assert status == 200, (status, body)
    return body["results"][0]


def insist(name, arguments, id, url):
    """Until somebody answers; the other one when this one does not."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return give(name, arguments, id, url)
        except OSError:
            assert time.monotonic() < deadline, "nobody answers"
            time.sleep(0.05)
            with lock:
                url = servers[1] if url != servers[1] else servers[0]


def client(number):
    try:
        turn = 0
        while not ending.is_set():
            turn += 1
            id = new_id()
            arguments = {"project_id": "spring", "label": id, "provider": "transfer", "backer_email": id[:8] + "@example.org"}
            if turn % 3:
                arguments["extra"] = 1_000
            else:
                arguments["rewards"] = [{"reward_id": "seat", "quantity": 1}]
            with lock:
                asked[id] = arguments
                url = servers[(number + turn) % 2]
            result = insist("PlacePledge", arguments, id, url)
            with lock:
                answered[id] = result["status"]
            assert result["status"] in ("applied", "duplicate") or result["problem"]["code"] == "reward.sold_out", result
    except BaseException as fault:
        with lock:
            failures.append((number, repr(fault)))


def asked_of_both():
    """The same command to both at once: one of them does it."""
    for _ in range(15):
        id, results = new_id(), []
        threads = [threading.Thread(target=lambda url=url: results.append(
            give("PlacePledge", {"project_id": "spring", "label": id, "extra": 1_000, "provider": "transfer", "backer_email": "both@example.org"}, id, url)))
            for url in servers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(result["status"] for result in results) == ["applied", "duplicate"], results
        assert results[0]["outcome"] == results[1]["outcome"], results
        asked[id], answered[id] = {"extra": 1_000}, "applied"


def a_change_is_seen_elsewhere():
    """Who waits at one server hears what was given to the other."""
    epoch = ask("GET", "/api/v1/snapshot?limit=1", token=token)[1]["epoch"]
    slowest = 0
    for _ in range(5):
        head = int(sql("SELECT max(number) FROM feed"))
        heard = []

        def wait():
            heard.append((ask("GET", f"/api/v1/changes?epoch={epoch}&cursor={head}&wait=10", token=token), time.monotonic()))

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.3)
        begun = time.monotonic()
        give("EditProject", {"project_id": "spring", "summary": new_id()}, new_id(), FIRST)
        waiting.join()
        (status, page, _), at = heard[0]
        assert status == 200 and page["rows"], (status, page)
        slowest = max(slowest, at - begun)
    assert slowest < 1, f"heard after {slowest:.3f} s"
    return slowest


def what_time_brings(label):
    """Whichever server has the lease asks for the payment, once."""
    id = new_id()
    insist("PlacePledge", {"project_id": "spring", "label": label, "extra": 7_000, "backer_email": label + "@example.org"}, id, URL)
    deadline = time.monotonic() + 45
    while sql(f"SELECT paid FROM pledges WHERE label = '{label}'") != "7000":
        assert time.monotonic() < deadline, "the payment was never asked for"
        time.sleep(0.2)


def letters_go_out_once(mail, name):
    """Asked for at both, sent by one of them."""
    for number in range(40):
        insist("SendTestMessage", {"email": f"{name}{number}@example.org"}, new_id(), servers[number % 2])
    eventually("the letters were sent", lambda: sql("SELECT count(*) FROM messages WHERE state <> 'sent'") == "0")
    came = [letter["to"][0] for letter in mail.letters() if letter["to"][0].startswith(name)]
    assert len(came) == len(set(came)) == 40, came


def books():
    """The log without a gap, the feed without a gap, the books at zero."""
    assert sql("SELECT count(*) = max(sequence) AND min(sequence) = 1 FROM command_log") == "t"
    assert sql("SELECT (SELECT max(sequence) FROM command_log) = sequence FROM log_head") == "t"
    assert sql("SELECT count(*) = max(number) - min(number) + 1 FROM feed") == "t"
    assert sql("SELECT count(*) FROM (SELECT a.currency FROM postings p JOIN accounts a ON a.id = p.account GROUP BY 1 HAVING sum(p.amount) <> 0) x") == "0"
    assert sql("SELECT count(*) FROM (SELECT entry FROM postings GROUP BY 1 HAVING sum(amount) <> 0) x") == "0"
    assert sql("SELECT count(*) FROM accounts a WHERE balance <> (SELECT coalesce(sum(amount), 0) FROM postings WHERE account = a.id)") == "0"
    assert sql("SELECT count(*), sum(attempts) FROM effects WHERE provider <> 'transfer' AND state = 'done'") == "2|2"


live_campaign(token, "spring")
done("AddReward", {"project_id": "spring", "label": "seat", "title": "Seat", "price": 10_000, "limit": SEATS}, token)
mail = MailServer(FOLDER + "/mail")
done("SetMailSettings", {"host": "127.0.0.1", "port": mail.port, "security": "none", "from_address": "box@hall.example"}, token)
letters_go_out_once(mail, "before")
asked_of_both()
slowest = a_change_is_seen_elsewhere()
what_time_brings("before")
threads = [threading.Thread(target=client, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
print("both work", flush=True)
time.sleep(3)
print("one works", flush=True)
deadline = time.monotonic() + 30
while not os.path.exists(FOLDER + "/comeback"):
    assert time.monotonic() < deadline
    time.sleep(0.05)
with lock:
    servers[0] = open(FOLDER + "/comeback").read()
while (time.sleep(0.1) or True) and sum(status == "rejected" for status in answered.values()) < 20 and not failures and time.monotonic() < deadline + 20:
    pass
ending.set()
for thread in threads:
    thread.join()
assert not failures, failures
what_time_brings("after")
letters_go_out_once(mail, "after")

# Each again, at whichever server: the answers stand, and no effect is added.
applied = {id for id, status in answered.items() if status != "rejected"}
for number, (id, arguments) in enumerate(asked.items()):
    if "project_id" in arguments:
        again = give("PlacePledge", arguments, id, servers[number % 2])
        assert again["status"] == ("duplicate" if id in applied else "rejected"), (answered[id], again)
seats = sum("rewards" in asked[id] for id in applied)
assert seats == SEATS, f"{seats} of {SEATS} seats"
assert sql("SELECT taken FROM rewards WHERE label = 'seat'") == str(SEATS)
assert int(sql("SELECT count(*) FROM pledges")) == len(applied) + 2
assert [ask("GET", "/api/v1/projects/spring/status", url=url)[1]["pledges"] for url in servers] == [2, 2]
books()
fence = sql("SELECT fence FROM leases WHERE name = 'scheduler'")
print(f"{len(answered)} commands to two servers, {len(applied)} took effect, once each; {seats} of {SEATS} seats; the lease went to number {fence}, 80 letters were sent once;"
      f" a change was heard elsewhere after {slowest * 1000:.0f} ms at most")
