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
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))


class Whole(list):
    """A command whose whole process is timed, in milliseconds."""


@dataclass
class Row:
    """One item. A command prints one number; {bench}, {here}, {root} and {work} stand for the folders of programs, of
    scripts, of the source and of files that are gone afterwards. A Whole command is timed from outside instead.

    With a peer, the target is the least ratio peer / ours; without one, the most that ours may be, or None where a
    figure is only reported. over: a command of ours that the figure is divided by (growth of cost).
    """
    item: str
    unit: str
    ours: list
    peer: list = None
    over: list = None
    target: float = None
    needs: str = None  # a Python module that the peer imports, or a program that it is
    before: list = None  # commands that make the input


def simulation(kind, risks, trials, rate=0.5):
    return ['{bench}/bench-simulation', kind, str(risks), str(trials), str(rate)]


def numpy_simulation(form, trials):
    return [sys.executable, '{here}/peer-simulation.py', form, str(trials)]


PYTHON = sys.executable
CHART = Whole(['{bench}/../../src/cli/mezasu-cli', 'chart', '{work}/risks-50.json', 'heat-map', '-o'])
RISKS = [['{bench}/bench-edit', 'write', '50', '{work}/risks-50.json']]


def painting(kind, marks, n=10000):
    return ['{bench}/bench-paint', kind, marks, str(n)]


def matplotlib_painting(kind, n=10000):
    return [PYTHON, '{here}/peer-paint.py', kind, str(n)]


def with_file(command, ending):
    return Whole(command + ['{work}/out' + ending])


def matplotlib_chart(ending):
    return with_file([PYTHON, '{here}/peer-paint.py', 'chart', '50'], ending)


def document(what, records):
    return ['{bench}/bench-document', what, '{work}/%d.mezasu' % records]


def sqlite(what, records):
    return ['{bench}/peer-sqlite', what, '{work}/%d.mezasu' % records]


def records(*numbers):
    return [['{bench}/bench-document', 'make', str(n), '{work}/%d.mezasu' % n] for n in numbers]


def in_window(*program):
    return ['{root}/tests/app/headless.sh', '{bench}/bench-start'] + list(program)


def after_edit(risks):
    return ['{bench}/bench-edit', 'all', str(risks)]


def layout(what, who, boxes):
    return [PYTHON, '{here}/peer-layout.py', what, who, str(boxes), '{bench}']


ROWS = [
    Row('simulate 50 risks x 1,000,000 years, against numpy with a count a trial', 'ms',
        simulation('run', 50, 1000000), numpy_simulation('vectorised', 1000000), target=30, needs='numpy'),
    Row('simulate 50 risks x 1,000,000 years, against numpy with events scattered', 'ms',
        simulation('run', 50, 1000000), numpy_simulation('scattered', 1000000), target=15, needs='numpy'),
    Row('simulate 50 risks x 1,000,000 years, against numpy scattered as first written', 'ms',
        simulation('run', 50, 1000000), numpy_simulation('plain', 1000000), needs='numpy'),
    Row('choose among 40 steps, 30 precedences, 10 exclusions: least loss, slowest of 40', 'ms',
        ['{bench}/bench-portfolio', 'loss', '40', '30', '10', '10'], target=1000),
    Row('choose among 40 steps, 30 precedences, 10 exclusions: highest present value, slowest of 40', 'ms',
        ['{bench}/bench-portfolio', 'npv', '40', '30', '10', '10'], target=1000),
    Row('simulate 50 risks x 100,000 years after an edit', 'ms', simulation('edit', 50, 100000), target=16),
    Row('simulate 50 risks with three-point losses x 100,000 years after an edit', 'ms',
        simulation('edit', 50, 100000) + ['pert'], target=16),
    Row('memory that 50 risks x 100,000 years add', 'MiB', simulation('memory', 50, 100000), target=16),
    Row('memory that 50 risks x 1,000,000 years add', 'MiB', simulation('memory', 50, 1000000)),
    Row('growth of time: 500 risks over 50, 100,000 years', 'x', simulation('edit', 500, 100000),
        over=simulation('edit', 50, 100000)),
    Row('growth of time: 5 events a year over 0.5, 50 risks x 100,000 years', 'x',
        simulation('edit', 50, 100000, 5.0), over=simulation('edit', 50, 100000)),
    Row('growth of time: 1,000,000 years over 100,000, 50 risks', 'x', simulation('edit', 50, 1000000),
        over=simulation('edit', 50, 100000)),
    Row('heat map, 50 risks, whole process to PNG', 'ms', with_file(CHART, '.png'), matplotlib_chart('.png'), target=15,
        needs='matplotlib', before=RISKS),
    Row('heat map, 50 risks, whole process to PDF', 'ms', with_file(CHART, '.pdf'), matplotlib_chart('.pdf'), target=40,
        needs='matplotlib', before=RISKS),
    Row('10,000 marks, drawing only, to PNG', 'ms', painting('png', 'marks'), matplotlib_painting('png'),
        target=4, needs='matplotlib'),
    Row('10,000 marks, drawing only, to PDF', 'ms', painting('pdf', 'marks'), matplotlib_painting('pdf'),
        target=2.3, needs='matplotlib'),
    Row('10,000 marks, one screen frame', 'ms', painting('frame', 'marks'), target=8),
    Row('10,000 marks with numbers, one screen frame', 'ms', painting('frame', 'numbered')),
    Row('open a document of 100,000 records', 'ms', document('open', 100000), sqlite('open', 100000), target=1 / 1.2,
        before=records(100000)),
    Row('one durable edit in a document of 10,000 records', 'ms', document('edit', 10000), sqlite('edit', 10000),
        target=1 / 2, before=records(10000)),
    Row('differences of two models of 10,000 records', 'ms', document('diff', 10000), target=200,
        before=records(10000)),
    Row('growth of time: open 100,000 records over 10,000', 'x', document('open', 100000), over=document('open', 10000),
        before=records(10000, 100000)),
    Row('growth of time: save 100,000 records over 10,000', 'x', document('save', 100000), over=document('save', 10000),
        before=records(10000, 100000)),
    Row('analysis and all charts laid out after an edit, 500 risks', 'ms', after_edit(500), target=100),
    Row('growth of time: the same with 5,000 risks over 500', 'x', after_edit(5000), over=after_edit(500)),
    Row('workbook, 10,000 rows x 12', 'ms', ['{bench}/bench-workbook', '10000'],
        [PYTHON, '{here}/peer-workbook.py', '10000'], target=5, needs='openpyxl'),
    Row('board workbook of the sample firm with its formulas, whole process', 'ms',
        Whole(['{bench}/../../src/cli/mezasu-cli', 'report', '{root}/data/models/ec-site.json', '-o', '{work}/out.xlsx']),
        target=1000),
    Row('board pack of the sample firm to PDF, 24 pages, whole process', 'ms',
        Whole(['{bench}/../../src/cli/mezasu-cli', 'report', '{root}/data/models/ec-site.json', '-o', '{work}/out.pdf']),
        Whole(['soffice', '-env:UserInstallation=file://{work}/office', '--headless', '--convert-to', 'pdf', '--outdir',
               '{work}', '{work}/slides.fodp']),
        target=20, needs='soffice', before=[[PYTHON, '{here}/peer-slides.py', '24', '{work}/slides.fodp']]),
    Row('layout: crossings of 20 graphs of 32 boxes, against dot', 'crossings', layout('crossings', 'ours', 32),
        layout('crossings', 'dot', 32), target=1 / 0.97, needs='dot'),
    Row('layout: crossings of 20 graphs of 60 boxes, against dot', 'crossings', layout('crossings', 'ours', 60),
        layout('crossings', 'dot', 60), target=1 / 0.93, needs='dot'),
    Row('layout: crossings of 20 graphs of 200 boxes, against dot', 'crossings', layout('crossings', 'ours', 200),
        layout('crossings', 'dot', 200), target=1 / 0.92, needs='dot'),
    Row('layout: crossings on the drawings of 20 graphs of 32 boxes, against dot', 'crossings',
        layout('drawn', 'ours', 32), layout('drawn', 'dot', 32), target=1 / 0.97, needs='dot'),
    Row('layout: crossings on the drawings of 20 graphs of 60 boxes, against dot', 'crossings',
        layout('drawn', 'ours', 60), layout('drawn', 'dot', 60), target=1 / 0.93, needs='dot'),
    Row('layout: crossings on the drawings of 20 graphs of 200 boxes, against dot', 'crossings',
        layout('drawn', 'ours', 200), layout('drawn', 'dot', 200), target=1 / 0.92, needs='dot'),
    Row('layout: graphs of 60 with more crossings than dot by order', 'graphs',
        [PYTHON, '{here}/peer-layout.py', 'worse', 'crossings', '{bench}'], target=0, needs='dot'),
    Row('layout: graphs of 60 with more crossings than dot on the drawings', 'graphs',
        [PYTHON, '{here}/peer-layout.py', 'worse', 'drawn', '{bench}'], target=0, needs='dot'),
    Row('layout: whole process, 32 boxes, against dot', 'ms', layout('time', 'ours', 32), layout('time', 'dot', 32),
        target=1, needs='dot'),
    Row('layout: whole process, 60 boxes, against dot', 'ms', layout('time', 'ours', 60), layout('time', 'dot', 60),
        target=1, needs='dot'),
    Row('layout: whole process, 200 boxes, against dot', 'ms', layout('time', 'ours', 200), layout('time', 'dot', 200),
        target=1, needs='dot'),
    Row('layout: 60 boxes laid out anew', 'ms', ['{bench}/bench-layout', 'arrange', '60', '1', '1'], target=4),
    Row('layout: 60 boxes after a drag', 'ms', ['{bench}/bench-layout', 'adjust', '60', '1', '1'], target=1),
    Row('strategy map of 200 objectives: first paint after its layout', 'ms', ['{bench}/bench-map', 'first', '200'],
        target=16),
    Row('strategy map of 200 objectives: first paint of a process', 'ms', ['{bench}/bench-map', 'cold', '200']),
    Row('strategy map of 200 objectives: the whole scene', 'ms', ['{bench}/bench-map', 'lay', '200']),
    Row('growth of time: layout of 320 boxes over 32', 'x', ['{bench}/bench-layout', 'arrange', '320', '1', '1'],
        over=['{bench}/bench-layout', 'arrange', '32', '1', '1']),
    Row('start to the first real frame with a sample firm open', 'ms', in_window('{bench}/../../src/app/mezasu',
        '--sample', 'ec-site'), in_window('{bench}/peer-window'), target=1 / 1.3, needs='xvfb-run'),
]


def measure(command, places):
    words = [word.format(**places) for word in command]
    start = time.perf_counter()
    out = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    whole = (time.perf_counter() - start) * 1e3
    return whole if isinstance(command, Whole) else float(out.split()[-1])


def is_missing(peer):
    """Whether neither a program nor a Python module has that name."""
    if peer is None or shutil.which(peer):
        return False
    return subprocess.run([PYTHON, '-c', 'import ' + peer], capture_output=True).returncode != 0


def run_row(row, places, runs):
    """The medians of ours and of the other command, run in turn."""
    for command in row.before or []:
        measure(command, places)
    commands = [row.ours] + [other for other in (row.peer or row.over,) if other]
    figures = [[] for _ in commands]
    if isinstance(row.ours, Whole):
        # The first start of a program also reads it from the disk and makes its caches.
        for command in commands:
            measure(command, places)
    for _ in range(runs):
        for command, list_of in zip(commands, figures):
            list_of.append(measure(command, places))
    medians = [statistics.median(list_of) for list_of in figures]
    return medians[0], medians[1] if len(medians) > 1 else None


def start_places(programs, work):
    """The folders that commands name. The state of the documents goes to the same disk as the peer's."""
    root, build = os.path.dirname(os.path.dirname(HERE)), os.path.join(os.path.abspath(programs), '..', '..')
    os.environ.update(XDG_STATE_HOME=os.path.join(work, 'state'), MEZASU_MODEL_DIR=os.path.join(root, 'data', 'models'),
                      MEZASU_LOCALE_DIR=os.path.join(build, 'po'), GSETTINGS_SCHEMA_DIR=os.path.join(build, 'data'))
    return {'bench': os.path.abspath(programs), 'here': HERE, 'root': root, 'work': work}


def judge(row, ours, other):
    """Columns ours, peer, ratio, target, verdict; and whether the target was missed."""
    if row.over:
        return ['%.3g %s' % (ours / other, row.unit), '-', '-', '-', 'reported'], False
    columns = ['%.4g %s' % (ours, row.unit)]
    if row.peer:
        ratio = other / ours
        columns += ['%.4g %s' % (other, row.unit), '%.2f x' % ratio, '>= %.3g x' % row.target if row.target else '-']
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
    with tempfile.TemporaryDirectory(dir=options.programs) as work:
        places = start_places(options.programs, os.path.abspath(work))
        for row in ROWS:
            if options.only not in row.item:
                continue
            if is_missing(row.needs):
                print(row.item + separator + 'not measured: the peer needs ' + row.needs, flush=True)
                continue
            columns, failed = judge(row, *run_row(row, places, options.runs))
            missed += failed
            print(separator.join([row.item] + columns), flush=True)
    return 1 if missed else 0


sys.exit(main())
