# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs in, gives commands, repeats them, and tries what it may not."""
import glob
import hashlib
import time
import urllib.request

import nacl.pwhash

from api import FOLDER, URL, ask, command, done, live_campaign, login, new_id


def verifier(password):
    return nacl.pwhash.argon2id.str(password.encode()).decode()


def idempotency(admin):
    id = new_id()
    first = command("CreateProject", {"label": "one", "author": "hana", "title": "One"}, admin, id=id)
    again = command("CreateProject", {"label": "one", "author": "hana", "title": "One"}, admin, id=id)
    other = command("CreateProject", {"label": "one", "author": "hana", "title": "Two"}, admin, id=id)
    assert first["status"] == "applied" and again["status"] == "duplicate" and again["outcome"] == first["outcome"], (first, again)
    assert other["status"] == "idempotency_mismatch" and other["problem"]["code"] == "command.mismatch", other

    live_campaign(admin, "spring")
    key = {"Idempotency-Key": new_id()}
    body = {"backer_email": "fan@example.org", "extra": 30_000, "provider": "transfer"}
    status, pledge, headers = ask("POST", "/api/v1/projects/spring/pledges", body, admin, key)
    assert status == 201 and pledge["state"] == "pending", (status, pledge)
    status, again, headers = ask("POST", "/api/v1/projects/spring/pledges", body, admin, key)
    assert status == 201 and again == pledge and headers["Idempotency-Replayed"] == "true", (status, again)
    status, problem, headers = ask("POST", "/api/v1/projects/spring/pledges", {**body, "extra": 40_000}, admin, key)
    assert status == 422 and problem["code"] == "command.mismatch", (status, problem)
    assert headers["Content-Type"] == "application/problem+json"
    status, problem, _ = ask("POST", "/api/v1/projects/spring/pledges", body, admin)
    assert status == 400 and problem["code"] == "api.no_key", (status, problem)


def changes(admin):
    done("RecordPledgePayment", {"pledge_id": done("PlacePledge", {"project_id": "spring", "label": "p1", "extra": 70_000, "backer_email": "b@example.org", "provider": "transfer"}, admin)["pledge_id"],
                                 "result": "succeeded"}, admin)
    status, now, _ = ask("GET", "/api/v1/projects/spring/status")
    assert status == 200 and now["raised"] == 70_000 and now["backers"] == 1, now
    # The server says when it was, not the sender: this campaign had not begun in 2019.
    done("PlacePledge", {"project_id": "spring", "extra": 2_000, "provider": "transfer", "backer_email": "early@example.org"}, admin,
         occurred_at="2019-01-01T00:00:00Z")
    # Each is answered by itself, in its order; one that is refused stops no other.
    batch = [{"id": new_id(), "name": "EditProject", "arguments": {"project_id": "spring", "summary": "A"}},
             {"id": new_id(), "name": "EditProject", "arguments": {"project_id": "spring", "goal": 5}},
             {"id": "not an id", "name": "EditProject", "arguments": {}},
             {"id": new_id(), "name": "NoSuchCommand", "arguments": {}},
             {"id": new_id(), "name": "EditProject", "arguments": {"project_id": "spring", "title": "Spring"}}]
    status, body, _ = ask("POST", "/api/v1/commands", {"commands": batch}, admin)
    assert [r["status"] for r in body["results"]] == ["applied", "rejected", "rejected", "rejected", "applied"], body
    assert body["results"][1]["problem"]["code"].startswith("project."), body
    status, project, _ = ask("GET", "/api/v1/projects/spring")
    assert project["title"] == "Spring" and project["goal"] == 1_000_000, project
    korean = ask("POST", "/api/v1/projects/spring/pledges", {"extra": 1}, admin, {"Idempotency-Key": new_id(), "Accept-Language": "ko"})
    assert korean[0] == 409 and any("가" <= letter <= "힣" for letter in korean[1]["detail"]), korean


def what_time_brings(admin):
    """Nobody asks for it: the server asks the provider, and the sum moves."""
    before = ask("GET", "/api/v1/projects/spring/status")[1]["raised"]
    done("PlacePledge", {"project_id": "spring", "extra": 5_000, "backer_email": "soon@example.org"}, admin)
    deadline = time.monotonic() + 20
    while ask("GET", "/api/v1/projects/spring/status")[1]["raised"] != before + 5_000:
        assert time.monotonic() < deadline, "the payment was never asked for"
        time.sleep(0.1)


def people(admin):
    for email, role in (("door@example.org", "door"), ("hana@example.org", "musician"), ("bora@example.org", "musician"),
                        ("box@example.org", "box_office"), ("review@example.org", "reviewer")):
        done("AddUser", {"email": email, "role": role, "password": verifier("pass " + email)}, admin)
    token = {who: login((who + "@example.org", "pass " + who + "@example.org"))["access_token"] for who in ("door", "hana", "bora", "box", "review")}
    assert command("AddUser", {"email": "x@example.org", "role": "door", "password": "plain text"}, admin)["problem"]["code"] == "people.no_verifier"
    assert command("AddUser", {"email": "y@example.org", "role": "king"}, admin)["status"] == "rejected"
    # A musician sees and changes what is theirs.
    done("CreateProject", {"label": "secret", "title": "Secret"}, token["hana"])
    assert ask("GET", "/api/v1/projects/secret")[0] == 404
    assert ask("GET", "/api/v1/projects/secret", token=token["bora"])[0] == 404
    assert ask("GET", "/api/v1/projects/secret", token=token["hana"])[0] == 200
    listed = lambda who: [p["label"] for p in ask("GET", "/api/v1/projects", token=token.get(who))[1]["projects"]]
    assert "secret" in listed("hana") and "secret" not in listed("bora") and "secret" not in listed(None)
    for name, arguments in (("EditProject", {"project_id": "secret", "title": "Mine"}), ("AddReward", {"project_id": "secret", "title": "R", "price": 1000}),
                            ("EditReward", {"reward_id": "spring-reward", "title": "R"}), ("CreateProject", {"label": "forged", "author": "hana", "title": "F"})):
        refused = command(name, arguments, token["bora"])
        assert refused["status"] == "rejected" and refused["problem"]["code"] == "command.not_yours", refused
    # What is not one's business is refused whatever the client did.
    for who, name, arguments in (("door", "EditProject", {"project_id": "spring", "title": "x"}), ("box", "AddUser", {"email": "z@example.org", "role": "admin"}),
                                 ("hana", "ApproveProject", {"project_id": "secret"}), ("review", "CreateProject", {"title": "x"})):
        refused = command(name, arguments, token[who])
        assert refused["problem"]["code"] == "command.forbidden", (who, refused)
    own = command("ApproveProject", {"project_id": "spring", "reviewer": "somebody else"}, token["review"])
    assert own["status"] == "rejected", own
    done("EditUser", {"user_id": next(iter([command("AddUser", {"email": "temp@example.org", "role": "door", "password": verifier("temporary")}, admin)]))["outcome"]["user_id"],
                      "disabled": True}, admin)
    assert ask("POST", "/api/v1/auth/login", {"email": "temp@example.org", "password": "temporary"})[0] == 401
    return token


def answers_stay(admin):
    """What was refused stays refused, even when it could be done by now; a new command may."""
    id, arguments = new_id(), {"project_id": "later", "label": "later-reward", "title": "R", "price": 1_000}
    first = command("AddReward", arguments, admin, id=id)
    assert first["status"] == "rejected" and first["problem"]["code"] == "project.not_found", first
    done("CreateProject", {"label": "later", "title": "Later"}, admin)
    assert command("AddReward", arguments, admin, id=id) == first
    assert command("AddReward", {**arguments, "price": 2_000}, admin, id=id)["status"] == "idempotency_mismatch"
    done("AddReward", arguments, admin)


def devices(admin, token):
    """A device comes in by a code, once; its commands are taken in its own order; taken out, it is told so."""
    assert ask("POST", "/api/v1/devices/provisioning-codes", {"role": "door"}, token["door"])[0] == 403
    assert ask("POST", "/api/v1/devices/provisioning-codes", {"role": "admin"}, admin)[1]["code"] == "device.role"
    status, made, _ = ask("POST", "/api/v1/devices/provisioning-codes", {"role": "box_office"}, admin)
    assert status == 201, made
    assert ask("POST", "/api/v1/devices", {"code": "guessed", "name": "Counter 1"})[0] == 401
    status, device, _ = ask("POST", "/api/v1/devices", {"code": made["code"], "name": "Counter 1"})
    assert status == 201 and device["token"], device
    assert ask("POST", "/api/v1/devices", {"code": made["code"], "name": "Counter 2"})[1]["code"] == "device.code"  # used up
    own = device["token"]
    place = lambda n, id=None, extra=5_000: command("PlacePledge", {"project_id": "spring", "extra": extra, "provider": "transfer", "backer_email": f"d{n}@example.org"},
                                                    own, id=id, device_seq=n)
    first, third = new_id(), new_id()
    assert place(1, first)["status"] == "applied"
    early = place(3, third)
    assert early["status"] == "rejected" and early["problem"]["code"] == "sync.expected", early
    refused = place(2, extra=-1)  # refused for good: its number is used up
    assert refused["status"] == "rejected", refused
    assert place(3, third)["status"] == "applied"  # and the same command is taken when its turn comes
    assert place(1, first)["status"] == "duplicate"  # hours later, behind newer ones
    again = place(2)
    assert again["status"] == "rejected" and again["problem"]["code"] == "sync.sequence_reused", again
    pledge = lambda n, id: {"id": id, "name": "PlacePledge", "device_seq": n, "arguments": {
        "project_id": "spring", "extra": 5_000, "provider": "transfer", "backer_email": f"d{n}@example.org"}}
    later, sooner = new_id(), new_id()
    shuffled = ask("POST", "/api/v1/commands", {"commands": [pledge(5, later), pledge(4, sooner)]}, own)[1]["results"]
    assert [(one["id"], one["status"]) for one in shuffled] == [(later, "applied"), (sooner, "applied")], shuffled
    # A copy of it, whose first command shows it, is not taken by what is behind and has the number that comes next.
    copied = ask("POST", "/api/v1/commands", {"commands": [pledge(6, new_id()), pledge(5, new_id())]}, own)[1]["results"]
    assert [one["problem"]["code"] for one in copied] == ["sync.sequence_reused"] * 2, copied
    assert command("AddUser", {"email": "d@example.org", "role": "admin"}, own, device_seq=6)["problem"]["code"] == "command.forbidden"
    assert ask("DELETE", "/api/v1/devices/" + device["device_id"], token=own)[0] == 403
    assert ask("DELETE", "/api/v1/devices/" + device["device_id"], token=admin)[0] == 204
    status, problem, _ = ask("POST", "/api/v1/commands", {"commands": []}, own)
    assert status == 401 and problem["code"] == "auth.revoked", (status, problem)
    assert ask("DELETE", "/api/v1/devices/" + new_id(), token=admin)[0] == 404
    return [own, made["code"]]


def files(admin, token):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4_000
    name = hashlib.sha256(picture).hexdigest()
    path = "/api/v1/blobs/" + name
    raw = {"Content-Type": "image/png"}
    assert ask("PUT", path, picture, headers=raw)[0] == 401
    assert ask("PUT", path, picture + b"x", admin, raw)[0] == 422
    assert ask("PUT", "/api/v1/blobs/../../etc/passwd", picture, admin, raw)[0] in (400, 404)
    assert ask("PUT", path, picture, admin, raw)[0] == 204
    assert ask("PUT", path, picture, admin, raw)[0] == 204
    assert ask("GET", path)[0] == 404  # nobody's picture yet
    done("AddProjectPicture", {"project_id": "spring", "sha256": name}, admin)
    with urllib.request.urlopen(URL + path) as got:
        assert got.read() == picture and got.headers["Content-Type"] == "image/png" and got.headers["X-Content-Type-Options"] == "nosniff"
        tag = got.headers["ETag"]
    assert ask("GET", path, headers={"If-None-Match": tag})[0] == 304
    done("AddProjectPicture", {"project_id": "secret", "sha256": name}, token["hana"])
    assert ask("GET", "/api/v1/blobs/" + "0" * 64, token=admin)[0] == 404
    assert ask("PUT", "/api/v1/blobs/" + "0" * 64, b"x" * 10_000_001, admin, raw)[0] == 413


def tags(admin):
    """Whoever has it is told so; whoever changes it says what they saw."""
    path = "/api/v1/projects/spring"
    tag = lambda: ask("GET", path, token=admin)[2]["ETag"]
    edit = lambda match, key=None, **fields: ask("PATCH", path, fields, admin, {"Idempotency-Key": key or new_id(), **({"If-Match": match} if match else {})})
    first = tag()
    status, body, headers = ask("GET", path, token=admin, headers={"If-None-Match": first})
    assert status == 304 and body == "" and headers["ETag"] == first and "no-cache" in headers["Cache-Control"], (status, body)
    assert first == ask("GET", path + "/status")[2]["ETag"] and ask("GET", path + "/status", headers={"If-None-Match": first})[0] == 304
    listed = ask("GET", "/api/v1/projects")[2]["ETag"]
    assert ask("GET", "/api/v1/projects", headers={"If-None-Match": listed})[0] == 304
    key = new_id()
    assert edit(first, key, summary="as I saw it")[0] == 200
    assert edit(first, key, summary="as I saw it")[0] == 200  # the same again is no other change, whatever it has changed itself
    status, problem, _ = edit(first, summary="as it was before")
    assert status == 412 and problem["code"] == "api.other_version", (status, problem)
    assert ask("GET", path, token=admin, headers={"If-None-Match": first})[0] == 200
    assert ask("GET", "/api/v1/projects", headers={"If-None-Match": listed})[0] == 200
    refused = new_id()  # what was never tried may be tried again
    assert edit(first, refused, summary="second try")[0] == 412 and edit(tag(), refused, summary="second try")[0] == 200
    assert edit("*", summary="whatever it is")[0] == 200 and edit('"nonsense"', summary="x")[0] == 412 and edit("W/" + tag(), summary="x")[0] == 412
    # A pledge moves what was raised, and so what is told; of what was edited it says nothing.
    before = tag()
    pledge = lambda match: ask("POST", path + "/pledges", {"extra": 3_000, "provider": "transfer", "backer_email": "tag@example.org"}, admin,
                               {"Idempotency-Key": new_id(), "If-Match": match})
    assert pledge(before)[0] == 201
    done("RecordPledgePayment", {"pledge_id": pledge(before)[1]["pledge_id"], "result": "succeeded"}, admin)
    assert tag() != before and ask("GET", path + "/status", headers={"If-None-Match": before})[0] == 200
    assert pledge(before)[0] == 201 and edit(before, summary="still as I saw it")[0] == 200
    assert pledge(before)[0] == 412
    assert ask("POST", "/api/v1/orders", {"lines": []}, admin, {"Idempotency-Key": new_id(), "If-Match": "*"})[0] == 412  # there is none yet


def coupons(admin, token):
    """What somebody has, and what it takes off; nobody sees another's."""
    for label, fields in (("fixed", {"amount": 5_000}), ("fifth", {"kind": "percentage", "percent": 20, "cap": 10_000}),
                          ("large", {"amount": 30_000, "minimum_spend": 200_000}), ("over", {"amount": 50_000, "closes_at": "2020-01-01T00:00:00Z"})):
        done("CreateCoupon", {"label": label, "name": label, **fields}, admin)
        if label != "over":
            done("ClaimCoupon", {"coupon_id": label, "email": "Box@example.org"}, admin)
    done("ClaimCoupon", {"coupon_id": "fixed", "email": "hana@example.org"}, admin)
    mine = lambda query="": [(c["label"], c["discount"], c["reason"]) for c in ask("GET", "/api/v1/coupons" + query, token=token["box"])[1]["coupons"]]
    assert mine("?total=110000") == [("fifth", 10_000, ""), ("fixed", 5_000, ""), ("large", 0, "coupon.below_minimum")], mine("?total=110000")
    assert mine("?usable&total=110000") == [("fifth", 10_000, ""), ("fixed", 5_000, "")], mine("?usable&total=110000")
    assert mine("?usable=true&total=200000")[0] == ("large", 30_000, "")
    assert sorted(mine("?usable")) == [("fifth", 0, ""), ("fixed", 0, ""), ("large", 0, "")], mine("?usable")
    done("EditCoupon", {"coupon_id": "fifth", "closes_at": "2020-01-01T00:00:00Z"}, admin)
    done("DeleteCoupon", {"coupon_id": "fixed"}, admin)
    assert [label for label, _, _ in mine("?usable&total=200000")] == ["large"] and len(mine("?total=1")) == 2
    assert ask("GET", "/api/v1/coupons", token=token["hana"])[1]["coupons"] == []
    assert ask("GET", "/api/v1/coupons", token=admin)[1]["coupons"] == []
    for wrong in ("many", "-1", "1e3", "99999999999999999999"):
        status, problem, _ = ask("GET", "/api/v1/coupons?total=" + wrong, token=admin)
        assert status == 400, (wrong, status, problem)


def tokens(admin):
    pair = login()
    status, second, _ = ask("POST", "/api/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert status == 200 and second["refresh_token"] != pair["refresh_token"], second
    assert ask("GET", "/api/v1/projects", token=second["access_token"])[0] == 200
    # Somebody has a copy of the old one: all that came from that sign-in ends.
    assert ask("POST", "/api/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})[0] == 401
    assert ask("POST", "/api/v1/auth/refresh", {"refresh_token": second["refresh_token"]})[0] == 401
    assert ask("GET", "/api/v1/projects", token=second["access_token"])[0] == 401
    assert ask("GET", "/api/v1/projects", token=admin)[0] == 200  # another sign-in stays
    third = login()
    assert ask("POST", "/api/v1/auth/logout", token=third["access_token"])[0] == 204
    assert ask("GET", "/api/v1/projects", token=third["access_token"])[0] == 401
    assert ask("POST", "/api/v1/commands", {"commands": []})[0] == 401
    assert ask("POST", "/api/v1/commands", {"commands": []}, token="nonsense")[0] == 401
    return [pair["access_token"], pair["refresh_token"], second["access_token"], second["refresh_token"], third["access_token"], admin]


def growing_delay():
    """Of an e-mail that nobody has, too: the answer must not tell which are known."""
    for email in ("door@example.org", "nobody@example.org"):
        for _ in range(5):
            status, body, _ = ask("POST", "/api/v1/auth/login", {"email": email, "password": "wrong"})
            assert status == 401 and body["code"] == "auth.wrong", (status, body)
        status, body, headers = ask("POST", "/api/v1/auth/login", {"email": email, "password": "wrong"})
        assert status == 429 and int(headers["Retry-After"]) >= 1, (status, body)
        time.sleep(1.2)
        assert ask("POST", "/api/v1/auth/login", {"email": email, "password": "wrong"})[0] == 401
        status, body, headers = ask("POST", "/api/v1/auth/login", {"email": email, "password": "wrong"})
        assert status == 429 and int(headers["Retry-After"]) >= 2, (status, headers)


def bad_input(admin):
    for body, code in ((b"{", 400), (b"[" * 200 + b"]" * 200, 400), (b'{"commands": 5}', 400), (b'{"commands":[{"id":1}]}', 400), (b"\xff\xfe", 400),
                       (b'{"commands":[],"commands":[]}', 400)):
        status, problem, _ = ask("POST", "/api/v1/commands", body, admin)
        assert status == code and problem["code"], (body[:20], status, problem)
    assert ask("POST", "/api/v1/commands", b"{}", admin, {"Content-Type": "text/plain"})[0] == 415
    assert ask("DELETE", "/api/v1/projects")[0] == 405
    assert ask("GET", "/api/v1/projects/" + "x" * 3000)[0] == 404
    nasty = "<script>alert(1)</script>'; DROP TABLE projects; -- \u202e\U0001F3B5"
    done("EditProject", {"project_id": "spring", "summary": nasty, "title": nasty}, admin)
    assert ask("GET", "/api/v1/projects/spring")[1]["title"] == nasty
    for amount in (-1, 0.5, 1e19, "1000", True, 10**30):
        assert command("PlacePledge", {"project_id": "spring", "extra": amount}, admin)["status"] == "rejected", amount
    assert done("EditProject", {"project_id": "spring", "title": "Spring", "unheard_of": {"a": 1}}, admin)  # for a newer server


def main():
    admin = login()["access_token"]
    idempotency(admin)
    changes(admin)
    what_time_brings(admin)
    answers_stay(admin)
    token = people(admin)
    files(admin, token)
    tags(admin)
    coupons(admin, token)
    held = list(token.values()) + devices(admin, token)
    held += tokens(admin)
    growing_delay()
    bad_input(admin)
    status, text, _ = ask("GET", "/metrics")
    assert status == 200 and "encore_commands_applied_total" in text
    for file in glob.glob(FOLDER + "/*"):
        content = open(file, "rb").read()
        for secret in held + ["correct horse", "pass hana@example.org"]:
            assert secret.encode() not in content, (file, "holds a secret")
    print("tokens and passwords are in none of", len(glob.glob(FOLDER + "/*")), "files")


main()
