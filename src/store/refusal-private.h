/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How this folder says no: one sentence that names the file. */

#pragma once

#include "mezasu/store-error.h"

G_BEGIN_DECLS

/* Sets the error; always FALSE, so that a check can return it. */
gboolean
mz_refuse (GError **error, MzStoreError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The same with the errno of a failed call on @path behind the sentence's beginning. */
gboolean mz_refuse_io (GError **error, const char *path, int code, gboolean writing);

/* Puts @inner, a whole sentence that knows its place but not its file, behind the name of the file. */
gboolean mz_refuse_in (GError **error, MzStoreError code, const char *name, const GError *inner);

/* A name out of a strange file, fit to be shown in a sentence: short, on one line, without invisible characters. */
char *mz_refuse_quote (const char *text);

G_END_DECLS
