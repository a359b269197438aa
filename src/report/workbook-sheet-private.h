/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the files of the wrapper know of a workbook and its sheets. */

#pragma once

#include "workbook-private.h"

G_BEGIN_DECLS

struct _MzBook
{
  lxw_workbook *workbook;
  char *folder;
  char *path;
  GError *error; /* why there is no folder */
  MzMoneyUnit unit;
  GPtrArray *sheets;
  GHashTable *names;
  GHashTable *lists; /* labels of choices → range on the hidden sheet */
  MzBookSheet *list_sheet;
  guint n_lists;
  lxw_format *formats[MZ_CELL_N_STYLES][MZ_CELL_N_VARIANTS];
  lxw_format *guarded[MZ_CELL_N_STYLES][MZ_CELL_N_VARIANTS];
};

struct _MzBookSheet
{
  MzBook *book;
  lxw_worksheet *worksheet;
  char *name;
  char *prefix;
  GArray *wrapped;    /* MzWrapped: texts that take as many lines as they need */
  GArray *widths;     /* double, by column */
  GHashTable *hidden; /* rows */
};

typedef struct
{
  guint row, column, units;
} MzWrapped;

/* Rows of wrapped text get their height: not every program finds it by itself. */
void mz_book_sheet_set_heights (MzBookSheet *self);

void mz_book_sheet_free (MzBookSheet *self);

/* How numbers of @style are written; NULL for as they are. */
char *mz_book_number_format (MzBook *self, int style);

/* The format of @style; a guarded one keeps what is typed over it a text. */
lxw_format *mz_book_format (MzBook *self, int style, gboolean guarded);

G_END_DECLS
