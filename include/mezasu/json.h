/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * JSON in and out. What comes in passes a strict gate before json-glib sees it, because json-glib crashes on deep nesting
 * and reads wrong numbers, cut texts and dropped members without a word. What goes out is written here, because json-glib
 * writes infinities and exponents that are not JSON. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MZ_JSON_MAX_DEPTH:
 *
 * How many lists and objects may be open at once: 64.
 */
#define MZ_JSON_MAX_DEPTH 64

/**
 * MZ_JSON_MAX_MEMBERS:
 *
 * How many members one object may have: 1,000. json-glib keeps them in a hash table without a secret, so whoever chooses
 * the names chooses how slow it is; the limit bounds that. Long collections belong in lists.
 */
#define MZ_JSON_MAX_MEMBERS 1000

/**
 * MZ_JSON_MAX_NUMBER:
 *
 * How many characters a number may have: 1,000.
 */
#define MZ_JSON_MAX_NUMBER 1000

/**
 * MZ_JSON_MAX_MEMORY:
 *
 * How much memory the nodes of one text may need, by estimate, in bytes: 512 MiB.
 */
#define MZ_JSON_MAX_MEMORY ((gsize)512 * 1024 * 1024)

/**
 * mz_json_parse:
 * @text: (array length=length): the text; it needs no terminating zero
 * @length: its size in bytes, at most %MZ_FILE_TEXT_LIMIT
 * @name: what the text is called in an error, usually a file name
 * @error: return location for a #MzStoreError
 *
 * Reads one JSON text as RFC 8259 describes it, and refuses what readers of JSON disagree about: a byte order mark,
 * members of the same name (also when only their escapes differ), integers beyond 64 signed bits, reals that are not
 * finite, the character U+0000, half of a surrogate pair, a second value after the first. Takes time in proportion to
 * the length and a bounded stack.
 *
 * A number without a fraction and an exponent becomes an integer node, every other number a double.
 *
 * Errors: %MZ_STORE_ERROR_MALFORMED with line and column, both from 1 and the column in characters;
 * %MZ_STORE_ERROR_REFUSED when the text is too large or would need too much memory.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *mz_json_parse (const char *text, gsize length, const char *name, GError **error);

/**
 * mz_json_load:
 * @path: (type filename): a regular file, or `-` for the standard input
 * @error: return location for a #MzStoreError
 *
 * Reads a file with mz_json_parse(). The size is checked before memory is taken.
 *
 * Errors: those of mz_json_parse() and mz_file_load().
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *mz_json_load (const char *path, GError **error);

/**
 * mz_json_to_text:
 * @node: a value, nested at most %MZ_JSON_MAX_DEPTH deep
 * @pretty: whether to break lines for people and for comparing versions
 *
 * Writes JSON that every strict reader accepts. Equal values give equal text: members are sorted by the bytes of their
 * names. Integers are written as integers; a double is written with the fewest digits (at most 17) that read back as the
 * same double, and always with a fraction or an exponent so that it stays a double. Control characters, invisible
 * format characters, line separators and noncharacters are escaped. Bytes of a string that are not UTF-8 become U+FFFD.
 *
 * The pretty form indents by two spaces, gives each member of an object a line, keeps a short list of plain values on one
 * line and ends with a newline; the other form is one line without one.
 *
 * There is no error to handle: every double must be finite and the depth within bounds. The library never makes another
 * value; a caller that does has a fault of its own, which is logged as critical and gives %NULL.
 *
 * Returns: (transfer full): the text
 */
char *mz_json_to_text (JsonNode *node, gboolean pretty);

G_END_DECLS
