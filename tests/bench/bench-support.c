/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Models and pictures of any size. */

#include "config.h"

#include "bench-support.h"

#include <math.h>
#include <stdlib.h>

#include "mezasu/text-measure.h"

#define SIDE 1000.0
#define CELL (SIDE / 5)
#define MARK 14.0

/* Spreads a counter over 0 … @of: the fractional parts of multiples of the golden ratio. */
static double
spread (guint index, double of)
{
  double x = index * 0.6180339887498949;
  return (x - floor (x)) * of;
}

static const char *
add (MzEdit *edit, const char *kind, const char *id)
{
  return mz_edit_insert (edit, mz_schema_kind (mz_schema_default (), kind), id);
}

static void
set_text (MzEdit *edit, const char *kind, const char *id, const char *field, const char *text)
{
  mz_edit_set_text (edit, mz_schema_kind (mz_schema_default (), kind), id, field, text);
}

static void
set_number (MzEdit *edit, const char *kind, const char *id, const char *field, gint64 number)
{
  mz_edit_set_integer (edit, mz_schema_kind (mz_schema_default (), kind), id, field, number);
}

static char *
id_of (const char *kind, guint index)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, index);
  return mz_id_derive (name);
}

static const char *
add_entry (MzEdit *edit, const char *kind, guint index)
{
  g_autofree char *own = id_of (kind, index);
  g_autofree char *title = g_strdup_printf ("Entry number %u of the register", index);
  const char *id = add (edit, kind, own);
  set_text (edit, kind, id, "title", title);
  return id;
}

static const char *
add_risk (MzEdit *edit, guint index)
{
  g_autofree char *code = g_strdup_printf ("R-%05u", index);
  const char *id = add_entry (edit, "risk", index);
  set_text (edit, "risk", id, "code", code);
  set_number (edit, "risk", id, "likelihood", 1 + (gint64)spread (index, 5));
  set_number (edit, "risk", id, "impact", 1 + (gint64)spread (index * 7, 5));
  return id;
}

static MzModel *
take (MzEdit *edit)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  g_autoptr (GError) error = NULL;
  if (!mz_model_edit (model, edit, &error))
    g_error ("%s", error->message);
  return model;
}

MzModel *
bench_model (guint n)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cause = id_of ("context", i / 4), *result = id_of ("risk", i / 4);
      const char *id;
      switch (i % 4)
        {
        case 0:
          id = add_entry (edit, "context", i / 4);
          set_text (edit, "context", id, "text",
                    "What was found, by whom and when, and why it bears on security.");
          break;
        case 1:
          id = add_entry (edit, "aspect", i / 4);
          set_text (edit, "aspect", id, "note",
                    "Where the company stands and where it wants to be.");
          break;
        case 2:
          add_risk (edit, i / 4);
          break;
        default:
          id = add (edit, "link", NULL);
          set_text (edit, "link", id, "cause", cause);
          set_text (edit, "link", id, "result", result);
          break;
        }
    }
  return take (edit);
}

static void
add_damage (MzEdit *edit, guint index, const char *risk)
{
  const char *damage = add_entry (edit, "damage", index);
  set_text (edit, "damage", damage, "method", "amounts");
  set_number (edit, "damage", damage, "likely", 1000000 + 10000 * (gint64)index);
  mz_edit_link (edit, mz_schema_default (), damage, risk);
}

MzModel *
bench_risks (guint n)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const char *option = add_entry (edit, "option", 0), *scenario = add_entry (edit, "scenario", 0);
  const char *step = add_entry (edit, "step", 0), *chosen = add (edit, "scenario_option", NULL);
  set_text (edit, "step", step, "option", option);
  set_text (edit, "scenario_option", chosen, "scenario", scenario);
  set_text (edit, "scenario_option", chosen, "option", option);
  for (guint i = 0; i < n; i++)
    {
      const char *risk = add_risk (edit, i);
      add_damage (edit, i, risk);
      if (i % 2 == 0)
        continue;
      const char *effect = add (edit, "effect", NULL);
      set_text (edit, "effect", effect, "step", step);
      set_text (edit, "effect", effect, "risk", risk);
      set_number (edit, "effect", effect, "likelihood", 1);
    }
  return take (edit);
}

static void
add_cell (MzScene *scene, guint column, guint row)
{
  MzColour colour = MZ_COLOUR_BAND_1 + MIN ((column + row) / 2, 3);
  MzShape *cell = mz_scene_add_rectangle (scene, MZ_ROLE_CELL, column * CELL, row * CELL, CELL,
                                          CELL, 0, colour);
  mz_shape_set_stroke (cell, MZ_COLOUR_HAIRLINE, 1, MZ_DASH_SOLID);
}

MzScene *
bench_marks (guint n, gboolean numbered)
{
  MzScene *scene = mz_scene_new ("heat-map", "Heat map", SIDE, SIDE);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  for (guint i = 0; i < 25; i++)
    add_cell (scene, i % 5, i / 5);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      double x = spread (i, SIDE - MARK), y = spread (7 * i + i / 97, SIDE - MARK);
      MzShape *mark = mz_scene_add_ellipse (scene, MZ_ROLE_MARK, x, y, MARK, MARK, MZ_COLOUR_PAPER);
      mz_shape_set_stroke (mark, MZ_COLOUR_INK, 1, MZ_DASH_SOLID);
      if (numbered)
        mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, number, x, y + 3, MARK, 1, 5.5,
                           MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_INK);
    }
  return scene;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *)a, right = *(const double *)b;
  return left < right ? -1 : left > right;
}

double
bench_median (double *figures, guint n)
{
  qsort (figures, n, sizeof *figures, compare);
  return figures[n / 2];
}
