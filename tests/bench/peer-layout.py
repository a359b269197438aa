# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Graphviz dot beside the layered layout, on the same fixed graphs (seeds 1 to 10, with and without links that skip a
# rank). Prints one number:
#
#   peer-layout.py crossings ours|dot BOXES FOLDER   crossings of all twenty graphs, by order
#   peer-layout.py drawn ours|dot BOXES FOLDER       the same, on the finished drawings
#   peer-layout.py time ours|dot BOXES FOLDER        milliseconds of a whole process, the median of all twenty graphs
#   peer-layout.py worse crossings|drawn FOLDER      of all sixty graphs, those where ours has more crossings than dot
#
# By order: between neighbouring ranks by the order of the ends; where a link of dot's skips a rank, its curve tells where
# it passes. Drawn: the curves of both programs cut into straight pieces, two links counted once however often they cross
# (dot's now and then cross twice), so that the count is the kinder one to dot. FOLDER is that of bench-layout.

import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy

# Pieces of a curve; and how far a link is moved aside, so that no crossing falls on the end of a piece.
PIECES = 24
ASIDE = 1e-7
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


def flat(points):
    """Cubic pieces as a line of many points."""
    t = numpy.linspace(0, 1, PIECES + 1)[:, None]
    line = [numpy.array(points[:1])]
    for first in range(0, len(points) - 3, 3):
        a, b, c, d = (numpy.array(point) for point in points[first:first + 4])
        line.append(((1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t ** 3 * d)[1:])
    return numpy.concatenate(line)


def cross(a, b):
    """Whether two lines of points cross."""
    if (a.max(0) < b.min(0)).any() or (b.max(0) < a.min(0)).any():
        return False
    start, run, other, way = a[:-1, None], (a[1:] - a[:-1])[:, None], b[None, :-1], (b[1:] - b[:-1])[None]
    gap = other - start
    with numpy.errstate(divide='ignore', invalid='ignore'):
        size = run[..., 0] * way[..., 1] - run[..., 1] * way[..., 0]
        t = (gap[..., 0] * way[..., 1] - gap[..., 1] * way[..., 0]) / size
        u = (gap[..., 0] * run[..., 1] - gap[..., 1] * run[..., 0]) / size
    return ((t >= 0) & (t < 1) & (u >= 0) & (u < 1)).any()


def count_drawn(curves):
    aside = numpy.random.default_rng(1)
    scale = max(max(point) for points in curves for point in points)
    lines = [flat(points) + aside.uniform(-ASIDE, ASIDE, 2) * scale for points in curves]
    return sum(bool(cross(a, b)) for i, a in enumerate(lines) for b in lines[:i])


def dot_lines(folder, boxes, graph):
    with graph_file(folder, boxes, graph) as file:
        return [line.split() for line in output(['dot', '-Tplain', file.name]).splitlines()]


def dot_points(line):
    numbers = [float(word) for word in line[4:4 + 2 * int(line[3])]]
    return list(zip(numbers[::2], numbers[1::2]))


def our_points(words):
    """The points of a link of ours; "-" for the control points of a straight piece."""
    points = [(float(words[0]), float(words[1]))]
    for first in range(2, len(words), 6):
        piece = words[first:first + 6]
        end = (float(piece[4]), float(piece[5]))
        points += [points[-1], end] if piece[0] == '-' else [(float(x), float(y)) for x, y in (piece[:2], piece[2:4])]
        points.append(end)
    return points


def drawn(who, folder, boxes, graph):
    if who == 'ours':
        lines = [line.split() for line in output(ours(folder, 'lay', boxes, graph)).splitlines()]
        return count_drawn([our_points(line[3:]) for line in lines if line[0] == 'edge'])
    return count_drawn([dot_points(line) for line in dot_lines(folder, boxes, graph) if line[0] == 'edge'])


def dot_crossings(folder, boxes, graph):
    lines = dot_lines(folder, boxes, graph)
    places = {line[1]: (float(line[2]), float(line[3])) for line in lines if line[0] == 'node'}
    ranks = sorted({y for _, y in places.values()})
    assert len(ranks) == 4
    gaps = [[] for _ in ranks]
    for line in lines:
        if line[0] != 'edge':
            continue
        points = dot_points(line)
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
    count = drawn if 'drawn' in sys.argv else crossings
    if what == 'worse':
        print(sum(count('ours', folder, boxes, graph) > count('dot', folder, boxes, graph)
                  for boxes in SIZES for graph in GRAPHS))
        return
    who, boxes = sys.argv[2], int(sys.argv[3])
    if what in ('crossings', 'drawn'):
        print(sum(count(who, folder, boxes, graph) for graph in GRAPHS))
    else:
        print(statistics.median(duration(who, folder, boxes, graph) for graph in GRAPHS))


main()
