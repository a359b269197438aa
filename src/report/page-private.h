/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A page: its scene, which is all that a painter needs, and the blocks that its shapes belong to, for writers that want
 * to know a heading from a table. */

#pragma once

#include "mezasu/scene.h"

typedef struct
{
  double x, y, width, height;
} MzBox;

/* MzBlockType: what a run of shapes of a page is. Shapes of no block stand for themselves. */
typedef enum
{
  MZ_BLOCK_GROUND,   /* the paper, and the line over the foot: what a master has by itself */
  MZ_BLOCK_TITLE,    /* the message, one text */
  MZ_BLOCK_SUBTITLE, /* the second sentence, one text */
  MZ_BLOCK_KICKER,   /* what the page is about, one text */
  MZ_BLOCK_MARK,     /* meeting and confidentiality, one text */
  MZ_BLOCK_NOTE,     /* remark at the foot, one text */
  MZ_BLOCK_FOOT,     /* number, edition and date, one text */
  MZ_BLOCK_GROUP,    /* a picture or a panel: shapes that belong together */
  MZ_BLOCK_TABLE,    /* a table: the texts of its cells, row by row, and its rules */
} MzBlockType;

/* MzBlock: shapes @first … @first + @n - 1 of the page's scene. */
typedef struct
{
  MzBlockType type;
  guint first, n;
  MzBox box;
  char *name;
  char *description;
  GArray *widths;  /* (element-type double): of the columns of a table */
  GArray *heights; /* (element-type double): of its rows, the head first */
} MzBlock;

/* MzPage: what a report is made of. */
typedef struct
{
  MzScene *scene;
  char *subject;     /* what it is about, in a few words */
  char *sentence;    /* what the figures say, whether or not a person has put it otherwise */
  gboolean outdated; /* whether that changed since the person did */
  GPtrArray *blocks; /* of MzBlock, by place of their shapes */
  GPtrArray *notes;  /* of char*: what the speaker reads, one paragraph each */
  GArray *
      targets; /* (element-type guint): the page that each row of its table leads to, in the contents */
} MzPage;

/* Takes @scene. */
MzPage *mz_report_page_new (MzScene *scene);
void mz_page_free (MzPage *self);
