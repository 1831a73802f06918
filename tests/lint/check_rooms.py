#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every #include against the table of rooms: who may know whom. There is no exception list.

A link graph does not stop a header leak, because Debian keeps all of Qt's headers in one folder; so the includes are read.
Usage: check_rooms.py SOURCE_DIR
"""
import re
import sys
from pathlib import Path

# Room → the rooms it may include. Its own is always allowed.
ROOMS = {
    "core/domain": [],
    "core/ticket": ["domain"],
    "core/door": ["domain", "ticket"],
    "core/store": ["domain"],
    "core/report": ["domain"],
    "core/commands": ["domain", "ticket", "door", "store", "report"],
    "core/payment": ["domain", "commands", "store"],
    "core/courier": ["domain", "ticket", "commands", "store"],
    "core/raster": ["domain", "ticket"],
    "core/sync": ["domain", "commands", "store"],
    "core/api": ["domain", "commands", "store", "report", "sync"],
    "core/simulation": ["domain", "commands", "store", "sync", "api"],
    "ui": ["domain", "commands", "door", "raster", "ui"],
    "app": ["domain", "ticket", "door", "store", "report", "commands", "payment", "courier", "raster", "sync", "api", "simulation",
            "ui"],
}
# Qt classes by the module that has them, as far as a room could be tempted; a class that is not listed belongs to Qt Core.
MODULES = {
    "Sql": r"QSql\w*",
    "Gui": r"Q(Image|ImageReader|ImageWriter|Pixmap|Painter\w*|Color|Font\w*|Icon|Palette|GuiApplication|Clipboard|Screen|Transform|"
           r"Polygon\w*|Region|Brush|Pen|KeyEvent|MouseEvent|PdfWriter|PageSize|PageLayout|Bitmap|Cursor|Window|Action|Validator)",
    "Widgets": r"Q(Widget|Application|Dialog|Label|\w*Button|\w*Layout|\w*Edit|\w*View|MainWindow|Menu\w*|\w*Box|Style\w*|Frame|"
               r"\w*Delegate|ToolTip|SplashScreen|ScrollArea|Tab\w+|Completer|ShortCut)",
    "Charts": r"Q\w*(Chart|Series|Axis)\w*",
    "Network": r"Q(Network\w+|Tcp\w+|Udp\w+|Ssl\w+|HostAddress|LocalServer|LocalSocket)",
    "Multimedia": r"Q(Camera\w*|Media\w+|Video\w+|Audio\w+|SoundEffect)",
    "SerialPort": r"QSerialPort\w*",
    "PrintSupport": r"QPrint\w+",
    "Svg": r"QSvg\w+",
}
# Views of bytes and texts look like widgets by name, but are Qt Core.
CORE_CLASSES = re.compile(r"Q(String|ByteArray|Utf8String|Latin1String|AnyString)View$|QBasicTimer$|QAbstractItemModel\w*$|QSequentialIterable$")
MAY_MODULES = {
    "core/domain": [],
    "core/ticket": [],
    "core/door": [],
    "core/store": ["Sql"],
    "core/commands": [],
    "core/report": [],
    "core/payment": [],
    "core/courier": [],
    "core/raster": ["Gui", "Svg"],
    "core/sync": ["Network"],
    "core/api": [],
    "core/simulation": [],
    "ui": ["Gui", "Widgets", "Charts", "Multimedia", "SerialPort", "PrintSupport", "Svg"],
    "app": ["Gui", "Widgets", "Network", "Multimedia"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def room_of(path: str):
    for room in ROOMS:
        if path.startswith(room + "/"):
            return room
    return None


def module_of(header: str):
    name = header.split("/")[-1]
    if header.startswith("Qt") and "/" in header:
        return header.split("/")[0][2:]
    if CORE_CLASSES.match(name):
        return None
    for module, pattern in MODULES.items():
        if re.fullmatch(pattern, name):
            return module
    return None


def main(source: Path) -> int:
    faults = []
    prefixes = {room.split("/")[-1] for room in ROOMS}
    count = 0
    for file in sorted(source.glob("**/*")):
        path = file.relative_to(source).as_posix()
        room = room_of(path)
        if room is None or file.suffix not in (".h", ".cpp"):
            continue
        count += 1
        own = room.split("/")[-1]
        for header in INCLUDE.findall(file.read_text(encoding="utf-8")):
            prefix = header.split("/")[0]
            # A private header is found beside its own room's sources and may stand in a folder named like another room.
            private = (source / room / header).exists()
            if "/" in header and prefix in prefixes and not private and prefix != own and prefix not in ROOMS[room]:
                faults.append(f"{path}: {room} may not know {prefix} ({header})")
            module = module_of(header)
            if module and module != "Core" and module not in MAY_MODULES[room]:
                faults.append(f"{path}: {room} may not use Qt {module} ({header})")
    for fault in faults:
        print(fault)
    print(f"{count} files of {len(ROOMS)} rooms read, {len(faults)} leaks")
    if count < 50:
        print("too few files: is the source folder right?")
        return 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
