# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs every row of the table below and prints one line each: ours, the peer's, their ratio, the target, met or not.
# Ours and the peer's run in turn on the same inputs, and a figure is the median of its runs, because machines differ
# and are noisy. A row whose peer is not installed says so and counts as neither met nor missed.
#
#   bench.py --programs BUILD/tests/bench [--only TEXT] [--runs 5] [--markdown]

import argparse
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Row:
    """One item. A command prints one number; {bench} and {here} stand for the folders of programs and scripts.

    With a peer, the target is the least ratio peer / ours; without one, the most that ours may be, or None where a
    figure is only reported. over: a command of ours that the figure is divided by (growth of cost).
    """
    item: str
    unit: str
    ours: list
    peer: list = None
    over: list = None
    target: float = None
    needs: str = None  # a Python module that the peer imports


def simulation(kind, risks, trials, rate=0.5):
    return ['{bench}/bench-simulation', kind, str(risks), str(trials), str(rate)]


def numpy_simulation(form, trials):
    return [sys.executable, '{here}/peer-simulation.py', form, str(trials)]


ROWS = [
    Row('simulate 50 risks x 1,000,000 years, against numpy with a count a trial', 'ms',
        simulation('run', 50, 1000000), numpy_simulation('vectorised', 1000000), target=30, needs='numpy'),
    Row('simulate 50 risks x 1,000,000 years, against numpy with events scattered', 'ms',
        simulation('run', 50, 1000000), numpy_simulation('scattered', 1000000), target=15, needs='numpy'),
    Row('simulate 50 risks x 1,000,000 years, against numpy scattered as first written', 'ms',
        simulation('run', 50, 1000000), numpy_simulation('plain', 1000000), needs='numpy'),
    Row('simulate 50 risks x 100,000 years after an edit', 'ms', simulation('edit', 50, 100000), target=16),
    Row('memory that 50 risks x 100,000 years add', 'MiB', simulation('memory', 50, 100000), target=16),
    Row('memory that 50 risks x 1,000,000 years add', 'MiB', simulation('memory', 50, 1000000)),
    Row('growth of time: 500 risks over 50, 100,000 years', 'x', simulation('edit', 500, 100000),
        over=simulation('edit', 50, 100000)),
    Row('growth of time: 5 events a year over 0.5, 50 risks x 100,000 years', 'x',
        simulation('edit', 50, 100000, 5.0), over=simulation('edit', 50, 100000)),
    Row('growth of time: 1,000,000 years over 100,000, 50 risks', 'x', simulation('edit', 50, 1000000),
        over=simulation('edit', 50, 100000)),
]


def measure(command, programs):
    words = [word.format(bench=programs, here=HERE) for word in command]
    return float(subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()[-1])


def is_missing(module):
    return module is not None and subprocess.run([sys.executable, '-c', 'import ' + module],
                                                 capture_output=True).returncode != 0


def run_row(row, programs, runs):
    """The medians of ours and of the other command, run in turn."""
    commands = [row.ours] + [other for other in (row.peer or row.over,) if other]
    figures = [[] for _ in commands]
    for _ in range(runs):
        for command, list_of in zip(commands, figures):
            list_of.append(measure(command, programs))
    medians = [statistics.median(list_of) for list_of in figures]
    return medians[0], medians[1] if len(medians) > 1 else None


def judge(row, ours, other):
    """Columns ours, peer, ratio, target, verdict; and whether the target was missed."""
    if row.over:
        return ['%.3g %s' % (ours / other, row.unit), '-', '-', '-', 'reported'], False
    columns = ['%.4g %s' % (ours, row.unit)]
    if row.peer:
        ratio = other / ours
        columns += ['%.4g %s' % (other, row.unit), '%.1f x' % ratio, '>= %g x' % row.target if row.target else '-']
        met = row.target is None or ratio >= row.target
    else:
        columns += ['-', '-', '<= %g %s' % (row.target, row.unit) if row.target else '-']
        met = row.target is None or ours <= row.target
    return columns + ['reported' if row.target is None else 'met' if met else 'NOT MET'], not met


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--programs', required=True)
    parser.add_argument('--only', default='')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--markdown', action='store_true')
    options = parser.parse_args()
    missed = 0
    separator = ' | ' if options.markdown else '; '
    print(separator.join(['item', 'ours', 'peer', 'ratio', 'target', 'verdict']))
    if options.markdown:
        print('--- | --- | --- | --- | --- | ---')
    for row in ROWS:
        if options.only not in row.item:
            continue
        if is_missing(row.needs):
            print(row.item + separator + 'not measured: the peer needs ' + row.needs, flush=True)
            continue
        columns, failed = judge(row, *run_row(row, options.programs, options.runs))
        missed += failed
        print(separator.join([row.item] + columns), flush=True)
    return 1 if missed else 0


sys.exit(main())
