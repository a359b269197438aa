#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Measures Mezasu beside its peers and prints one line an item (tests/bench/bench.py says how). Installs from Debian
# what is missing, builds with optimisation in build-bench, and hands its arguments on: --only TEXT, --runs N,
# --markdown.

set -eu
cd "$(dirname "$0")/.."

. tools/packages.sh
# A peer that cannot be had leaves its rows unmeasured; the others still run.
need python3-numpy python3-matplotlib graphviz libreoffice-calc libreoffice-impress python3-openpyxl libx11-dev \
  xvfb xauth dbus-daemon ||
  echo "Some peers could not be installed; their rows will say so." >&2

[ -d build-bench ] || meson setup build-bench --buildtype=release >&2
ninja -C build-bench bench data/gschemas.compiled >&2
exec /usr/bin/python3 tests/bench/bench.py --programs build-bench/tests/bench "$@"
