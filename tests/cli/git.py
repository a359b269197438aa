# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# diff and merge, alone and as git's drivers in a real repository, set up as docs/git.md says.
import json
import os
import pathlib
import re
import shutil
import subprocess

from driver import CLI, ENVIRONMENT, FOLDER, ROOT, check, equal, finish, parse, run

TREE = FOLDER / "tree"
os.chdir(FOLDER)


def model(path):
    return parse(run("export", path, "-o", "-").stdout)


def edit(path, change):
    """Lets change() work on the records of the model in path, which is a document or JSON."""
    content = model(path)
    change(content["records"])
    text = FOLDER / "edited.json"
    text.write_text(json.dumps(content), encoding="utf-8")
    if path.suffix == ".json":
        shutil.copy(text, path)
    else:
        done = run("import", text, path)
        assert done.returncode == 0, done.stderr


def rename(index, title):
    def change(records):
        records["risk"][index]["title"] = title
    return change


def risks(path):
    return [risk["title"] for risk in model(path)["records"]["risk"]]


def alone():
    base, mine, theirs = (FOLDER / f"{name}.mezasu" for name in ("base", "mine", "theirs"))
    run("new", "--sample", "ec-site", base)
    for copy in (mine, theirs):
        shutil.copy(base, copy)
    same = run("diff", base, mine)
    equal((same.returncode, same.stdout, same.stderr), (0, "The records are the same.\n", ""), "copies do not differ")
    once = run("diff", base, base)
    check(once.returncode == 0 and "one and the same file" in once.stderr, "the same file twice is told", once)
    old = risks(base)
    edit(mine, rename(0, "Mine"))
    edit(theirs, rename(1, "Theirs"))
    changed = run("diff", base, mine)
    equal(changed.returncode, 1, "a difference gives status 1")
    check(re.fullmatch(rf"Risk “.*”: Risk {re.escape(old[0])} → Mine\n", changed.stdout), "and is told in words", changed.stdout)
    equal(run("--lang", "ja", "diff", base, mine).returncode, 1, "in Japanese too")

    out = FOLDER / "out.mezasu"
    done = run("merge", base, mine, theirs, "-o", out)
    equal((done.returncode, done.stdout, done.stderr), (0, "", ""), "edits of different records merge")
    equal(risks(out), ["Mine", "Theirs", *old[2:]], "with the edits of both")
    equal(len(parse(run("history", out, "--json").stdout)), 2, "as one more edit of the history of mine")
    run("undo", out)
    equal(risks(out), risks(mine), "which can be undone")

    edit(theirs, rename(0, "Theirs too"))
    done = run("merge", base, mine, theirs, "-o", "conflict.json")
    equal(done.returncode, 1, "a conflict gives status 1")
    lines = done.stderr.splitlines()
    check(len(lines) == 1 and "mine: Mine; theirs: Theirs too; mine taken" in lines[0], "and a line with both values", lines)
    equal(risks("conflict.json")[:2], ["Mine", "Theirs"], "the result has what mine has")
    for side, title in (("mine", "Mine"), ("theirs", "Theirs too")):
        done = run("merge", base, mine, theirs, "-o", "settled.json", "--prefer", side)
        equal((done.returncode, risks("settled.json")[0]), (0, title), f"--prefer {side}")
        check(f"mine: Mine; theirs: Theirs too; {side} taken" in done.stderr, "and what it settled", done.stderr)

    others = [row["id"] for row in parse(run("samples", "--json").stdout) if row["id"] != "ec-site"]
    run("new", "--sample", others[0], "stranger.mezasu")
    apart = run("diff", base, "stranger.mezasu")
    check(apart.returncode == 1 and "no record in common" in apart.stderr, "unrelated models are told", apart.stderr)
    kept = out.read_bytes()
    refused = run("merge", "stranger.mezasu", mine, theirs, "-o", out)
    check(refused.returncode == 1 and "not an earlier state" in refused.stderr, "a base that is none is refused", refused)
    check(out.read_bytes() == kept, "and nothing is written")
    old_version = ROOT / "tests" / "data" / "documents" / "version-1.mezasu"
    told = run("diff", old_version, base)
    check("different versions of the format, 1 and 2" in told.stderr, "versions of the format are told", told.stderr)
    equal(run("merge", base, mine, theirs).returncode, 2, "merge without -o")
    equal(run("merge", base, mine, theirs, "-o", out, "--prefer", "both").returncode, 2, "a side that is none")


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=TREE, capture_output=True, encoding="utf-8", check=False, timeout=120,
                          env=dict(ENVIRONMENT, GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example.org",
                                   GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example.org", GIT_EDITOR="true",
                                   GIT_PAGER="cat", LANGUAGE="en", PATH=f"{FOLDER / 'bin'}:{os.environ['PATH']}"))


def configure():
    """Does what docs/git.md tells, word by word: its blocks are the attributes and the commands."""
    text = (ROOT / "docs" / "git.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```(\w+)\n(.*?)```", text, re.S))
    (FOLDER / "bin").mkdir()
    (FOLDER / "bin" / "mezasu-cli").symlink_to(CLI)
    TREE.mkdir()
    git("init", "-q", "-b", "main")
    (TREE / ".gitattributes").write_text(blocks["gitattributes"], encoding="utf-8")
    for line in blocks["sh"].splitlines():
        done = subprocess.run(["sh", "-c", line], cwd=TREE, env=ENVIRONMENT, check=False, capture_output=True)
        equal(done.returncode, 0, f"docs/git.md: {line}")


def commit(message):
    git("add", "-A")
    return git("commit", "-q", "-m", message)


def with_git(name):
    path = TREE / name
    git("checkout", "-q", "-B", f"base-{path.suffix[1:]}")
    if path.suffix == ".json":
        path.write_text(json.dumps(model(FOLDER / "base.mezasu")), encoding="utf-8")
    else:
        shutil.copy(FOLDER / "base.mezasu", path)
    commit("base")
    old = risks(path)
    git("checkout", "-q", "-b", f"theirs-{name}")
    edit(path, rename(1, "Theirs"))
    words = git("diff", "--ext-diff")
    check(f"{old[1]} → Theirs" in words.stdout, f"{name}: git diff tells it in words", words.stdout + words.stderr)
    commit("theirs")
    check("Theirs" in git("log", "-p", "--ext-diff", "-1").stdout, f"{name}: and git log -p")
    git("checkout", "-q", "-")
    edit(path, rename(0, "Mine"))
    commit("mine")
    done = git("merge", "-q", "-m", "merge", f"theirs-{name}")
    equal(done.returncode, 0, f"{name}: git merges edits of different records" + done.stderr + done.stdout)
    equal(risks(path), ["Mine", "Theirs", *old[2:]], f"{name}: with the edits of both")

    git("checkout", "-q", "-b", f"other-{name}")
    edit(path, rename(2, "Theirs again"))
    commit("theirs")
    git("checkout", "-q", "-")
    edit(path, rename(2, "Mine again"))
    commit("mine")
    done = git("merge", "-m", "merge", f"other-{name}")
    check(done.returncode == 1 and f"Merge conflict in {name}" in done.stdout, f"{name}: git reports a conflict", done.stdout)
    check("mine: Mine again; theirs: Theirs again; mine taken" in done.stderr + done.stdout,
          f"{name}: with both values", done.stderr)
    equal(git("diff", "--name-only", "--diff-filter=U").stdout.strip(), name, f"{name}: which stays to be settled")
    equal(risks(path)[2], "Mine again", f"{name}: meanwhile it is a whole document with mine")
    settle = subprocess.run(["sh", "-c", f"git show :1:{name} > base.tmp; git show :2:{name} > mine.tmp; "
                             f"git show :3:{name} > theirs.tmp; '{CLI}' merge base.tmp mine.tmp theirs.tmp -o {name} --prefer theirs"],
                            cwd=TREE, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    equal((settle.returncode, risks(path)[2]), (0, "Theirs again"), f"{name}: it is settled for theirs" + settle.stderr)
    for left in pathlib.Path(TREE).glob("*.tmp"):
        left.unlink()
    equal(commit("merged").returncode, 0, f"{name}: and committed")


alone()
if shutil.which("git") is None:
    check(True, "git # SKIP there is no git")
else:
    configure()
    with_git("shop.mezasu")
    with_git("shop.json")
finish()
