#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ticket codes of pretix (signature scheme 1) with nothing of Encore; the protobuf is spelled out by hand.

With --alter each further line is a JSON object with "name" and "text": texts that are not the code, though a lenient base64
reader gets the same bytes out of each."""

import argparse
import base64
import json
import string

import nacl.signing

BASE64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"


def varint(number):
    number &= (1 << 64) - 1
    encoded = b""
    while number > 0x7F:
        encoded += bytes([number & 0x7F | 0x80])
        number >>= 7
    return encoded + bytes([number])


def payload_of(arguments):
    payload = b""
    if arguments.ticket_seed:
        text = arguments.ticket_seed.encode()
        payload += b"\x0a" + varint(len(text)) + text
    numbers = (arguments.item, arguments.variation, arguments.subevent, arguments.valid_from, arguments.valid_until)
    for field, number in enumerate(numbers, start=2):
        if number:
            payload += varint(field << 3) + varint(number)
    return payload


def spelled(text):
    return text[::-1]


def altered(data):
    text = base64.b64encode(data).decode()
    padding = text.count("=")
    body = text.rstrip("=")
    if padding:
        # The last character carries 2 or 4 bits that belong to no byte.
        last = BASE64[BASE64.index(body[-1]) | 1]
        yield "spare bits", body[:-1] + last + "=" * padding
        yield "without padding", body
        yield "more padding", text + "="
    yield "padding behind", text + "=" * 4
    yield "a space behind", text + " "
    yield "a space in front", " " + text
    yield "a space inside", text[:40] + " " + text[40:]
    yield "a line end inside", text[:76] + "\n" + text[76:]
    yield "a character outside the alphabet", text[:40] + "*" + text[40:]
    yield "junk behind", text + "!"
    if text.translate(str.maketrans("+/", "-_")) != text:
        yield "base64url", text.translate(str.maketrans("+/", "-_"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", help="of the signing key, hexadecimal")
    parser.add_argument("item", type=int)
    parser.add_argument("--ticket-seed", default="")
    parser.add_argument("--variation", type=int, default=0)
    parser.add_argument("--subevent", type=int, default=0)
    parser.add_argument("--valid-from", type=int, default=0)
    parser.add_argument("--valid-until", type=int, default=0)
    parser.add_argument("--alter", action="store_true")
    arguments = parser.parse_args()
    payload = payload_of(arguments)
    signature = nacl.signing.SigningKey(bytes.fromhex(arguments.seed)).sign(payload).signature
    data = b"\x01" + len(payload).to_bytes(2, "big") + len(signature).to_bytes(2, "big") + payload + signature
    print(spelled(base64.b64encode(data).decode()))
    if arguments.alter:
        for name, text in altered(data):
            print(json.dumps({"name": name, "text": spelled(text)}))


if __name__ == "__main__":
    main()
