# SPDX-License-Identifier: GPL-3.0-or-later
"""The description is sound, and every route in it answers as it says."""
import hashlib

import jsonschema

from api import ADMIN, ask, done, live_campaign, login, new_id

FILE = b"a file"
BLOB = hashlib.sha256(FILE).hexdigest()
METHODS = {"get", "put", "post", "delete", "patch", "head", "options"}


def check_document(document):
    """What OpenAPI 3.1 asks of a document, as far as this one goes into it."""
    assert document["openapi"].startswith("3.1.") and document["info"]["title"] and document["info"]["version"]
    schemas = 0
    for path, item in document["paths"].items():
        assert path.startswith("/") and set(item) <= METHODS, path
        for method, operation in item.items():
            assert all(p["in"] in ("path", "query", "header") and p["name"] for p in operation.get("parameters", [])), path
            named = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path" and p["required"] is True}
            assert named == {part[1:-1] for part in path.split("/") if part.startswith("{")}, path
            assert operation["responses"], path
            for response in operation["responses"].values():
                if "$ref" in response:
                    assert response["$ref"].startswith("#/components/responses/") and response["$ref"].split("/")[-1] in document["components"]["responses"]
                    continue
                assert response["description"]
                for media in response.get("content", {}).values():
                    jsonschema.Draft202012Validator.check_schema(media["schema"])
                    schemas += 1
            if "requestBody" in operation:
                for media in operation["requestBody"]["content"].values():
                    jsonschema.Draft202012Validator.check_schema(media["schema"])
                    schemas += 1
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas += 1
    return schemas


def check_tag(method, path, token, operation, headers):
    """Whoever has what is told is told that they have it."""
    described = "304" in operation["responses"]
    assert described == bool(headers["ETag"]) == any(p["name"] == "If-None-Match" for p in operation.get("parameters", [])), path
    if described:
        for _ in range(3):  # by the clock alone it does not change
            status, body, known = ask(method, path, None, token, {"If-None-Match": '"something else", ' + headers["ETag"]})
            assert status == 304 and not body and known["ETag"] == headers["ETag"], (path, status, body)
        assert ask(method, path, None, token, {"If-None-Match": '"something else"'})[0] == 200, path
    return described


def main():
    status, document, _ = ask("GET", "/api/v1/openapi.json")
    assert status == 200
    schemas = check_document(document)
    admin = login()["access_token"]
    live_campaign(admin, "spring")
    done("SchedulePerformance", {"label": "eve", "title": "Eve", "starts_at": "2099-12-24T19:00:00+09:00"}, admin)
    done("CreateOffer", {"label": "seat", "title": "Seat", "performance_id": "eve", "price": 60_000}, admin)
    done("CreateCoupon", {"label": "gift", "name": "Gift", "amount": 5_000}, admin)
    order = done("PlaceOrder", {"lines": [{"offer_id": "seat", "quantity": 1}]}, admin)["label"]
    pair = login()
    code = ask("POST", "/api/v1/devices/provisioning-codes", {"role": "door"}, admin)[1]["code"]
    device = ask("POST", "/api/v1/devices", {"code": ask("POST", "/api/v1/devices/provisioning-codes", {"role": "door"}, admin)[1]["code"], "name": "B"})[1]
    bodies = {("post", "/api/v1/auth/login"): {"email": ADMIN[0], "password": ADMIN[1]},
              ("post", "/api/v1/auth/refresh"): {"refresh_token": pair["refresh_token"]},
              ("post", "/api/v1/commands"): {"commands": [{"id": new_id(), "name": "EditProject", "arguments": {"project_id": "spring", "title": "T"}},
                                                           {"id": new_id(), "name": "Nothing", "arguments": {}}]},
              ("post", "/api/v1/commands/sealed"): {"box": "AAAA"},
              ("post", "/api/v1/adoption"): {"pieces": [], "sha256": ""},
              ("post", "/api/v1/devices/provisioning-codes"): {"role": "door"},
              ("put", "/api/v1/blobs/{sha256}"): FILE,
              ("post", "/api/v1/devices"): {"code": code, "name": "Gate A"},
              ("post", "/api/v1/orders"): {"lines": [{"offer_id": "seat", "quantity": 2}]},
              ("post", "/api/v1/orders/{id}/payments"): {"tenders": [{"kind": "transfer"}]},
              ("post", "/api/v1/coupons/{id}/claims"): {"email": "a@example.org"},
              ("patch", "/api/v1/projects/{id}"): {"summary": "T"},
              ("post", "/api/v1/projects/{id}/pledges"): {"extra": 5_000, "backer_email": "a@example.org"}}
    # Nothing is sealed here, and a house that is not empty adopts nothing; sealed.py and adopt.py see them go well.
    refused = {("post", "/api/v1/commands/sealed"), ("post", "/api/v1/adoption")}
    asked, tagged = 0, 0
    for path, item in document["paths"].items():
        for method, operation in item.items():
            token = login()["access_token"] if "security" in operation or "/blobs/" in path else None
            ids = {"devices": device["device_id"], "orders": order, "coupons": "gift"}
            real = path.replace("{id}", ids.get(path.split("/")[3] if path.count("/") > 3 else "", "spring")).replace("{sha256}", BLOB)
            if "security" in operation:
                assert ask(method.upper(), real, bodies.get((method, path)))[0] == 401, path  # without it
            if "requestBody" in operation:
                jsonschema.validate(bodies[method, path], operation["requestBody"]["content"]["application/json"]["schema"])
            if path == "/api/v1/changes":  # of this server's own history
                real += "?cursor=0&epoch=" + ask("GET", "/api/v1/snapshot", None, token)[1]["epoch"]
            status, body, headers = ask(method.upper(), real, bodies.get((method, path)), token, {"Idempotency-Key": new_id()})
            if (method, path) in refused:
                assert status == 409 and headers["Content-Type"] == "application/problem+json", (path, status, body)
                jsonschema.validate(body, document["components"]["responses"]["Problem"]["content"]["application/problem+json"]["schema"])
                asked += 1
                continue
            described = operation["responses"].get(str(status))
            assert described, (method, path, status, body)
            if "content" in described:
                assert headers["Content-Type"] == "application/json", path
                jsonschema.validate(body, described["content"]["application/json"]["schema"])
            tagged += check_tag(method.upper(), real, token, operation, headers)
            problem = document["components"]["responses"]["Problem"]["content"]["application/problem+json"]["schema"]
            refusal = ask(method.upper(), real.split("?")[0] + "/there/is/nothing")
            assert refusal[0] == 404
            jsonschema.validate(refusal[1], problem)
            asked += 1
    print(asked, "routes answered as described,", tagged, "of them with a tag;", schemas, "schemas are sound")


main()
