#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Makes the pictures of the manual from the EC-site firm, in both languages: the window with the guide, the trace of its
# first risk, the board pack. Needs a build, Xvfb, xdotool and ImageMagick. Argument: the build folder.
set -eu
build=$(cd "${1:-build}" && pwd)
cd "$(dirname "$0")/.."
out=$PWD/docs/images
export MEZASU_MODEL_DIR="$PWD/data/models" MEZASU_LOCALE_DIR="${MEZASU_LOCALE_DIR:-$build/po}" GSETTINGS_SCHEMA_DIR="$build/data"
export GSETTINGS_BACKEND=memory MEZASU_TEST_SCREEN=1280x800

# Starts the window, lets it do one of its actions, and takes its picture with few colours when it stands still.
window() {
  language=$1 name=$2 action=$3 target=$4
  timeout 60 tests/app/headless.sh sh -c '
    "$0" --lang "$1" --sample ec-site & program=$!
    until xdotool search --onlyvisible --pid "$program" >/dev/null 2>&1; do sleep 0.2; done
    sleep 3
    gdbus call --session --dest org.mezasu.Mezasu --object-path /org/mezasu/Mezasu/window/1 \
      --method org.gtk.Actions.Activate "$2" "$3" "{}" >/dev/null
    sleep 5
    import -window "$(xdotool search --onlyvisible --pid "$program" | tail -n 1)" -resize 1000x +dither -colors 64 \
      -strip PNG8:"$4"
    kill "$program"' "$build/src/app/mezasu" "$language" "$action" "$target" "$out/manual-$name-$language.png"
}

for language in en ja; do
  window $language guide guide "[]"
  window $language board page "[<'board-pack'>]"
  "$build/src/cli/mezasu-cli" --lang $language chart data/models/ec-site.json trace --theme light --size 960x540 \
    -o "$out/trace.png"
  convert "$out/trace.png" -resize 1000x -colors 64 -strip "$out/manual-trace-$language.png"
  rm "$out/trace.png"
done
