#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# A sample firm the whole way: new, check, analyse, compare, trace, charts, board pack, JSON out and in without loss, undo.
# One firm a language does: firms.py goes through the content and the files of all of them. Worked examples are no whole
# firms, so they go without what needs risks.
import json
import os
import re
import xml.etree.ElementTree

from driver import FOLDER, MODELS, check, equal, finish, parse, run

os.chdir(FOLDER)
# What each ending of a file begins with.
MAGIC = {".png": b"\x89PNG\r\n\x1a\n", ".pdf": b"%PDF-", ".svg": b"<?xml"}


def records(model):
    return [record["id"] for kind in model["records"].values() for record in kind if "id" in record]


def results(name, shop):
    done = run("analyse", shop, "--json")
    check(done.returncode == 0 and not done.stderr, f"{name}: analyse", done.stderr)
    analysis = parse(done.stdout)
    check(any(scenario["baseline"] for scenario in analysis["scenarios"]), f"{name}: do nothing is among the scenarios")
    equal(analysis, parse(run("analyse", shop, "--json").stdout), f"{name}: analyse twice is the same")
    for scenario in analysis["scenarios"]:
        # A scenario without any amount has no flows.
        flows = scenario["flows_yen"] or []
        sums = [sum((scenario.get("after_tax_flows_yen") or flows)[:year + 1]) for year in range(len(flows))]
        equal(scenario.get("cumulative_yen") or [], sums, f"{name}: cumulative money of {scenario['short_name']}")
        done = run("analyse", shop, "--scenario", scenario["short_name"])
        check(done.returncode == 0 and scenario["name"] in done.stdout, f"{name}: analyse {scenario['short_name']}",
              done.stderr)
    table = run("compare", shop)
    check(table.returncode == 0 and all(s["short_name"] in table.stdout for s in analysis["scenarios"]),
          f"{name}: compare", table.stderr)
    equal(len(parse(run("compare", shop, "--json").stdout)["scenarios"]), len(analysis["scenarios"]),
          f"{name}: compare as JSON")
    return analysis


def traces(name, shop, analysis):
    known = set(records(parse(run("export", shop, "-o", "-").stdout)))
    risk = analysis["risks"][0]
    trace = parse(run("trace", shop, risk["id"], "--json").stdout)
    kinds = {node["kind"] for node in trace["nodes"] if node["direction"] == "cause"}
    check("context" in kinds, f"{name}: a risk is traced back to the context", kinds)
    equal(trace["nodes"][0]["id"], risk["id"], f"{name}: the trace begins with its record")
    check({node["id"] for node in trace["nodes"]} <= known, f"{name}: the trace names records")
    done = run("trace", shop, "npv")
    check(done.returncode == 0 and done.stdout.count("\n") > 4, f"{name}: a figure is traced", done.stderr)
    sources = {source for scenario in analysis["scenarios"] for source in scenario["npv"]["sources"]}
    check(sources <= known, f"{name}: sources of figures are records", sources - known)


def pictures(name, shop, language):
    charts = [line.split("\t")[0] for line in run("chart", "--list").stdout.splitlines()]
    check("heat-map" in charts and len(charts) == len(parse(run("chart", "--list", "--json").stdout)),
          f"{name}: chart --list", charts)
    for chart in charts:
        out = FOLDER / f"{name}-{chart}.svg"
        done = run("--lang", language, "chart", shop, chart, "-o", out)
        check(done.returncode == 0 and not done.stderr and xml.etree.ElementTree.parse(out), f"{name}: {chart} as SVG",
              done.stderr)
    for ending, arguments in ((".png", ["--theme", "dark"]), (".pdf", ["--size", "800x600"]), (".svg", [])):
        out = FOLDER / f"{name}{ending}"
        done = run("--lang", language, "chart", shop, "heat-map", "-o", out, *arguments)
        check(done.returncode == 0 and out.read_bytes().startswith(MAGIC[ending]), f"{name}: heat map{ending}",
              done.stderr)
    for paper in ("16:9", "a4"):
        out = FOLDER / f"{name}-{paper.replace(':', '-')}.pdf"
        done = run("--lang", language, "report", shop, "-o", out, "--paper", paper, "--unit", "million")
        check(done.returncode == 0 and not done.stderr and out.read_bytes().startswith(MAGIC[".pdf"]),
              f"{name}: board pack {paper}", done.stderr)
        first = out.read_bytes()
        run("--lang", language, "report", shop, "-o", out, "--paper", paper, "--unit", "million")
        equal(out.read_bytes(), first, f"{name}: the same board pack is the same file")


def round_trip(name, shop):
    info = parse(run("info", shop, "--json").stdout)
    equal(run("export", shop, "-o", "out.json").returncode, 0, f"{name}: export")
    again = FOLDER / f"{name}-again.mezasu"
    equal(run("import", "out.json", again).returncode, 0, f"{name}: import into a new document")
    equal(parse(run("info", again, "--json").stdout), info, f"{name}: the same records, the same digest")
    equal(parse(run("info", "out.json", "--json").stdout), info, f"{name}: and read from the JSON itself")
    equal(parse(run("diff", shop, again, "--json").stdout), [], f"{name}: no difference")
    text = (FOLDER / "out.json").read_text(encoding="utf-8")
    run("export", again, "-o", "out-again.json")
    equal((FOLDER / "out-again.json").read_text(encoding="utf-8"), text, f"{name}: the same JSON again")
    model = parse(text)
    check(not re.search(r"\b(NaN|Infinity)\b", text) and len(set(records(model))) == len(records(model)),
          f"{name}: ids are unique")
    for kind in model["records"]:
        table = run("export", shop, "-o", "-", "--kind", kind)
        check(table.returncode == 0 and table.stdout.startswith("\ufeffid,"), f"{name}: {kind} as a table", table.stderr)


def edit_and_undo(name, shop):
    info = run("info", shop, "--json").stdout
    model = parse(run("export", shop, "-o", "-").stdout)
    risk = model["records"]["risk"][0]
    old, risk["title"] = risk["title"], "Changed by hand"
    (FOLDER / "changed.json").write_text(json.dumps(model), encoding="utf-8")
    difference = parse(run("compare", shop, "changed.json", "--json").stdout)
    equal([(c["change"], c["field"], c["old"], c["new"]) for c in difference],
          [("changed", "title", old, "Changed by hand")], f"{name}: compare tells the one field")
    words = run("diff", shop, "changed.json").stdout
    check(old in words and "Changed by hand" in words and words.count("\n") == 1, f"{name}: diff tells it in a line", words)
    equal(run("import", "changed.json", shop).returncode, 0, f"{name}: import over the document")
    equal(len(parse(run("history", shop, "--json").stdout)), 1, f"{name}: as one edit")
    equal(run("undo", shop).returncode, 0, f"{name}: undo")
    equal(run("info", shop, "--json").stdout, info, f"{name}: and all is as before")


def firm(sample, language):
    name = f"{sample}-{language}"
    shop = FOLDER / f"{name}.mezasu"
    equal(run("--lang", language, "new", "--sample", sample, shop).returncode, 0, f"{name}: new")
    done = run("check", "--strict", shop)
    equal(done.returncode, 0, f"{name}: check --strict" + (f": {done.stdout}" if done.returncode else ""))
    check(parse(run("check", "--strict", "--json", shop).stdout)["ok"], f"{name}: check as JSON")
    analysis = results(name, shop)
    traces(name, shop, analysis)
    pictures(name, shop, language)
    round_trip(name, shop)
    edit_and_undo(name, shop)


def worked_example(sample):
    for language in ("ja", "en"):
        name = f"{sample}-{language}"
        shop = FOLDER / f"{name}.mezasu"
        equal(run("--lang", language, "new", "--sample", sample, shop).returncode, 0, f"{name}: new")
        check(run("analyse", shop, "--json").returncode == 0, f"{name}: analyse")
        pictures(name, shop, language)
    round_trip(name, shop)


ids = sorted(path.stem for path in MODELS.glob("*.json"))
equal(sorted(sample["id"] for sample in parse(run("samples", "--json").stdout)), ids, "samples lists every model file")
for sample, language in (("ec-site", "ja"), ("hospital", "en")):
    firm(sample, language)
for example in [one for one in ids if one.endswith("-example")]:
    worked_example(example)
check(parse(run("schema").stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema", "schema")
finish()
