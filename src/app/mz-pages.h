/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The pages of the window, as a table: what stands on each, in which order. A new page is a row, a page's content is rows
 * of blocks; one widget, MzPage, shows any of them. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

/**
 * MzBlockType:
 * @MZ_BLOCK_CHART: a chart of the catalogue, `what` is its name
 * @MZ_BLOCK_TABLE: a table of a kind edited in place, `what` is the kind, `fields` its columns
 * @MZ_BLOCK_FORM: the form of a singleton, `what` is the kind, `fields` the fields shown
 * @MZ_BLOCK_CUSTOM: a widget of its own, made by `make`
 */
typedef enum { MZ_BLOCK_CHART, MZ_BLOCK_TABLE, MZ_BLOCK_FORM, MZ_BLOCK_CUSTOM } MzBlockType;

/**
 * MzBlock:
 * @type: what stands there
 * @title: heading above it, a gettext message id, or %NULL
 * @what: chart or kind
 * @fields: names of fields separated by spaces, for tables and forms
 * @filter: "field=code code…" that limits a table to some records, or %NULL; new records get the first code
 * @half: whether it shares its row with the next block where there is room
 * @make: (nullable): for %MZ_BLOCK_CUSTOM
 */
typedef struct {
  MzBlockType type;
  const char *title;
  const char *what;
  const char *fields;
  const char *filter;
  gboolean half;
  GtkWidget *(*make) (MzWorkspace *workspace);
} MzBlock;

/**
 * MzPageInfo:
 * @name: stable name, such as "risks"
 * @group: heading in the sidebar, a gettext message id
 * @label: name of the page, a gettext message id
 * @icon: name of a symbolic icon
 * @step: process step whose completeness the sidebar shows, or %NULL
 * @message: (nullable): makes the sentence at the top of the page from the figures, (transfer full)
 * @empty: what belongs on the page, shown while it has nothing, a gettext message id
 * @blocks: what stands on it, ended by a block without type and content
 * @n_blocks: number of @blocks
 */
typedef struct {
  const char *name;
  const char *group;
  const char *label;
  const char *icon;
  const char *step;
  char *(*message) (MzWorkspace *workspace);
  const char *empty;
  const MzBlock *blocks;
  guint n_blocks;
} MzPageInfo;

/** mz_pages_nth: Returns: (transfer none) (nullable): page @index in the order of the sidebar, %NULL behind the last */
const MzPageInfo *mz_pages_nth (guint index);

/** mz_pages_find: Returns: (transfer none) (nullable): the page of that name */
const MzPageInfo *mz_pages_find (const char *name);

/** mz_pages_for_kind: Returns: (transfer none): the page on which records of @kind are at home */
const MzPageInfo *mz_pages_for_kind (const char *kind);

#define MZ_TYPE_PAGE (mz_page_get_type ())
G_DECLARE_FINAL_TYPE (MzPage, mz_page, MZ, PAGE, GtkWidget)

/**
 * mz_page_new:
 * @info: a page
 * @workspace: what it shows
 *
 * Returns: (transfer floating): the page; the blocks that its window shows are built when it is first mapped, the others
 * when those were drawn
 */
GtkWidget *mz_page_new (const MzPageInfo *info, MzWorkspace *workspace);

/** mz_page_complete: builds at once what is still missing of the page, which was mapped */
void mz_page_complete (MzPage *self);

/**
 * mz_inspector_new:
 * @workspace: what it shows
 *
 * Returns: (transfer floating): the form of the selected record, with what it comes from and what it leads to
 */
GtkWidget *mz_inspector_new (MzWorkspace *workspace);

G_END_DECLS
