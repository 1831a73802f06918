#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An outside client of nothing but curl and sed: signs in, gives commands, repeats them, watches what changes.
set -eu

fail() {
    echo "curl.sh: $1" >&2
    cat "$ENCORE_FOLDER/answer" "$ENCORE_FOLDER/headers" >&2
    exit 1
}

# call EXPECTED_STATUS METHOD PATH [CURL_OPTION…]: the answer is in the file "answer", its head in "headers".
call() {
    expected=$1 method=$2 path=$3
    shift 3
    : >"$ENCORE_FOLDER/answer" # where there is no body, curl leaves it as it was
    status=$(curl -sS --max-time 30 -o "$ENCORE_FOLDER/answer" -D "$ENCORE_FOLDER/headers" -w '%{http_code}' -X "$method" \
        -H 'Content-Type: application/json' "$@" "$ENCORE_URL$path")
    [ "$status" = "$expected" ] || fail "$method $path: $status instead of $expected"
}

# The text or number of a member that stands once in the answer.
member() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$ENCORE_FOLDER/answer"; }
says() { grep -q "$1" "$ENCORE_FOLDER/answer" || fail "the answer does not say $1"; }
header() { sed -n "s/^$1: \(.*\)\r$/\1/p" "$ENCORE_FOLDER/headers"; }
uuid() { cat /proc/sys/kernel/random/uuid; }

call 401 POST /api/v1/commands -d '{"commands":[]}'
call 401 POST /api/v1/auth/login -d '{"email":"admin@example.org","password":"wrong"}'
says '"code":"auth.wrong"'
call 200 POST /api/v1/auth/login -d '{"email":"admin@example.org","password":"correct horse"}'
signed_in="Authorization: Bearer $(member access_token)"

# A batch: each is answered by itself; sent again it changes nothing; the same id with another body is no repetition.
one=$(uuid)
batch() { printf '{"commands":[{"id":"%s","name":"CreateProject","arguments":{"label":"spring","author":"hana","title":"%s"}}]}' "$one" "$1"; }
call 200 POST /api/v1/commands -H "$signed_in" -d "$(batch Spring)"
says '"status":"applied"'
call 200 POST /api/v1/commands -H "$signed_in" -d "$(batch Spring)"
says '"status":"duplicate"'
call 200 POST /api/v1/commands -H "$signed_in" -d "$(batch Autumn)"
says '"status":"idempotency_mismatch"'

# What changes: everything so far, then what is new, which comes as soon as it does.
call 200 GET '/api/v1/snapshot?limit=1' -H "$signed_in"
epoch=$(member epoch)
call 200 GET "/api/v1/changes?epoch=$epoch&cursor=0&limit=5000" -H "$signed_in"
says '"table":"projects"'
cursor=$(member to)
(
    sleep 0.5
    curl -sS -o /dev/null -H "$signed_in" -H 'Content-Type: application/json' "$ENCORE_URL/api/v1/commands" \
        -d "{\"commands\":[{\"id\":\"$(uuid)\",\"name\":\"EditProject\",\"arguments\":{\"project_id\":\"spring\",\"summary\":\"as it came\"}}]}"
) &
call 200 GET "/api/v1/changes?epoch=$epoch&cursor=$cursor&wait=20" -H "$signed_in"
wait
says 'as it came'
[ "$(member to)" -gt "$cursor" ] || fail "the cursor stands still"
call 409 GET "/api/v1/changes?epoch=of-another-house&cursor=0" -H "$signed_in"

# One resource: the key is the command's id.
key=$(uuid)
call 400 PATCH /api/v1/projects/spring -H "$signed_in" -d '{"goal":1000000}'
call 200 PATCH /api/v1/projects/spring -H "$signed_in" -H "Idempotency-Key: $key" -d '{"goal":1000000}'
call 200 PATCH /api/v1/projects/spring -H "$signed_in" -H "Idempotency-Key: $key" -d '{"goal":1000000}'
[ "$(header Idempotency-Replayed)" = true ] || fail "was not known again"
call 422 PATCH /api/v1/projects/spring -H "$signed_in" -H "Idempotency-Key: $key" -d '{"goal":2000000}'
says '"code":"command.mismatch"'
[ "$(header Content-Type)" = application/problem+json ] || fail "no problem+json"

# Only if it is as it was.
call 404 GET /api/v1/projects/spring # a draft is nobody else's business
call 200 GET /api/v1/projects/spring -H "$signed_in"
tag=$(header ETag)
call 304 GET /api/v1/projects/spring -H "$signed_in" -H "If-None-Match: $tag"
[ ! -s "$ENCORE_FOLDER/answer" ] || fail "304 with a body"
[ -z "$(header Content-Length)" ] || fail "304 with the length of no body"
call 200 PATCH /api/v1/projects/spring -H "$signed_in" -H "Idempotency-Key: $(uuid)" -H "If-Match: $tag" -d '{"title":"Spring Night"}'
call 412 PATCH /api/v1/projects/spring -H "$signed_in" -H "Idempotency-Key: $(uuid)" -H "If-Match: $tag" -d '{"title":"Lost"}'
call 200 GET /api/v1/projects/spring -H "$signed_in" -H "If-None-Match: $tag"
says 'Spring Night'

call 204 POST /api/v1/auth/logout -H "$signed_in"
call 401 POST /api/v1/commands -H "$signed_in" -d '{"commands":[]}'
rm "$ENCORE_FOLDER/answer" "$ENCORE_FOLDER/headers"
echo "curl alone signs in, commands, repeats, waits for a change and edits only what is as it was"
