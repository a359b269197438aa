# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Graphviz dot beside the layered layout, on the same fixed graphs (seeds 1 to 10, with and without links that skip a
# rank). Prints one number:
#
#   peer-layout.py crossings ours|dot BOXES FOLDER   crossings of all twenty graphs
#   peer-layout.py time ours|dot BOXES FOLDER        milliseconds of a whole process, the median of all twenty graphs
#   peer-layout.py worse FOLDER                      of all sixty graphs, those where ours has more crossings than dot
#
# Crossings are counted between neighbouring ranks by the order of the ends; where a link of dot's skips a rank, its curve
# tells where it passes. FOLDER is that of bench-layout.

import os
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = (32, 60, 200)
GRAPHS = [(skipping, seed) for skipping in (0, 1) for seed in range(1, 11)]


def ours(folder, what, boxes, graph):
    return [os.path.join(folder, 'bench-layout'), what, str(boxes)] + [str(part) for part in graph]


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def graph_file(folder, boxes, graph):
    file = tempfile.NamedTemporaryFile('w', suffix='.dot')
    file.write(output(ours(folder, 'graph', boxes, graph)))
    file.flush()
    return file


def x_at(points, y):
    """Where the curve, cubic pieces of control points, is at height y."""
    for first in range(0, len(points) - 3, 3):
        piece = points[first:first + 4]
        low, high = sorted((piece[0][1], piece[3][1]))
        if not low - 1e-9 <= y <= high + 1e-9:
            continue
        rising = piece[3][1] >= piece[0][1]
        start, end = 0.0, 1.0
        for _ in range(60):
            t = (start + end) / 2
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3)
            if (sum(w * p[1] for w, p in zip(weights, piece)) < y) == rising:
                start = t
            else:
                end = t
        return sum(w * p[0] for w, p in zip(weights, piece))
    raise ValueError('a curve misses a rank')


def dot_crossings(folder, boxes, graph):
    with graph_file(folder, boxes, graph) as file:
        lines = [line.split() for line in output(['dot', '-Tplain', file.name]).splitlines()]
    places = {line[1]: (float(line[2]), float(line[3])) for line in lines if line[0] == 'node'}
    ranks = sorted({y for _, y in places.values()})
    assert len(ranks) == 4
    gaps = [[] for _ in ranks]
    for line in lines:
        if line[0] != 'edge':
            continue
        numbers = [float(word) for word in line[4:4 + 2 * int(line[3])]]
        points = list(zip(numbers[::2], numbers[1::2]))
        ends = sorted((places[line[1]], places[line[2]]), key=lambda place: place[1])
        low, high = ranks.index(ends[0][1]), ranks.index(ends[1][1])
        way = [ends[0][0]] + [x_at(points, ranks[r]) for r in range(low + 1, high)] + [ends[1][0]]
        for step in range(high - low):
            gaps[low + step].append((way[step], way[step + 1]))
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0
               for gap in gaps for i, a in enumerate(gap) for b in gap[:i])


def crossings(who, folder, boxes, graph):
    if who == 'ours':
        return int(output(ours(folder, 'crossings', boxes, graph)))
    return dot_crossings(folder, boxes, graph)


def duration(who, folder, boxes, graph):
    with graph_file(folder, boxes, graph) as file:
        command = ours(folder, 'lay', boxes, graph) if who == 'ours' else ['dot', '-Tplain', file.name]
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return 1000 * (time.perf_counter() - start)


def main():
    what, folder = sys.argv[1], sys.argv[-1]
    if what == 'worse':
        print(sum(crossings('ours', folder, boxes, graph) > crossings('dot', folder, boxes, graph)
                  for boxes in SIZES for graph in GRAPHS))
        return
    who, boxes = sys.argv[2], int(sys.argv[3])
    if what == 'crossings':
        print(sum(crossings(who, folder, boxes, graph) for graph in GRAPHS))
    else:
        print(statistics.median(duration(who, folder, boxes, graph) for graph in GRAPHS))


main()
