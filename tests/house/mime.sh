#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The file type is known to the desktop by its magic alone, without the ending. Arguments: the MIME definition, mezasu-cli.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state"
mkdir -p "$home/data/mime/packages"
cp "$1" "$home/data/mime/packages/org.mezasu.Mezasu.xml"
update-mime-database "$home/data/mime" >"$home/log" 2>&1
if grep -i error "$home/log"; then exit 1; fi
"$2" new "$home/model.mezasu"
mv "$home/model.mezasu" "$home/without-ending"
type=$(gio info -a standard::content-type "$home/without-ending" | sed -n 's/.*standard::content-type: //p')
[ "$type" = application/vnd.mezasu.model+sqlite3 ] || {
  echo "the magic gives: $type"
  exit 1
}
