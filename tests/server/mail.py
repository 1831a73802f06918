# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of a real server to a real mail server: tickets, what bounces, a mail server that goes and comes, and the server killed in the
middle of 200. Each comes once, or again under the same Message-ID; no secret is in any file or line of the log."""
import glob
import os
import re
import signal
import time

import api
from api import done, login
from house import House
from sinks import MailServer, eventually

PASSWORD = "the mail server's own secret"
house = House("mail")
house.environment.update({"ENCORE_SMTP_PASSWORD": PASSWORD, "ENCORE_KEY_PASSPHRASE": "of this test"})
house.start()
token = login()["access_token"]
mail = MailServer(house.path("mail"), "--login", "box", PASSWORD)


def settings(**more):
    done("SetMailSettings", {"host": "127.0.0.1", "port": mail.port, "security": "none", "user_name": "box", "from_address": "box@hall.example",
                             "from_name": "Hall", "language": "en", **more}, token)


def messages(state):
    """As a desk of the house sees them."""
    house.ctl("desk", "sync", "--server", api.URL, "--once")
    return house.ctl("desk", "query", "Messages", "--args", f'{{"state":"{state}","limit":1000}}')


def sell(email):
    order = done("PlaceOrder", {"lines": [{"offer_id": "standing", "quantity": 1}], "buyer_email": email, "complimentary": "press"}, token)
    return order["label"]


settings()
house.join("desk", token)
done("SchedulePerformance", {"label": "gala", "title": "Gala", "starts_at": "2099-12-24T19:00:00+09:00"}, token)
done("CreateOffer", {"label": "standing", "title": "Standing", "performance_id": "gala", "price": 60_000}, token)

# Tickets, with codes that the server signs itself and everybody accepts.
order = sell("kim@example.org")
eventually("the tickets came", lambda: len(mail.letters()) == 1)
letter = mail.letters()[0]
assert letter["to"] == ["kim@example.org"] and order in letter["subject"] and "Gala" in letter["text"] and not letter["defects"], letter
code = re.search(r"Code: (ENC1:.*)", letter["text"]).group(1)
assert [name for name, _, _ in letter["attachments"]] == ["ticket-1.png"], letter
house.ctl("desk", "sync", "--server", api.URL, "--once")
assert house.ctl("desk", "ticket", "verify", code)[0]["valid"], code

# What bounces waits for a person, and goes out when the address is mended.
sell("bounce@example.org")
eventually("it bounced", lambda: messages("failed"))
failed = messages("failed")[0]
assert failed["recipient"] == "bounce@example.org" and failed["reason"].startswith("550 "), failed
done("SendMessageAgain", {"message_id": failed["message_id"], "email": "lee@example.org"}, token)
eventually("it came in the end", lambda: len(mail.letters()) == 2)
assert mail.letters()[1]["message_id"] == f"<{failed['message_id']}@hall.example>" and not messages("failed")

# One is put off; the mail server goes, and comes back.
sell("later1@example.org")
eventually("it was put off and sent", lambda: len(mail.letters()) == 3)
mail.stop()
sell("patient@example.org")
eventually("nobody answered", lambda: any(row["reason"] for row in messages("waiting")))
mail.start()
eventually("it was sent when somebody did", lambda: len(mail.letters()) == 4)

# Killed in the middle of 200.
for number in range(200):
    done("SendTestMessage", {"email": f"fan{number}@example.org"}, token)
begun = time.monotonic()
kills = 0
while len(mail.letters()) < 180:
    assert time.monotonic() - begun < 120
    if len(mail.letters()) > 20 + 60 * kills and kills < 3:
        house.end(signal.SIGKILL)
        house.start()
        kills += 1
    time.sleep(0.005)
token = login()["access_token"]
eventually("nothing waits", lambda: not messages("waiting"), 120)
letters = mail.letters()
fans = {letter["to"][0]: letter["message_id"] for letter in letters if letter["to"][0].startswith("fan")}
assert len(fans) == 200 and len(set(fans.values())) == 200, len(fans)
twice = len(letters) - 204
assert 0 <= twice <= kills and kills >= 2, (twice, kills)
assert all(fans[letter["to"][0]] == letter["message_id"] for letter in letters if letter["to"][0] in fans)
assert len(messages("sent")) == 204 and not messages("failed")

# The house's own file has the log and the log's arguments; neither has a code nor the password.
house.end()
for file in glob.glob(house.path("*")):
    if os.path.isfile(file):
        content = open(file, "rb").read()
        assert PASSWORD.encode() not in content, (file, "holds the password")
        assert file.endswith("said") or code.encode() not in content, (file, "holds a code")
print(f"204 letters, {twice} of them twice after {kills} kills; what bounced was mended by a person")
