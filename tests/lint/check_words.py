#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks resources/words.tsv: both languages, the same places in both, each id used, each used id there.

Usage: check_words.py SOURCE_DIR
"""
import re
import sys
from pathlib import Path

PLACE = re.compile(r"\{(\w+)\}")
# An id is written out in code as "room.name"; a prefix that is put together with a name ends in a dot.
LITERAL = re.compile(r'"([a-z]+(?:\.[a-z0-9_]+)+|[a-z]+(?:\.[a-z0-9_]+)*\.)"')


def main(source: Path) -> int:
    faults = []
    table = {}
    for number, line in enumerate((source / "resources/words.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3 or not all(field.strip() for field in fields):
            faults.append(f"words.tsv:{number}: needs id, English, Korean")
            continue
        name, english, korean = fields
        if name in table:
            faults.append(f"words.tsv:{number}: {name} stands twice")
        table[name] = number
        if set(PLACE.findall(english)) != set(PLACE.findall(korean)):
            faults.append(f"words.tsv:{number}: {name} has other places in Korean")
        if not re.search("[가-힣]", korean) and re.search("[A-Za-z]{4}", re.sub(r"\{\w+\}", "", korean)):
            faults.append(f"words.tsv:{number}: {name} is not translated")
    rooms = {name.split(".")[0] for name in table}
    used = set()
    prefixes = set()
    for folder in ("core", "ui", "app"):
        for file in (source / folder).glob("**/*"):
            if file.suffix not in (".h", ".cpp"):
                continue
            for literal in LITERAL.findall(file.read_text(encoding="utf-8")):
                if literal.endswith("."):
                    prefixes.add(literal)
                elif literal.split(".")[0] in rooms and not re.search(r"\.(h|encore|tsv|json|png|svg|wav|ko|en)$", literal):
                    used.add(literal)
                    if literal not in table:
                        faults.append(f"{file.relative_to(source)}: {literal} has no words")
    for name in sorted(table):
        if name not in used and not any(name.startswith(prefix) for prefix in prefixes):
            faults.append(f"words.tsv:{table[name]}: nothing says {name}")
    for fault in sorted(set(faults)):
        print(fault)
    print(f"{len(table)} messages, {len(used)} used by name, {len(faults)} faults")
    return 1 if faults or len(table) < 50 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
