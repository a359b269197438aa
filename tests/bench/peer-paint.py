# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The picture of bench-paint.c in matplotlib, as fast as it was found to allow: the marks are one line of markers, which
# its back ends stamp instead of drawing each. Prints milliseconds of one drawing, the middle one of five, without the
# start of Python and the making of the figure.
#
#   peer-paint.py png|pdf N
#   peer-paint.py chart N FILE    a heat map of N risks into a file, for the time of the whole process

import io
import statistics
import sys
import time

import matplotlib

matplotlib.use('pdf' if 'pdf' in sys.argv[1] or sys.argv[-1].endswith('.pdf') else 'agg')
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

SIDE, MARK, DPI = 1000.0, 14.0, 72
BANDS = ['#dfeee0', '#f5ecc8', '#f6d8b8', '#efc3bd']
GOLDEN = 0.6180339887498949


def spread(index, of):
    return index * GOLDEN % 1 * of


def axes_of(width, height):
    if sys.argv[1] == 'pdf' or sys.argv[-1].endswith('.pdf'):
        from matplotlib.backends.backend_pdf import FigureCanvasPdf as Canvas
    else:
        from matplotlib.backends.backend_agg import FigureCanvasAgg as Canvas
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    Canvas(figure)
    return figure, figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0), frame_on=False, xticks=[],
                                   yticks=[])


def add_cells(axes, left, top, width, height):
    for column in range(5):
        for row in range(5):
            axes.add_patch(Rectangle((left + column * width / 5, top + row * height / 5), width / 5, height / 5,
                                     facecolor=BANDS[min((column + row) // 2, 3)], edgecolor='#c0c0c0', linewidth=1))


def marks(n):
    figure, axes = axes_of(SIDE, SIDE)
    add_cells(axes, 0, 0, SIDE, SIDE)
    xs = [spread(i, SIDE - MARK) + MARK / 2 for i in range(n)]
    ys = [spread(7 * i + i // 97, SIDE - MARK) + MARK / 2 for i in range(n)]
    axes.plot(xs, ys, 'o', markersize=MARK, markerfacecolor='white', markeredgecolor='black', markeredgewidth=1)
    return figure


def chart(n, path):
    """A heat map with title, axes, ticks, cell values, marks with numbers and a list of names, as mezasu-cli draws it."""
    # The same font as ours, or it would not be the same work.
    matplotlib.rcParams['font.family'] = ['Noto Sans CJK JP', 'DejaVu Sans']
    figure, axes = axes_of(960, 540)
    add_cells(axes, 80, 50, 520, 420)
    axes.text(20, 24, 'Heat map of risks', fontsize=16, weight='bold')
    axes.text(340, 520, 'Likelihood', fontsize=11, ha='center')
    axes.text(24, 260, 'Impact', fontsize=11, va='center', rotation=90)
    for i in range(5):
        axes.text(80 + 104 * i + 52, 490, str(i + 1), fontsize=10, ha='center')
        axes.text(64, 50 + 84 * i + 42, str(5 - i), fontsize=10, va='center')
        for j in range(5):
            axes.text(80 + 104 * i + 6, 50 + 84 * j + 14, str((i + 1) * (5 - j)), fontsize=8)
    xs = [96 + spread(i, 480) for i in range(n)]
    ys = [66 + spread(7 * i, 380) for i in range(n)]
    axes.plot(xs, ys, 'o', markersize=18, markerfacecolor='white', markeredgecolor='black', markeredgewidth=1)
    for i in range(n):
        axes.text(xs[i], ys[i], 'R-%02d' % (i + 1), fontsize=6, ha='center', va='center')
    for i in range(min(n, 25)):
        axes.text(630, 60 + 17 * i, 'R-%02d  Entry number %d of the register' % (i + 1, i), fontsize=9)
    figure.savefig(path, dpi=2 * DPI)


def main():
    if sys.argv[1] == 'chart':
        chart(int(sys.argv[2]), sys.argv[3])
        return
    figure, figures = marks(int(sys.argv[2])), []
    for _ in range(6):
        start = time.perf_counter()
        out = io.BytesIO()
        figure.savefig(out, format=sys.argv[1], dpi=DPI)
        figures.append((time.perf_counter() - start) * 1e3)
    print('%.6g' % statistics.median(figures[1:]))


main()
