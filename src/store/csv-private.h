/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the CSV reader and writer share: encodings and the guard against formulas. */

#pragma once

#include "mezasu/csv.h"

G_BEGIN_DECLS

/* Whether a cell is marked by one apostrophe when it is written. On reading, an apostrophe is taken off a cell for which
 * this is TRUE: since leading apostrophes do not change the answer, writing and reading are exact inverses. */
gboolean mz_csv_needs_guard (const char *cell);

/* A table of cells that were read otherwise. Takes all: @text holds them, each ended by zero; @cells says where each begins
 * and @rows which cell is the first of each row, both guint32. */
MzCsv *mz_csv_new_from_cells (GString *text, GArray *cells, GArray *rows);

/* Finds the encoding and converts to UTF-8 without a byte order mark and without zero bytes. On failure NULL, with the
 * reason (not yet translated) and, in @before, the text up to the fault. */
char *mz_csv_decode (const char *data, gsize length, MzCsvEncoding *encoding, gsize *decoded_length,
                     const char **reason, char **before);

/* The text in CP932, or NULL with the characters that CP932 lacks, the first ten, separated by spaces. */
GBytes *mz_csv_encode_cp932 (const char *text, gsize length, char **missing);

G_END_DECLS
