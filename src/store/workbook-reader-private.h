/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of the reader of workbooks share. */

#pragma once

#include "mezasu/workbook-reader.h"
#include "zip-reader-private.h"

G_BEGIN_DECLS

/* How a number is shown, as far as it changes what it says. */
typedef enum
{
  MZ_NUMBER_PLAIN,
  MZ_NUMBER_PERCENT,
  MZ_NUMBER_DATE,
} MzNumberLook;

typedef struct
{
  MzZipReader *zip;
  char *shown;          /* name of the file, for messages */
  GPtrArray *strings;   /* shared texts */
  GArray *looks;        /* MzNumberLook of each cell format */
  GPtrArray *names;     /* of the sheets */
  GPtrArray *relations; /* of the sheets */
  GHashTable *targets;  /* relation → part */
  gboolean from_1904;
} MzWorkbookSource;

typedef struct _MzPartWalk MzPartWalk;

/* One element's start, its end, or text; the walk stops with the error when it answers FALSE. */
typedef gboolean (*MzPartStart) (MzPartWalk *walk, const char *element, gpointer data,
                                 GError **error);
typedef gboolean (*MzPartEnd) (MzPartWalk *walk, const char *element, gpointer data,
                               GError **error);
typedef gboolean (*MzPartText) (MzPartWalk *walk, const char *text, gpointer data, GError **error);

/* workbook-xml.c: walks over a part. Elements are told by their local names. */
gboolean mz_part_walk (MzWorkbookSource *self, const char *part, MzPartStart start, MzPartEnd end,
                       MzPartText text, gpointer data, GError **error);
/* An attribute of the element that starts, by its local name; NULL when it has none. */
char *mz_part_attribute (MzPartWalk *walk, const char *name);
gboolean mz_workbook_damaged (MzWorkbookSource *self, GError **error);
/* _x0041_ back to its character. */
void mz_part_unescape (GString *text);

/* workbook-parts.c: sheets and their parts, shared texts, formats. */
gboolean mz_workbook_read_parts (MzWorkbookSource *self, GError **error);
MzNumberLook mz_number_look (const char *format);

/* workbook-cells.c: the cells of a sheet. */
MzCsv *mz_workbook_read_cells (MzWorkbookSource *self, const char *part, GError **error);

G_END_DECLS
