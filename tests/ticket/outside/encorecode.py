#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes and verifies ticket codes of Encore with nothing of Encore: a generic CBOR and a generic Ed25519 library."""

import argparse
import base64
import hashlib
import json
import sys

import cbor2
import nacl.exceptions
import nacl.signing

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
PREFIX = "ENC1:"
COSE_SIGN1, ALGORITHM, KEY_ID, EDDSA = 18, 1, 4, -8
EXP, NBF, CTI, PERFORMANCE, PRODUCT, SEAT = 4, 5, 7, -70001, -70002, -70003


def base45_encode(data):
    text = ""
    for at in range(0, len(data), 2):
        pair = data[at:at + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, digit = divmod(number, 45)
            text += ALPHABET[digit]
    return text


def base45_decode(text):
    data = b""
    for at in range(0, len(text), 3):
        group = text[at:at + 3]
        number = sum(ALPHABET.index(digit) * 45 ** place for place, digit in enumerate(group))
        data += number.to_bytes(len(group) - 1, "big")
    return data


def key_id(public_key):
    return hashlib.sha256(public_key).digest()[:8]


def signed_bytes(protected, payload):
    return cbor2.dumps(["Signature1", protected, b"", payload])


def make(arguments):
    key = nacl.signing.SigningKey(bytes.fromhex(arguments.seed))
    claims = {
        CTI: bytes.fromhex(arguments.ticket),
        PERFORMANCE: bytes.fromhex(arguments.performance),
        PRODUCT: bytes.fromhex(arguments.product),
    }
    for label, value in ((NBF, arguments.nbf), (EXP, arguments.exp), (SEAT, arguments.seat)):
        if value is not None:
            claims[label] = value
    payload = cbor2.dumps(claims, canonical=True)
    protected = cbor2.dumps({ALGORITHM: EDDSA}, canonical=True)
    signature = key.sign(signed_bytes(protected, payload)).signature
    unprotected = {KEY_ID: key_id(bytes(key.verify_key))}
    print(PREFIX + base45_encode(cbor2.dumps(cbor2.CBORTag(COSE_SIGN1, [protected, unprotected, payload, signature]))))


def verify(arguments):
    public_key = base64.b64decode(arguments.public_key, validate=True)
    if not arguments.code.startswith(PREFIX):
        sys.exit("not a code of Encore")
    message = cbor2.loads(base45_decode(arguments.code[len(PREFIX):]))
    if message.tag != COSE_SIGN1:
        sys.exit("not a COSE_Sign1")
    protected, unprotected, payload, signature = message.value
    if cbor2.loads(protected) != {ALGORITHM: EDDSA} or unprotected != {KEY_ID: key_id(public_key)}:
        sys.exit("other headers than expected")
    try:
        nacl.signing.VerifyKey(public_key).verify(signed_bytes(protected, payload), signature)
    except nacl.exceptions.BadSignatureError:
        sys.exit("the signature does not hold")
    claims = cbor2.loads(payload)
    print(json.dumps({
        "ticket_id": claims.pop(CTI).hex(),
        "performance_id": claims.pop(PERFORMANCE).hex(),
        "product_id": claims.pop(PRODUCT).hex(),
        "nbf": claims.pop(NBF, None),
        "exp": claims.pop(EXP, None),
        "seat": claims.pop(SEAT, None),
        "other_claims": len(claims),
    }))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    for name in ("seed", "ticket", "performance", "product"):
        making.add_argument(name, help="hexadecimal")
    making.add_argument("--nbf", type=int)
    making.add_argument("--exp", type=int)
    making.add_argument("--seat")
    making.set_defaults(run=make)
    verifying = commands.add_parser("verify")
    verifying.add_argument("code")
    verifying.add_argument("public_key", help="32 bytes in base64")
    verifying.set_defaults(run=verify)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
