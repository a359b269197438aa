/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What pictures of losses share: amounts and chances as texts, and the plot of exceedance curves: amounts to the right,
 * the chance to exceed them upward. */

#pragma once

#include "chart-private.h"

/* A logarithmic scale; values at or below 0 have no place of their own and take the start. */
extern const MzMappingKind mz_mapping_log;

/* A picture that says why there is no result yet. */
MzScene *mz_loss_chart_missing (const MzChartRequest *request, const char *name, const char *title);

/* The result of the scenario that is looked at, and that of "do nothing". */
const MzLossScenario *mz_loss_chart_chosen (const MzChartRequest *request);
const MzLossScenario *mz_loss_chart_baseline (const MzChartRequest *request);
guint mz_loss_chart_index (const MzChartRequest *request, const MzLossScenario *scenario);

/* An amount in the unit of the picture, without the unit. */
char *mz_loss_chart_money (const MzChartRequest *request, double yen);
/* "12.5 %"; of something chosen "5 %" */
char *mz_loss_chart_percent (double share);
char *mz_loss_chart_percent_exact (double share);

typedef struct
{
  MzFrame *frame;
  gboolean logarithmic;
  double least, most; /* amounts to be seen */
  MzTicks ticks;      /* of a linear plot */
  MzMapping x, y;
  double left, right, top, bottom;
  double rarest; /* least chance to be seen, 0 for an even scale */
  GArray *boxes; /* of labels that are placed, so that no other takes their place */
  GArray *trail; /* points of the curves, which labels keep clear of */
} MzLossPlot;

/* An entry of the legend. */
typedef struct
{
  const char *text;
  const char *record;
  MzManner manner;
  gboolean marked; /* whether its curve carries markers */
} MzLossKey;

/* Lays the plot into the frame and draws the legend. With @rarest the chances stand on a scale of ratios, from 1 down to
 * it, so that rare years have room. Free what it holds with mz_loss_plot_clear(). */
void mz_loss_plot_begin (MzLossPlot *self, MzFrame *frame, gboolean logarithmic, double least,
                         double most, double rarest, const MzLossKey *keys, guint n_keys);
void mz_loss_plot_clear (MzLossPlot *self);
void mz_loss_plot_axes (const MzLossPlot *self);

/* The curve; NULL when no part of it is in the picture. */
MzShape *mz_loss_plot_curve (MzLossPlot *self, const MzExceedancePoint *points, gsize n,
                             const MzManner *manner, double width);

/* Whether a value lies in the picture. */
gboolean mz_loss_plot_shows (const MzLossPlot *self, double loss);

/* Keeps labels away from @shape (nullable). */
void mz_loss_plot_reserve (MzLossPlot *self, const MzShape *shape);

/* A label beside (@x, @y), where it lies on no other and on no curve; NULL when there is no such place and it is not
 * @needed. */
MzShape *mz_loss_plot_label (MzLossPlot *self, const char *text, double x, double y,
                             gboolean needed, MzColour colour);
