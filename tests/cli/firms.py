#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The eight sample firms as a set: whole in both languages, no sentence twice, accounts that add up, outcomes that differ,
# and every format written without a word of complaint.
import collections
import concurrent.futures
import json
import math
import os
import re
import xml.etree.ElementTree
import zipfile

from driver import FOLDER, MODELS, check, equal, finish, parse, run

os.chdir(FOLDER)
LANGUAGES = ("ja", "en")
JAPANESE = r"[\u3040-\u30ff\u3400-\u9fff]"
WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
# Marks of scales and bands are common words; a source is cited alike wherever it is cited.
COMMON_KINDS, COMMON_FIELDS = {"scale_level", "band", "matrix_cell"}, {"source"}

Outcome = collections.namedtuple("Outcome", "proposed payback npv best tail")
# What each firm teaches: the plan that is proposed, the years in which it pays back (None: never), the sign of its present
# value, the plan worth most in money alone, and whether a year above the limit is too likely today.
OUTCOMES = {
    "ec-site": Outcome("A", (2, 3), 1, "A", True),
    "chemical-it": Outcome("A", (3, 4), 1, "A", True),
    "chemical-ot": Outcome("A", None, -1, "0", True),
    "machinery": Outcome("A", (2, 3), 1, "A", True),
    "supermarket": Outcome("A", (1, 2), 1, "A", True),
    "hospital": Outcome("A", None, -1, "B", True),
    "trading": Outcome("A", None, -1, "B", True),
    "logistics": Outcome("A", (3, 4), 1, "A", True),
}


def read(firm):
    return json.loads((MODELS / f"{firm}.json").read_text(encoding="utf-8"))["records"]


def texts(records):
    """Every text that has languages: kind, id, field, the text by language."""
    for kind, rows in records.items():
        for row in rows:
            for field, value in row.items():
                if isinstance(value, dict):
                    yield kind, row["id"], field, value


def two_languages(firm, records):
    faults = []
    for kind, identifier, field, text in texts(records):
        where = f"{kind} {identifier} {field}: {text}"
        if set(text) != set(LANGUAGES) or not all(value.strip() for value in text.values()):
            faults.append(f"not in both languages: {where}")
            continue
        if re.search(WIDE, text["en"]):
            faults.append(f"Japanese in the English text: {where}")
        # Names such as CISO may stand alone; a run of English words in Japanese was forgotten.
        if re.search(r"(?:\b[a-z]+ ){3}", text["ja"]) or not re.search(JAPANESE + "|^[A-Z0-9/ -]+$", text["ja"]):
            faults.append(f"English in the Japanese text: {where}")
    plain = [f"{row['id']} {field}: {value}" for rows in records.values() for row in rows for field, value in row.items()
             if isinstance(value, str) and re.search(JAPANESE, value)]
    equal(faults + plain, [], f"{firm}: every text stands in both languages")


def sentences(text, language):
    if language == "ja":
        parts = [part.strip() for part in re.split(r"(?<=[。！？])|\n", text)]
        return [part for part in parts if len(re.findall(r"\w", part)) >= 12]
    parts = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n", text)]
    return [part for part in parts if len(part.split()) >= 5]


def no_sentence_twice(firms):
    for language in LANGUAGES:
        said = collections.defaultdict(set)
        for firm, records in firms.items():
            for kind, _, field, text in texts(records):
                if kind not in COMMON_KINDS and field not in COMMON_FIELDS:
                    for sentence in sentences(text.get(language, ""), language):
                        said[sentence].add(firm)
        check(len(said) > 1500, f"there is something to compare ({language})", len(said))
        equal({sentence: sorted(by) for sentence, by in said.items() if len(by) > 1}, {},
              f"no two firms say the same sentence ({language})")


def accounts(firm, records, analysis):
    sums = collections.Counter()
    for line in records["pl_line"]:
        sums[line["item"]] += line["amount"]
    gross = sums["sales"] - sums["cost_of_sales"]
    operating = gross - sums["sga"]
    ordinary = operating + sums["non_operating_income"] - sums["non_operating_expense"]
    lines = {line["line"]: line["without"]["yen"] for line in analysis["statement"]}
    equal((lines["gross_profit"], lines["operating_profit"], lines["ordinary_profit"]), (gross, operating, ordinary),
          f"{firm}: profit and loss adds up")
    equal((analysis["sales"]["yen"], analysis["operating_profit"]["yen"]), (sums["sales"], operating),
          f"{firm}: the analysis starts from it")
    # What the note on the company says of itself.
    note = records["organisation"][0]["note"]["ja"]
    for pattern, value in ((r"(?:売上|医業収益)([\d.]+)億円", sums["sales"] / 1e8),
                           (r"粗利益?率([\d.]+) %", 100 * gross / sums["sales"]),
                           (r"営業利益率([\d.]+) %", 100 * operating / sums["sales"])):
        for said in re.findall(pattern, note):
            near = 0.5 * 10 ** -len(said.partition(".")[2])
            check(abs(float(said) - value) <= near, f"{firm}: {pattern} is told as it is", f"{said} {value}")


def finite(value):
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, (list, dict)):
        return all(map(finite, value.values() if isinstance(value, dict) else value))
    return True


def outcome(firm, records, analysis):
    wanted = OUTCOMES[firm]
    scenarios = {one["short_name"]: one for one in analysis["scenarios"]}
    check(finite(analysis), f"{firm}: all figures are finite")
    check(len(scenarios) >= 3 and len(analysis["risks"]) >= 16, f"{firm}: three scenarios or more, 16 risks or more")
    check(all(one["npv"].get("yen") is not None and one["ale"].get("yen") is not None and
              one["simulation"] for one in scenarios.values()), f"{firm}: every scenario is evaluated")
    check(all(risk["ale"].get("yen") is not None for risk in analysis["risks"]), f"{firm}: every risk has a loss")
    equal([name for name, one in scenarios.items() if one["recommended"]], [wanted.proposed], f"{firm}: what is proposed")
    proposed = scenarios[wanted.proposed]
    years = proposed["payback"].get("final")
    low, high = wanted.payback or (None, None)
    check(years is None if wanted.payback is None else years is not None and low < years <= high,
          f"{firm}: when it pays back", years)
    equal(int(math.copysign(1, proposed["npv"]["yen"])), wanted.npv, f"{firm}: the sign of its present value")
    equal(max(scenarios.values(), key=lambda one: one["npv"]["yen"])["short_name"], wanted.best,
          f"{firm}: what is worth most in money alone")
    limit = analysis["loss"]["accepted_probability"]
    chances = {one["id"]: one["probability_above_limit"] for one in analysis["loss"]["scenarios"]}
    equal(chances[next(one["id"] for one in scenarios.values() if one["baseline"])] > limit, wanted.tail,
          f"{firm}: a bad year is too likely today")
    check(chances[proposed["id"]] <= limit, f"{firm}: and no more with the proposal", chances)
    check(proposed["max_value"] <= records["criteria"][0]["tolerance"], f"{firm}: no risk is left above the tolerance")


def lights_vary(firm, records):
    """A scorecard in one colour tells nothing: some KPIs reach their target, some do not."""
    actual = {value["kpi"]: value["actual"] for value in sorted(records["kpi_value"], key=lambda one: one["period"])}
    reached = missed = 0
    for kpi in records["kpi"]:
        if kpi["id"] not in actual or kpi["direction"] == "range":
            continue
        sign = -1 if kpi["direction"] == "lower" else 1
        if sign * actual[kpi["id"]] >= sign * kpi["target"]:
            reached += 1
        elif "baseline" in kpi and (actual[kpi["id"]] - kpi["baseline"]) / (kpi["target"] - kpi["baseline"]) < 0.7:
            missed += 1
    check(missed >= 3 and missed < len(actual) * 0.75, f"{firm}: KPIs are neither all missed nor all met",
          f"{reached} {missed} {len(actual)}")


def is_whole(path):
    """Whether a file of its format can be read by somebody else."""
    data = path.read_bytes()
    if path.suffix in (".pptx", ".xlsx"):
        return zipfile.ZipFile(path).testzip() is None
    if path.suffix == ".svg":
        return xml.etree.ElementTree.fromstring(data) is not None
    if path.suffix == ".json":
        return bool(json.loads(data)["records"])
    return data.startswith({".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n", ".csv": b"\xef\xbb\xbf"}[path.suffix])


def jobs(firms, charts):
    """Every format of every firm in both languages; every chart of every firm, as pictures in turns."""
    for number, firm in enumerate(firms):
        model = MODELS / f"{firm}.json"
        for place, language in enumerate(LANGUAGES):
            base = f"{firm}-{language}"
            yield f"{base} is strictly complete", None, language, ("check", "--strict", model)
            for ending in ("pdf", "pptx", "xlsx"):
                yield f"{base}.{ending}", FOLDER / f"{base}.{ending}", language, ("report", model)
            yield f"{base} registers", FOLDER / f"{base}-registers.xlsx", language, ("export", model)
            yield f"{base} as JSON", FOLDER / f"{base}.json", language, ("export", model)
            yield f"{base} risks", FOLDER / f"{base}.csv", language, ("export", model, "--kind", "risk")
            for turn, chart in enumerate(charts):
                if (turn + number) % 2 == place:
                    ending = ("svg", "png")[(turn // 2 + number) % 2]
                    yield (f"{base} {chart}.{ending}", FOLDER / f"{base}-{chart}.{ending}", language,
                           ("chart", model, chart))


def do(job):
    name, out, language, words = job
    done = run("--lang", language, *words, *(("-o", out) if out else ()))
    return name, done, out is None or done.returncode == 0 and is_whole(out)


firms = {firm: read(firm) for firm in OUTCOMES}
equal(sorted(path.stem for path in MODELS.glob("*.json") if not path.stem.endswith("-example")), sorted(OUTCOMES),
      "there are eight firms")
no_sentence_twice(firms)
for firm, records in firms.items():
    two_languages(firm, records)
    analysis = parse(run("analyse", "--json", MODELS / f"{firm}.json").stdout)
    accounts(firm, records, analysis)
    outcome(firm, records, analysis)
    lights_vary(firm, records)
paybacks = [one.payback for one in OUTCOMES.values()]
check((1, 2) in paybacks and paybacks.count(None) >= 2 and len(set(OUTCOMES.values())) >= 5, "outcomes differ by firm")
charts = [line.split("\t")[0] for line in run("chart", "--list").stdout.splitlines()]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
    for name, done, whole in pool.map(do, jobs(list(firms), charts)):
        check(done.returncode == 0 and not done.stderr and whole, name, done.stdout[-2000:] + done.stderr)
finish()
