#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The board workbook read by others: its cells say what `analyse --json` says, LibreOffice reckons the same from the
# formulas, and when an amount is changed there, payback and present value become what Mezasu says for that change.
#   workbook.py MEZASU-CLI SOURCE-ROOT
# Speaks TAP. Without openpyxl or LibreOffice the tests that need them are skipped.
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

CLI, MODELS = sys.argv[1], pathlib.Path(sys.argv[2]) / "data" / "models"
try:
    import openpyxl
except ImportError:
    openpyxl = None
OFFICE = shutil.which("soffice")
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
count = failed = 0


def report(good, name, skip=None):
    global count, failed
    count += 1
    failed += 0 if good else 1
    print(f"{'ok' if good else 'not ok'} {count} - {name}" + (f" # SKIP {skip}" if skip else ""), flush=True)


def run(*words):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"Bail out! {words}: {done.stderr.decode()}")
    return done.stdout


def recalculate(folder, files):
    """The files as LibreOffice saves them after reckoning every formula anew."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "recalculated"
    subprocess.run([OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=300)
    return [out / f.name for f in files]


def well_formed(path):
    with zipfile.ZipFile(path) as package:
        if package.testzip():
            return False
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                tree.fromstring(package.read(part))
    return True


def named(book, name):
    """The value of a named cell; None where there is no such name."""
    if name not in book.defined_names:
        return None
    sheet, cell = next(book.defined_names[name].destinations)
    return book[sheet][cell.replace("$", "")].value


def close(a, b, least=1):
    return (isinstance(a, (int, float)) and isinstance(b, (int, float)) and abs(a - b) <= max(least, 1e-9 * abs(b))) or a == b


def differences(ours, theirs, formulas):
    """Cells with a formula whose values differ by more than a yen."""
    for sheet in ours.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not str(formulas[sheet.title][cell.coordinate].value or "").startswith("="):
                    continue
                other = theirs[sheet.title][cell.coordinate].value
                number = isinstance(cell.value, (int, float)) and abs(cell.value) < 1000
                # An empty text and an empty cell are the same to a reader.
                if not close(cell.value or "", other or "", 1e-6 if number else 1) and (cell.value or other):
                    yield f"{sheet.title}!{cell.coordinate}: {cell.value!r} here, {other!r} there"


def check_against(analysis, book, name):
    """The figures of every scenario, by the names of their cells."""
    good = True
    for scenario in analysis["scenarios"]:
        if scenario["baseline"]:
            continue
        mark = "".join(c for c in scenario["short_name"] if c.isascii() and (c.isalnum() or c == "_"))
        payback, irr = scenario.get("payback"), scenario.get("irr") or {}
        wanted = {
            f"NPV_{mark}": (scenario["npv"] or {}).get("yen") if isinstance(scenario["npv"], dict) else scenario["npv"],
            f"Needed_sales_{mark}": value_of(scenario["needed_sales"]),
            f"Payback_{mark}": payback["final"] if payback and payback["final"] is not None else "–",
            f"IRR_{mark}": irr["roots"][0] if irr.get("status") == "one" else None,
        }
        for key, value in wanted.items():
            found = named(book, key)
            least = 1e-6 if key.startswith(("Payback", "IRR")) else 1
            if value is not None and not close(found, value, least):
                print(f"# {name}: {key} is {found!r}, analyse says {value!r}")
                good = False
    return good


def value_of(figure):
    return figure.get("yen", figure.get("value")) if isinstance(figure, dict) else figure


def change(model, workbook, folder):
    """The same change of two amounts in the model and in the workbook."""
    records = json.loads(model.read_text(encoding="utf-8"))
    lines = records["records"]["cash_flow"]
    book = openpyxl.load_workbook(workbook)
    sheet = book["Amounts"]
    rows = {sheet.cell(row, 1).value: row for row in range(5, sheet.max_row + 1)}
    for line in lines:
        if line["kind"] == "investment":
            line["amount"] = line["amount"] * 3 // 2 + 7
        elif line["kind"] == "running":
            line["amount"] = line["amount"] * 2 + 3
        sheet.cell(rows[line["id"]], 6).value = line["amount"]
    changed_model, changed_book = folder / "changed.json", folder / "changed.xlsx"
    changed_model.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    book.save(changed_book)
    return changed_model, changed_book


def refused(path, document, *places):
    """Whether the workbook is refused in one line that names it, and the document left as it was."""
    before = document.read_bytes()
    done = subprocess.run([CLI, "import", path, document], capture_output=True, check=False)
    lines = done.stderr.decode().splitlines()
    good = done.returncode in (1, 3) and len(lines) == max(1, len(places)) and document.read_bytes() == before
    good = good and path.name in lines[0] and all(place in line for place, line in zip(places, lines))
    if not good:
        print("#", done.returncode, lines)
    return good


def pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def bad_inputs(folder):
    document = folder / "bad.mezasu"
    run("import", MODELS / "ec-site.json", document)
    good = folder / "good.xlsx"
    run("export", document, "-o", good)
    with zipfile.ZipFile(good) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = next(name for name in parts if name.startswith("xl/worksheets/"))
    plain, cut = folder / "plain.xlsx", folder / "cut.xlsx"
    plain.write_text("this is no workbook", encoding="utf-8")
    cut.write_bytes(good.read_bytes()[:5000])
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    cases = {
        "a text": plain,
        "half a workbook": cut,
        "a zip without a workbook": pack(folder / "zip.xlsx", {"a.txt": "x"}),
        "a zip bomb": pack(folder / "bomb.xlsx", {**parts, sheet: b"<worksheet>" + b" " * 100_000_000 + b"</worksheet>"}),
        "thousands of parts": pack(folder / "parts.xlsx", {**parts, **{f"x/{i}": "" for i in range(1200)}}),
        "a name that leads out": pack(folder / "out.xlsx", {**parts, "../evil": "x"}),
        "an outside entity": pack(folder / "entity.xlsx", {**parts, sheet: entity}),
        "broken XML": pack(folder / "broken.xlsx", {**parts, sheet: parts[sheet][:-20]}),
    }
    for name, path in cases.items():
        report(refused(path, document), f"refused in one sentence: {name}")
    full = folder / "full.xlsx"
    full.symlink_to("/dev/full")
    for words in (["export", document, "-o", full], ["report", document, "-o", full],
                  ["report", document, "-o", folder / "no folder" / "x.xlsx"]):
        done = subprocess.run([CLI, *map(str, words)], capture_output=True, check=False)
        report(done.returncode == 3 and len(done.stderr.decode().splitlines()) == 1, f"{words[0]}: a place that cannot be written")
    done = subprocess.run([CLI, "report", document, "-o", folder / "x.xlsx"], capture_output=True, check=False,
                          env={**os.environ, "TMPDIR": str(folder / "nowhere")})
    report(done.returncode in (1, 3) and len(done.stderr.decode().splitlines()) == 1 and not (folder / "x.xlsx").exists(),
           "no room for temporary files")


def edited(folder):
    """A person changes a register: one cell, one new row, one deleted row; then a wrong cell."""
    document, sheet_file = folder / "edit.mezasu", folder / "edit.xlsx"
    run("import", MODELS / "ec-site.json", document)
    run("--lang", "en", "export", document, "--kind", "risk", "-o", sheet_file)
    book = openpyxl.load_workbook(sheet_file)
    sheet = book["Risks"]
    columns = {sheet.cell(1, c).value: c for c in range(1, sheet.max_column + 1)}
    text = "=1+1 <&> 危険"
    sheet.cell(3, columns["title"]).value = text
    sheet.cell(3, columns["title"]).data_type = "s"
    sheet.cell(sheet.max_row + 1, columns["title"]).value = "A new risk"
    gone = sheet.cell(4, 1).value
    sheet.delete_rows(4)
    book.save(sheet_file)
    before = document.read_bytes()
    plan = run("--lang", "en", "import", sheet_file, document, "--dry-run").decode()
    report("A new risk" in plan and text in plan and document.read_bytes() == before, "a dry run tells and changes nothing")
    run("import", sheet_file, document)
    run("export", document, "-o", folder / "edit.json")
    risks = json.loads((folder / "edit.json").read_text(encoding="utf-8"))["records"]["risk"]
    titles = [risk["title"] for risk in risks]
    report(text in titles and "A new risk" in titles and gone in [risk["id"] for risk in risks],
           "changed, new and missing rows")
    run("undo", document)
    run("export", document, "-o", folder / "undone.json")
    titles = [r["title"] for r in json.loads((folder / "undone.json").read_text(encoding="utf-8"))["records"]["risk"]]
    report(text not in titles and "A new risk" not in titles, "one undo takes it back")
    sheet.cell(3, columns["frequency"]).value = "often"
    sheet.cell(5, columns["system"]).value = "no such system"
    book.save(sheet_file)
    report(refused(sheet_file, document, "Risks, row 3", "Risks, row 5"), "faults are told row by row")


def main(folder):
    bad_inputs(folder)
    models = sorted(MODELS.glob("*.json"))
    books = []
    for model in models:
        books.append(folder / f"{model.stem}.xlsx")
        run("--lang", "en", "report", model, "-o", books[-1])
        report(well_formed(books[-1]), f"{model.stem}: every part is well formed")
        again = folder / "again.xlsx"
        run("--lang", "en", "report", model, "-o", again)
        report(again.read_bytes() == books[-1].read_bytes(), f"{model.stem}: equal reports are equal files")
    japanese = folder / "ja.xlsx"
    run("--lang", "ja", "report", models[0], "-o", japanese)
    report(well_formed(japanese), "in Japanese: every part is well formed")
    if openpyxl is None:
        report(True, "values of cells", "python3-openpyxl is not installed")
        return
    edited(folder)
    for model, book in zip(models, books):
        analysis = json.loads(run("analyse", model, "--json"))
        report(check_against(analysis, openpyxl.load_workbook(book, data_only=True), model.stem),
               f"{model.stem}: cells say what analyse says")
    if OFFICE is None:
        report(True, "recalculated", "LibreOffice is not installed")
        return
    own = folder / "ec-site.own.json"
    document = folder / "own.mezasu"
    run("import", MODELS / "ec-site.json", document)
    run("export", document, "-o", own)
    workbook = folder / "own.xlsx"
    run("--lang", "en", "report", document, "-o", workbook)
    changed_model, changed_book = change(own, workbook, folder)
    files = [*books, japanese, changed_book]
    recalculated = dict(zip(files, recalculate(folder, files)))
    for book in [*books, japanese]:
        found = list(differences(openpyxl.load_workbook(book, data_only=True),
                                 openpyxl.load_workbook(recalculated[book], data_only=True), openpyxl.load_workbook(book)))
        for line in found[:12]:
            print("#", line)
        report(not found, f"{book.stem}: LibreOffice reckons the same")
    before = json.loads(run("analyse", own, "--json"))
    after = json.loads(run("analyse", changed_model, "--json"))
    report(any(a["npv"] != b["npv"] for a, b in zip(before["scenarios"], after["scenarios"])), "the change matters")
    report(check_against(after, openpyxl.load_workbook(recalculated[changed_book], data_only=True), "changed"),
           "amounts changed in LibreOffice: payback, NPV, IRR and needed sales follow")


os.environ["LC_ALL"] = "C.UTF-8"
with tempfile.TemporaryDirectory() as work:
    main(pathlib.Path(work))
print(f"1..{count}")
sys.exit(1 if failed else 0)
