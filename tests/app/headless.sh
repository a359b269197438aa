#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs a command with a display, a session bus and a home of its own, so that tests neither see nor touch the person's.
# The cairo renderer is fixed, because pictures shall not depend on a driver; without OpenGL there is also none that leaks.
d=$(mktemp -d)
trap 'rm -rf "$d"' EXIT
export HOME="$d" XDG_CONFIG_HOME="$d/c" XDG_CACHE_HOME="$d/k" XDG_DATA_HOME="$d/s" XDG_STATE_HOME="$d/t"
export XDG_RUNTIME_DIR="$d/r"
mkdir -m 700 "$d/r"
export GDK_BACKEND=x11 GDK_DEBUG=gl-disable GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY
# Only the command itself speaks on the standard output; what the bus starts would break the protocol of the tests.
xvfb-run -a -s "-screen 0 ${MEZASU_TEST_SCREEN:-1280x800}x24 -noreset" \
  dbus-run-session -- sh -c 'exec "$@" 1>&9 9>&-' command "$@" 9>&1 1>&2
