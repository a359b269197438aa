#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Several processes open, edit and save one file at the same time. Every save that says so has to be in the file: each adds
# one entry to the history, so that entries and successes have to agree; the others were told of the conflict.
#
#   race-save.py STORE-DRIVER

import os
import sqlite3
import subprocess
import sys
import tempfile

ROUNDS = 25
PROCESSES = 4

driver = sys.argv[1]
base = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
with tempfile.TemporaryDirectory(dir=base) as place:
    environment = dict(os.environ, XDG_STATE_HOME=os.path.join(place, 'state'), LC_ALL='C.UTF-8')
    folder = os.path.join(place, 'documents')
    file = os.path.join(folder, 'file.mezasu')
    os.mkdir(folder)
    subprocess.run([driver, 'new', file], check=True, env=environment)
    saved = refused = strange = 0
    for number in range(ROUNDS):
        running = [subprocess.Popen([driver, 'rename', file, f'{number}-{process}'], env=environment,
                                    stderr=subprocess.PIPE, text=True) for process in range(PROCESSES)]
        for process in running:
            message = process.communicate()[1]
            saved += process.returncode == 0
            refused += process.returncode == 1 and 'somebody else' in message
            if process.returncode != 0 and 'somebody else' not in message:
                strange += 1
                print(f'# status {process.returncode}: {message.strip()}')
    database = sqlite3.connect(f'file:{file}?immutable=1', uri=True)
    entries = database.execute('SELECT count(*) FROM mz_history').fetchone()[0]
    database.close()
    checks = [(strange == 0, 'every process saved or was told of the conflict'),
              (saved >= ROUNDS, f'in each round somebody saved ({saved} saves, {refused} conflicts)'),
              (entries == saved + 1, f'no save is lost ({entries} entries)'),
              (os.listdir(folder) == ['file.mezasu'], 'nothing is left over')]
for number, (good, what) in enumerate(checks, 1):
    print(f'{"ok" if good else "not ok"} {number} {what}')
print(f'1..{len(checks)}')
sys.exit(not all(good for good, _ in checks))
