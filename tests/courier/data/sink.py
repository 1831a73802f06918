# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server that keeps what it takes: a line of JSON a letter, as Python's own parser reads it.

Usage: sink.py FOLDER [--port N] [--login USER PASSWORD] [--tls CERTIFICATE KEY] [--refuse-sender]
Recipients say how they want to be treated: later<N>@… is put off N times, bounce@… does not exist, spam@… is refused after its text,
cut@… is taken and the connection is cut before it is said; everybody else takes what comes."""
import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

options = argparse.ArgumentParser()
options.add_argument("folder")
options.add_argument("--port", type=int, default=0)
options.add_argument("--login", nargs=2)
options.add_argument("--tls", nargs=2)
options.add_argument("--refuse-sender", action="store_true")
options = options.parse_args()
asked = {}
letters = open(os.path.join(options.folder, "letters.jsonl"), "a", buffering=1)


def parsed(envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    body = letter.get_body(("plain",))
    return {"mail_from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": str(letter["Subject"]), "from_header": str(letter["From"]),
            "to_header": str(letter["To"]), "message_id": str(letter["Message-ID"]), "date": str(letter["Date"]), "text": body.get_content(),
            "headers": [name for name, _ in letter.items()], "defects": [str(defect) for part in letter.walk() for defect in part.defects],
            "longest_line": max(len(line) for line in envelope.content.split(b"\r\n")),
            "attachments": [[part.get_filename(), part.get_content_type(), len(part.get_content())] for part in letter.iter_attachments()]}


class Keeper:
    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if options.refuse_sender:
            return "553 5.7.1 not your address"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        name = address.split("@")[0]
        asked[address] = asked.get(address, 0) + 1
        if name == "bounce":
            return f"550 5.1.1 <{address}> is nobody here"
        if name.startswith("later") and asked[address] <= int(name[5:]):
            return "451 4.7.1 greylisted, come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("spam@"):
            return "554 5.7.1 we do not want this"
        letters.write(json.dumps(parsed(envelope), ensure_ascii=False) + "\n")
        if envelope.rcpt_tos[0].startswith("cut@") and asked[envelope.rcpt_tos[0]] == 1:
            server.transport.abort()
        return "250 OK"


def checked(server, session, envelope, mechanism, data):
    good = [data.login.decode(), data.password.decode()] == options.login
    return AuthResult(success=good, handled=good)  # where it is not handled, the server says no by itself


async def main():
    more = {}
    if options.tls:
        more["tls_context"] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        more["tls_context"].load_cert_chain(*options.tls)
        more["require_starttls"] = True
    if options.login:
        more.update(authenticator=checked, auth_required=True, auth_require_tls=bool(options.tls))
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Keeper(), hostname="sink.example", enable_SMTPUTF8=False, **more),
                                                            "127.0.0.1", options.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    # It goes when whoever started it does.
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


asyncio.run(main())
