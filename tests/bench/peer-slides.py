# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Writes a flat OpenDocument presentation: pages with a heading, six lines of text and a matrix of 25 coloured cells with
# their numbers, which is less than a page of the board pack holds. LibreOffice turns it into PDF.
#
#   peer-slides.py PAGES FILE.fodp

import sys

SPACES = ' '.join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % pair for pair in [
    ('office', 'office'), ('style', 'style'), ('text', 'text'), ('draw', 'drawing'), ('presentation', 'presentation'),
    ('fo', 'xsl-fo-compatible'), ('svg', 'svg-compatible')])
COLOURS = ['#dfeee0', '#f5ecc8', '#f6d8b8', '#efc3bd']


def style(name, colour):
    return ('<style:style style:name="%s" style:family="graphic"><style:graphic-properties draw:fill="solid" '
            'draw:fill-color="%s" draw:stroke="none"/></style:style>' % (name, colour))


def place(x, y, width, height):
    return 'svg:x="%.2fcm" svg:y="%.2fcm" svg:width="%.2fcm" svg:height="%.2fcm"' % (x, y, width, height)


def box(text, *where):
    return '<draw:frame %s><draw:text-box><text:p>%s</text:p></draw:text-box></draw:frame>' % (place(*where), text)


def cell(column, row):
    return '<draw:rect draw:style-name="band%d" %s><text:p>%d</text:p></draw:rect>' % (
        min((column + row) // 2, 3), place(15 + 3.4 * column, 4 + 2.6 * row, 3.3, 2.5), (column + 1) * (5 - row))


def page(number):
    lines = ''.join(box('Line %d of page %d: what was found and why it bears on the plan' % (i + 1, number),
                        1.5, 4 + 2 * i, 13, 1.6) for i in range(6))
    cells = ''.join(cell(column, row) for column in range(5) for row in range(5))
    return '<draw:page draw:name="page%d" draw:master-page-name="plain">%s%s%s</draw:page>' % (
        number, box('The message of page %d in one sentence' % number, 1.5, 1, 30, 2), lines, cells)


def main():
    pages = ''.join(page(i + 1) for i in range(int(sys.argv[1])))
    bands = ''.join(style('band%d' % i, colour) for i, colour in enumerate(COLOURS))
    with open(sys.argv[2], 'w', encoding='utf-8') as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?><office:document %s office:version="1.3" '
                  'office:mimetype="application/vnd.oasis.opendocument.presentation"><office:automatic-styles>'
                  '<style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="33.87cm" '
                  'fo:page-height="19.05cm"/></style:page-layout>%s</office:automatic-styles><office:master-styles>'
                  '<style:master-page style:name="plain" style:page-layout-name="wide"/></office:master-styles>'
                  '<office:body><office:presentation>%s</office:presentation></office:body></office:document>'
                  % (SPACES, bands, pages))
    print(0)


main()
