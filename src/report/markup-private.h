/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writing XML. Names and numbers are written as they stand in the source; whatever a person typed goes through
 * mz_markup_attribute() and mz_markup_text(), which let nothing pass that XML cannot carry. */

#pragma once

#include <glib.h>

typedef struct _MzMarkup MzMarkup;

MzMarkup *mz_markup_new (void);
void mz_markup_free (MzMarkup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzMarkup, mz_markup_free)

void mz_markup_open (MzMarkup *self, const char *element);
void mz_markup_attribute (MzMarkup *self, const char *name, const char *text);
void mz_markup_text (MzMarkup *self, const char *text);
void mz_markup_close (MzMarkup *self);

/* Markup as it is; the arguments must not be texts of a person. */
void mz_markup_raw (MzMarkup *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The document; NULL when there was no memory for it. */
GBytes *mz_markup_finish (MzMarkup *self);

/* @text as XML may carry it and a page shows it: valid UTF-8 without bidirectional overrides; characters that XML forbids
 * become U+FFFD, so that it shows that something was there. Owned by the caller. */
char *mz_markup_clean (const char *text);
