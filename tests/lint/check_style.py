#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what STYLE asks of every source file and a machine can see. Usage: check_style.py SOURCE_DIR"""
import re
import subprocess
import sys
from pathlib import Path

MOST_LINES = 600
MOST_FUNCTION_LINES = 60
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# What would make a command differ from desk to desk: clocks, randomness, locale, unordered iteration.
NOT_DETERMINISTIC = re.compile(r"\b(QDateTime::current|QDate::current|QTime::current|QRandomGenerator|QUuid::createUuid\(|QLocale::system|QLocale\(\)|std::rand|time\(nullptr\))")
SQL = re.compile(r"\bQSql\w+|\"(SELECT|INSERT INTO|UPDATE|DELETE FROM) ")
SINGLETON = re.compile(r"static\s+\w+\s*[&*]\s*(instance|self|get\w*Instance)\(\)")
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "app", "core", "ui", "resources", "translations", "tests", "packaging"}


def tracked(source: Path):
    try:
        names = subprocess.run(["git", "-C", str(source), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True,
                               check=True).stdout.splitlines()
        return [source / name for name in names if (source / name).is_file()]
    except (OSError, subprocess.CalledProcessError):
        return [file for file in source.glob("**/*") if file.is_file() and "build" not in file.relative_to(source).parts]


def long_functions(text: str):
    """A body opens with a lone brace in column 0 and closes with one: that is how clang-format leaves functions here."""
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start - 1 > MOST_FUNCTION_LINES:
                yield start, number - start - 1
            start = None


def faults_of(path: str, text: str):
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:300]:
        yield "no SPDX line at the top"
    lines = text.count("\n")
    if lines > MOST_LINES:
        yield f"{lines} lines; at most {MOST_LINES}"
    for start, length in long_functions(text):
        yield f"line {start}: a function of {length} lines; at most {MOST_FUNCTION_LINES}"
    if UNFINISHED.search(text) and not path.startswith("tests/lint/"):
        yield "words of unfinished work"
    if path.startswith(("core/domain/", "core/commands/", "core/door/")) and path != "core/domain/random.cpp" and path != "core/domain/time.cpp":
        found = NOT_DETERMINISTIC.search(text)
        if found:
            yield f"not deterministic: {found.group(0)}"
    if path.startswith(("core/", "ui/", "app/")) and not path.startswith("core/store/") and SQL.search(text):
        yield "SQL outside core/store"
    if SINGLETON.search(text) and path.startswith(("core/", "ui/", "app/")):
        yield "a singleton"
    if re.fullmatch(r"app/\w+/main\.cpp", path) and lines >= 150:
        yield f"main.cpp has {lines} lines; under 150"
    if Path(path).name != Path(path).name.lower():
        yield "file names are lower case"


def main(source: Path) -> int:
    faults = []
    files = tracked(source)
    for file in files:
        path = file.relative_to(source).as_posix()
        top = path.split("/")[0]
        if not top.startswith(".") and top not in TOP_LEVEL:
            faults.append(f"{path}: nothing else stands at the top level")
        if file.suffix in (".h", ".cpp") and path.startswith(("core/", "ui/", "app/", "tests/")):
            faults += [f"{path}: {fault}" for fault in faults_of(path, file.read_text(encoding="utf-8"))]
    for fault in sorted(set(faults)):
        print(fault)
    print(f"{len(files)} files read, {len(faults)} faults")
    return 1 if faults or len(files) < 50 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
