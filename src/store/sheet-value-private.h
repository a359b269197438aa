/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reading the cells of a sheet as values of fields, with the indices that make it quick. */

#pragma once

#include "mezasu/model.h"

typedef struct _MzSheetReader MzSheetReader;

/* @model is only read, and must not change while the reader lives. */
MzSheetReader *mz_sheet_reader_new (MzModel *model, MzMoneyUnit unit);
void mz_sheet_reader_free (MzSheetReader *self);

/* Reads @text as a person wrote it, or as this program writes it in either language. Empty is missing. */
gboolean mz_sheet_reader_read (MzSheetReader *self, const MzField *field, const char *text,
                               MzValue *value, GError **error);

/* The record of @kind that @text names: by number, title, both, or id; %NULL for none, and when there are several, which
 * @several tells. */
MzRecord *mz_sheet_reader_find (MzSheetReader *self, const char *kind, const char *text,
                                gboolean *several);

/* @text without the differences between headings and labels that mean the same: case, width, space around, unit behind. */
char *mz_sheet_fold (const char *text);
char *mz_sheet_fold_heading (const char *text);
