# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The rows of bench-workbook.c written by openpyxl in its quickest mode, with the same formats. Prints the median in
# milliseconds.
#
#   peer-workbook.py ROWS

import io
import statistics
import sys
import time

import openpyxl
from openpyxl.cell import WriteOnlyCell

OWNERS = ['情報システム部', '総務部', '営業部']
FORMATS = {4: '#,##0,', 5: '#,##0,', 6: '#,##0,', 7: '#,##0,', 8: '0.0###%', 9: '0.0###%', 10: '#,##0', 11: '#,##0'}


def write(n):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet('Risks')
    for row in range(n):
        values = ['R-%05d' % row, 'リスク %d が起きる' % row, OWNERS[row % 3], 'Basis of row %d' % row]
        values += [row * 1000 * column for column in range(4, 8)]
        values += [row % 100 / 100] * 2 + [row % 5 + 1] * 2
        cells = values[:4]
        for column, form in FORMATS.items():
            cell = WriteOnlyCell(sheet, values[column])
            cell.number_format = form
            cells.append(cell)
        sheet.append(cells)
    book.save(io.BytesIO())


times = []
for _ in range(3):
    start = time.perf_counter()
    write(int(sys.argv[1]))
    times.append((time.perf_counter() - start) * 1000)
print('%.3f' % statistics.median(times))
