/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Texts in lines: where they break, how they are shortened, and what happens to nasty ones. */

#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "font-private.h"
#include "mezasu/text-measure.h"

#define SIZE 10.0

/* The lines of @text, joined by |. */
static char *
lines_of (MzTextMeasurer *measurer, const char *text, double width, guint max_lines,
          gboolean *shortened)
{
  g_autoptr (MzScene) scene = mz_scene_new ("lines", "Lines", 1000, 1000);
  const MzShape *shape =
      mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, text, 0, 0, width, max_lines, SIZE,
                         MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);

  if (shortened != NULL)
    *shortened = shape->shortened;
  g_assert_cmpfloat (shape->width, <=, MAX (width, SIZE) + 0.01);
  g_assert_cmpfloat_with_epsilon (
      shape->height, mz_text_height (measurer, text, width, max_lines, SIZE, MZ_WEIGHT_REGULAR),
      0.001);
  g_assert_cmpfloat_with_epsilon (
      shape->height, g_strv_length (shape->lines) * mz_text_line_height (measurer, SIZE), 0.001);
  if (shape->shortened)
    g_assert_cmpstr (shape->tooltip, ==, text);
  return g_strjoinv ("|", shape->lines);
}

static void
test_breaks (void)
{
  /* By the fixed measurer a Latin letter is 5.5 wide, a Japanese one 10. The expected breaks are those of UAX #14 and of
   * JIS X 4051: no line begins with 、 。 」 or a small kana, none ends with 「. */
  static const struct
  {
    const char *text;
    double width;
    guint lines;
    const char *expected;
    gboolean shortened;
  } cases[] = {
      {"", 100, 2, "", FALSE},
      {"one two", 100, 1, "one two", FALSE},
      {"one two three", 45, 9, "one two|three", FALSE},
      {"one two three", 45, 1, "one two…", TRUE},
      {"one\ntwo", 100, 2, "one|two", FALSE},
      {"one\ntwo", 100, 1, "one…", TRUE},
      {"日本語の文", 30, 9, "日本語|の文", FALSE},
      {"日本語。文字", 30, 9, "日本|語。文|字", FALSE},
      {"あいしょう", 30, 9, "あい|しょう", FALSE},
      {"日本「語」", 30, 9, "日本|「語」", FALSE},
      {"abcdefghij", 30, 9, "abcde|fghij", FALSE},
      {"日本語の長い文です", 40, 2, "日本語の|長い文…", TRUE},
  };
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean shortened;
      g_autofree char *lines =
          lines_of (measurer, cases[i].text, cases[i].width, cases[i].lines, &shortened);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (lines, ==, cases[i].expected);
      g_assert_cmpint (shortened, ==, cases[i].shortened);
    }
}

/* No measurer and no text may bring forth what cannot be drawn. */
static void
check_harmless (const char *text)
{
  MzTextMeasurer *measurers[] = {mz_text_measurer_new_fixed (), mz_text_measurer_new_pango (NULL)};
  static const double widths[] = {0, 3, 40, 400};

  for (guint m = 0; m < G_N_ELEMENTS (measurers); m++)
    {
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        for (guint n = 1; n <= 3; n++)
          {
            g_autofree char *lines = lines_of (measurers[m], text, widths[w], n, NULL);

            g_assert_true (g_utf8_validate (lines, -1, NULL));
            for (const char *p = lines; *p != '\0'; p = g_utf8_next_char (p))
              {
                gunichar c = g_utf8_get_char (p);

                g_assert_cmpuint (c, >=, 0x20);
                g_assert_false (c == 0xfffe || c == 0xffff || (c >= 0x202a && c <= 0x202e) ||
                                (c >= 0x2066 && c <= 0x2069) || (c >= 0x7f && c < 0xa0));
              }
          }
      mz_text_measurer_free (measurers[m]);
    }
}

static void
test_nasty (void)
{
  static const char *const texts[] = {
      "\x01\x02 bell\x07 escape\x1b[31m",
      "<b>bold</b> &amp; <span font='100'>x</span>",
      "right \xe2\x80\xae to left \xe2\x81\xa6 isolate",
      "\xed\xa0\x80 lone surrogate",
      "\xff\xfe not UTF-8 \xc3",
      "\xef\xbf\xbe\xef\xbf\xbf non-characters",
      "tab\tand\rreturn\r\nlines\xe2\x80\xa8more\xe2\x80\xa9",
      "עברית and العربية mixed 123",
      "👨‍👩‍👧‍👦👨‍👩‍👧‍👦 é́́́́",
      "%s%n%d",
      "\n\n\n\n",
      "     ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("text %u", i);
      /* What is shown of an invalid text is its valid rest; its tooltip is compared in lines_of() as it was given. */
      check_harmless (texts[i]);
    }
}

static void
test_long (void)
{
  static const char *const pieces[] = {"あ", "word ", "x", "\xcc\x81", "\n", "。"};

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *text = g_string_new ("start");

      for (guint j = 0; j < 100000; j++)
        g_string_append (text, pieces[i]);
      check_harmless (text->str);
      {
        g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
        gboolean shortened;
        g_autofree char *lines = lines_of (measurer, text->str, 200, 3, &shortened);

        g_assert_cmpuint (strlen (lines), <, 10000);
        /* Line feeds at the end are nothing that could be missed. */
        g_assert_true (shortened || g_str_equal (pieces[i], "\n"));
      }
      g_string_free (text, TRUE);
    }
}

static void
test_align (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  static const double lefts[] = {20, 59, 98};

  /* Four letters are 22 wide in a box from 20 to 120. */
  for (guint align = MZ_ALIGN_START; align <= MZ_ALIGN_END; align++)
    {
      g_autoptr (MzScene) scene = mz_scene_new ("align", "Align", 200, 100);
      const MzShape *shape = mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, "four", 20, 0, 100,
                                                1, SIZE, MZ_WEIGHT_REGULAR, align, MZ_COLOUR_INK);

      g_assert_cmpfloat_with_epsilon (shape->x, lefts[align], 0.01);
      g_assert_cmpfloat_with_epsilon (shape->width, 22, 0.01);
    }
}

static void
test_glyphs (void)
{
  PangoContext *context = mz_font_context_new ();
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  static const MzWeight weights[] = {MZ_WEIGHT_REGULAR, MZ_WEIGHT_BOLD};

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      PangoFontDescription *description = mz_font_description_new (NULL, 12, weights[i]);

      pango_layout_set_font_description (layout, description);
      pango_font_description_free (description);
      pango_layout_set_text (
          layout, "目指す姿と現状の差異、改善策①②③（△1億2,000万円）※●○×◎→▲〜・…「」", -1);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
    }
  g_object_unref (context);
}

static void
test_pango_width (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  double one = mz_text_width (measurer, "国", 20, MZ_WEIGHT_REGULAR);

  /* A Japanese letter is as wide as its size, whatever the face; widths add up and grow in proportion. */
  g_assert_cmpfloat_with_epsilon (one, 20, 0.5);
  g_assert_cmpfloat_with_epsilon (mz_text_width (measurer, "国国国", 20, MZ_WEIGHT_REGULAR),
                                  3 * one, 0.1);
  g_assert_cmpfloat_with_epsilon (mz_text_width (measurer, "国", 40, MZ_WEIGHT_REGULAR), 2 * one,
                                  0.2);
  g_assert_cmpfloat (mz_text_width (measurer, "", 20, MZ_WEIGHT_REGULAR), ==, 0);
  g_assert_cmpfloat (mz_text_width (measurer, NULL, 20, MZ_WEIGHT_REGULAR), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/text/breaks", test_breaks);
  g_test_add_func ("/chart/text/nasty", test_nasty);
  g_test_add_func ("/chart/text/long", test_long);
  g_test_add_func ("/chart/text/align", test_align);
  g_test_add_func ("/chart/text/glyphs", test_glyphs);
  g_test_add_func ("/chart/text/pango-width", test_pango_width);
  return g_test_run ();
}
