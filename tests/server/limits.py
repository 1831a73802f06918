# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks too often is told when to come back, and nobody else notices. The server was started with small limits and a trusted proxy.

Usage: limits.py ANONYMOUS SIGNED_IN SIGN_IN WAITING   what may be asked at once"""
import http.client
import sys
import threading
import time
from urllib.parse import urlparse

from api import URL, ask, login, new_id

ANONYMOUS, SIGNED_IN, SIGN_IN, WAITING = map(int, sys.argv[1:])


def from_address(address):
    """What the proxy says of whom it speaks for; whatever the client itself wrote stands before."""
    return {"X-Forwarded-For": "203.0.113.77, " + address}


def refused(answer):
    status, body, headers = answer
    assert status == 429 and body["code"] == "api.too_many" and headers["Content-Type"] == "application/problem+json", answer
    seconds = int(headers["Retry-After"])
    assert 1 <= seconds <= 60 and str(seconds) in body["detail"], answer
    return seconds


def metric(name):
    text = ask("GET", "/metrics")[1]
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith(name + " ")))


def anonymous():
    address = from_address("198.51.100.1")
    answers = [ask("GET", "/api/v1/projects", None, None, address)[0] for _ in range(ANONYMOUS)]
    assert answers == [200] * ANONYMOUS, answers
    seconds = refused(ask("GET", "/api/v1/projects", None, None, address))
    assert ask("GET", "/api/v1/projects", None, None, from_address("198.51.100.2"))[0] == 200  # somebody else
    assert ask("GET", "/api/v1/projects")[0] == 200  # the proxy itself
    refused(ask("GET", "/api/v1/projects", None, "an invented token", address))
    for path in ("/healthz", "/readyz", "/metrics"):
        assert ask("GET", path, None, None, address)[0] == 200
    time.sleep(seconds)
    assert ask("GET", "/api/v1/projects", None, None, address)[0] == 200  # as it was told
    other = from_address("198.51.100.3")
    for _ in range(ANONYMOUS):  # each is looked for, so each counts
        assert ask("GET", "/api/v1/projects", None, new_id(), other)[0] == 401
    refused(ask("GET", "/api/v1/projects", None, new_id(), other))
    refused(ask("GET", "/api/v1/projects/none/status", None, None, other))  # has to be looked for, too


def signed_in(token, other):
    """Counted as who they are, from wherever they ask."""
    answers = [ask("GET", "/api/v1/users", None, token, from_address(f"198.51.100.{10 + i}"))[0] for i in range(SIGNED_IN)]
    assert answers == [200] * SIGNED_IN, answers
    refused(ask("GET", "/api/v1/users", None, token))
    refused(ask("POST", "/api/v1/commands", {"commands": []}, token))
    assert ask("GET", "/api/v1/projects", None, other)[0] == 200


def sign_ins():
    address = from_address("198.51.100.100")
    body = {"email": "nobody@example.org", "password": "x"}
    kinds = [("/api/v1/auth/login", body, 401), ("/api/v1/auth/refresh", {"refresh_token": "x"}, 401), ("/api/v1/devices", {"code": "x", "name": "x"}, 401)]
    for i in range(SIGN_IN):
        path, sent, expected = kinds[i % 3]
        status, answer, _ = ask("POST", path, sent, None, address)
        assert status == expected, (path, status, answer)
    for path, sent, _ in kinds:
        refused(ask("POST", path, sent, None, address))
    assert ask("GET", "/api/v1/projects", None, None, address)[0] == 200  # what it was not about
    login()


def flood_of_passwords(token):
    """From everywhere at once, so that no address asks too often: as many as may wait are checked, the others come again; everybody else
    is served as if nothing were."""
    together, answers, lock = 8 * WAITING, [], threading.Lock()

    def sign_in(number):
        connection = http.client.HTTPConnection(urlparse(URL).netloc, timeout=60)
        connection.request("POST", "/api/v1/auth/login", '{"email":"nobody%d@example.org","password":"x"}' % number,
                           {"Content-Type": "application/json", **from_address(f"10.0.{number // 250}.{number % 250}")})
        answer = connection.getresponse()
        with lock:
            answers.append((answer.status, answer.getheader("Retry-After"), answer.read()))

    threads = [threading.Thread(target=sign_in, args=(i,)) for i in range(together)]
    for thread in threads:
        thread.start()
    slowest, most = 0, 0
    while any(thread.is_alive() for thread in threads):
        begun = time.monotonic()
        status, result, _ = ask("POST", "/api/v1/commands", {"commands": [{"id": new_id(), "name": "CreateProject", "arguments": {"title": "T"}}]}, token)
        slowest = max(slowest, time.monotonic() - begun)
        assert status == 200 and result["results"][0]["status"] == "applied", result
        most = max(most, metric("encore_passwords_waiting"))
        time.sleep(0.25)
    for thread in threads:
        thread.join()
    busy = [answer for answer in answers if answer[0] == 503]
    assert {answer[0] for answer in answers} == {401, 503} and all(int(answer[1]) >= 1 and b"auth.busy" in answer[2] for answer in busy), answers
    assert most <= WAITING, most
    assert len(answers) == together and 0 < len(busy) <= together - WAITING, len(busy)
    assert slowest < 2, f"somebody else waited {slowest:.1f} s"
    assert metric("encore_passwords_waiting") == 0
    login()
    return f"{len(busy)} of {together} passwords at once had to come again, others waited {slowest * 1000:.0f} ms at most"


def main():
    admin = login()["access_token"]
    code = ask("POST", "/api/v1/devices/provisioning-codes", {}, admin)[1]["code"]
    desk = ask("POST", "/api/v1/devices", {"code": code, "name": "The admin's desk"})[1]["token"]
    anonymous()
    signed_in(admin, desk)
    sign_ins()
    said = flood_of_passwords(desk)
    assert metric("encore_http_too_many_total") >= 9
    print(said)


main()
