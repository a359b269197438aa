#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The manual page and the shell completion say what the program's own --help says: every command, every option, no more.
import os
import re
import shutil
import subprocess

from driver import CLI, ENVIRONMENT, FOLDER, ROOT, check, equal, finish, run

MANUAL = ROOT / "docs" / "man" / "mezasu-cli.1"
COMPLETION = ROOT / "data" / "completions" / "mezasu-cli.bash"


def options_of(text):
    return {f"--{name}" for name in re.findall(r"^  (?:-\w, |    )--([a-z-]+)", text, re.MULTILINE)}


def plain(roff):
    """The text of a manual page without its macros."""
    return re.sub(r"\\f[RBI]|\\&|\"", "", roff.replace("\\-", "-"))


def complete(*words):
    """What bash offers for the last of the words."""
    place = FOLDER / "bin"
    place.mkdir(exist_ok=True)
    if not (place / "mezasu-cli").exists():
        os.symlink(CLI, place / "mezasu-cli")
    script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mezasu_cli; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script, "bash", COMPLETION, "mezasu-cli", *words], capture_output=True,
                          encoding="utf-8", env=dict(ENVIRONMENT, PATH=f"{place}:{os.environ['PATH']}"), check=True)
    return set(done.stdout.split())


main_help = run("--help").stdout
commands = re.findall(r"^  ([a-z]+) +\S", main_help.split("\n\n")[1], re.MULTILINE)
anywhere = options_of(main_help)
check(len(commands) >= 18 and anywhere == {"--help", "--version", "--lang"}, "--help lists commands and options")
manual = MANUAL.read_text(encoding="utf-8")
sections = dict(re.findall(r"^\.SS ([a-z]+)\n(.*?)(?=^\.S[SH] )", manual, re.MULTILINE | re.DOTALL))
equal(list(sections), commands, "the manual page has a section for each command, in the same order")
for option in anywhere:
    check(option in plain(manual.split(".SH COMMANDS")[0]), f"the manual page tells {option}")
equal(complete(""), set(commands), "the completion offers the commands")
equal(complete("--"), anywhere, "and the options that stand before them")
for command in commands:
    options = options_of(run(command, "--help").stdout)
    told = set(re.findall(r"--[a-z-]+[a-z]", plain(sections.get(command, ""))))
    equal(told, options, f"the manual page tells the options of {command}")
    equal(complete(command, "-"), options | anywhere, f"the completion offers the options of {command}")
names = run("calc", "--list").stdout.split()
equal(complete("calc", ""), set(names), "the completion knows the calculations")
check(all(name in plain(sections["calc"]) for name in names), "and so does the manual page")
check("ec-site" in complete("new", "--sample", ""), "the completion offers sample firms")
check({"risk", "organisation"} <= complete("export", "x.mezasu", "--kind", ""), "and kinds of records")
check("heat-map" in complete("--lang", "ja", "chart", "x.mezasu", "h"), "and charts")
for name in ("mezasu.1", "mezasu-cli.1"):
    page = ROOT / "docs" / "man" / name
    if shutil.which("man"):
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page], capture_output=True,
                              encoding="utf-8", env=dict(ENVIRONMENT, LC_ALL="C.UTF-8", MANWIDTH="80"), check=False)
        equal((done.returncode, done.stderr), (0, ""), f"{name} is set without a warning")
finish()
