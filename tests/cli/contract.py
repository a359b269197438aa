#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# What mezasu-cli promises whatever the command: exit statuses, one line for a refusal, nothing half written, bad input
# refused with its place, no prompt and no wait.
import os
import re
import resource
import signal
import sqlite3
import subprocess

from driver import CLI, ENVIRONMENT, FOLDER, check, equal, finish, parse, run

os.chdir(FOLDER)
SHOP = FOLDER / "shop.mezasu"


def make_inputs():
    done = run("new", "--sample", "ec-site", SHOP)
    check(done.returncode == 0 and not done.stderr and not done.stdout, "new makes a document and says nothing",
          done.stderr)
    os.mkfifo("pipe.json")
    os.mkfifo("pipe.mezasu")
    os.mkdir("folder.mezasu")
    with sqlite3.connect("foreign.mezasu") as database:
        database.execute("CREATE TABLE person (name TEXT)")
    whole = SHOP.read_bytes()
    (FOLDER / "cut.mezasu").write_bytes(whole[:len(whole) // 2])
    (FOLDER / "text.mezasu").write_text("This is a letter, not a document.\n")
    (FOLDER / "empty.mezasu").write_bytes(b"")
    check(b"Theft of card data" in whole, "the words of a record are found in the file")
    (FOLDER / "bent.mezasu").write_bytes(whole.replace(b"Theft of card data", b"Theft of card dates"[:18]))
    (FOLDER / "bad.json").write_text('{\n  "format": "mezasu-model",\n  "version": 1,,\n}\n')
    (FOLDER / "other.json").write_text('{"format": "something else", "version": 1, "records": {}}')
    (FOLDER / "unknown.json").write_text(
        '{"format": "mezasu-model", "version": 1, "records": {"risk": [{"id": "a", "title": "A", "colour": 1}]}}')
    (FOLDER / "deep.json").write_text("[" * 100000)
    (FOLDER / "loss.csv").write_text("id,name,frequency,low,mode,high\nR-01,Theft of cards,0.1,1000000,2000000,9000000\n"
                                     "X-1,A new risk,once in 50 years,100万,,1億\n")
    (FOLDER / "loss-ja.csv").write_bytes("番号,リスク,年回数,下限,上限\nY-1,新しいリスク,0.5,10万,20万\n".encode("cp932"))
    (FOLDER / "loss-bad.csv").write_text("id,name,frequency,low,high\nA,One,often,1,2\nB,Two,0.1,9,3\nC,Three,0.1,1,2\n"
                                         "C,Again,0.1,1,2\n,None,0.1,1,2\n")


# Arguments, exit status, what the line on standard error has to hold.
REFUSALS = [
    ([], 2, "--help"),
    (["frobnicate"], 2, "frobnicate"),
    (["--json"], 2, "--json"),
    (["--lang", "fr", "samples"], 2, "ja"),
    (["--lang"], 2, "--lang"),
    (["info"], 2, "info FILE"),
    (["info", "a", "b"], 2, "“b”"),
    (["info", "--frob", "a"], 2, "--frob"),
    (["info", "--json=1", "a"], 2, "--json"),
    (["check", "--strict", "--strict", "a"], 2, "--strict"),
    (["analyse", "a", "--scenario"], 2, "--scenario"),
    (["new", "shop.txt"], 2, ".mezasu"),
    (["new", "--sample", "no-such-firm", "a.mezasu"], 2, "no-such-firm"),
    (["new", "--sample", "../models/ec-site", "a.mezasu"], 2, "ec-site"),
    (["new", SHOP], 1, "shop.mezasu"),
    (["new", "missing/a.mezasu"], 3, "missing"),
    (["info", "missing.mezasu"], 3, "missing.mezasu"),
    (["info", "folder.mezasu"], 3, "folder.mezasu"),
    (["info", "pipe.mezasu"], 3, "pipe.mezasu"),
    (["info", "pipe.json"], 3, "pipe.json"),
    (["info", "/dev/null"], 3, "/dev/null"),
    (["info", "foreign.mezasu"], 1, "foreign.mezasu"),
    (["info", "cut.mezasu"], 1, "cut.mezasu"),
    (["info", "text.mezasu"], 1, "text.mezasu"),
    (["info", "empty.mezasu"], 1, "empty.mezasu"),
    (["check", "bent.mezasu"], 1, "bent.mezasu"),
    (["info", "bad.json"], 1, "line 3, column 16"),
    (["info", "other.json"], 1, "other.json"),
    (["info", "unknown.json"], 1, "colour"),
    (["info", "deep.json"], 1, "64 deep"),
    (["undo", SHOP], 1, "shop.mezasu"),
    (["redo", SHOP], 1, "shop.mezasu"),
    (["undo", "bad.json"], 1, "bad.json"),
    (["analyse", SHOP, "--scenario", "Z"], 1, "“Z”"),
    (["compare", SHOP, "--scenarios", "A,Z"], 1, "“Z”"),
    (["budget", SHOP, "--by", "luck"], 2, "“luck”"),
    (["budget", SHOP, "--this-year", "-5"], 2, "--this-year"),
    (["budget", SHOP, "--yearly", "much"], 2, "--yearly"),
    (["compare", SHOP, SHOP, "--scenarios", "A"], 2, "--scenarios"),
    (["trace", SHOP, "R-99"], 1, "R-99"),
    (["export", SHOP], 2, "-o"),
    (["export", SHOP, "-o", "a.doc"], 2, "a.doc"),
    (["export", SHOP, "-o", "a.csv"], 2, "--kind"),
    (["export", SHOP, "-o", "a.csv", "--kind", "wish"], 2, "wish"),
    (["export", SHOP, "-o", "a.json", "--kind", "risk"], 2, "--kind"),
    (["export", SHOP, "-o", "missing/a.json"], 3, "missing/a.json"),
    (["import", "bad.json", SHOP], 1, "line 3"),
    (["import", "missing.json", SHOP], 3, "missing.json"),
    (["import", "loss.csv", SHOP, "--map", "price=x"], 2, "--map"),
    (["import", "loss.csv", SHOP, "--map", "name=Nobody"], 1, "Nobody"),
    (["import", "loss-ja.csv", SHOP], 1, "“id”"),
    (["import", "bad.json", SHOP, "--map", "id=x"], 2, "--map"),
    (["import", "loss.xls", SHOP], 2, ".csv"),
    (["chart", SHOP], 2, "chart FILE KIND"),
    (["chart", SHOP, "pie", "-o", "a.svg"], 2, "pie"),
    (["chart", SHOP, "heat-map", "-o", "a.bmp"], 2, ".svg"),
    (["chart", SHOP, "heat-map"], 2, "-o"),
    (["chart", SHOP, "heat-map", "-o", "a.svg", "--size", "10x10"], 2, "--size"),
    (["chart", SHOP, "heat-map", "-o", "a.svg", "--size", "1e3x900"], 2, "--size"),
    (["chart", SHOP, "heat-map", "-o", "a.svg", "--theme", "pink"], 2, "pink"),
    (["chart", SHOP, "heat-map", "-o", "a.svg", "--scenario", "Z"], 1, "“Z”"),
    (["chart", SHOP, "heat-map", "-o", "missing/a.svg"], 3, "missing/a.svg"),
    (["report", SHOP], 2, "-o"),
    (["report", SHOP, "-o", "a.txt"], 2, ".pdf"),
    (["report", SHOP, "-o", "a.pdf", "--paper", "a3"], 2, "a3"),
    (["report", SHOP, "-o", "a.pdf", "--unit", "dollar"], 2, "dollar"),
    (["report", SHOP, "-o", "missing/a.pdf"], 3, "missing/a.pdf"),
]


def refusals():
    before = SHOP.read_bytes()
    names = sorted(os.listdir("."))
    for arguments, status, words in REFUSALS:
        done = run(*arguments)
        lines = done.stderr.splitlines()
        good = (done.returncode == status and done.stdout == "" and len(lines) == 1 and words in lines[0] and
                lines[0].startswith("mezasu-cli: "))
        check(good, "refuses " + (" ".join(map(str, arguments)) or "an empty command line"),
              f"status {done.returncode}, wanted {status}\n{done.stderr}{done.stdout[:200]}")
    equal(SHOP.read_bytes(), before, "no refusal touched the document")
    equal(sorted(os.listdir(".")), names, "no refusal left a file")


def old_output_is_kept():
    for arguments in (["export", "missing.mezasu", "-o"], ["chart", SHOP, "heat-map", "--scenario", "Z", "-o"],
                      ["report", "cut.mezasu", "-o"]):
        out = FOLDER / {"export": "old.json", "chart": "old.svg", "report": "old.pdf"}[arguments[0]]
        out.write_text("as it was")
        done = run(*arguments, out)
        check(done.returncode in (1, 3) and out.read_text() == "as it was", f"{arguments[0]} keeps the old output")
        out.unlink()
    names = sorted(os.listdir("."))
    (FOLDER / "old.json").write_text("as it was")
    limited = subprocess.run([CLI, "export", SHOP, "-o", "old.json"], capture_output=True, encoding="utf-8",
                             env=ENVIRONMENT, restore_signals=False, check=False,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
    check(limited.returncode == 3 and limited.stderr.count("\n") == 1 and
          (FOLDER / "old.json").read_text() == "as it was", "a full disk keeps the old output", limited)
    (FOLDER / "old.json").unlink()
    equal(sorted(os.listdir(".")), names, "and leaves nothing beside it")


def edits():
    before = parse(run("info", SHOP, "--json").stdout)
    bad = run("import", "loss-bad.csv", SHOP)
    check(bad.returncode == 1 and [f"row {n}" in line for n, line in zip((2, 3, 5, 6), bad.stderr.splitlines())] ==
          [True] * 4, "import tells every bad row", bad.stderr)
    equal(parse(run("info", SHOP, "--json").stdout), before, "and changes nothing")
    kept = SHOP.read_bytes()
    dry = run("import", "loss.csv", SHOP, "--dry-run", "--json")
    changes = parse(dry.stdout)["changes"]
    check({(c["change"], c["title"]) for c in changes if c["change"] == "added"} == {("added", "A new risk")},
          "a dry run tells what would be added", dry)
    equal(SHOP.read_bytes(), kept, "and changes no byte")
    done = run("import", "loss.csv", SHOP)
    check(done.returncode == 0 and done.stdout == "" and not done.stderr, "import says nothing when done", done.stderr)
    history = parse(run("history", SHOP, "--json").stdout)
    check(len(history) == 1 and "loss.csv" in history[0]["label"] and not history[0]["undone"] and
          re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", history[0]["time"]), "one edit in the history", history)
    risks = {r.get("code"): r for r in parse(run("analyse", SHOP, "--json").stdout)["risks"]}
    equal(risks["X-1"]["frequency"]["value"], 0.02, "once in 50 years is 0.02 a year")
    equal(risks["X-1"]["magnitude"], {"magnitude": "lognormal90", "parameters": [1000000.0, 100000000.0]},
          "low and high are a 90 % range")
    equal(risks["R-01"]["magnitude"]["magnitude"], "pert", "low, mode and high are PERT")
    equal(run("import", "loss-ja.csv", SHOP, "--map", "id=番号,name=リスク,frequency=年回数,low=下限,high=上限").returncode, 0,
          "a Japanese table in Shift_JIS with its own headings")
    equal(run("undo", SHOP).returncode + run("undo", SHOP).returncode, 0, "both are undone")
    equal(parse(run("info", SHOP, "--json").stdout), before, "and the records are as before")
    equal(run("redo", SHOP).returncode, 0, "the first is done again")
    equal(parse(run("info", SHOP, "--json").stdout)["counts"]["risk"], before["counts"]["risk"] + 1, "with its risk")
    equal(run("undo", SHOP).returncode, 0, "and undone")
    equal(run("recover", "--list", "--json").stdout.strip(), "[]", "no working copy is left behind")


def streams():
    exported = run("export", SHOP, "-o", "-")
    check(exported.returncode == 0 and parse(exported.stdout)["format"] == "mezasu-model", "export to standard output")
    listed = run("info", "-", "--json", text=exported.stdout)
    equal(parse(listed.stdout), parse(run("info", SHOP, "--json").stdout), "a model from standard input")
    done = run("info", "-", text='{"format": "mezasu-model"')
    check(done.returncode == 1 and "line 1" in done.stderr, "a bad one is refused with its place", done.stderr)
    equal(run("import", "-", "piped.mezasu", text=exported.stdout).returncode, 0, "import from standard input")
    check(run("chart", SHOP, "heat-map", "-o", "-").stdout.startswith("<?xml"), "a chart to standard output")
    table = run("export", SHOP, "-o", "-", "--kind", "risk").stdout.lstrip("\ufeff")
    check(table.startswith("id,code,title,") and table.count(",R-01,") == 1, "a table to standard output", table[:200])
    # A reader that goes away is no fault and no crash.
    process = subprocess.Popen([CLI, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    process.stdout.close()
    check(process.wait(timeout=60) == 0 and process.stderr.read() == b"", "a closed pipe")
    process.stderr.close()
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([CLI, "schema"], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    check(done.returncode == 3 and done.stderr.count(b"\n") == 1, "a full device is told", done)


def options():
    check(run("--version").stdout.startswith("mezasu-cli "), "--version")
    equal(run("--help").returncode, 0, "--help")
    equal(run("info", "--help").stdout, run("--help", "info").stdout, "--help before or after the command")
    check("--strict" in run("check", "--help").stdout, "the help of a command lists its options")
    equal(run("--lang", "en", "samples").stdout, run("samples", "--lang=en").stdout, "--lang before or after")
    japanese, english = (run("new", "--lang", language, "--sample", "ec-site", f"{language}.mezasu")
                         for language in ("ja", "en"))
    equal((japanese.returncode, english.returncode), (0, 0), "new in both languages")
    names = [parse(run("info", f"{language}.mezasu", "--json").stdout)["organisation"] for language in ("ja", "en")]
    check(names[0] != names[1] and names[1].isascii() and not names[0].isascii(), "each in its language", names)
    ours = run("info", "missing.mezasu", LC_ALL="ja_JP.UTF-8", LANGUAGE="ja")
    equal(ours.returncode, 3, "a locale that is not installed does no harm")
    japanese = run("nonsense", LC_ALL="ja_JP.UTF-8", LANGUAGE="").stderr
    check(not japanese.isascii() and "コマンド" in japanese, "and its language is spoken all the same", japanese)
    equal(run("info", "--", "-x.mezasu").returncode, 3, "after -- a name may start with a dash")


def no_toolkit():
    libraries = subprocess.run(["readelf", "-d", CLI], capture_output=True, encoding="utf-8", check=True).stdout
    needed = re.findall(r"NEEDED.*\[(.*?)\]", libraries)
    check(needed and not [name for name in needed if re.search("gtk|adwaita|gdk|wayland|libX11", name)],
          "no toolkit is linked", needed)


def recovery():
    """The program is killed when it is about to put the new file in the old one's place: the edit must not be lost."""
    run("new", "--sample", "ec-site", "killed.mezasu")
    kept = (FOLDER / "killed.mezasu").read_bytes()
    # The first rename gives the working copy its name, the second is the document's.
    killed = subprocess.run(["strace", "-f", "-o", os.devnull, "-e", "trace=rename", "-e",
                             "inject=rename:signal=KILL:when=2", CLI, "import", "loss.csv",
                             "killed.mezasu"], env=dict(ENVIRONMENT, ASAN_OPTIONS="detect_leaks=0"), capture_output=True, check=False)
    check(killed.returncode != 0, "import is killed", killed)
    equal((FOLDER / "killed.mezasu").read_bytes(), kept, "the document is as it was")
    listed = parse(run("recover", "--list", "--json").stdout)
    check(len(listed) == 1 and listed[0]["edits"] == 1 and listed[0]["file"].endswith("killed.mezasu"),
          "recover --list tells it", listed)
    done = parse(run("recover", "--json").stdout)
    check(len(done) == 1 and done[0]["recovered"].endswith("killed.recovered.mezasu"), "recover writes it", done)
    equal((FOLDER / "killed.mezasu").read_bytes(), kept, "beside the document, which stays")
    added = [change["title"] for change in parse(run("diff", "killed.mezasu", "killed.recovered.mezasu", "--json").stdout)
             if change["change"] == "added"]
    equal(added, ["A new risk"], "with the edit")
    equal(run("recover", "--list", "--json").stdout.strip(), "[]", "and nothing is left to recover")


signal.alarm(540)
make_inputs()
refusals()
old_output_is_kept()
edits()
streams()
options()
no_toolkit()
recovery()
finish()
