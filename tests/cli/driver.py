# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# What the drivers of mezasu-cli share: running it in a world of its own, and speaking TAP.
import json
import os
import pathlib
import subprocess
import sys
import tempfile

CLI = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
MODELS = ROOT / "data" / "models"
WORLD = tempfile.TemporaryDirectory(prefix="mezasu-cli-")
FOLDER = pathlib.Path(WORLD.name)
ENVIRONMENT = dict(os.environ, MEZASU_MODEL_DIR=str(MODELS), HOME=str(FOLDER / "home"),
                   XDG_STATE_HOME=str(FOLDER / "state"), XDG_DATA_HOME=str(FOLDER / "data"),
                   XDG_CONFIG_HOME=str(FOLDER / "config"), XDG_CACHE_HOME=str(FOLDER / "cache"))
(FOLDER / "home").mkdir()

results = []


def run(*arguments, text=None, **environment):
    """Runs the program; text goes to its standard input. Gives a CompletedProcess with texts."""
    return subprocess.run([CLI, *map(str, arguments)], input="" if text is None else text, capture_output=True,
                          encoding="utf-8", env=dict(ENVIRONMENT, **environment), timeout=120, check=False)


def refuse_constant(word):
    raise ValueError(f"{word} is not JSON")


def parse(text):
    """Reads JSON as strictly as Python can: no NaN, no Infinity, no member twice."""
    def pairs(items):
        assert len({name for name, _ in items}) == len(items), "a member stands twice"
        return dict(items)
    return json.loads(text, parse_constant=refuse_constant, object_pairs_hook=pairs)


def check(condition, name, detail=""):
    results.append(bool(condition))
    print(f"{'ok' if condition else 'not ok'} {len(results)} - {name}")
    if not condition:
        for line in str(detail).splitlines():
            print("#", line)


def equal(got, wanted, name):
    check(got == wanted, name, f"got {got!r}\nwanted {wanted!r}")


def finish():
    print(f"1..{len(results)}")
    sys.exit(0 if all(results) else 1)
