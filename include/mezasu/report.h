/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board pack: pages, each with its message, its proof and its foot line, laid out once as scenes. Writers turn the
 * scenes into files. */

#pragma once

#include <gio/gio.h>

#include "mezasu/chart.h"
#include "mezasu/pack.h"
#include "mezasu/render.h"
#include "mezasu/slide-template.h"

G_BEGIN_DECLS

/**
 * MzPaper:
 * @MZ_PAPER_16_9: a slide, 33.87 × 19.05 cm
 * @MZ_PAPER_A4: A4 landscape
 * @MZ_PAPER_4_3: a slide of the older shape, 29.63 × 22.23 cm
 * @MZ_PAPER_A4_PORTRAIT: A4 upright; what stands side by side elsewhere stands one below the other
 */
typedef enum { MZ_PAPER_16_9, MZ_PAPER_A4, MZ_PAPER_4_3, MZ_PAPER_A4_PORTRAIT } MzPaper;

/** mz_paper_from_name: @name: `16:9`, `4:3`, `a4` or `a4-portrait`; Returns: whether it is one */
gboolean mz_paper_from_name (const char *name, MzPaper *paper);

/**
 * MzReportRequest:
 * @analysis: the results to report
 * @scenario: the scenario that is proposed
 * @measurer: measures text
 * @unit: unit of money in tables
 * @paper: size of the pages
 * @date: (nullable): day that stands on the pages, `YYYY-MM-DD`; %NULL for that of the model
 * @loss: (nullable): the simulated losses; without them the pages say nothing of a bad year
 * @slides: (nullable): a firm's own slides, whose size, titles and margins the pages take in place of @paper
 * @audience: whom the pages are for
 * @pages: (nullable) (array zero-terminated=1): names of pages: these in this order, whatever the document has chosen
 * @progress: (nullable): told now and then by writers which share of their work is done
 * @progress_data: for @progress
 * @cancellable: (nullable): lets writers stop with %G_IO_ERROR_CANCELLED
 */
typedef struct {
  const MzAnalysis *analysis;
  const MzScenarioResult *scenario;
  MzTextMeasurer *measurer;
  MzMoneyUnit unit;
  MzPaper paper;
  const char *date;
  const MzLoss *loss;
  const MzSlideTemplate *slides;
  MzAudience audience;
  const char *const *pages;
  void (*progress) (double share, gpointer data);
  gpointer progress_data;
  GCancellable *cancellable;
} MzReportRequest;

typedef struct _MzReport MzReport;

/**
 * mz_report_new:
 * @request: what to report; nothing of it is kept but its slides, its progress and its cancellable
 *
 * Messages are in the language of the calling thread. A pack in which no page is shown has the page that decides.
 *
 * Returns: (transfer full): the laid-out pages
 */
MzReport *mz_report_new (const MzReportRequest *request);
void mz_report_free (MzReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzReport, mz_report_free)

/** mz_report_n_pages: Returns: number of pages */
guint mz_report_n_pages (const MzReport *self);

/** mz_report_page: Returns: (transfer none): page @index; one scene unit is 0.75 points on paper */
const MzScene *mz_report_page (const MzReport *self, guint index);

/** mz_report_subject: Returns: (transfer none): what page @index is about, its title as the reader sees it */
const char *mz_report_subject (const MzReport *self, guint index);

/** mz_report_sentence: Returns: (transfer none): the sentence that the figures make for page @index */
const char *mz_report_sentence (const MzReport *self, guint index);

/** mz_report_is_outdated: Returns: whether page @index has a sentence of a person's, and figures changed since it was written */
gboolean mz_report_is_outdated (const MzReport *self, guint index);

/**
 * mz_report_settle:
 * @model: a model
 * @request: gets paper, unit and theme as the model keeps them
 *
 * Returns: the palette that the model keeps for its pack
 */
MzTheme mz_report_settle (MzModel *model, MzReportRequest *request);

/**
 * mz_report_to_pdf:
 * @self: a report
 * @theme: the palette
 * @error: return location for a #GError
 *
 * Fonts are embedded, text is selectable, the outline names the pages; no time of creation, so that equal reports are
 * equal files.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mz_report_to_pdf (const MzReport *self, MzTheme theme, GError **error);

/**
 * mz_report_to_pptx:
 * @self: a report
 * @theme: the palette; with a firm's own slides its accent and grounds are theirs
 * @error: return location for a #GError
 *
 * Writes slides (Office Open XML, ECMA-376) that a person goes on working with: messages stand in placeholders of a master
 * and its layouts, tables are tables, pictures are groups of shapes with their texts, and the notes of each slide tell what
 * its figures were computed from. Equal reports are equal files.
 *
 * Errors: %MZ_ERROR_INVALID_INPUT when the library that packs the file refuses.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mz_report_to_pptx (const MzReport *self, MzTheme theme, GError **error);

G_END_DECLS
