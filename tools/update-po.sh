#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# After strings have changed: lists the files that hold any, extracts them, and merges them into the translations.
set -eu
cd "$(dirname "$0")/.."
# xgettext ends a string at a macro that it does not know, and the whole sentence would stay untranslated.
if grep -rlPzo '\b(_|N_) ?\(\s*("([^"\\]|\\.)*"\s*)+(?!PRI)[A-Za-z_]\w*' src --include='*.c'; then
  echo "A translated string is joined with a macro; write %s, or PRId64 of inttypes.h." >&2
  exit 1
fi
{
  echo "# Files with translatable strings; tools/update-po.sh writes this list."
  {
    grep -rlE '\b(N?_|C_|NC_|ngettext|g_dpgettext2) ?\(' src --include='*.c'
    grep -rl 'translatable="yes"' ui --include='*.ui' || true
    ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
  } | LC_ALL=C sort
} >po/POTFILES
xgettext --files-from=po/POTFILES --directory=. --output=po/mezasu.pot --from-code=UTF-8 --add-comments=TRANSLATORS \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=ngettext:1,2 \
  --keyword=g_dpgettext2:2c,3 --flag=g_strdup_printf:1:c-format --flag=g_set_error:4:c-format \
  --package-name=mezasu --no-location 2>/dev/null
for language in $(grep -v '^#' po/LINGUAS); do
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location --sort-output "po/$language.po" po/mezasu.pot
  msgfmt --check --statistics -o /dev/null "po/$language.po"
done
rm -f po/mezasu.pot
