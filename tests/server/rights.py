# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command and every route for every role, what one musician may know of another, and that no secret is ever written down.

Usage: rights.py RIGHTS.tsv VIEWS.tsv"""
import base64
import hashlib
import os
import signal
import subprocess
import sys
import uuid

import nacl.pwhash

import api
from api import ask, command, done, live_campaign, login, new_id
from house import SERVER, House

ROLES = ("door", "supervisor", "box_office", "musician", "finance", "reviewer", "admin")
WHOLE_HOUSE = {"admin", "finance", "reviewer"}
PICTURE = b"\x89PNG\r\n\x1a\n" + b"of a campaign that nobody may see yet" * 20
SECRETS = []  # whatever nobody but its holder may know
VERIFIERS = []  # which stand in the store, and are nobody's business but the admin's


def table(path):
    with open(path) as lines:
        return {name: set(roles.split()) for name, roles in (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))}


def secret(text):
    SECRETS.append(text)
    return text


def sign_in(email, password):
    pair = login((email, password))
    secret(pair["refresh_token"])
    return secret(pair["access_token"])


def add_user(admin, label, role):
    email, password = label + "@people.example", secret("the password of " + label)
    VERIFIERS.append(nacl.pwhash.argon2id.str(password.encode(), opslimit=1, memlimit=8 << 20).decode())
    done("AddUser", {"email": email, "role": role, "label": label, "password": VERIFIERS[-1]}, admin)
    return sign_in(email, password)


def device(maker, name, **role):
    status, made, _ = ask("POST", "/api/v1/devices/provisioning-codes", role, maker)
    assert status == 201, made
    status, body, _ = ask("POST", "/api/v1/devices", {"code": secret(made["code"]), "name": name}, None)
    assert status == 201, body
    return secret(body["token"])


def commands_of_roles(rights, tokens):
    """In a batch, each is answered by itself; whoever may not is told so before the arguments are looked at."""
    pairs = 0
    for (role, how), token in tokens.items():
        batch = [{"id": new_id(), "name": name, "arguments": {}} for name in rights]
        status, body, _ = ask("POST", "/api/v1/commands", {"commands": batch}, token)
        assert status == 200, body
        for sent, result in zip(batch, body["results"], strict=True):
            allowed = role == "admin" or role in rights[sent["name"]]
            refused = result["status"] == "rejected" and result["problem"]["code"] == "command.forbidden"
            assert sent["id"] == result["id"] and refused == (not allowed), (role, how, sent["name"], result)
            assert allowed or not result["outcome"], result
            pairs += 1
    return pairs


def routes_of_roles(rights, tokens):
    """The routes that are one command each answer 403; so do those that only an admin may use."""
    routes = {("POST", "/api/v1/projects/spring/pledges"): "PlacePledge", ("POST", "/api/v1/orders"): "PlaceOrder",
              ("POST", "/api/v1/orders/none/payments"): "PayOrder", ("POST", "/api/v1/coupons/none/claims"): "ClaimCoupon",
              ("PATCH", "/api/v1/projects/none"): "EditProject"}
    described = {(method, path) for path, item in ask("GET", "/api/v1/openapi.json")[1]["paths"].items() for method, operation in item.items()
                 if any(p["name"] == "Idempotency-Key" for p in operation.get("parameters", []))}
    assert len(described) == len(routes), described  # a new one has to be named here
    asked = 0
    for (role, how), token in tokens.items():
        for (method, path), name in routes.items():
            allowed = role == "admin" or role in rights[name]
            status, body, _ = ask(method, path, {}, token, {"Idempotency-Key": new_id()})
            assert (status == 403) == (not allowed), (role, how, path, status, body)
            asked += 1
        status, body, _ = ask("DELETE", "/api/v1/devices/" + new_id(), None, token)
        assert status == (404 if role == "admin" else 403), (role, how, status, body)
        status, body, _ = ask("POST", "/api/v1/devices/provisioning-codes", {"role": "door"}, token)
        assert status == (201 if role == "admin" else 403), (role, how, status, body)
        asked += 2
        if status == 201:
            secret(body["code"])
        status, body, _ = ask("POST", "/api/v1/commands/sealed", {"box": "AAAA"}, token)
        assert (status == 403) == (role not in ("admin", "supervisor")), (role, how, status, body)
        for method, body in (("GET", None), ("POST", {"pieces": [], "sha256": ""})):
            status, body, _ = ask(method, "/api/v1/adoption", body, token)
            assert (status == 403) == (role != "admin") and (status < 400) == (role == "admin" and method == "GET"), (role, how, status, body)
        asked += 3
        status, body, _ = ask("GET", "/api/v1/coupons", None, token)
        assert status == (403 if how == "device of a role" else 200), (role, how, status, body)
        asked += 1
    for method, path in list(routes) + [("POST", "/api/v1/commands"), ("POST", "/api/v1/commands/sealed"), ("POST", "/api/v1/adoption"), ("POST", "/api/v1/auth/logout"), ("GET", "/api/v1/coupons")]:
        body = {} if method != "GET" else None
        assert ask(method, path, body, None)[0] == 401 and ask(method, path, body, "no token")[0] == 401, path
    for path in ("/api/v1/changes", "/api/v1/snapshot", "/api/v1/adoption"):
        assert ask("GET", path)[0] == 401, path
    return asked


def pages(token, epoch=None):
    """The texts of a whole snapshot, or of all changes there ever were; and the tables that had rows."""
    texts, tables, place = [], {}, "next="
    cursor = 0
    while True:
        path = f"/api/v1/changes?epoch={epoch}&cursor={cursor}&limit=5000" if epoch else f"/api/v1/snapshot?limit=5000&{place}"
        status, body, _ = ask("GET", path, None, token)
        assert status == 200, body
        texts.append(body["rows"])
        for row in body["rows"]:
            if "values" in row:
                tables[row["table"]] = tables.get(row["table"], 0) + 1
        if not body["has_more"]:
            return texts, tables, body["epoch"]
        place, cursor = "next=" + body.get("next", ""), body["to"]


def tables_of_roles(views, tokens):
    whole = pages(tokens["admin", "person"])[1]
    for (role, how), token in tokens.items():
        snapshot, seen, epoch = pages(token)
        changes, changed, _ = pages(token, epoch)
        text = str(snapshot) + str(changes)
        assert role == "admin" or not any(verifier in text for verifier in VERIFIERS), (role, how, "was told a password's verifier")
        assert set(seen) | set(changed) <= set(views), set(seen) - set(views)  # a new table has to be named there
        for name in views:
            allowed = role in WHOLE_HOUSE or role in views[name] or "*" in views[name]
            assert allowed or (name not in seen and name not in changed), (role, how, name, "is not for them")
            hidden = 0 if role == "admin" or name != "command_log" else 1 + len(VERIFIERS)  # lines that hold one
            assert role not in WHOLE_HOUSE or seen.get(name, 0) == whole.get(name, 0) - hidden, (role, how, name, seen.get(name), whole.get(name))
    return len(views) * len(tokens)


def what_bora_may_know(rights, admin, hana, bora, bora_device):
    """A campaign of hana's that is a draft, and one that runs, whose backers are nobody else's business."""
    draft = done("CreateProject", {"label": "hush", "title": "Unheard-of title", "summary": "Unheard-of summary"}, hana)
    reward = done("AddReward", {"project_id": "hush", "label": "hush-reward", "title": "Unheard-of reward", "price": 1_000}, hana)
    sha = hashlib.sha256(PICTURE).hexdigest()
    assert ask("PUT", "/api/v1/blobs/" + sha, PICTURE, hana, {"Content-Type": "image/png"})[0] == 204
    done("AddProjectPicture", {"project_id": "hush", "sha256": sha, "caption": "Unheard-of caption"}, hana)
    live_campaign(admin, "spring", author="hana")
    pledge = done("PlacePledge", {"project_id": "spring", "label": "unheard-of pledge", "extra": 70_000, "backer_email": "unheard-of@backers.example",
                                  "backer_name": "Unheard-of name", "provider": "transfer"}, admin)
    done("RecordPledgePayment", {"pledge_id": pledge["pledge_id"], "result": "succeeded"}, admin)
    done("CreateProject", {"label": "bora-own", "title": "Bora's"}, bora)

    ids = [draft["project_id"], reward["reward_id"], pledge["pledge_id"]]
    as_bytes = [base64.b64encode(bytes.fromhex(one.replace("-", ""))).decode() for one in [sha] + ids]  # as they stand in pages
    hidden = ["nheard-of", sha] + ids + as_bytes
    person = ask("GET", "/api/v1/projects", None, bora)[1]["projects"]
    assert {"bora-own", "spring"} <= {row["label"] for row in person} and "hush" not in {row["label"] for row in person}
    for token in (bora, bora_device, None):
        for label in ("hush", draft["project_id"]):
            for path in ("/api/v1/projects/" + label, f"/api/v1/projects/{label}/status"):
                assert ask("GET", path, None, token)[0] == 404, path
        assert ask("GET", "/api/v1/blobs/" + sha, None, token)[0] == 404, "a draft's picture"
    assert ask("GET", "/api/v1/blobs/" + sha, None, hana)[0] == 200 and ask("GET", "/api/v1/blobs/" + sha, None, admin)[0] == 200
    for token in (bora, bora_device):
        snapshot, seen, epoch = pages(token)
        changes, _, _ = pages(token, epoch)
        text = str(snapshot) + str(changes) + str(ask("GET", "/api/v1/projects", None, token)[1])
        assert "bora-own" in text and seen["projects"] == 1, seen
        for word in hidden:
            assert word not in text, ("bora was told", word, text[max(0, text.find(word) - 300):text.find(word) + 100])
    assert all(word in str(pages(hana)[0]) for word in ["nheard-of"] + as_bytes), "hana does not see her own"
    refused_to_bora(rights, admin, hana, bora, bora_device, sha)


def some_dispatch(admin):
    """A parcel of somebody's campaign."""
    page = ask("GET", "/api/v1/snapshot?limit=5000&next=dispatches", None, admin)[1]
    column = [c["name"] for c in page["columns"]["dispatches"]].index("id")
    row = next(row["values"] for row in page["rows"] if row["table"] == "dispatches")
    return str(uuid.UUID(bytes=base64.b64decode(row[column])))


def refused_to_bora(rights, admin, hana, bora, bora_device, sha):
    """By any command; and hana's campaigns are as they were."""
    everything = {"project_id": "hush", "reward_id": "hush-reward", "title": "Bora's now", "summary": "Bora's now", "text": "Bora's now", "price": 1, "sha256": sha, "position": 0,
                  "plan_hash": "00" * 32, "caption": "Bora's now", "reason": "Bora's now", "backers_only": False, "step": 0,
                  "pledge_id": "unheard-of pledge", "dispatch_id": some_dispatch(admin), "carrier": "Bora's now"}
    cases = {"EditProject": ["project_id", "title"], "SubmitProject": ["project_id"], "StartProject": ["project_id"], "CancelProject": ["project_id", "reason"],
             "CloseProject": ["project_id", "plan_hash"], "CarryOutClosing": ["project_id", "plan_hash", "step"], "PostUpdate": ["project_id", "title", "text", "backers_only"],
             "AddReward": ["project_id", "title", "price"], "EditReward": ["reward_id", "title"], "CloseReward": ["reward_id"], "DeleteReward": ["reward_id"],
             "AddProjectPicture": ["project_id", "sha256"], "EditProjectPicture": ["project_id", "sha256", "position"], "RemoveProjectPicture": ["project_id", "sha256"],
             "DispatchItems": ["pledge_id"], "CorrectDispatch": ["dispatch_id", "carrier"]}
    assert set(cases) | {"CreateProject"} == {name for name, roles in rights.items() if "musician" in roles}
    for token in (bora, bora_device):
        for name, members in cases.items():
            for target in ({}, {"project_id": "spring", "reward_id": "spring-reward"}):
                arguments = {member: {**everything, **target}[member] for member in members}
                result = command(name, arguments, token)
                assert result["status"] == "rejected" and result["problem"]["code"] == "command.not_yours", (name, arguments, result)
        for name in ("SuspendProject", "ApproveProject", "PlacePledge", "CancelPledge", "RefundPledge", "SetDeliveryAddress"):
            assert command(name, {"project_id": "spring"}, token)["problem"]["code"] == "command.forbidden", name
        forged = command("CreateProject", {"label": "forged", "author": "hana", "title": "F"}, token)
        assert forged["problem"]["code"] == "command.not_yours", forged
    assert ask("GET", "/api/v1/projects/spring")[1]["title"] == "spring" and ask("GET", "/api/v1/projects/hush", None, hana)[1]["title"] == "Unheard-of title"


def more_secrets(house, admin):
    """Used ones, wrong ones and those in wrong places, too: in a body that is no JSON, in the path, in a header that is refused."""
    pair = login(("hana@people.example", "the password of hana"))
    status, second, _ = ask("POST", "/api/v1/auth/refresh", {"refresh_token": secret(pair["refresh_token"])})
    assert status == 200
    for token in (pair["access_token"], second["access_token"], second["refresh_token"]):
        secret(token)
    ask("POST", "/api/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    ask("POST", "/api/v1/auth/login", {"email": "hana@people.example", "password": secret("a password that was mistyped")})
    ask("POST", "/api/v1/auth/login", ('{"email":"hana@people.example","password":"' + secret("a password in broken JSON") + '"').encode())
    ask("POST", "/api/v1/devices", {"code": secret("a-code-that-was-guessed"), "name": "x"})
    ask("GET", "/api/v1/changes?access_token=" + secret("a-token-in-the-address"))
    ask("GET", "/api/v1/projects", None, secret("a-token-that-is-none"))
    command("SetPassword", {"user_id": "hana@people.example", "password": secret("a password instead of its verifier")}, admin)
    secret(house.join("desk", admin, role="box_office"))
    house.ctl("desk", "run", "CreateCoupon", "--args", '{"label":"gift","name":"Gift","amount":1000}', codes=(0, 1))
    house.ctl("desk", "sync", "--server", api.URL, "--once", codes=(0, 1))
    SECRETS.append(house.environment["ENCORE_KEY_PASSPHRASE"])


def search(folder, when):
    """Their text, and the bytes that the text stands for."""
    files, found = 0, 0
    wanted = [s.encode() for s in SECRETS] + [base64.urlsafe_b64decode(s + "=") for s in SECRETS if len(s) == 43]
    for where, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                content = file.read()
            for one in wanted:
                assert one not in content, (when, name, one, content[max(0, content.find(one) - 80):content.find(one) + 80])
            found += VERIFIERS[0].encode() in content
            files += 1
    assert found, "what does stand in the store was not found: the search sees nothing"
    return files


def main():
    rights, views = table(sys.argv[1]), table(sys.argv[2])
    secret(api.ADMIN[1])
    house = House("rights")
    subprocess.run([SERVER, "demo", "--database", house.database], check=True)
    house.start()
    admin = sign_in(*api.ADMIN)
    who = {"musician": "hana", **{role: role.replace("_", "-") for role in ROLES if role not in ("musician", "admin")}}
    tokens = {("admin", "person"): admin, **{(role, "person"): add_user(admin, label, role) for role, label in who.items()}}
    bora = add_user(admin, "bora", "musician")
    for role in ("door", "supervisor", "box_office"):
        tokens[role, "device of a role"] = device(admin, "A " + role, role=role)
    for role in ("musician", "finance", "reviewer", "admin"):
        tokens[role, "device of a person"] = device(tokens[role, "person"], "Of " + role)
    what_bora_may_know(rights, admin, tokens["musician", "person"], bora, device(bora, "Bora's"))
    print(commands_of_roles(rights, tokens), "pairs of command and signed-in role;", routes_of_roles(rights, tokens), "of route and role;",
          tables_of_roles(views, tokens), "of table and role")
    more_secrets(house, admin)
    while_it_runs = search(house.folder, "running")
    house.end(signal.SIGKILL)  # the write-ahead log stays
    assert os.path.getsize(house.path("server.encore-wal")) > 0
    killed = search(house.folder, "killed")
    house.start()
    house.end()
    print(len(SECRETS), "secrets are in none of", while_it_runs, killed, "and", search(house.folder, "ended"), "files")


main()
