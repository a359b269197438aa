#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# A document read by somebody who knows only docs/file-format.md and Python's own SQLite: layout, digest and records are as
# described, and saving the same records twice gives the same bytes.
#
#   read-document.py STORE-DRIVER MODEL-FOLDER

import hashlib
import json
import os
import pathlib
import sqlite3
import struct
import subprocess
import sys
import tempfile

driver, folder = sys.argv[1], pathlib.Path(sys.argv[2])
failures = 0
number = 0


def check(good, what):
    global failures, number
    number += 1
    failures += not good
    print(f'{"ok" if good else "not ok"} {number} {what}', flush=True)


def item(kind, value):
    if kind in 'in':
        return kind.encode() + struct.pack('<q', value)
    if kind == 'r':
        return kind.encode() + struct.pack('<d', value)
    data = value if isinstance(value, bytes) else value.encode()
    return kind.encode() + struct.pack('<Q', len(data)) + data


def digest(database):
    total = hashlib.sha256()
    kinds = {int: 'i', float: 'r', str: 't', bytes: 'b'}
    for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
        rows = database.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        total.update(item('T', table))
        for column in rows.description:
            total.update(item('C', column[0]))
        for row in rows:
            if table == 'mz_meta' and row[0] == 'digest':
                continue
            for value in row:
                total.update(item('n', 0) if value is None else item(kinds[type(value)], value))
    return total.hexdigest()


with tempfile.TemporaryDirectory() as place:
    os.environ['XDG_STATE_HOME'] = place
    file = os.path.join(place, 'ec.mezasu')
    subprocess.run([driver, 'sample', str(folder / 'ec-site.json'), file], check=True)
    subprocess.run([driver, 'save', file], check=True)
    header = pathlib.Path(file).read_bytes()[:100]
    check(header[:16] == b'SQLite format 3\0', 'it is an SQLite database')
    check(header[68:72] == b'Mzsu', 'the application id is Mzsu')
    check(header[18:20] == b'\1\1', 'it needs no write-ahead log')
    check(struct.unpack('>I', header[36:40])[0] == 0, 'no page is free')

    database = sqlite3.connect(f'file:{file}?immutable=1', uri=True)
    tables = database.execute('SELECT type, name, sql FROM sqlite_schema').fetchall()
    check(all(kind == 'table' and sql.endswith(') STRICT, WITHOUT ROWID') for kind, _, sql in tables),
          'every table is strict and without rowid, and there is nothing else')
    meta = dict(database.execute('SELECT * FROM mz_meta'))
    check(sorted(meta) == ['cursor', 'digest', 'next', 'uuid'], 'the four entries are there')
    check(meta['digest'] == digest(database), 'the digest is the one that the documentation defines')
    history = database.execute('SELECT sequence, label, typeof (changeset) FROM mz_history').fetchall()
    check(history == [(1, 'new', 'blob')] and meta['cursor'] == '1' and meta['next'] == '2', 'the edit is in the history')

    # Records and JSON tell the same.
    records = json.loads(subprocess.run([driver, 'json', file], check=True, stdout=subprocess.PIPE).stdout)['records']
    for kind, rows in records.items():
        columns = {c[1]: c[2] for c in database.execute(f'PRAGMA table_info ("{kind}")')}
        found = {row[0]: dict(zip(columns, row)) for row in database.execute(f'SELECT * FROM "{kind}"')}
        same = len(found) == len(rows) and all(
            found[row['id']][name] == (int(value) if isinstance(value, bool) else value)
            for row in rows for name, value in row.items() if not isinstance(value, list))
        check(same, f'{kind}: the table holds what the JSON tells')
    database.close()

    first = pathlib.Path(file).read_bytes()
    copy = os.path.join(place, 'copy.mezasu')
    pathlib.Path(copy).write_bytes(first)
    subprocess.run([driver, 'save', copy], check=True)
    check(pathlib.Path(copy).read_bytes() == first, 'saving the same again gives the same bytes')

print(f'1..{number}')
sys.exit(failures > 0)
