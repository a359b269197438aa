/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The CISO dashboard as one page for the management meeting (JNSA, CISO handbook talk, 2018): the worst light on top, under
 * it the four conditions, each with its indicators, their values by period, their limits and what they serve. */

#include "config.h"

#include "cards-private.h"
#include "score-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "dashboard"
#define GAP 12.0
#define PAD 10.0
#define TALL_ROW 38.0
#define SHORT_ROW 19.0
#define BANNER 34.0
#define NOTE 18.0
#define SPARK 76.0

typedef struct
{
  MzFrame frame;
  MzDraw draw;
  const MzChartRequest *request;
  MzDashboard *dashboard;
  const MzField *areas;
  const MzField *functions;
} MzPanels;

static char *
say_limits (MzRecord *indicator)
{
  g_autofree char *warning = mz_score_field (indicator, "warning");
  g_autofree char *alarm = mz_score_field (indicator, "alarm");

  /* TRANSLATORS: an arrow for the direction, and the two limits of an indicator. */
  return g_strdup_printf (_ ("%s warning %s, alarm %s"), mz_score_direction (indicator), warning,
                          alarm);
}

static char *
say_value (const MzDashboardItem *item)
{
  g_autofree char *number =
      item->latest != NULL ? mz_score_number (item->latest->value) : g_strdup ("–");

  return mz_score_with_unit (number, mz_record_text (item->record, "unit"));
}

/* The CSF functions that it serves, in words. */
static GPtrArray *
list_functions (const MzPanels *panels, MzRecord *indicator)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gint64 chosen = mz_record_integer (indicator, "functions", 0);

  for (guint i = 0; panels->functions->choices[i].code != NULL; i++)
    if ((chosen & (G_GINT64_CONSTANT (1) << i)) != 0)
      g_ptr_array_add (names, g_strdup (_ (panels->functions->choices[i].label)));
  return names;
}

static char *
join_functions (const MzPanels *panels, MzRecord *indicator)
{
  g_autoptr (GPtrArray) names = list_functions (panels, indicator);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" / ", (char **)names->pdata);
}

static char *
make_tooltip (const MzPanels *panels, const MzDashboardItem *item)
{
  g_autofree char *title = mz_record_title (item->record);
  g_autofree char *value = say_value (item);
  g_autofree char *limits = say_limits (item->record);
  g_autofree char *functions = join_functions (panels, item->record);
  GString *text = g_string_new (title);

  g_string_append_printf (text, "\n%s: %s\n%s", mz_score_indicator_light (item->light), value,
                          limits);
  if (item->latest != NULL)
    g_string_append_printf (text, "\n%s: %s", _ ("Period"), item->latest->period);
  if (item->previous != NULL)
    {
      g_autofree char *before = mz_score_number (item->previous->value);
      g_string_append_printf (text, "\n%s: %s", item->previous->period, before);
    }
  if (*functions != '\0')
    g_string_append_printf (text, "\n%s", functions);
  if (item->problem != NULL)
    g_string_append_printf (text, "\n%s", item->problem);
  return g_string_free (text, FALSE);
}

static void
draw_spark (const MzPanels *panels, const MzDashboardItem *item, const MzBox *box)
{
  MzSeries series = {.values = panels->dashboard->values,
                     .owner = item->record,
                     .x = box->x,
                     .y = box->y,
                     .width = box->width,
                     .height = box->height,
                     .last_colour = mz_score_light_colour (item->light)};

  if (item->latest == NULL)
    return;
  mz_series_add_level (&series, item->record, "warning", MZ_DASH_DOTTED, MZ_COLOUR_WATCH);
  mz_series_add_level (&series, item->record, "alarm", MZ_DASH_DASHED, MZ_COLOUR_BAD);
  mz_series_draw (&panels->frame, &series, mz_record_id (item->record));
}

/* Light, name and value on one line; limits, functions and the line of values where the row is tall. */
static void
draw_row (const MzPanels *panels, const MzDashboardItem *item, const MzBox *box)
{
  const MzFrame *frame = &panels->frame;
  const char *record = mz_record_id (item->record);
  g_autofree char *title = mz_record_title (item->record);
  g_autofree char *value = say_value (item);
  g_autofree char *tip = make_tooltip (panels, item);
  gboolean tall = box->height >= TALL_ROW - 0.5;
  double spark = box->width >= 210 ? CLAMP (box->width * 0.24, 50, SPARK * 2) : 0;
  double line = mz_frame_line_height (frame, MZ_CARD_TITLE);
  double y = box->y + (tall ? 4 : (box->height - line) / 2);
  double x = box->x + MZ_LIGHT_SIZE + 6;
  double own = MIN (mz_frame_text_width (frame, value, MZ_CARD_TITLE, MZ_WEIGHT_BOLD),
                    (box->width - MZ_LIGHT_SIZE - 6) * 0.45);
  double right = box->x + box->width - spark - (spark > 0 ? 10 : 0);
  MzShape *mark = mz_scene_add_rectangle (frame->scene, MZ_ROLE_MARK, box->x - 4, box->y,
                                          box->width + 8, box->height, 4, MZ_COLOUR_NONE);

  mz_shape_set_record (mark, record);
  mz_shape_set_tooltip (mark, tip);
  mz_score_draw_light (frame, item->light, box->x, y + (line - MZ_LIGHT_SIZE) / 2, MZ_LIGHT_SIZE,
                       record);
  mz_draw_line (&panels->draw, MZ_ROLE_LABEL, title, x, y, right - own - 8 - x, MZ_CARD_TITLE,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK, record);
  mz_draw_line (&panels->draw, MZ_ROLE_LABEL, value, right - own, y, own, MZ_CARD_TITLE,
                MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_INK, record);
  if (spark > 0)
    draw_spark (panels, item,
                &(MzBox){box->x + box->width - spark, box->y + 3, spark, box->height - 6});
  if (!tall)
    return;
  g_autofree char *limits = say_limits (item->record);
  g_autoptr (GPtrArray) functions = list_functions (panels, item->record);
  double below = y + line + 1;
  double wide = mz_frame_text_width (frame, limits, MZ_CARD_SMALL, MZ_WEIGHT_REGULAR);

  wide = MIN (wide, right - x);
  mz_draw_line (&panels->draw, MZ_ROLE_LABEL, limits, x, below, wide, MZ_CARD_SMALL,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY, record);
  if (right - x - wide - 10 > 30)
    mz_draw_chips (&panels->draw, functions, x + wide + 10, below, right - x - wide - 10, record);
}

static GPtrArray *
items_of (const MzPanels *panels, guint area)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < panels->dashboard->items->len; i++)
    if (mz_dashboard_item (panels->dashboard, i)->area == (MzDashboardArea)area)
      g_ptr_array_add (items, (gpointer)mz_dashboard_item (panels->dashboard, i));
  return items;
}

/* What belongs there, for a condition without indicators. */
static const char *
area_hint (guint area)
{
  static const char *const hints[MZ_DASHBOARD_N_AREAS] = {
      [MZ_DASHBOARD_ATTACK] = N_ ("Detections by anti-virus and intrusion detection"),
      [MZ_DASHBOARD_PROTECT] =
          N_ ("Share of protection, patches, versions and configuration that is in place"),
      [MZ_DASHBOARD_SUSPICIOUS] = N_ ("Findings of log analysis, insider events"),
      [MZ_DASHBOARD_INDIRECT] = N_ ("Leavers, lost devices, outside intelligence"),
  };

  return _ (hints[area]);
}

static double
draw_area_head (const MzPanels *panels, guint area, const MzBox *box)
{
  const MzFrame *frame = &panels->frame;
  MzLight light = panels->dashboard->state.areas[area];
  g_autofree char *number = g_strdup_printf ("%u", area + 1);
  const char *state = mz_score_indicator_light (light);
  double line = mz_frame_line_height (frame, MZ_CARD_HEAD);
  double height = MAX (line, 18), y = box->y + 8, middle = y + height / 2;
  double own = mz_frame_text_width (frame, state, MZ_CARD_TEXT, MZ_WEIGHT_BOLD);
  double right = box->x + box->width - PAD, x = box->x + PAD + 24;

  mz_draw_badge (&panels->draw, number, box->x + PAD, middle - 9, 18, light == MZ_LIGHT_RED);
  if (right - own - 18 - 8 - x < 60)
    own = 0;
  mz_frame_line_at (frame, MZ_ROLE_TITLE, _ (panels->areas->choices[area].label), x, middle,
                    right - own - 18 - 8 - x, MZ_CARD_HEAD, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                    MZ_COLOUR_INK);
  mz_score_draw_light (frame, light, right - own - (own > 0 ? 5 : 0) - 13, middle - 6.5, 13, NULL);
  if (own > 0)
    mz_frame_line_at (frame, MZ_ROLE_TITLE, state, right - own, middle, own, MZ_CARD_TEXT,
                      MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_INK);
  return y + height + 6;
}

static void
draw_area (const MzPanels *panels, guint area, const MzBox *box)
{
  const MzFrame *frame = &panels->frame;
  g_autoptr (GPtrArray) items = items_of (panels, area);
  MzShape *ground = mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, box->x, box->y,
                                            box->width, box->height, 10, MZ_COLOUR_WASH);
  if (panels->dashboard->state.areas[area] >= MZ_LIGHT_AMBER)
    mz_shape_set_stroke (ground, mz_score_light_colour (panels->dashboard->state.areas[area]),
                         MZ_LINE_MEDIUM, MZ_DASH_SOLID);
  double y = draw_area_head (panels, area, box);
  double room = box->y + box->height - 6 - y;
  guint shown = items->len;

  if (items->len == 0 && room > 16)
    mz_scene_add_text (frame->scene, panels->draw.measurer, MZ_ROLE_AXIS, area_hint (area),
                       box->x + PAD, y, box->width - 2 * PAD, (guint)MAX (1, floor (room / 16)),
                       MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  if (items->len == 0)
    return;
  if (items->len * SHORT_ROW > room)
    shown = (guint)MAX (0, floor ((room - 14) / SHORT_ROW));
  double height = shown > 0 ? MIN (room / shown, TALL_ROW * 1.8) : 0;
  if (shown < items->len)
    height = SHORT_ROW;
  for (guint i = 0; i < shown; i++)
    draw_row (panels, g_ptr_array_index (items, i),
              &(MzBox){box->x + PAD, y + i * height, box->width - 2 * PAD, height});
  if (shown < items->len && room - shown * height >= 12)
    {
      g_autofree char *rest = g_strdup_printf ("+%u", items->len - shown);

      mz_frame_line (frame, MZ_ROLE_AXIS, rest, box->x + PAD, y + shown * height,
                     box->width - 2 * PAD, MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                     MZ_COLOUR_SECONDARY);
    }
}

/* The state of all: the worst light, and which indicators show it. */
static double
draw_banner (const MzPanels *panels, const char *message)
{
  const MzFrame *frame = &panels->frame;
  MzLight light = panels->dashboard->state.state;
  const char *state = mz_score_indicator_light (light);
  double middle = frame->y + BANNER / 2, x = frame->x + PAD;
  double own = mz_frame_text_width (frame, state, MZ_SIZE_SECTION, MZ_WEIGHT_BOLD);
  double right = frame->x + frame->width - PAD;
  g_autofree char *period =
      panels->dashboard->period != NULL
          ? mz_period_text (panels->dashboard->period,
                            mz_period_rhythm (panels->request->analysis->model))
          : NULL;
  MzShape *ground = mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, frame->x, frame->y,
                                            frame->width, BANNER, 10, MZ_COLOUR_PAPER);

  mz_shape_set_stroke (ground, mz_score_light_colour (light), MZ_LINE_STRONG, MZ_DASH_SOLID);
  mz_score_draw_light (frame, light, x, middle - 8, 16, NULL);
  x += 16 + 8;
  own = MIN (own, right - x);
  mz_frame_line_at (frame, MZ_ROLE_TITLE, state, x, middle, own, MZ_SIZE_SECTION, MZ_WEIGHT_BOLD,
                    MZ_ALIGN_START, MZ_COLOUR_INK);
  x += own + 16;
  if (period != NULL)
    {
      double width = mz_frame_text_width (frame, period, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR);

      if (right - width > x)
        {
          mz_frame_line_at (frame, MZ_ROLE_TITLE, period, right - width, middle, width,
                            MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
          right -= width + 12;
        }
    }
  /* With a heading of its own the picture has said it already. */
  if (!panels->request->titled && right - x > 120)
    mz_frame_line_at (frame, MZ_ROLE_TITLE, message, x, middle, right - x, MZ_SIZE_CAPTION,
                      MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  return BANNER + GAP;
}

static void
draw_panels (MzPanels *panels, const char *message)
{
  MzFrame *frame = &panels->frame;
  gboolean noted = frame->height >= 320 && frame->width >= 400;
  double top = frame->y, bottom = frame->y + frame->height - (noted ? NOTE : 0);
  double gap = frame->width < 300 ? 4 : GAP;

  if (frame->height >= 200)
    top += draw_banner (panels, message);
  double width = (frame->width - gap) / 2, height = (bottom - top - gap) / 2;
  for (guint area = 0; area < MZ_DASHBOARD_N_AREAS; area++)
    draw_area (panels, area,
               &(MzBox){frame->x + (area % 2) * (width + gap), top + (area / 2) * (height + gap),
                        width, height});
  if (noted)
    mz_frame_line (frame, MZ_ROLE_AXIS,
                   _ ("Intrusion itself, attacks less blocked attacks, cannot be measured "
                      "directly. The state is the worst light; there is no weighted number."),
                   frame->x, bottom + 4, frame->width, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR,
                   MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
}

static MzTable *
make_table (const MzPanels *panels, const char *title)
{
  g_autofree char *value_heading = g_strdup_printf ("#%s", _ ("Value"));
  g_autofree char *before_heading = g_strdup_printf ("#%s", _ ("Value before"));
  g_autofree char *warning_heading = g_strdup_printf ("#%s", _ ("Warning limit"));
  g_autofree char *alarm_heading = g_strdup_printf ("#%s", _ ("Alarm limit"));
  const char *headers[] = {_ ("Condition"),
                           _ ("Indicator"),
                           _ ("State"),
                           _ ("Period"),
                           value_heading,
                           _ ("Unit"),
                           before_heading,
                           warning_heading,
                           alarm_heading,
                           _ ("CSF functions"),
                           NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint area = 0; area < MZ_DASHBOARD_N_AREAS; area++)
    {
      g_autoptr (GPtrArray) items = items_of (panels, area);

      for (guint i = 0; i < items->len; i++)
        {
          const MzDashboardItem *item = g_ptr_array_index (items, i);
          g_autofree char *name = mz_record_title (item->record);
          g_autofree char *value =
              item->latest != NULL ? mz_score_number (item->latest->value) : g_strdup ("–");
          g_autofree char *before =
              item->previous != NULL ? mz_score_number (item->previous->value) : g_strdup ("–");
          g_autofree char *warning = mz_score_field (item->record, "warning");
          g_autofree char *alarm = mz_score_field (item->record, "alarm");
          g_autofree char *functions = join_functions (panels, item->record);

          mz_table_add_row (
              table, mz_record_id (item->record), _ (panels->areas->choices[area].label), name,
              mz_score_indicator_light (item->light),
              item->latest != NULL ? item->latest->period : "", value,
              mz_record_text (item->record, "unit"), before, warning, alarm, functions);
        }
    }
  return table;
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzModel *model = request->analysis->model;
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), "indicator");
  MzPanels panels = {{NULL}, {NULL, request->measurer}, .request = request};
  const char *title = _ ("CISO dashboard");

  if (mz_model_count (model, "indicator") == 0)
    return mz_frame_message (request, NAME, title,
                             _ ("No indicator yet. Add what tells of attacks, of protection, of "
                                "suspected intrusion, and indirectly."));
  g_autofree char *message = mz_headline_dashboard (request->analysis);
  panels.areas = mz_kind_field (kind, (guint)mz_kind_find (kind, "area"));
  panels.functions = mz_kind_field (kind, (guint)mz_kind_find (kind, "functions"));
  panels.dashboard = mz_dashboard_new (model);
  panels.frame = mz_frame_begin (request, NAME, title, message);
  panels.draw.scene = panels.frame.scene;
  draw_panels (&panels, message);
  mz_scene_set_table (panels.frame.scene, make_table (&panels, title));
  mz_dashboard_free (panels.dashboard);
  return panels.frame.scene;
}

MzScene *
mz_chart_dashboard (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
