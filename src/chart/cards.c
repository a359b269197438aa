/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Cards, chips and strength bars, and what a context entry says on them. */

#include "config.h"

#include "cards-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Short words for chips; their order is that of the choices of the field `targets`, which a test compares. */
static const struct
{
  const char *code;
  const char *label;
} chips[] = {
    {"purpose", NC_ ("chip", "Purpose")},
    {"scope", NC_ ("chip", "Scope")},
    {"level", NC_ ("chip", "Level")},
    {"requirement", NC_ ("chip", "Demand")},
    {"threat", NC_ ("chip", "Threat")},
    {"vulnerability_organisational", NC_ ("chip", "Weak: org.")},
    {"vulnerability_human", NC_ ("chip", "Weak: people")},
    {"vulnerability_technical", NC_ ("chip", "Weak: tech.")},
    {"vulnerability_physical", NC_ ("chip", "Weak: site")},
    {"investment", NC_ ("chip", "Invest")},
    {"present_level", NC_ ("chip", "Present level")},
    {"capability", NC_ ("chip", "Capability")},
    {"measures", NC_ ("chip", "Measures")},
    {"continuity", NC_ ("chip", "Continuity")},
};

static const MzField *
field_of (MzRecord *record, const char *name)
{
  const MzKind *kind = mz_record_kind (record);

  return mz_kind_field (kind, mz_kind_find (kind, name));
}

static const char *
chip_label (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    if (g_str_equal (chips[i].code, code))
      return g_dpgettext2 (GETTEXT_PACKAGE, "chip", chips[i].label);
  return NULL;
}

GPtrArray *
mz_entry_targets (MzRecord *entry)
{
  GPtrArray *texts = g_ptr_array_new ();
  gint64 set = mz_record_integer (entry, "targets", 0);
  const MzChoice *choices = field_of (entry, "targets")->choices;

  for (guint i = 0; choices[i].code != NULL; i++)
    if ((set >> i) & 1)
      {
        const char *label = chip_label (choices[i].code);

        g_ptr_array_add (texts,
                         (gpointer)(label != NULL ? label : mz_translate (choices[i].label)));
      }
  return texts;
}

char *
mz_entry_targets_text (MzRecord *entry)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gint64 set = mz_record_integer (entry, "targets", 0);
  const MzChoice *choices = field_of (entry, "targets")->choices;

  for (guint i = 0; choices[i].code != NULL; i++)
    if ((set >> i) & 1)
      g_ptr_array_add (texts, (gpointer)mz_translate (choices[i].label));
  if (texts->len == 0 && mz_record_flag (entry, "no_effect"))
    g_ptr_array_add (texts, (gpointer)_ ("No effect"));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (C_ ("between the names of a list", ", "), (char **)texts->pdata);
}

gboolean
mz_entry_is_open (const MzAnalysis *analysis, MzRecord *entry)
{
  return analysis->levels.open_entries != NULL &&
         g_ptr_array_find (analysis->levels.open_entries, entry, NULL);
}

const char *
mz_entry_choice (MzRecord *record, const char *field)
{
  const MzField *definition = field_of (record, field);
  int place = mz_field_choice (definition, mz_record_text (record, field));

  return place >= 0 ? mz_translate (definition->choices[place].label) : "";
}

char *
mz_entry_level (MzRecord *record, const char *field)
{
  if (!mz_record_has (record, field))
    return g_strdup ("");
  return g_strdup_printf ("%d", (int)mz_record_integer (record, field, 0));
}

static void
add_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

char *
mz_entry_tooltip (const MzAnalysis *analysis, MzRecord *entry)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = mz_record_title (entry);
  g_autofree char *targets = mz_entry_targets_text (entry);
  int strength = (int)mz_record_integer (entry, "strength", 0);

  add_line (text, title);
  add_line (text, mz_record_text (entry, "text"));
  if (*targets != '\0')
    {
      /* Translators: what a context entry means for security, such as "Threat, Measures". */
      g_autofree char *line = g_strdup_printf (_ ("Bears on: %s"), targets);

      add_line (text, line);
    }
  if (strength > 0)
    {
      g_autofree char *line = g_strdup_printf (_ ("Strength %d of 5"), strength);

      add_line (text, line);
    }
  if (mz_entry_is_open (analysis, entry))
    add_line (text, _ ("Leads nowhere yet: say what it bears on, or that it has no effect."));
  if (mz_record_flag (entry, "no_effect"))
    add_line (text, mz_record_text (entry, "no_effect_reason"));
  return g_string_free (text, FALSE);
}

double
mz_draw_line (const MzDraw *draw, MzRole role, const char *text, double x, double y, double width,
              double size, MzWeight weight, MzAlign align, MzColour colour, const char *record)
{
  double needed = ceil (mz_text_width (draw->measurer, text, size, weight)) + 1;
  double taken = MIN (needed, width);
  double left = x;

  if (text == NULL || *text == '\0' || width < size)
    return 0;
  if (align == MZ_ALIGN_MIDDLE)
    left = x + (width - taken) / 2;
  else if (align == MZ_ALIGN_END)
    left = x + width - taken;
  MzShape *shape = mz_scene_add_text (draw->scene, draw->measurer, role, text, left, y, taken, 1,
                                      size, weight, align, colour);
  if (record != NULL)
    mz_shape_set_record (shape, record);
  return taken;
}

double
mz_chip_width (const MzDraw *draw, const char *text)
{
  return ceil (mz_text_width (draw->measurer, text, MZ_CARD_SMALL, MZ_WEIGHT_BOLD)) + 13;
}

double
mz_draw_chip (const MzDraw *draw, const char *text, double x, double y, MzColour fill,
              MzColour stroke, MzColour ink, const char *record)
{
  double width = mz_chip_width (draw, text);
  double line = mz_text_line_height (draw->measurer, MZ_CARD_SMALL);
  MzShape *pill = mz_scene_add_rectangle (draw->scene, MZ_ROLE_DECORATION, x, y, width,
                                          MZ_CHIP_HEIGHT, MZ_CHIP_HEIGHT / 2, fill);

  if (stroke != MZ_COLOUR_NONE)
    mz_shape_set_stroke (pill, stroke, 1, MZ_DASH_SOLID);
  mz_draw_line (draw, MZ_ROLE_LABEL, text, x, y + (MZ_CHIP_HEIGHT - line) / 2, width, MZ_CARD_SMALL,
                MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, ink, record);
  return width;
}

void
mz_draw_chips (const MzDraw *draw, GPtrArray *texts, double x, double y, double width,
               const char *record)
{
  double used = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autofree char *rest = g_strdup_printf ("+%u", texts->len - i);
      double reserve = i + 1 < texts->len ? mz_chip_width (draw, rest) + 4 : 0;
      double wide = mz_chip_width (draw, text);

      if (used + wide + reserve > width)
        {
          if (used + mz_chip_width (draw, rest) <= width)
            mz_draw_chip (draw, rest, x + used, y, MZ_COLOUR_WASH, MZ_COLOUR_HAIRLINE,
                          MZ_COLOUR_SECONDARY, record);
          return;
        }
      mz_draw_chip (draw, text, x + used, y, MZ_COLOUR_ACCENT_SOFT, MZ_COLOUR_NONE,
                    MZ_COLOUR_ACCENT, record);
      used += wide + 4;
    }
}

void
mz_draw_strength (const MzDraw *draw, int strength, double x, double y, const char *record)
{
  for (int i = 0; i < 5; i++)
    {
      MzShape *step = mz_scene_add_rectangle (draw->scene, MZ_ROLE_DECORATION, x + i * 9, y, 7,
                                              MZ_STRENGTH_HEIGHT, 2,
                                              i < strength ? MZ_COLOUR_ACCENT : MZ_COLOUR_HAIRLINE);

      mz_shape_set_record (step, record);
    }
}

void
mz_draw_badge (const MzDraw *draw, const char *text, double x, double y, double size,
               gboolean strong)
{
  double line = mz_text_line_height (draw->measurer, MZ_CARD_TEXT);

  mz_scene_add_ellipse (draw->scene, MZ_ROLE_DECORATION, x, y, size, size,
                        strong ? MZ_COLOUR_ACCENT : MZ_COLOUR_ACCENT_SOFT);
  mz_draw_line (draw, MZ_ROLE_TITLE, text, x, y + (size - line) / 2, size, MZ_CARD_TEXT,
                MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, strong ? MZ_COLOUR_ON_ACCENT : MZ_COLOUR_ACCENT,
                NULL);
}

MzShape *
mz_draw_card (const MzDraw *draw, const MzBox *box, const char *record, const char *tooltip)
{
  MzShape *card =
      mz_scene_add_rectangle (draw->scene, record != NULL ? MZ_ROLE_MARK : MZ_ROLE_DECORATION,
                              box->x, box->y, box->width, box->height, 8, MZ_COLOUR_PAPER);

  mz_shape_set_stroke (card, MZ_COLOUR_HAIRLINE, 1, MZ_DASH_SOLID);
  if (record != NULL)
    mz_shape_set_record (card, record);
  if (tooltip != NULL)
    mz_shape_set_tooltip (card, tooltip);
  return card;
}
