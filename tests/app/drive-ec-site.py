#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The walk of a person who is interrupted: opens the sample firm, edits, saves, edits again, loses the program to kill -9,
# recovers, and undoes both edits, also the one that was saved before. Argument: the program.
import os
import sys
import tempfile

import drive
from drive import Atspi

PROGRAM = sys.argv[1]
FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "firm.mezasu")
FIELD = "Staff"
state = {}


def value():
    return drive.text_of(state["program"].entry(FIELD))


def change(text):
    """Types into the field; the edit closes by itself when the typing rests."""
    entry = state["program"].entry(FIELD)
    Atspi.EditableText.set_text_contents(entry.get_editable_text_iface(), text)


def open_sample():
    state["program"] = drive.Program(PROGRAM, "--lang", "en", "--sample", "ec-site")
    state["program"].says("Not yet in a file")
    drive.wait_for("the staff of the firm", lambda: value().startswith("300"))


def edit():
    change("301")
    state["program"].says("Edited — kept safely, not yet in a file")


def save():
    program = state["program"]
    program.keys("ctrl+s")
    name = drive.wait_for("the name in the file dialog", lambda: next(
        (node for node in program.all() if node.get_editable_text_iface()
         and drive.text_of(node) == "EC site company.mezasu"), None))
    Atspi.EditableText.set_text_contents(name.get_editable_text_iface(), FILE)
    program.press("Save", lambda: os.path.exists(FILE), "the file")
    state["program"].says("Saved ")


def edit_again():
    change("302")
    state["program"].says("Edited — kept safely, not yet in the file")


def kill_and_recover():
    state["program"].kill()
    state["program"] = drive.Program(PROGRAM, "--lang", "en")
    state["program"].press("Recover", lambda: any(state["program"].all(name=FIELD)), "the recovered firm")
    drive.wait_for("the edit before the end", lambda: value().startswith("302"))


def undo_both():
    state["program"].press("Undo", lambda: value().startswith("301"), "the edit before")
    state["program"].press("Undo", lambda: value().startswith("300"), "the firm as it was")


def leave():
    program = state["program"]
    program.keys("ctrl+q")
    button = program.find("the question", role={Atspi.Role.PUSH_BUTTON}, name="Discard")
    Atspi.Action.do_action(button.get_action_iface(), 0)
    if program.wait() != 0:
        raise drive.Failure(f"the program ended with {program.process.returncode}")
    left = os.path.join(os.environ["XDG_STATE_HOME"], "mezasu", "working")
    if os.path.isdir(left) and os.listdir(left):
        raise drive.Failure("a working copy was left behind")


drive.main(open_sample, edit, save, edit_again, kill_and_recover, undo_both, leave)
