#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds with the address and undefined-behaviour sanitizers, and runs every test. The last line
# counts them. Arguments are handed to meson test: names of tests.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh
# shellcheck disable=SC2086 # lists of words
need $BUILD_PACKAGES $SHOW_PACKAGES $TEST_PACKAGES

build=build-test
[ -f "$build/build.ninja" ] ||
  meson setup "$build" --buildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false >/dev/null
ninja -C "$build" >"$build/build.log" 2>&1 || {
  tail -n 60 "$build/build.log" >&2
  echo "0 passed, 1 failed"
  exit 1
}
if grep -q 'warning:' "$build/build.log"; then
  grep 'warning:' "$build/build.log" >&2
  echo "0 passed, 1 failed"
  exit 1
fi
status=0
meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 4 "$@" || status=$?
exec python3 tools/count-tests.py "$build/meson-logs/testlog.json" "$status"
