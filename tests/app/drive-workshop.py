#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# A workshop with a client, in Japanese and with the keyboard alone: from the empty start page a small printing company is
# modelled along the guide up to the board page, saved, and looked at with the command line program. What is pasted is
# what an input method would have put there. Arguments: the window's program, the command line program.
import json
import os
import subprocess
import sys
import tempfile

import drive
from drive import Atspi

PROGRAM, CLI = sys.argv[1:3]
FOLDER = tempfile.TemporaryDirectory()
FILE = os.path.join(FOLDER.name, "minato.mezasu")
NEXT, SKIP = "alt+Page_Down", "alt+End"
state = {}


def guide():
    if "guide" not in state:
        state["guide"] = drive.wait_for("the guide", lambda: next(
            (node for node in state["program"].all() if node.get_name() in ("Guide", "ガイド")
             and node.get_role() not in (Atspi.Role.TOGGLE_BUTTON, Atspi.Role.PUSH_BUTTON)), None))
    return state["guide"]


def focused_text():
    for node in drive.walk(guide()):
        if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_text_iface():
            return drive.text_of(node)
    return None


def keys(*names):
    state["program"].keys(*names)


def paste(text):
    """Text that no keyboard of the test has; it arrives a little later."""
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    keys("ctrl+v")
    drive.wait_for(f"“{text}” in the field", lambda: (focused_text() or "").endswith(text), 20)


def enter(*texts):
    """Each text, then Enter; "" leaves a field as it is. Digits are typed, the rest is pasted."""
    for text in texts:
        if text and text.isascii():
            subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)
        elif text:
            paste(text)
        keys("Return")


def long_text(text):
    paste(text)
    keys("ctrl+Return")


def choose(*steps):
    """In each drop-down so many steps down from what is chosen."""
    for step in steps:
        keys("Return", *(["Down"] * step if step > 0 else ["Up"] * -step), "Return")


def start():
    state["program"] = drive.Program(PROGRAM, "--lang", "ja")
    keys("ctrl+n")
    drive.wait_for("the first question", lambda: focused_text() is not None)


def organisation():
    enter("みなと印刷")
    choose(4)  # other manufacturing
    enter("80")
    long_text("企業の案内状とカタログを印刷して発送する")
    enter("2026", "", "")
    enter("90000", "", "")  # sales, its detail, nothing more
    enter("54000", "", "27000", "", "")  # cost of sales, then SG&A
    enter("40")
    keys(NEXT)
    enter("クラウド")
    choose(-1)  # the type of the zone
    enter("")
    enter("受注サイト")
    keys("Tab")
    enter("送り先の住所", "", "")
    keys(SKIP)  # nothing flows
    enter("修正版の適用が遅い")
    keys(NEXT)


def context():
    keys(SKIP, SKIP, SKIP, SKIP)
    for entry in ("印刷の電子化", "個人情報保護法"):
        enter(entry)
        keys(NEXT)
    keys(SKIP, SKIP, SKIP, SKIP, SKIP)
    enter("クラウド事業者への依存")
    keys(NEXT)
    enter("小口のネット受注を増やす")
    keys(NEXT)
    for entry in ("社長が情報担当を兼ねる", "担当者は一人"):
        enter(entry)
        keys(NEXT)
    keys(SKIP, SKIP, SKIP, SKIP, SKIP)
    enter("大口の顧客")
    keys("Tab")
    long_text("送り先の名簿を漏らさないこと")
    choose(3, 4)
    enter("")
    keys(SKIP)


def conclusions():
    for answer in ("顧客の名簿を守って取引を続ける", "受注サイトと名簿", "大口の顧客が求める水準3まで", "値12を超えたら対策する"):
        enter(answer, "")
    enter("今年500万円まで", "500", "100", "")


def assessment():
    keys(NEXT)
    enter("6", "12")
    enter("10000", "5")
    enter("名簿の保護")
    long_text("誰でも名簿を見られる")
    long_text("担当だけが見られる")
    choose(2, 4)  # level 1, which stands behind "not set" and 0, and level 3
    enter("")
    enter("名簿の漏えい")
    keys("Tab")
    enter("100", "600", "3000", "")
    enter("受注サイトからの漏えい")
    choose(4, 4)
    enter("営業部長", "")
    keys(SKIP)
    enter("0.2")
    keys(NEXT)


def decision():
    enter("受注サイトの守り")
    choose(1)  # why the risk is treated
    enter("", "")
    enter("更新の自動化")
    keys("Tab", "Tab")
    enter("0")
    enter("見守りの委託")
    keys("Tab")
    enter("1", "", "")
    enter("300")
    keys("Tab", "Tab")
    enter("0")
    enter("60")
    choose(1)  # a running cost
    enter("1", "", "")
    enter("80", "", "")
    enter("案A")
    keys(NEXT)
    keys("Tab", "Tab", "Return")
    keys(NEXT)
    enter("安心して任せられる印刷会社")
    keys(NEXT)
    keys(SKIP)
    enter("名簿の事故", "件", "1", "0", "")
    enter("2027-04-01")
    enter("取締役会", "2026-05-20", "社外秘")


def analysis():
    done = subprocess.run([CLI, "--lang", "ja", "analyse", FILE, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def expect(what, found, wanted):
    if found != wanted:
        raise drive.Failure(f"{what}: {found!r} instead of {wanted!r}")


def save():
    program = state["program"]
    keys("ctrl+s")
    drive.wait_for("the file dialog", lambda: any(
        node.get_editable_text_iface() and drive.text_of(node) == "みなと印刷.mezasu" for node in program.all()))
    # A slash takes the dialog to a path that is typed.
    keys("ctrl+a")
    program.type(FILE)
    keys("Return")
    drive.wait_for("the file", lambda: os.path.exists(FILE))


def model():
    """What was said is what the file holds: once exported, every amount in it is one that was typed."""
    path = os.path.join(FOLDER.name, "model.json")
    subprocess.run([CLI, "--lang", "ja", "export", FILE, "-o", path], check=True)
    with open(path, encoding="utf-8") as file:
        records = json.load(file)["records"]
    counts = {kind: len(records.get(kind, [])) for kind in (
        "pl_line", "system", "weakness", "context", "stakeholder", "conclusion", "aspect", "damage", "risk", "option",
        "step", "cash_flow", "effect", "scenario", "scenario_option", "objective", "kpi")}
    expect("records", counts, {
        "pl_line": 3, "system": 1, "weakness": 1, "context": 6, "stakeholder": 1, "conclusion": 5, "aspect": 1,
        "damage": 1, "risk": 1, "option": 1, "step": 2, "cash_flow": 2, "effect": 1, "scenario": 1,
        "scenario_option": 1, "objective": 1, "kpi": 1})
    expect("amounts", sorted(line["amount"] for line in records["pl_line"]), [270000000, 540000000, 900000000])
    firm = records["organisation"][0]
    expect("the firm", (firm["name"], firm["sector"], firm["staff"], firm["review_date"]),
           ("みなと印刷", "manufacturing", 80, "2027-04-01"))
    expect("the risk", (records["risk"][0]["likelihood"], records["risk"][0]["impact"]), (4, 4))
    expect("the trigger", records["option"][0]["trigger"], "strategy")


def board_page():
    """The sentence of the board page says the amounts that the command line finds, and those that were typed."""
    result = analysis()
    proposed = next(s for s in result["scenarios"] if s["recommended"])
    expect("asked for this year", proposed["investment_this_year"]["yen"], 3000000)
    expect("a year from next year on", proposed["running"]["yen"], 600000)
    expect("profit", result["profit"]["yen"], 90000000)
    # 100, 600 and 3,000 make a mean of 916.7 万円 (PERT), once in five years.
    expect("expected loss", result["ale"]["yen"], 1833333)
    ale = f"{round(result['ale']['yen'] / 10000):,}万円"
    said = drive.wait_for("the sentence of the board page", lambda: next(
        (text for text in (drive.text_of(node) or node.get_name() or "" for node in state["program"].all(
            role={Atspi.Role.LABEL, Atspi.Role.STATIC})) if "300万円" in text and ale in text), None))
    expect("the sentence ends", said.strip()[-1], "。")


def leave():
    keys("ctrl+q")
    expect("the end", state["program"].wait(), 0)


drive.main(start, organisation, context, conclusions, assessment, decision, save, model, board_page, leave)
