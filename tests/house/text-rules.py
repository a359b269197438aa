#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Rules that hold for every text file: licence lines, length of files, no unfinished marks. Argument: the root of the source
# tree. Speaks TAP.
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
SOURCES = [p for d in ("src", "include", "tests", "tools", "ui", "data", "po", "docs") for p in (ROOT / d).rglob("*")
           if p.is_file()]


def licence():
    for path in SOURCES:
        if path.suffix in {".c", ".h", ".py", ".sh", ".ui"} or path.name == "meson.build":
            head = path.read_text(encoding="utf-8")[:800]
            if "SPDX-License-Identifier" not in head:
                yield f"{path.relative_to(ROOT)}: no SPDX line"


def length():
    for path in SOURCES:
        lines = path.read_text(encoding="utf-8").count("\n") if path.suffix == ".c" else 0
        if lines > 800 and path.parent.name in {"model", "store", "method", "chart", "report", "cli", "app"} and \
                path.parent.parent.name == "src" and not path.name.endswith("-table.c"):
            yield f"{path.relative_to(ROOT)}: {lines} lines"


def unfinished():
    # Put together here, so that this file does not find itself.
    words = "|".join(first + second for first, second in (("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")))
    mark = re.compile(rf"\b({words})\b")
    for path in SOURCES:
        if path.suffix in {".c", ".h", ".py", ".sh", ".ui"}:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if mark.search(line):
                    yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


RULES = [("licence lines", licence), ("length of files", length), ("unfinished marks", unfinished)]
print(f"1..{len(RULES)}")
bad = False
for index, (name, rule) in enumerate(RULES, 1):
    faults = list(rule())
    for fault in faults:
        print("#", fault)
    bad = bad or bool(faults)
    print(f"{'not ok' if faults else 'ok'} {index} - {name}")
sys.exit(1 if bad else 0)
