#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The JSON Schema of the interchange format, judged by an independent validator: it is a schema of its dialect, it accepts
# every model that comes with the program and what the program writes, and it refuses broken variants of them.
#
#   validate-schema.py STORE-DRIVER MODEL-FOLDER

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not installed')
    sys.exit(77)

driver, folder = sys.argv[1], pathlib.Path(sys.argv[2])
failures = 0
number = 0


def check(good, what):
    global failures, number
    number += 1
    failures += not good
    print(f'{"ok" if good else "not ok"} {number} {what}', flush=True)


def run(*arguments):
    return subprocess.run([driver, *arguments], check=True, stdout=subprocess.PIPE).stdout


# Each takes a good model and breaks it in one place.
def no_format(model):
    del model['format']


def other_format(model):
    model['format'] = 'other'


def newer_version(model):
    model['version'] = 2


def unknown_root(model):
    model['comment'] = 'x'


def unknown_kind(model):
    model['records']['dragon'] = []


def unknown_field(model):
    model['records']['risk'][0]['colour'] = 'red'


def no_id(model):
    del model['records']['risk'][0]['id']


def bad_id(model):
    model['records']['risk'][0]['id'] = 'two words'


def no_title(model):
    del model['records']['risk'][0]['title']


def empty_title(model):
    model['records']['risk'][0]['title'] = ''


def long_title(model):
    model['records']['risk'][0]['title'] = 'x' * 2001


def title_of_lines(model):
    model['records']['risk'][0]['title'] = 'a\nb'


def third_language(model):
    model['records']['risk'][0]['title'] = {'ja': 'x', 'fr': 'y'}


def no_language(model):
    model['records']['risk'][0]['title'] = {}


def level_too_high(model):
    model['records']['risk'][0]['likelihood'] = 11


def level_as_text(model):
    model['records']['risk'][0]['likelihood'] = '3'


def level_as_real(model):
    model['records']['risk'][0]['likelihood'] = 2.5


def unknown_choice(model):
    model['records']['zone'][0]['type'] = 'moon'


def missing_choice(model):
    model['records']['zone'][0]['type'] = None


def choices_as_text(model):
    model['records']['context'][0]['targets'] = 'scope'


def choice_twice(model):
    model['records']['context'][0]['targets'] = ['scope', 'scope']


def money_as_real(model):
    model['records']['pl_line'][0]['amount'] = 0.5


def date_in_words(model):
    model['records']['organisation'][0]['report_date'] = 'today'


def boolean_as_number(model):
    model['records']['risk'][0]['assumed'] = 1


def two_organisations(model):
    model['records']['organisation'].append({'id': 'second'})


BROKEN = [no_format, other_format, newer_version, unknown_root, unknown_kind, unknown_field, no_id, bad_id, no_title,
          empty_title, long_title, title_of_lines, third_language, no_language, level_too_high, level_as_text,
          level_as_real, unknown_choice, missing_choice, choices_as_text, choice_twice, money_as_real, date_in_words,
          boolean_as_number, two_organisations]

with tempfile.TemporaryDirectory() as place:
    os.environ['XDG_STATE_HOME'] = place
    schema = json.loads(run('schema'))
    Draft202012Validator.check_schema(schema)
    check(schema['$schema'] == 'https://json-schema.org/draft/2020-12/schema', 'the dialect is 2020-12')
    validator = Draft202012Validator(schema)

    models = sorted(folder.glob('*.json'))
    check(len(models) > 0, 'there are models')
    for path in models:
        model = json.loads(path.read_text(encoding='utf-8'))
        errors = [f'{"/".join(map(str, e.absolute_path))}: {e.message[:120]}' for e in validator.iter_errors(model)]
        check(not errors, f'{path.name} is valid')
        for error in errors[:10]:
            print(f'# {error}')
        document = os.path.join(place, path.stem + '.mezasu')
        run('sample', str(path), document)
        exported = json.loads(run('json', document))
        check(validator.is_valid(exported), f'{path.name} is valid as it is written by the program')

    # The example of the documentation.
    text = (folder.parent.parent / 'docs' / 'file-format.md').read_text(encoding='utf-8')
    example = text.split('```json\n')[1].split('```')[0]
    check(validator.is_valid(json.loads(example)), 'the documented example is valid')
    file = os.path.join(place, 'example.json')
    pathlib.Path(file).write_text(example, encoding='utf-8')
    check(len(json.loads(run('json', file))['records']['link']) == 1, 'the program reads the documented example')

    good = json.loads((folder / 'ec-site.json').read_text(encoding='utf-8'))
    for broken in BROKEN:
        model = copy.deepcopy(good)
        broken(model)
        check(not validator.is_valid(model), f'refused: {broken.__name__}')
        file = os.path.join(place, 'broken.json')
        pathlib.Path(file).write_text(json.dumps(model), encoding='utf-8')
        refused = subprocess.run([driver, 'json', file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        check(refused.returncode == 1, f'refused by the program as well: {broken.__name__}')

print(f'1..{number}')
sys.exit(failures > 0)
