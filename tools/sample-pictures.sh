#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Makes the small board pages of docs/samples.md, one of each sample firm, in English and Japanese by turns. Needs a build,
# pdftoppm and ImageMagick. Argument: the build folder.
set -eu
build=$(cd "${1:-build}" && pwd)
cd "$(dirname "$0")/.."
export MEZASU_MODEL_DIR="$PWD/data/models" MEZASU_LOCALE_DIR="${MEZASU_LOCALE_DIR:-$build/po}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

language=en
for firm in ec-site chemical-it chemical-ot machinery supermarket hospital trading logistics; do
  "$build/src/cli/mezasu-cli" --lang $language report "data/models/$firm.json" -o "$folder/pack.pdf"
  pdftoppm -l 1 -r 70 -png -singlefile "$folder/pack.pdf" "$folder/board"
  convert "$folder/board.png" +dither -colors 64 -strip "PNG8:docs/images/sample-$firm.png"
  [ $language = en ] && language=ja || language=en
done
