#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Saving under fire. The process is killed before every system call that changes a file while it saves: afterwards the
# file is the old one or the new one and whole, and the finished edit is in the file or in the working copy. Then each of
# these calls fails once with a full disk and once with a failing one: a clean refusal, the old content, nothing left over.
#
# Between two calls that change files nothing changes on the disk, so that these are all the states a kill can leave.
#
#   kill-save.py STORE-DRIVER

import collections
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CALLS = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'ftruncate',
         'mkdir', 'rmdir', 'fchmod', 'fchown', 'openat']
# What a disk can refuse. Taking files away is left out: that needs no space.
FAILING = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'renameat2', 'fchmod', 'mkdir', 'openat']
ERRORS = ['ENOSPC', 'EIO']
TEMPORARY = '.mezasu-save-'

driver = sys.argv[1]
base = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
# The leak detector cannot work under strace.
os.environ['ASAN_OPTIONS'] = 'detect_leaks=0'
os.environ['LC_ALL'] = 'C.UTF-8'


class Place:
    """A folder with an old document in it, and a state folder."""

    def __init__(self, root, verb):
        self.root = pathlib.Path(tempfile.mkdtemp(dir=root))
        self.folder = self.root / 'documents'
        self.folder.mkdir()
        self.file = self.folder / 'file.mezasu'
        self.environment = dict(os.environ, XDG_STATE_HOME=str(self.root / 'state'))
        shutil.copyfile(pathlib.Path(root) / 'old.mezasu', self.file)
        self.target = self.file
        self.verb = ['save', str(self.file)]
        if verb != 'save':
            self.target = self.folder / 'target.mezasu'
            self.verb = ['save-as', str(self.file), str(self.target)]
        if verb == 'save-as-over':
            shutil.copyfile(self.file, self.target)

    def run(self, *arguments, strace=()):
        command = [*strace, driver, *arguments]
        return subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=120)

    def name(self):
        """The name in the target: old or new; None when there is none; anything else is what went wrong."""
        if not self.target.exists():
            return None
        result = self.run('name', str(self.target))
        return result.stdout.strip() if result.returncode == 0 else f'unreadable: {result.stderr.strip()}'

    def leftovers(self):
        return [entry.name for entry in self.folder.iterdir() if entry not in (self.file, self.target)]

    def remove(self):
        shutil.rmtree(self.root)


def list_calls(root, verb):
    """Every call that changes a file, as (name, how many of that name so far, whether the save has begun)."""
    place = Place(root, verb)
    log = place.root / 'log'
    result = place.run(*place.verb, strace=['strace', '-f', '-o', str(log), '-e', 'trace=' + ','.join(CALLS)])
    if result.returncode != 0:
        sys.exit(f'the save itself fails: {result.stderr}')
    counts = collections.Counter()
    calls = []
    begun = False
    for line in log.read_text(errors='replace').splitlines():
        match = re.match(r'\d+ +(\w+)\(', line)
        if not match:
            continue
        counts[match[1]] += 1
        begun = begun or TEMPORARY in line
        if match[1] == 'openat' and 'O_CREAT' not in line:
            continue
        calls.append((match[1], counts[match[1]], begun))
    place.remove()
    return calls


def inject(name, number, what):
    return ['strace', '-f', '-o', '/dev/null', '-e', f'trace={name}', '-e', f'inject={name}:{what}:when={number}']


def kill_at(root, verb, name, number, begun):
    """What is wrong after a kill before that call, as a list."""
    place = Place(root, verb)
    old = None if verb == 'save-as-new' else 'old'
    faults = []
    result = place.run(*place.verb, strace=inject(name, number, 'signal=KILL'))
    if result.returncode == 0:
        faults.append('was not killed')
    found = place.name()
    if found not in (old, 'new'):
        faults.append(f'the file is {found}')
    if verb != 'save' and place.run('name', str(place.file)).stdout.strip() != 'old':
        faults.append('the file that was opened has changed')
    recovered = place.run('recover')
    if recovered.returncode != 0 or recovered.stdout.strip() not in ('', 'new'):
        faults.append(f'recovery gives {recovered.stdout.strip()} {recovered.stderr.strip()}')
    if begun and found != 'new' and recovered.stdout.strip() != 'new':
        faults.append('the edit is lost')
    again = place.run(*place.verb)
    if again.returncode != 0 or place.name() != 'new':
        faults.append(f'the next save fails: {again.stderr.strip()}')
    place.remove()
    return faults


def fail_at(root, verb, name, number, error):
    """What is wrong after that call failed, as a list."""
    place = Place(root, verb)
    old = None if verb == 'save-as-new' else 'old'
    faults = []
    result = place.run(*place.verb, strace=inject(name, number, f'error={error}'))
    found = place.name()
    message = result.stderr.strip()
    if result.returncode == 0 and found != 'new':
        faults.append(f'says saved, but the file is {found}')
    elif result.returncode == 1 and found != old and not ('did not confirm' in message and found == 'new'):
        faults.append(f'the file is {found} after: {message}')
    elif result.returncode not in (0, 1):
        faults.append(f'status {result.returncode}: {message[-300:]}')
    if result.returncode == 1 and (not message or '\n' in message):
        faults.append(f'not one sentence: {message}')
    if place.leftovers():
        faults.append(f'left over: {place.leftovers()}')
    place.remove()
    return faults


def strace_works():
    try:
        return subprocess.run(['strace', '-o', '/dev/null', '-e', 'inject=getppid:error=EIO', 'true'],
                              stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def main():
    if not strace_works():
        print('1..0 # SKIP strace is missing or may not trace')
        return 77
    number = bad = 0
    with tempfile.TemporaryDirectory(dir=base) as root:
        environment = dict(os.environ, XDG_STATE_HOME=root)
        subprocess.run([driver, 'new', os.path.join(root, 'old.mezasu')], check=True, env=environment)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for verb in ('save', 'save-as-new', 'save-as-over'):
                calls = list_calls(root, verb)
                jobs = {f'{verb}: killed before {name} {n}': pool.submit(kill_at, root, verb, name, n, begun)
                        for name, n, begun in calls}
                jobs |= {f'{verb}: {error} at {name} {n}': pool.submit(fail_at, root, verb, name, n, error)
                         for name, n, _ in calls if name in FAILING for error in ERRORS}
                for what, job in jobs.items():
                    faults = job.result()
                    number += 1
                    bad += bool(faults)
                    print(f'{"not ok" if faults else "ok"} {number} {what}', flush=True)
                    for fault in faults:
                        print(f'# {fault}')
    # A search that finds nothing to interrupt would prove nothing.
    number += 1
    bad += number < 100
    print(f'{"ok" if number >= 100 else "not ok"} {number} enough calls were found')
    print(f'1..{number}')
    return bad > 0


sys.exit(main())
