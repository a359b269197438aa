/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The loss exceedance curve: how likely a year costs more than an amount, for doing nothing and every scenario. The limit
 * of the criteria is a zone: a curve that enters it passes the limit more often than is accepted. The median and the years
 * of once in ten, twenty and a hundred are marked. */

#include "config.h"

#include "loss-plot-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "loss-exceedance"
#define NAME_LOG "loss-exceedance-log"
/* Once in two hundred years: what is rarer is beyond what a firm can plan for. */
#define RAREST 0.005

typedef struct
{
  MzFrame frame;
  MzLossPlot plot;
  const MzChartRequest *request;
  const MzLoss *loss;
  const MzLossScenario *chosen;
} MzPicture;

static const MzLossScenario *
nth (const MzPicture *self, guint index)
{
  return g_ptr_array_index (self->loss->scenarios, index);
}

static const char *
record_of (const MzLossScenario *scenario)
{
  return *scenario->id != '\0' ? scenario->id : NULL;
}

static const char *
level_name (MzLossLevel level)
{
  static const char *const names[MZ_LOSS_N_LEVELS] = {"P50", "P90", "P95", "P99"};

  return names[level];
}

static const char *
level_words (MzLossLevel level)
{
  switch (level)
    {
    case MZ_LOSS_P50:
      return _ ("Every second year");
    case MZ_LOSS_P90:
      return _ ("One year in ten");
    case MZ_LOSS_P95:
      return _ ("One year in twenty");
    case MZ_LOSS_P99:
    case MZ_LOSS_N_LEVELS:
    default:
      return _ ("One year in a hundred");
    }
}

static void
find_range (const MzPicture *self, double *least, double *most)
{
  *least = INFINITY;
  *most = self->loss->has_limit ? (double)self->loss->limit * 1.15 : 0;
  for (guint i = 0; i < self->loss->scenarios->len; i++)
    {
      const MzLossScenario *scenario = nth (self, i);

      if (!scenario->known)
        continue;
      *most = MAX (*most, scenario->levels[MZ_LOSS_P99].value * 1.06);
      for (guint level = 0; level < MZ_LOSS_N_LEVELS; level++)
        if (scenario->levels[level].value > 0)
          *least = MIN (*least, scenario->levels[level].value);
    }
  if (isinf (*least))
    *least = *most / 1000;
  /* Below the median lies the half of the curve that nobody asks about. */
  *least /= 4;
}

static void
begin (MzPicture *self, gboolean logarithmic)
{
  g_autofree MzLossKey *keys = g_new0 (MzLossKey, self->loss->scenarios->len);
  double least, most;
  guint n = 0;

  for (guint i = 0; i < self->loss->scenarios->len; i++)
    if (nth (self, i)->known)
      {
        guint place = mz_loss_chart_index (self->request, nth (self, i));

        keys[n++] = (MzLossKey){nth (self, i)->name, record_of (nth (self, i)),
                                mz_chart_manner (self->request->analysis, place), TRUE};
      }
  find_range (self, &least, &most);
  mz_loss_plot_begin (&self->plot, &self->frame, logarithmic, least, most, RAREST, keys, n);
}

/* Right of the limit and above the accepted chance no curve may be. */
static void
draw_zone (const MzPicture *self)
{
  const MzLossPlot *plot = &self->plot;
  double x, y;

  if (!self->loss->has_limit || !self->loss->has_probability ||
      !mz_loss_plot_shows (plot, (double)self->loss->limit))
    return;
  x = mz_mapping_place (&plot->x, (double)self->loss->limit);
  y = mz_mapping_place (&plot->y, MAX (self->loss->probability, RAREST));
  mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_DECORATION, x, plot->top, plot->right - x,
                          y - plot->top, 0, MZ_COLOUR_BAND_2);
}

/* What the zone means, in its upper right corner. */
static void
name_zone (MzPicture *self)
{
  MzLossPlot *plot = &self->plot;
  double line = mz_frame_line_height (&self->frame, MZ_SIZE_CAPTION), x, width;
  gboolean whole = self->loss->has_probability;
  g_autofree char *limit = NULL, *text = NULL, *accepted = NULL;

  if (!self->loss->has_limit || !mz_loss_plot_shows (plot, (double)self->loss->limit))
    return;
  x = mz_mapping_place (&plot->x, (double)self->loss->limit);
  width = plot->right - x - 12;
  if (plot->bottom - plot->top <= 5 * line || width <= 60)
    return;
  limit = mz_loss_chart_money (self->request, (double)self->loss->limit);
  accepted = mz_loss_chart_percent_exact (self->loss->probability);
  /* Translators: a chance in per cent, an amount. */
  text = whole ? g_strdup_printf (_ ("Not accepted: more than %s above %s"), accepted, limit)
               : g_strdup_printf (_ ("Limit %s"), limit);
  mz_loss_plot_reserve (
      plot, mz_scene_add_text (self->frame.scene, self->request->measurer, MZ_ROLE_LABEL, text,
                               x + 6, plot->top + 5, width, 3, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR,
                               MZ_ALIGN_END, whole ? MZ_COLOUR_ON_BAND_2 : MZ_COLOUR_SECONDARY));
}

/* The edges of the zone, over grid and ground. Labels keep off them. */
static void
draw_edges (MzPicture *self)
{
  MzLossPlot *plot = &self->plot;
  MzFrame frame = self->frame;
  MzShape *edge;
  double x, y;

  if (!self->loss->has_limit || !mz_loss_plot_shows (plot, (double)self->loss->limit))
    return;
  x = mz_mapping_place (&plot->x, (double)self->loss->limit);
  y = mz_mapping_place (
      &plot->y, self->loss->has_probability ? MAX (self->loss->probability, RAREST) : RAREST);
  edge = mz_scene_add_line (frame.scene, MZ_ROLE_DECORATION, x, plot->top, x, y, MZ_COLOUR_BAD,
                            MZ_LINE_MEDIUM);
  edge->dash = MZ_DASH_DASHED;
  mz_loss_plot_reserve (plot, edge);
  if (!self->loss->has_probability)
    return;
  edge = mz_scene_add_line (frame.scene, MZ_ROLE_DECORATION, x, y, plot->right, y, MZ_COLOUR_BAD,
                            MZ_LINE_MEDIUM);
  edge->dash = MZ_DASH_DASHED;
  mz_loss_plot_reserve (plot, edge);
}

static void
draw_curve (MzPicture *self, const MzLossScenario *scenario)
{
  MzManner manner =
      mz_chart_manner (self->request->analysis, mz_loss_chart_index (self->request, scenario));
  g_autofree char *tooltip = mz_loss_verdict_sentence (self->loss, scenario);
  MzShape *shape = mz_loss_plot_curve (&self->plot, scenario->curve, scenario->n_points, &manner,
                                       scenario == self->chosen ? MZ_LINE_STRONG : 1.75);

  if (shape == NULL)
    return;
  if (record_of (scenario) != NULL)
    mz_shape_set_record (shape, scenario->id);
  mz_shape_set_tooltip (shape, tooltip);
}

static void
draw_level (MzPicture *self, const MzLossScenario *scenario, MzLossLevel level)
{
  static const double chances[MZ_LOSS_N_LEVELS] = {0.5, 0.1, 0.05, 0.01};
  const MzLossPercentile *percentile = &scenario->levels[level];
  MzManner manner =
      mz_chart_manner (self->request->analysis, mz_loss_chart_index (self->request, scenario));
  g_autofree char *amount = mz_loss_chart_money (self->request, percentile->value);
  g_autofree char *low = mz_loss_chart_money (self->request, percentile->lower);
  g_autofree char *high = mz_loss_chart_money (self->request, percentile->upper);
  /* Translators: scenario; "One year in twenty", "P95", amount, its lower and upper limit. */
  g_autofree char *tooltip =
      g_strdup_printf (_ ("%s\n%s (%s): %s or more\n95 %% limits %s – %s"), scenario->name,
                       level_words (level), level_name (level), amount, low, high);
  MzShape *shape;

  if (!mz_loss_plot_shows (&self->plot, percentile->value))
    return;
  shape = mz_frame_marker (&self->frame, record_of (scenario) != NULL ? MZ_ROLE_MARK : MZ_ROLE_CELL,
                           &manner, mz_mapping_place (&self->plot.x, percentile->value),
                           mz_mapping_place (&self->plot.y, chances[level]),
                           scenario == self->chosen ? 9 : 7, FALSE);
  if (record_of (scenario) != NULL)
    mz_shape_set_record (shape, scenario->id);
  mz_shape_set_tooltip (shape, tooltip);
}

/* Numbers at the marks of doing nothing and of the chosen scenario; the bad year first, it matters most. */
static void
label_levels (MzPicture *self, const MzLossScenario *scenario)
{
  static const MzLossLevel order[] = {MZ_LOSS_P95, MZ_LOSS_P50, MZ_LOSS_P99, MZ_LOSS_P90};
  static const double chances[MZ_LOSS_N_LEVELS] = {0.5, 0.1, 0.05, 0.01};

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      double value = scenario->levels[order[i]].value;
      g_autofree char *amount = mz_loss_chart_money (self->request, value);
      g_autofree char *text = g_strdup_printf ("%s %s", level_name (order[i]), amount);
      MzShape *shape;

      if (!mz_loss_plot_shows (&self->plot, value))
        continue;
      shape = mz_loss_plot_label (&self->plot, text, mz_mapping_place (&self->plot.x, value),
                                  mz_mapping_place (&self->plot.y, chances[order[i]]),
                                  order[i] == MZ_LOSS_P95, MZ_COLOUR_INK);
      if (shape != NULL && record_of (scenario) != NULL)
        mz_shape_set_record (shape, scenario->id);
    }
}

static void
draw_curves (MzPicture *self)
{
  for (guint i = 0; i < self->loss->scenarios->len; i++)
    if (nth (self, i)->known && nth (self, i) != self->chosen)
      draw_curve (self, nth (self, i));
  draw_curve (self, self->chosen);
  for (guint i = 0; i < self->loss->scenarios->len; i++)
    for (guint level = 0; nth (self, i)->known && level < MZ_LOSS_N_LEVELS; level++)
      draw_level (self, nth (self, i), level);
  if (self->frame.width < 300 || self->frame.height < 180)
    return;
  label_levels (self, mz_loss_chart_baseline (self->request));
  if (!self->chosen->baseline)
    label_levels (self, self->chosen);
}

static const char *
verdict_words (MzLossVerdict verdict)
{
  switch (verdict)
    {
    case MZ_LOSS_WITHIN:
      return _ ("Within the limit");
    case MZ_LOSS_BEYOND:
      return _ ("Beyond the limit");
    case MZ_LOSS_NOT_JUDGED:
    default:
      return "–";
    }
}

static void
add_row (const MzPicture *self, MzTable *table, const MzLossScenario *scenario)
{
  double values[] = {scenario->mean,
                     scenario->levels[MZ_LOSS_P50].value,
                     scenario->levels[MZ_LOSS_P90].value,
                     scenario->levels[MZ_LOSS_P95].value,
                     scenario->levels[MZ_LOSS_P99].value,
                     scenario->levels[MZ_LOSS_P95].tail_mean};
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup (scenario->name));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ptr_array_add (cells, scenario->known ? mz_loss_chart_money (self->request, values[i])
                                            : g_strdup ("–"));
  g_ptr_array_add (cells, scenario->known && self->loss->has_limit
                              ? mz_loss_chart_percent (scenario->above_limit)
                              : g_strdup ("–"));
  g_ptr_array_add (
      cells, g_strdup (scenario->known ? verdict_words (scenario->verdict) : scenario->reason));
  g_ptr_array_add (cells, NULL);
  mz_table_take_row (table, record_of (scenario), (char **)g_ptr_array_free (cells, FALSE));
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  const char *amounts[] = {_ ("Mean"),
                           _ ("Every second year"),
                           _ ("One year in ten"),
                           _ ("One year in twenty"),
                           _ ("One year in a hundred"),
                           _ ("Mean of the worst 5 %")};
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Scenario")));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_ptr_array_add (headers, mz_chart_money_heading (amounts[i], self->request->unit));
  g_ptr_array_add (headers, g_strconcat ("#", _ ("Chance above the limit"), NULL));
  g_ptr_array_add (headers, g_strdup (_ ("Verdict")));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (guint i = 0; i < self->loss->scenarios->len; i++)
    add_row (self, table, nth (self, i));
  return table;
}

static MzScene *
draw (const MzChartRequest *request, const char *name, gboolean logarithmic)
{
  const char *title = _ ("Loss exceedance curve");
  MzPicture self = {.request = request, .loss = request->loss};
  g_autofree char *message = NULL;

  if (request->loss == NULL || !mz_loss_chart_baseline (request)->known)
    return mz_loss_chart_missing (request, name, title);
  self.chosen = mz_loss_chart_chosen (request);
  message = mz_loss_verdict_sentence (self.loss, self.chosen);
  self.frame = mz_frame_begin (request, name, title, message);
  begin (&self, logarithmic);
  draw_zone (&self);
  mz_loss_plot_axes (&self.plot);
  draw_edges (&self);
  name_zone (&self);
  draw_curves (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  mz_loss_plot_clear (&self.plot);
  return self.frame.scene;
}

MzScene *
mz_chart_loss_exceedance (const MzChartRequest *request)
{
  return draw (request, NAME, FALSE);
}

MzScene *
mz_chart_loss_exceedance_log (const MzChartRequest *request)
{
  return draw (request, NAME_LOG, TRUE);
}
