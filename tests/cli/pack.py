#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The board pack as a document keeps it, what options change, several files from one run, and the same figures in both
# languages. PDF is read by poppler.
import json
import os
import pathlib
import re
import subprocess
import time

from driver import CLI, FOLDER, MODELS, check, equal, finish, run

SAMPLE = MODELS / "ec-site.json"
os.chdir(FOLDER)


def pages(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def size(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return re.search(r"Page size: +(\S+) x (\S+)", info).groups()


def report(*options, file=SAMPLE, language=None):
    done = run(*(["--lang", language] if language else []), "report", str(file), *options)
    check(done.returncode == 0, "report " + " ".join(map(str, options)), done.stderr)


# Kept in the document: audience, order, words, paper, language, era.
model = json.loads(SAMPLE.read_text(encoding="utf-8"))
firm = model["records"]["organisation"][0]
firm.update(audience="board", paper="a4-portrait", report_language="ja", japanese_era=True, palette="light",
            report_date="2026-11-21")
model["records"]["slide"] = [
    {"id": "s1", "page": "money", "shown": True},
    {"id": "s2", "page": "risks", "shown": True, "title": "現在地", "headline": "七つのリスクを片付けます。",
     "headline_basis": "以前の文"},
    {"id": "s3", "page": "scenarios", "shown": False},
]
pathlib.Path("kept.json").write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
report("-o", "kept.pdf", file="kept.json")
kept = pages("kept.pdf")
equal(size("kept.pdf"), ("595.275", "841.89"), "the paper of the document")
check("投資回収" in kept[1] and "現在地" in "".join(kept[-2:] + kept[2:]), "the order of the document", kept[1][:200])
check(any("七つのリスクを片付けます。" in page for page in kept), "the words of the document")
check(all("令和8年11月21日" in page for page in kept), "days by the era")
check(not any("シナリオの比較" in page for page in kept), "a page that was taken out")
report("-o", "kept.pptx", "--paper", "16:9", file="kept.json")
slides = subprocess.run(["unzip", "-p", "kept.pptx", "ppt/notesSlides/*"], capture_output=True, check=True).stdout
check("18件".encode() in slides, "the notes tell the figures' sentence")

# Options win.
report("-o", "own.pdf", "--audience", "workshop", "--paper", "4:3", file="kept.json", language="en")
equal(size("own.pdf"), ("840", "630"), "the paper of the options")
check("2026-11-21" in pages("own.pdf")[0] and "シナリオ" not in pages("own.pdf")[0], "the language of the options")
report("-o", "three.pdf", "--pages", "money,board,risks", language="ja")
check("投資回収" in pages("three.pdf")[0], "pages by name, in that order")
for options, part in [(("--pages", "nowhere"), "nowhere"), (("--audience", "family"), "family"),
                      (("--palette", "pink"), "pink"), (("--paper", "a5"), "a5")]:
    done = run("report", str(SAMPLE), "-o", "no.pdf", *options)
    check(done.returncode == 2 and part in done.stderr and done.stderr.count("\n") == 1, "refused: " + options[1],
          done.stderr)

# Several files from one run are the files of single runs.
report("-o", "all.pdf", "-o", "all.pptx", "-o", "all.xlsx", language="ja")
report("-o", "one.pdf", language="ja")
report("-o", "one.pptx", language="ja")
equal(pathlib.Path("all.pdf").read_bytes(), pathlib.Path("one.pdf").read_bytes(), "the same PDF")
equal(pathlib.Path("all.pptx").read_bytes(), pathlib.Path("one.pptx").read_bytes(), "the same slides")
check(pathlib.Path("all.xlsx").stat().st_size > 10000, "the workbook")

# A file that somebody has open stays as it is.
pathlib.Path("open.pdf").write_text("old")
pathlib.Path(".~lock.open.pdf#").write_text("")
done = run("report", str(SAMPLE), "-o", "open.pdf")
check(done.returncode != 0 and done.stderr.count("\n") == 1, "open elsewhere", done.stderr)
equal(pathlib.Path("open.pdf").read_text(), "old", "the old file is whole")

# The same figures in both languages, as the tables tell them in one unit.
numbers = {}
for language in "ja", "en":
    report("-o", language + ".pdf", "--pages", "risks,damages,options,scenarios", "--unit", "thousand", language=language)
    text = "".join(pages(language + ".pdf")).replace("△", "-")
    # Sentences say amounts in units of their size, tables in the one that was asked for.
    text = re.sub(r"[\d,.]+ ?(万円|億円|million)", "", text)
    numbers[language] = sorted(re.findall(r"(?<![\d.])-?\d{1,3}(?:,\d{3})+(?![\d.])", text))
check(len(numbers["ja"]) > 40, "figures were found", str(len(numbers["ja"])))
equal(numbers["ja"], numbers["en"], "the same figures in both languages")

# All three formats of a firm with 50 risks in one run: a second, and room for a machine that is busy with other tests.
risks = model["records"]["risk"]
model["records"].pop("slide")
firm.update(audience=None) or firm.pop("audience")
while len(risks) < 50:
    copy = dict(risks[len(risks) % 18], id="more-%d" % len(risks), code="R-%d" % (len(risks) + 1))
    risks.append(copy)
pathlib.Path("fifty.json").write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
best = 1e9
for _ in range(3):
    start = time.monotonic()
    done = subprocess.run([CLI, "report", "fifty.json", "-o", "f.pdf", "-o", "f.pptx", "-o", "f.xlsx"],
                          capture_output=True, text=True)
    best = min(best, time.monotonic() - start)
check(done.returncode == 0, "fifty risks in three formats", done.stderr)
print("# %.2f s for PDF, slides and workbook of fifty risks" % best)
check(best < 5, "in a second, or a few on a busy machine", "%.2f s" % best)
finish()
