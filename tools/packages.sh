# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Which Debian packages each task needs, and how they are installed. Sourced by run.sh, test.sh and bench.sh.

BUILD_PACKAGES="build-essential meson ninja-build pkgconf gettext libgtk-4-dev libadwaita-1-dev libsqlite3-dev libdeflate-dev
  libxlsxwriter-dev libzip-dev libxml2-dev nettle-dev
  libjson-glib-dev libglib2.0-dev-bin desktop-file-utils shared-mime-info"
# To show or draw: icons, and a Japanese font.
SHOW_PACKAGES="adwaita-icon-theme fonts-noto-cjk librsvg2-common"
# What the tests check with: a private display, the accessibility bus, independent readers of what is written.
TEST_PACKAGES="xvfb xauth dbus-daemon at-spi2-core gir1.2-atspi-2.0 gir1.2-gtk-4.0 python3-gi xdotool xclip
  imagemagick x11-utils appstream man-db poppler-utils python3-jsonschema python3-openpyxl libreoffice-calc sqlite3 strace librsvg2-bin git
  clang-format"

# Installs those of the named packages that are missing; asks nothing.
need() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  as_root=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "These packages are missing and only root can install them:$missing" >&2
      return 1
    }
    as_root="sudo"
  fi
  echo "Installing:$missing" >&2
  $as_root apt-get update -qq
  # shellcheck disable=SC2086 # a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
