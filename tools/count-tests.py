#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Counts the single cases in a log of meson test: each line of a program that speaks TAP, or the program itself.
# Arguments: the log, and the exit status of meson test. The last line printed is "N passed, N failed, N skipped".
import json
import re
import sys


def count(test):
    lines = re.findall(r"^(ok|not ok)\b([^\n]*)", test.get("stdout", ""), re.MULTILINE)
    failed = sum(1 for word, _ in lines if word == "not ok")
    skipped = sum(1 for word, rest in lines if word == "ok" and re.search(r"# SKIP", rest, re.IGNORECASE))
    passed = len(lines) - failed - skipped
    if test["result"] == "SKIP" and not lines:
        return 0, 0, 1
    good = test["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
    if not lines:
        return (1, 0, 0) if good else (0, 1, 0)
    # A program may pass its cases and still fail: a leak, a crash at the end.
    return passed, failed if good or failed else 1, skipped


def main():
    totals = [0, 0, 0]
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            result = count(test)
            totals = [a + b for a, b in zip(totals, result)]
            if result[1]:
                print(f"failed: {test['name']}")
    status = int(sys.argv[2])
    if status and not totals[1]:
        totals[1] = 1
    if not totals[0]:
        print("no test ran")
        totals[1] = max(totals[1], 1)
    print(f"{totals[0]} passed, {totals[1]} failed, {totals[2]} skipped")
    return 1 if totals[1] else 0


sys.exit(main())
