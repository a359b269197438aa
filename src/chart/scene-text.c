/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A scene as text, for golden files, and the search for texts that lie over each other. */

#include "config.h"

#include "mezasu/scene.h"

static const char *const colour_names[MZ_N_COLOURS] = {
  "none",    "paper",   "ink",      "secondary", "hairline",  "wash",      "accent",    "accent-soft", "on-accent",
  "band-1",  "band-2",  "band-3",   "band-4",    "on-band-1", "on-band-2", "on-band-3", "on-band-4",   "scenario-0",
  "scenario-1", "scenario-2", "scenario-3", "scenario-4", "good", "watch", "bad", "no-data",
};
static const char *const role_names[] = { "decoration", "axis", "label", "title", "cell", "mark", "link" };
static const char *const type_names[] = { "rectangle", "ellipse", "path", "text" };
static const char *const dash_names[] = { "solid", "dashed", "dotted", "dash-dot" };

static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (buffer, sizeof buffer, "%.1f", number);
  g_string_append_printf (text, " %s", g_str_equal (buffer, "-0.0") ? "0.0" : buffer);
}

static void
append_path (GString *text, GArray *steps)
{
  g_string_append (text, " d=");
  for (guint i = 0; i < steps->len; i++)
    {
      const MzPathStep *step = &g_array_index (steps, MzPathStep, i);
      g_string_append_c (text, "MLCZ"[step->op]);
      if (step->op == MZ_PATH_CURVE)
        {
          append_number (text, step->x1);
          append_number (text, step->y1);
          append_number (text, step->x2);
          append_number (text, step->y2);
        }
      if (step->op != MZ_PATH_CLOSE)
        {
          append_number (text, step->x);
          append_number (text, step->y);
        }
    }
}

static void
append_shape (GString *text, const MzShape *shape)
{
  g_string_append_printf (text, "%s %s", type_names[shape->type], role_names[shape->role]);
  append_number (text, shape->x);
  append_number (text, shape->y);
  append_number (text, shape->width);
  append_number (text, shape->height);
  if (shape->fill != MZ_COLOUR_NONE)
    g_string_append_printf (text, " fill=%s", colour_names[shape->fill]);
  if (shape->stroke != MZ_COLOUR_NONE)
    {
      g_string_append_printf (text, " stroke=%s,%s", colour_names[shape->stroke], dash_names[shape->dash]);
      append_number (text, shape->line_width);
    }
  if (shape->radius > 0)
    append_number (text, shape->radius);
  if (shape->steps != NULL)
    append_path (text, shape->steps);
  if (shape->lines != NULL)
    {
      g_autofree char *joined = g_strjoinv ("/", shape->lines);
      g_string_append_printf (text, " size=%g%s align=%d “%s”", shape->size,
                              shape->weight == MZ_WEIGHT_BOLD ? ",bold" : "", shape->align, joined);
    }
  if (shape->record != NULL)
    g_string_append_printf (text, " record=%s", shape->record);
  g_string_append_c (text, '\n');
}

char *
mz_scene_to_text (const MzScene *self)
{
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "scene %s %.1f %.1f\n%s\n", mz_scene_name (self), mz_scene_width (self),
                          mz_scene_height (self), mz_scene_description (self));
  for (guint i = 0; i < mz_scene_n_shapes (self); i++)
    append_shape (text, mz_scene_shape (self, i));
  if (mz_scene_table (self) != NULL)
    {
      g_autofree char *table = mz_table_to_tsv (mz_scene_table (self));
      g_string_append (text, table);
    }
  return g_string_free (text, FALSE);
}

/* The box that the letters fill: the widest line, not the whole box that they were given. */
static gboolean
overlap (const MzShape *a, const MzShape *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 1 &&
         MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 1;
}

GPtrArray *
mz_scene_overlaps (const MzScene *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < mz_scene_n_shapes (self); i++)
    {
      const MzShape *shape = mz_scene_shape (self, i);
      if (shape->type != MZ_SHAPE_TEXT || shape->lines == NULL || shape->lines[0] == NULL)
        continue;
      if (shape->x < -1 || shape->y < -1 || shape->x + shape->width > mz_scene_width (self) + 1 ||
          shape->y + shape->height > mz_scene_height (self) + 1)
        g_ptr_array_add (found, g_strdup_printf ("“%s” leaves the scene", shape->lines[0]));
      for (guint j = 0; j < texts->len; j++)
        {
          const MzShape *other = g_ptr_array_index (texts, j);
          if (overlap (shape, other))
            g_ptr_array_add (found, g_strdup_printf ("“%s” lies over “%s”", shape->lines[0], other->lines[0]));
        }
      g_ptr_array_add (texts, (gpointer) shape);
    }
  return found;
}
