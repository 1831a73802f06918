# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the API with nothing but Python's standard library."""
import json
import os
import urllib.error
import urllib.request
import uuid

URL = os.environ["ENCORE_URL"]
FOLDER = os.environ["ENCORE_FOLDER"]
ADMIN = ("admin@example.org", "correct horse")


def ask(method, path, body=None, token=None, headers=None, url=None):
    """(status, parsed body or text, headers)"""
    sent = dict(headers or {})
    data = None
    if body is not None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent.setdefault("Content-Type", "application/json")
    if token:
        sent["Authorization"] = "Bearer " + token
    request = urllib.request.Request((url or URL) + path, data=data, method=method, headers=sent)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            raw, status, got = answer.read(), answer.status, answer.headers
    except urllib.error.HTTPError as refusal:
        raw, status, got = refusal.read(), refusal.code, refusal.headers
    if "json" in got.get("Content-Type", "") and raw:
        return status, json.loads(raw), got
    return status, raw.decode(errors="replace"), got


def login(who=ADMIN):
    status, body, _ = ask("POST", "/api/v1/auth/login", {"email": who[0], "password": who[1]})
    assert status == 200, (status, body)
    return body


def new_id():
    return str(uuid.uuid4())


def command(name, arguments, token, id=None, **more):
    """The one result of one command."""
    one = {"id": id or new_id(), "name": name, "arguments": arguments, **more}
    status, body, _ = ask("POST", "/api/v1/commands", {"commands": [one]}, token)
    assert status == 200, (status, body)
    return body["results"][0]


def done(name, arguments, token, **more):
    result = command(name, arguments, token, **more)
    assert result["status"] == "applied", (name, result)
    return result["outcome"]


def live_campaign(token, label, author="hana", goal=1_000_000):
    done("CreateProject", {"label": label, "author": author, "title": label, "goal": goal, "starts_at": "2020-01-01T00:00:00Z",
                           "ends_at": "2099-01-01T00:00:00Z", "payee": author, "payout_account": "K 1"}, token)
    done("AddReward", {"project_id": label, "label": label + "-reward", "title": "Ticket", "price": 50_000}, token)
    for step in ("SubmitProject", "ApproveProject", "StartProject"):
        done(step, {"project_id": label}, token)
