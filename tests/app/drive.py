# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Drives the real program as a person would: through the accessibility bus, and with the keyboard where that has no way.
# Everything waits for its effect, never for a time.
import os
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = float(os.environ.get("MEZASU_TEST_PATIENCE", "60"))
# A busy machine answers late; the default gives up after 0.8 s.
Atspi.set_timeout(30000, 30000)


class Failure(Exception):
    pass


def wait_for(what, find, patience=PATIENCE):
    """What find() gives as soon as it gives something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = find()
        except gi.repository.GLib.Error:
            found = None  # the widget went away while it was looked at
        if found:
            return found
        time.sleep(0.05)
    raise Failure(f"waited in vain for {what}")


def walk(node, depth=60, known=()):
    """A widget and everything below it, but for what is below the known ones."""
    yield node
    if depth == 0 or node in known:
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child, depth - 1, known)


def shown(node):
    return node.get_state_set().contains(Atspi.StateType.VISIBLE)


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""


class Program:
    """A running program."""

    def __init__(self, path, *arguments):
        self.process = subprocess.Popen([path, *arguments])
        self.pid = self.process.pid
        self.node = wait_for("the program on the accessibility bus", self._find)

    def _find(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_process_id() == self.pid and node.get_child_count() > 0:
                return node
        return None

    def all(self, role=None, name=None):
        """Shown widgets by role and name; a mnemonic makes the toolkit call a button "_Save Save"."""
        for node in walk(self.node):
            if role is not None and node.get_role() not in role:
                continue
            label = node.get_name() or ""
            if (name is None or label == name or (label[:1] == "_" and label.endswith(" " + name))) and shown(node):
                yield node

    def find(self, what, **keys):
        return wait_for(what, lambda: next(iter(self.all(**keys)), None))

    def says(self, start):
        """Waits until a label begins with the text."""
        return wait_for(f"“{start}”", lambda: any(
            (node.get_name() or "").startswith(start) or text_of(node).startswith(start)
            for node in self.all(role={Atspi.Role.LABEL, Atspi.Role.STATIC})))

    def press(self, name, effect, what):
        """Presses the button until its effect is there; repeats within a quarter of a second are dropped by the toolkit."""
        def button():
            for node in self.all(role={Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON}, name=name):
                action = node.get_action_iface()
                if action and node.get_state_set().contains(Atspi.StateType.SENSITIVE):
                    return action
            return None
        Atspi.Action.do_action(wait_for(f"the button “{name}”", button), 0)
        return wait_for(what, effect)

    def entry(self, name):
        """The entry of a field, by the name of the field."""
        def find():
            for node in self.all(name=name):
                if node.get_editable_text_iface() and node.get_text_iface():
                    return node
                for below in walk(node, 6):
                    if below.get_editable_text_iface() and shown(below):
                        return below
            return None
        return wait_for(f"the field “{name}”", find)

    def keys(self, *keys):
        windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
                                 capture_output=True, text=True, check=False).stdout.split()
        if windows:
            subprocess.run(["xdotool", "windowfocus", windows[-1]], check=False, stderr=subprocess.DEVNULL)
        subprocess.run(["xdotool", "key", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.process.wait()

    def wait(self):
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure("the program did not end") from None


def main(*steps):
    """Runs the steps and speaks TAP."""
    print(f"1..{len(steps)}")
    for number, step in enumerate(steps, 1):
        name = step.__name__.replace("_", "-")
        try:
            step()
        except (Failure, gi.repository.GLib.Error) as failure:
            print(f"not ok {number} - {name}\n# {failure}", flush=True)
            picture = os.environ.get("MEZASU_TEST_PICTURE")
            if picture:
                subprocess.run(["import", "-window", "root", picture], check=False)
            sys.exit(1)
        print(f"ok {number} - {name}", flush=True)
