/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The foot of the situation sheet: possible damage by class, gravest first, with its low, likely and high amount. */

#include "config.h"

#include "situation-private.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define PAD 12.0
#define DAMAGE_ROW 20.0

typedef struct
{
  MzDraw draw;
  const MzChartRequest *request;
} MzSheet;

static double
line_height (const MzSheet *self, double size)
{
  return mz_text_line_height (self->draw.measurer, size);
}

static gboolean
is_assumed (const GPtrArray *classes)
{
  for (guint i = 0; i < classes->len; i++)
    {
      const MzDamageClass *class = g_ptr_array_index (classes, i);

      if (class->low.assumed || class->likely.assumed || class->high.assumed)
        return TRUE;
    }
  return FALSE;
}

/* The greatest high amount of all classes: what the bars are drawn against. */
static gint64
greatest_damage (const GPtrArray *classes)
{
  gint64 greatest = 0;

  for (guint i = 0; i < classes->len; i++)
    {
      const MzDamageClass *class = g_ptr_array_index (classes, i);

      if (class->high.known)
        greatest = MAX (greatest, class->high.yen);
      if (class->likely.known)
        greatest = MAX (greatest, class->likely.yen);
    }
  return greatest;
}

/* One class: its name, a bar from low to high with the likely amount as a tick, and the three amounts. */
static void
draw_class (const MzSheet *self, const MzDamageClass *class, gint64 greatest, double x, double y,
            double width)
{
  const MzMoneyUnit unit = self->request->unit;
  g_autofree char *low = mz_chart_figure (&class->low, unit);
  g_autofree char *likely = mz_chart_figure (&class->likely, unit);
  g_autofree char *high = mz_chart_figure (&class->high, unit);
  double line = line_height (self, MZ_CARD_TEXT);
  double top = y + (DAMAGE_ROW - line) / 2;
  double amounts = MIN (width * 0.52, 190);
  double each = (amounts - 8) / 3;
  double name = MIN (width - amounts - 4, width > 420 ? 190 : width);
  double bar_x = x + name + 8, bar_width = width - amounts - name - 16;
  double right = x + width;

  mz_draw_line (&self->draw, MZ_ROLE_LABEL, class->label, x, top, name - 4, MZ_CARD_TEXT,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK, NULL);
  if (bar_width > 40 && greatest > 0 && class->low.known && class->high.known)
    {
      double from = bar_width * ((double)class->low.yen / (double)greatest);
      double to = bar_width * ((double)class->high.yen / (double)greatest);

      mz_scene_add_line (self->draw.scene, MZ_ROLE_DECORATION, bar_x, y + DAMAGE_ROW / 2,
                         bar_x + bar_width, y + DAMAGE_ROW / 2, MZ_COLOUR_HAIRLINE, 1);
      mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION, bar_x + from,
                              y + DAMAGE_ROW / 2 - 3.5, MAX (to - from, 2), 7, 3.5,
                              MZ_COLOUR_BAND_3);
      if (class->likely.known)
        mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION,
                                bar_x + bar_width * ((double)class->likely.yen / (double)greatest) -
                                    1.5,
                                y + DAMAGE_ROW / 2 - 6, 3, 12, 1, MZ_COLOUR_BAND_4);
    }
  mz_draw_line (&self->draw, MZ_ROLE_LABEL, low, right - 3 * each - 8, top, each, MZ_CARD_TEXT,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY, NULL);
  mz_draw_line (&self->draw, MZ_ROLE_LABEL, likely, right - 2 * each - 4, top, each, MZ_CARD_TEXT,
                MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_INK, NULL);
  mz_draw_line (&self->draw, MZ_ROLE_LABEL, high, right - each, top, each, MZ_CARD_TEXT,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY, NULL);
}

static guint
damage_columns (double width)
{
  return width >= 560 ? 2 : 1;
}

double
mz_situation_damage_height (const MzChartRequest *request, double width)
{
  guint n = request->analysis->damage_classes->len;
  guint columns = damage_columns (width);

  if (n == 0)
    return 0;
  return mz_text_line_height (request->measurer, MZ_CARD_HEAD) + 14 +
         (n + columns - 1) / columns * DAMAGE_ROW + 8;
}

static int
compare_classes (gconstpointer a, gconstpointer b)
{
  const MzDamageClass *left = *(MzDamageClass *const *)a, *right = *(MzDamageClass *const *)b;
  gint64 first = left->likely.known ? left->likely.yen : -1;
  gint64 second = right->likely.known ? right->likely.yen : -1;

  return first < second ? 1 : first > second ? -1 : 0;
}

void
mz_situation_damage_draw (const MzDraw *draw, const MzChartRequest *request, const MzBox *box)
{
  const MzSheet sheet = {*draw, request}, *self = &sheet;
  g_autoptr (GPtrArray) classes = g_ptr_array_new ();
  const GPtrArray *all = self->request->analysis->damage_classes;
  guint columns = damage_columns (box->width);
  double head = line_height (self, MZ_CARD_HEAD) + 14;
  guint rows = (guint)MAX (0, floor ((box->height - head - 4) / DAMAGE_ROW));
  guint capacity = rows * columns;
  double width = (box->width - 2 * PAD - (columns - 1) * 28) / columns;
  g_autofree char *unit = mz_chart_unit_note (self->request->unit);
  g_autofree char *meaning =
      g_strdup_printf ("%s %s%s", _ ("low · likely · high"), unit,
                       is_assumed (all) ? _ ("  ※ illustrative assumption") : "");

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (classes, g_ptr_array_index (all, i));
  g_ptr_array_sort (classes, compare_classes);
  if (box->height < head + DAMAGE_ROW || capacity == 0)
    return;
  mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION, box->x, box->y, box->width,
                          box->height, 10, MZ_COLOUR_WASH);
  double taken = mz_draw_line (&self->draw, MZ_ROLE_TITLE, _ ("Possible damage"), box->x + PAD,
                               box->y + 7, box->width * 0.5, MZ_CARD_HEAD, MZ_WEIGHT_BOLD,
                               MZ_ALIGN_START, MZ_COLOUR_INK, NULL);
  mz_draw_line (&self->draw, MZ_ROLE_AXIS, meaning, box->x + PAD + taken + 12, box->y + 8,
                box->width - 2 * PAD - taken - 12, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_END,
                MZ_COLOUR_SECONDARY, NULL);
  guint shown = classes->len <= capacity ? classes->len : capacity - 1;
  guint per_column = (MIN (classes->len, capacity) + columns - 1) / columns;
  for (guint i = 0; i < MIN (classes->len, capacity); i++)
    {
      double x = box->x + PAD + (i / per_column) * (width + 28);
      double y = box->y + head + (i % per_column) * DAMAGE_ROW;

      if (i < shown)
        draw_class (self, g_ptr_array_index (classes, i), greatest_damage (all), x, y, width);
      else
        {
          g_autofree char *rest = g_strdup_printf (_ ("+%u more"), classes->len - shown);

          mz_draw_line (&self->draw, MZ_ROLE_LABEL, rest, x, y + 3, width, MZ_CARD_TEXT,
                        MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT, NULL);
        }
    }
}
