/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the pages of a report share: the frame of a page, its blocks, and the list of pages. */

#pragma once

#include "mezasu/report.h"
#include "page-private.h"

/* Sizes of the type scale, in scene units. */
#define MZ_SIZE_HEADLINE 28.0
#define MZ_SIZE_ANSWER 22.0
#define MZ_SIZE_SECTION 15.0
#define MZ_SIZE_BODY 12.5
#define MZ_SIZE_CAPTION 11.0
#define MZ_PAGE_MARGIN 56.0

/* What surrounds the content of a page. */
typedef struct
{
  double width, height;
  double x, inner; /* left edge of all content, and its width */
  MzBox title;     /* a height of 0: as high as the message asks for */
  double kicker_y; /* where the kicker and the mark stand */
  double bottom;   /* lower edge of the content */
  double note_y;   /* where notes stand */
  MzBox foot;      /* where number, edition and date stand */
  gboolean ruled;  /* whether a line stands over the foot */
} MzPageFrame;

/* A report while its pages are made. */
typedef struct
{
  const MzReportRequest *request;
  GPtrArray *pages; /* of MzPage */
  MzPageFrame frame;
  GHashTable *facts; /* id to GPtrArray of MzRecord: the facts behind a record, found once; NULL until asked for */
  GPtrArray *slides; /* of MzPackSlide: those that are shown */
  const MzPackSlide *slide; /* the one whose pages are made */
  guint slide_pages;        /* how many it has so far */
} MzPages;

/* The frame of our own pages. */
MzPageFrame mz_frame_of_paper (double width, double height);

/* A page with its frame: kicker and headline on top. @subline is a second sentence in the accent, or NULL. The place that is
 * left for content is put into @content. */
MzScene *mz_pages_add (MzPages *self, const char *name, const char *kicker, const char *headline,
                       const char *subline, MzBox *content);

/* A note at the foot of the page made last, above the foot line. */
void mz_pages_note (MzPages *self, MzScene *page, const char *text);

/* Writes into the notes of @page what @figure says and which records it was computed from. */
void mz_pages_tell (MzPages *self, MzScene *page, const char *name, const MzFigure *figure);

/* The page that @scene is of. */
MzPage *mz_pages_page_of (MzPages *self, const MzScene *scene);

/* Starts a block of @page: all shapes that are added until mz_pages_end() belong to it. */
void mz_pages_begin (MzPages *self, MzScene *page, MzBlockType type, const char *name, MzBox box);

/* Ends the block that was started last; returns it, so that more can be said about it. */
MzBlock *mz_pages_end (MzPages *self, MzScene *page);

/* Puts the foot lines on all pages once their number is known. */
void mz_pages_finish (MzPages *self);

/* Draws the chart @name into @box. */
void mz_block_chart (MzPages *self, MzScene *page, const char *name, MzBox box);

/* The same of the record @record; NULL lets the chart choose. */
void mz_block_chart_of (MzPages *self, MzScene *page, const char *name, const char *record,
                        MzBox box);

/* Text on one line, in letters of @size or as much smaller, down to @least, as it takes to fit; shortened or, with more than
 * one of @lines, broken only beyond that. */
MzShape *mz_block_fit (MzPages *self, MzScene *page, MzRole role, const char *text, double x,
                       double y, double width, guint lines, double size, double least,
                       MzWeight weight, MzAlign align, MzColour colour);

/* A heading with an optional caption under it; returns what is left of @box. */
MzBox
mz_block_heading (MzPages *self, MzScene *page, const char *title, const char *caption, MzBox box);

/* Draws @table from row @first on as far as @box holds; returns the first row that found no room. @bottom, if not NULL, takes
 * the lower edge of the last row. */
guint mz_block_table (MzPages *self, MzScene *page, const MzTable *table, guint first, MzBox box,
                      double *bottom);

/* The same, going on over as many further pages as it takes; returns the last page, and in @rest what is left of it. */
MzScene *mz_block_table_pages (MzPages *self, MzScene *page, const char *name, const char *kicker,
                               const char *headline, const MzTable *table, MzBox box, MzBox *rest);

/* Splits a box side by side; @share of the width, less the gutter, goes to @left. */
void mz_box_split (MzBox box, double share, double gutter, MzBox *left, MzBox *right);

/* The same where a page is broad; on upright paper one below the other. */
void mz_pages_split (MzPages *self, MzBox box, double share, double gutter, MzBox *left,
                     MzBox *right);

/* Whether pages are higher than broad. */
gboolean mz_pages_upright (MzPages *self);

/* Whether the page @name is shown too. */
gboolean mz_pages_show (MzPages *self, const char *name);

/* A day, YYYY-MM-DD, as the pages write it: by the era where the firm wants that and the language is Japanese. */
char *mz_pages_date (MzPages *self, const char *date);

/* An amount in the unit of the report, without the unit; "–" and the reason's place when unknown. */
char *mz_pages_amount (MzPages *self, const MzFigure *figure);

/* An amount as a person says it, with its unit; assumptions carry the mark ※. */
char *mz_pages_say (const MzFigure *figure);

/* Tenths of a percent with their sign. */
char *mz_pages_percent (gint64 tenths);

/* "(Unit: 10,000 yen)" */
char *mz_pages_unit (MzPages *self);

/* Page @index of @self. */
const MzPage *mz_report_nth (const MzReport *self, guint index);

/* What is said of a report as a file. */
typedef struct
{
  char *title;
  char *author;
  char *mark; /* confidentiality */
  char *date; /* YYYY-MM-DD or NULL */
  double width, height;
  MzSlideTemplate *slides;
  void (*progress) (double share, gpointer data);
  gpointer progress_data;
  GCancellable *cancellable;
} MzReportFacts;

/* Before page @index is written: tells the progress; FALSE and G_IO_ERROR_CANCELLED when nobody wants the file any more. */
gboolean mz_report_step (const MzReport *self, guint index, GError **error);

const MzReportFacts *mz_report_facts (const MzReport *self);

/* The pages of self->slide; each adds as many as it needs. */
void mz_page_board (MzPages *self);
void mz_page_charts (MzPages *self);
void mz_page_damages (MzPages *self);
void mz_page_loss (MzPages *self); /* only with losses */
void mz_page_options (MzPages *self);
void mz_page_risks (MzPages *self);
void mz_page_scenarios (MzPages *self);
void mz_page_scorecard (MzPages *self);
void mz_page_assumptions (MzPages *self);
void mz_page_origin (MzPages *self);
void mz_page_registers (MzPages *self);
void mz_page_traces (MzPages *self);

/* The contents, when all others are there, put before page @place. */
void mz_page_contents (MzPages *self, guint place);
