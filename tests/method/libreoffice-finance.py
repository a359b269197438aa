#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Compares present value, internal rate and modified rate of return with LibreOffice Calc on random
# cash flows.
#
#   libreoffice-finance.py FINANCE-ROWS [SOFFICE]
#
# FINANCE-ROWS is the test program that answers for the library. The flows go into a spreadsheet
# whose formulas Calc computes without a window. Skipped (status 77), saying so, where Calc is not
# installed.

import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SKIP = 77
CASES = 160
# Calc refines an internal rate until its next step is small; the other two are closed formulas.
IRR_TOLERANCE = 1e-6
FORMULA_TOLERANCE = 1e-9
WAIT_SECONDS = 240

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
FORMULA = "urn:oasis:names:tc:opendocument:xmlns:of:1.2"


def random_flows(rand):
    """A cost now, incomes and now and then a cost later: one rate for most, several for some."""
    size = 10 ** rand.randint(3, 11)
    years = rand.randint(1, 30)
    flows = [-rand.randint(size, 3 * size)]
    for _ in range(years):
        amount = rand.randint(size // 20, size)
        flows.append(-amount // 2 if rand.random() < 0.15 else amount)
    flows[-1] = abs(flows[-1])
    return flows


def random_cases():
    rand = random.Random(20260401)
    return [([round(rand.uniform(0, 0.3), 4) for _ in range(3)], random_flows(rand))
            for _ in range(CASES)]


def number_cell(value):
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


def formula_cell(formula):
    return f'<table:table-cell table:formula="of:={formula}"/>'


def spreadsheet(cases):
    """One row a case: three results, three rates, the flows."""
    rows = []
    for index, (_, flows) in enumerate(cases, start=1):
        last = column_name(6 + len(flows) - 1)
        cells = [
            # Calc's NPV discounts its first value, so year 0 stands outside.
            formula_cell(f"[.G{index}]+NPV([.D{index}];[.H{index}:.{last}{index}])"),
            formula_cell(f"IRR([.G{index}:.{last}{index}])"),
            formula_cell(f"MIRR([.G{index}:.{last}{index}];[.E{index}];[.F{index}])"),
        ]
        cells += [number_cell(value) for value in cases[index - 1][0] + flows]
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document xmlns:office="{OFFICE}" xmlns:table="{TABLE}" xmlns:of="{FORMULA}" '
        'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f'<office:body><office:spreadsheet><table:table table:name="flows">{"".join(rows)}'
        "</table:table></office:spreadsheet></office:body></office:document>"
    )


def column_name(index):
    return (chr(ord("A") + index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def calc_answers(soffice, cases):
    """NPV, IRR and MIRR by case, None where Calc shows an error; None at all without Calc."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "flows.fods")
        target = os.path.join(folder, "out")
        with open(source, "w", encoding="utf-8") as file:
            file.write(spreadsheet(cases))
        # A profile of its own, so that a running office is neither used nor disturbed.
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
             "--convert-to", "fods", "--outdir", target, source],
            check=True, timeout=WAIT_SECONDS, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder, "LC_ALL": "C.UTF-8"})
        computed = os.path.join(target, "flows.fods")
        if not os.path.exists(computed):
            # An office without Calc says so on its standard error, ends well and writes nothing.
            return None
        rows = ElementTree.parse(computed).iter(f"{{{TABLE}}}table-row")
        return [[answer(cell) for cell in row.findall(f"{{{TABLE}}}table-cell")[:3]]
                for row in list(rows)[:len(cases)]]


def answer(cell):
    # An error is a text cell that also has a value of 0.
    if cell.get(f"{{{OFFICE}}}value-type") not in ("float", "percentage", "currency"):
        return None
    return float(cell.get(f"{{{OFFICE}}}value"))


def own_answers(program, cases):
    text = "".join(" ".join(map(str, rates + flows)) + "\n" for rates, flows in cases)
    done = subprocess.run([program], input=text, check=True, capture_output=True, text=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def close(left, right, tolerance, scale):
    return math.fabs(left - right) <= tolerance * scale


def compare(number, flows, calc, own):
    """The complaints about one case, and whether its rate could be compared."""
    npv, rate, mirr = calc
    complaints = []
    if npv is None or not close(npv, float(own[0]), FORMULA_TOLERANCE, sum(map(abs, flows))):
        complaints.append(f"case {number}: NPV is {own[0]}, Calc says {npv}: {flows}")
    if mirr is None or not close(mirr, float(own[3]), FORMULA_TOLERANCE, 1 + math.fabs(mirr)):
        complaints.append(f"case {number}: MIRR is {own[3]}, Calc says {mirr}: {flows}")
    # Calc walks from 10 % to some root, or gives up; whichever it finds must be among ours.
    if rate is not None and rate > -0.9999:
        roots = [float(root) for root in own[2].split(",") if root != "-"]
        if not any(close(rate, root, IRR_TOLERANCE, 1 + math.fabs(root)) for root in roots):
            complaints.append(f"case {number}: IRR is {own[2]}, Calc says {rate}: {flows}")
    return complaints, rate is not None


def main():
    program = sys.argv[1]
    soffice = sys.argv[2] if len(sys.argv) > 2 else shutil.which("soffice")
    if not soffice:
        print("skipped: LibreOffice Calc (soffice) is not installed")
        return SKIP

    cases = random_cases()
    calc = calc_answers(soffice, cases)
    if calc is None:
        print("skipped: this LibreOffice has no Calc (package libreoffice-calc)")
        return SKIP
    own = own_answers(program, cases)
    if len(calc) != len(cases) or len(own) != len(cases):
        print(f"{len(cases)} cases, but Calc answered {len(calc)} and {program} {len(own)}")
        return 1

    compared = 0
    complaints = []
    for number, ((_, flows), theirs, ours) in enumerate(zip(cases, calc, own), start=1):
        found, has_rate = compare(number, flows, theirs, ours)
        complaints += found
        compared += has_rate
    print("\n".join(complaints))
    print(f"{len(cases)} cases, {compared} with an internal rate, {len(complaints)} differences")
    return 1 if complaints or compared < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
