#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds, and opens the EC-site firm in the window. Without a display it writes the firm's board
# pack and all charts to out/ instead and says so. Arguments are handed to the window: files to open.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh
# shellcheck disable=SC2086 # lists of words
need $BUILD_PACKAGES $SHOW_PACKAGES

build=build
[ -f "$build/build.ninja" ] || meson setup "$build" --buildtype=debugoptimized >/dev/null
ninja -C "$build" >"$build/build.log" 2>&1 || {
  tail -n 40 "$build/build.log" >&2
  exit 1
}
export MEZASU_MODEL_DIR="$PWD/data/models" MEZASU_MANUAL_DIR="$PWD/docs" MEZASU_LOCALE_DIR="$PWD/$build/po"
export GSETTINGS_SCHEMA_DIR="$PWD/$build/data"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  [ $# -gt 0 ] || set -- --sample ec-site
  exec "$build/src/app/mezasu" "$@"
fi

mkdir -p out
cli="$build/src/cli/mezasu-cli"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work"
for language in ja en; do
  model="$work/ec-site-$language.mezasu"
  "$cli" --lang $language new --sample ec-site "$model"
  "$cli" --lang $language report "$model" -o "out/ec-site-$language.pdf"
  for chart in $("$cli" chart --list | cut -f 1); do
    "$cli" --lang $language chart "$model" "$chart" -o "out/$chart-$language.svg"
  done
done
echo "There is no display, so no window was opened."
echo "The board pack and the charts of the EC-site firm are in $PWD/out"
