#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# What a screen reader finds: every control of every page has a name that says what it is. Argument: the program.
import sys

import drive
from drive import Atspi

CONTROLS = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.COMBO_BOX, Atspi.Role.ENTRY,
    Atspi.Role.TEXT, Atspi.Role.SPIN_BUTTON, Atspi.Role.LIST, Atspi.Role.TABLE, Atspi.Role.TREE_TABLE,
    Atspi.Role.IMAGE, Atspi.Role.SLIDER, Atspi.Role.PROGRESS_BAR, Atspi.Role.RADIO_BUTTON, Atspi.Role.MENU_ITEM,
}
# The toolkit names a widget without label after its class.
CLASSES = ("Gtk", "Adw", "Mz")
# Parts of a control that has a name itself, and pictures that repeat the words beside them.
INNER = {"GtkText", "GtkImage", "GtkBuiltinIcon", "GtkColumnListView"}
state = {"done": []}


def placed(node):
    """Whether it has room on the screen: what a stack hides or never showed has none."""
    if "Component" not in node.get_interfaces():
        return False
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def unnamed(root):
    for node in drive.walk(root, known=state["done"]):
        if node.get_role() not in CONTROLS or not drive.shown(node) or not placed(node):
            continue
        name = node.get_name() or ""
        if name in INNER or (name and not name.startswith(CLASSES)):
            continue
        parent = node.get_parent()
        # A part carries the name of what it is part of, and a button that of the text on it.
        if parent is not None and parent.get_role() in CONTROLS and (parent.get_name() or "GtkX")[:3] not in CLASSES:
            continue
        if any(below.get_role() == Atspi.Role.LABEL and (below.get_name() or drive.text_of(below))
               for below in drive.walk(node, 4)) and node.get_role() in {
                   Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.COMBO_BOX}:
            continue
        yield f"{node.get_role_name()} “{name}” in {parent.get_name() if parent else '?'}"


def built():
    """The pages that were shown so far."""
    return [node for node in drive.walk(state["program"].node, known=state["done"]) if node.get_name() == "MzPage"]


def check(where):
    found = sorted(set(unnamed(state["program"].node)))
    # A page stays as it was built: looking at all of them again with each further one would take minutes.
    state["done"] = built()
    if found:
        raise drive.Failure(f"without a name on {where}: " + "; ".join(found))


def start_page():
    state["program"] = drive.Program(sys.argv[1], "--lang", "en")
    state["program"].find("the samples", name="EC site company")
    check("the start page")
    state["program"].kill()


def pages():
    state["program"] = drive.Program(sys.argv[1], "--lang", "en", "--sample", "ec-site")
    steps = state["program"].find("the steps", role={Atspi.Role.LIST}, name="Steps")
    rows = [steps.get_child_at_index(i) for i in range(steps.get_child_count())]
    rows = [row for row in rows if row.get_role() == Atspi.Role.LIST_ITEM]
    if len(rows) < 8:
        raise drive.Failure(f"there are only {len(rows)} steps")
    for row in rows:
        index = row.get_index_in_parent()
        Atspi.Selection.select_child(steps, index)
        drive.wait_for(f"page {row.get_name()}",
                       lambda row=row: row.get_state_set().contains(Atspi.StateType.SELECTED))
        drive.wait_for(f"the content of {row.get_name()}", lambda: all(placed(page) for page in built()))
        check(row.get_name())
    state["program"].kill()


drive.main(start_page, pages)
