#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Walks the includes: a file may include from its own folder and from what its row names, directly or through a public
# header. Argument: the root of the source tree. Speaks TAP.
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
# Folder -> folders whose headers it may reach, and outside libraries it may name.
GLIB = {"glib", "gio", "gobject"}
HOUSE = {
    "model": (set(), GLIB),
    "store": ({"model"}, GLIB | {"sqlite3", "json-glib", "zip", "libxml"}),
    "method": ({"model"}, GLIB),
    "chart": ({"model", "method"}, GLIB | {"cairo", "pango", "libdeflate"}),
    "report": ({"model", "method", "chart"}, GLIB | {"cairo", "pango", "xlsxwriter", "zip", "libxml"}),
    "cli": ({"model", "store", "method", "chart", "report"}, GLIB | {"json-glib"}),
    "app": ({"model", "store", "method", "chart", "report"}, GLIB | {"cairo", "pango", "gtk", "adwaita", "gdk",
                                                                     "json-glib"}),
}
LIBRARIES = {
    "glib.h": "glib", "glib-object.h": "gobject", "glib-unix.h": "glib", "sqlite3.h": "sqlite3", "cairo.h": "cairo",
    "cairo-pdf.h": "cairo", "cairo-svg.h": "cairo", "adwaita.h": "adwaita", "xlsxwriter.h": "xlsxwriter",
    "zip.h": "zip", "libdeflate.h": "libdeflate", "glib/gstdio.h": "glib",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def library(name):
    head = name.split("/")[0]
    if name in LIBRARIES:
        return LIBRARIES[name]
    return head if head in {"glib", "gio", "json-glib", "pango", "gtk", "gdk", "libxml"} else None


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def owners():
    """Which folder defines what a public header declares: the folder of the source file of the same stem, else the one
    whose files define one of its functions."""
    found = {}
    for header in (ROOT / "include" / "mezasu").glob("*.h"):
        names = re.findall(r"^\S[^\n(]*?\b(mz_\w+) \(", header.read_text(encoding="utf-8"), re.MULTILINE)
        for folder in HOUSE:
            for source in (ROOT / "src" / folder).glob("*.c"):
                text = source.read_text(encoding="utf-8")
                if any(re.search(rf"^{name} \(", text, re.MULTILINE) for name in names):
                    found.setdefault(header.name, folder)
    return found


def reach(header, seen):
    """All public headers and libraries that a public header brings along."""
    if header in seen:
        return
    seen.add(header)
    for name in includes(ROOT / "include" / header):
        if name.startswith("mezasu/"):
            reach(name, seen)
        elif library(name):
            seen.add(name)


def faults():
    owner = owners()
    for folder, (below, libraries) in HOUSE.items():
        for path in sorted((ROOT / "src" / folder).glob("*.[ch]")):
            brought = set()
            for name in includes(path):
                if name.startswith("mezasu/"):
                    reach(name, brought)
                elif library(name):
                    brought.add(name)
                elif "/" not in name and any((ROOT / "src" / f / name).exists() for f in HOUSE) and not (
                        ROOT / "src" / folder / name).exists():
                    yield f"{path.relative_to(ROOT)} includes {name} of another folder"
            for name in sorted(brought):
                if name == "mezasu/mezasu.h":
                    continue
                if name.startswith("mezasu/"):
                    home = owner.get(name.split("/")[1])
                    if home and home != folder and home not in below:
                        yield f"{path.relative_to(ROOT)} reaches {name}, which belongs to {home}"
                elif library(name) not in libraries:
                    yield f"{path.relative_to(ROOT)} reaches {name}, which {folder} must not know"


found = list(faults())
print("1..1")
for fault in found:
    print("#", fault)
print("not ok 1 - includes" if found else "ok 1 - includes")
sys.exit(1 if found else 0)
