# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# carry: the model of the next fiscal year, and what diff tells of it. The planned amounts are added up here.
import json
import os

from driver import FOLDER, check, equal, finish, parse, run

os.chdir(FOLDER)

def records(path):
    return parse(run("export", path, "-o", "-").stdout)["records"]


def planned_by_step(model):
    """What each step costs in year 0, by the rule of the schema: from_year 0, whatever the last year is."""
    plans = {}
    for flow in model.get("cash_flow", []):
        if flow["kind"] in ("investment", "running") and flow["from_year"] == 0:
            plans[flow["step"]] = plans.get(flow["step"], 0) + flow["amount"]
    return plans


run("new", "--sample", "ec-site", "year.mezasu")
before = records("year.mezasu")
done = run("carry", "year.mezasu", "-o", "next.mezasu")
equal((done.returncode, done.stdout, done.stderr), (0, "", ""), "carry")
after = records("next.mezasu")
equal(after["organisation"][0]["fiscal_year"], before["organisation"][0]["fiscal_year"] + 1, "the next fiscal year")
equal({actual["step"]: actual["planned"] for actual in after["step_actual"]}, planned_by_step(before),
      "each step has what was planned")
equal({flow["id"] for flow in after["cash_flow"]}, {flow["id"] for flow in before["cash_flow"] if flow.get("to_year") != 0},
      "amounts of the past year are gone")
equal({risk["id"] for risk in after["risk"]}, {risk["id"] for risk in before["risk"]}, "ids stay")
followed = sum(len(rows) for kind, rows in after.items()
               if kind not in ("carried", "step_actual", "kpi_value", "indicator_value", "slide"))
equal(len(after["carried"]), followed, "every record is written down")
equal(run("check", "next.mezasu").returncode, 0, "the next year passes the check")
told = run("diff", "year.mezasu", "next.mezasu")
check(told.returncode == 1 and "This fiscal year" in told.stdout and "no record in common" not in told.stderr,
      "diff tells the years apart", told.stderr)
kept = (FOLDER / "next.mezasu").read_bytes()
equal(run("carry", "year.mezasu", "-o", "next.mezasu").returncode, 1, "another document is not written over")
check((FOLDER / "next.mezasu").read_bytes() == kept, "and stays as it was")
equal(run("carry", "year.mezasu", "-o", "next.json").returncode, 0, "as JSON")
equal(len(records("next.json")["carried"]), followed, "with the same records")
equal(run("carry", "year.mezasu", "-o", "next.json").returncode, 1, "which is not written over either")
equal(run("carry", "year.mezasu").returncode, 2, "carry without -o")
model = parse(run("export", "year.mezasu", "-o", "-").stdout)
model["records"]["organisation"][0].pop("fiscal_year")
(FOLDER / "timeless.json").write_text(json.dumps(model), encoding="utf-8")
timeless = run("carry", "timeless.json", "-o", "timeless.mezasu")
check(timeless.returncode == 1 and "timeless.json" in timeless.stderr, "without a fiscal year there is no next one", timeless)
finish()
