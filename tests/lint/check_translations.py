#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that translations/*.ts hold exactly the words of the screens, and that none is unfinished.

Usage: check_translations.py SOURCE_DIR LUPDATE
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main(source: Path, lupdate: str) -> int:
    faults = []
    for file in sorted((source / "translations").glob("*.ts")):
        before = file.read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            # On a copy, and with the folders named from the root: what a person would run by hand.
            copy = Path(folder) / file.name
            shutil.copy(file, copy)
            subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", "ui", "app", "-ts", str(copy)], cwd=source, check=True,
                           capture_output=True)
            if copy.read_bytes() != before:
                faults.append(f"{file.name}: lupdate changes it; run: lupdate -no-obsolete -locations none ui app -ts translations/{file.name}")
        if b'type="unfinished"' in before:
            faults.append(f"{file.name}: has unfinished words")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
