#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Japanese is complete: every string of the sources is translated, and the list of sources is whole. Argument: the root.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$1/po" "$1/src" "$1/data" "$1/ui" "$1/tools" "$work/"
cd "$work"
sh tools/update-po.sh 2>"$work/statistics"
cmp po/POTFILES "$1/po/POTFILES" || {
  echo "po/POTFILES is not up to date: run tools/update-po.sh"
  exit 1
}
cat "$work/statistics"
! grep -qE 'untranslated|fuzzy' "$work/statistics"
