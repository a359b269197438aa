/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Painters and palettes: sizes, validity, that something was drawn, that text can be selected; never bytes, since cairo
 * does not promise equal pixels between versions. */

#include "config.h"

#include <math.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mezasu/paint.h"
#include "mezasu/text-measure.h"

#define WORDS "目指す姿 Goal <&> 1"

static MzScene *
make_scene (double width, double height)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  const MzPathStep steps[] = {{.op = MZ_PATH_MOVE, .x = 10, .y = 80},
                              {MZ_PATH_CURVE, 30, 60, 60, 100, 90, 80},
                              {.op = MZ_PATH_LINE, .x = 90, .y = 95},
                              {.op = MZ_PATH_CLOSE}};
  MzScene *scene = mz_scene_new ("sample", "Sample <&>", width, height);

  mz_shape_set_tooltip (
      mz_scene_add_rectangle (scene, MZ_ROLE_CELL, 5, 5, 60, 30, 6, MZ_COLOUR_BAND_4),
      "a <&> \x01 b");
  mz_shape_set_stroke (mz_scene_add_ellipse (scene, MZ_ROLE_MARK, 70, 10, 20, 20, MZ_COLOUR_PAPER),
                       MZ_COLOUR_ACCENT, 2, MZ_DASH_DOTTED);
  mz_scene_add_path (scene, MZ_ROLE_LINK, steps, G_N_ELEMENTS (steps), MZ_COLOUR_WATCH,
                     MZ_COLOUR_INK, 1);
  mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, WORDS, 5, 40, 190, 2, 12, MZ_WEIGHT_BOLD,
                     MZ_ALIGN_MIDDLE, MZ_COLOUR_INK);
  return scene;
}

static GBytes *
render (const MzScene *scene, MzImageFormat format, double scale)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mz_scene_render (scene, MZ_THEME_LIGHT, format, scale, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png (void)
{
  g_autoptr (MzScene) scene = make_scene (200, 100);
  g_autoptr (GBytes) bytes = render (scene, MZ_IMAGE_PNG, 1.5);
  Reader reader;
  cairo_surface_t *image;
  guint32 paper, band;

  reader.data = g_bytes_get_data (bytes, &reader.left);
  image = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 300);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 150);
  const guint8 *pixels = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  memcpy (&paper, pixels + 148 * stride + 298 * 4, 4);
  memcpy (&band, pixels + 30 * stride + 50 * 4, 4);
  g_assert_cmphex (paper & 0xffffff, ==, 0xffffff);
  g_assert_cmphex (band & 0xffffff, ==, 0xb93a2b);
  cairo_surface_destroy (image);
}

static void
count_text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
               GError **error)
{
  if (strcmp (g_markup_parse_context_get_element (context), "text") == 0)
    g_string_append_len (data, text, (gssize)length);
}

static void
test_svg (void)
{
  g_autoptr (MzScene) scene = make_scene (200, 100);
  g_autoptr (GBytes) bytes = render (scene, MZ_IMAGE_SVG, 1),
                     again = render (scene, MZ_IMAGE_SVG, 3);
  g_autoptr (GError) error = NULL;
  const GMarkupParser parser = {.text = count_text_cb};
  GString *texts = g_string_new (NULL);
  gsize length;
  const char *svg = g_bytes_get_data (bytes, &length);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, texts, NULL);

  g_assert_true (g_utf8_validate (svg, (gssize)length, NULL));
  g_assert_null (memchr (svg, 1, length));
  g_markup_parse_context_parse (context, svg, (gssize)length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_cmpstr (texts->str, ==, WORDS);
  g_string_free (texts, TRUE);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_pdf (void)
{
  g_autoptr (MzScene) scene = make_scene (200, 100);
  g_autoptr (GBytes) bytes = render (scene, MZ_IMAGE_PDF, 1),
                     again = render (scene, MZ_IMAGE_PDF, 1);
  gsize length;
  const char *pdf = g_bytes_get_data (bytes, &length);
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  g_assert_cmpuint (length, >, 500);
  g_assert_cmpint (memcmp (pdf, "%PDF-", 5), ==, 0);
  g_assert_nonnull (g_strstr_len (pdf + length - 16, 16, "%%EOF"));
  /* Nothing in the file tells when it was made. */
  g_assert_true (g_bytes_equal (bytes, again));
  if (program == NULL)
    return;
  g_autofree char *folder = g_dir_make_tmp ("mezasu-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.pdf", NULL);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char dash[] = "-", *arguments[] = {program, path, dash, NULL};
  g_file_set_contents (path, pdf, (gssize)length, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (output, "目指す姿"));
  g_assert_nonnull (strstr (output, "Goal <&> 1"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  static const struct
  {
    double width, height, scale;
  } cases[] = {{40000, 100, 1},  {100, 40000, 1}, {15000, 15000, 1},
               {200, 100, 1000}, {0, 100, 1},     {200, 100, 0},
               {200, 100, -1},   {200, 100, NAN}, {200, 100, INFINITY}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzScene) scene = make_scene (cases[i].width, cases[i].height);
      g_autoptr (GError) error = NULL;

      g_assert_null (mz_scene_render (scene, MZ_THEME_LIGHT, MZ_IMAGE_PNG, cases[i].scale, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
    }
}

static void
test_names (void)
{
  MzImageFormat format;
  MzTheme theme;

  g_assert_true (mz_image_format_from_name ("a.b.PDF", &format) && format == MZ_IMAGE_PDF);
  g_assert_true (mz_image_format_from_name ("svg", &format) && format == MZ_IMAGE_SVG);
  g_assert_false (mz_image_format_from_name ("png.txt", &format));
  g_assert_false (mz_image_format_from_name ("", &format));
  g_assert_true (mz_theme_from_name ("high-contrast", &theme) && theme == MZ_THEME_HIGH_CONTRAST);
  g_assert_false (mz_theme_from_name ("Light", &theme));
}

/* Relative luminance and contrast by the Web Content Accessibility Guidelines 2.1. */
static double
linear (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (MzTheme theme, MzColour colour)
{
  MzRgba c = mz_palette_colour (theme, colour);

  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

static double
contrast (MzTheme theme, MzColour a, MzColour b)
{
  double x = luminance (theme, a), y = luminance (theme, b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
test_palettes (void)
{
  static const struct
  {
    MzColour ink, ground;
    double least;
  } pairs[] = {
      {MZ_COLOUR_INK, MZ_COLOUR_PAPER, 7},
      {MZ_COLOUR_SECONDARY, MZ_COLOUR_PAPER, 4.5},
      {MZ_COLOUR_INK, MZ_COLOUR_WASH, 7},
      {MZ_COLOUR_SECONDARY, MZ_COLOUR_WASH, 4.5},
      {MZ_COLOUR_ACCENT, MZ_COLOUR_PAPER, 4.5},
      {MZ_COLOUR_ACCENT, MZ_COLOUR_ACCENT_SOFT, 4.5},
      {MZ_COLOUR_ON_ACCENT, MZ_COLOUR_ACCENT, 4.5},
      {MZ_COLOUR_ON_BAND_1, MZ_COLOUR_BAND_1, 4.5},
      {MZ_COLOUR_ON_BAND_2, MZ_COLOUR_BAND_2, 4.5},
      {MZ_COLOUR_ON_BAND_3, MZ_COLOUR_BAND_3, 4.5},
      {MZ_COLOUR_ON_BAND_4, MZ_COLOUR_BAND_4, 4.5},
      {MZ_COLOUR_BAD, MZ_COLOUR_PAPER, 4.5},
      /* Lines and marks need less than letters. */
      {MZ_COLOUR_SCENARIO_0, MZ_COLOUR_PAPER, 3},
      {MZ_COLOUR_SCENARIO_1, MZ_COLOUR_PAPER, 3},
      {MZ_COLOUR_SCENARIO_2, MZ_COLOUR_PAPER, 3},
      {MZ_COLOUR_SCENARIO_3, MZ_COLOUR_PAPER, 3},
      {MZ_COLOUR_SCENARIO_4, MZ_COLOUR_PAPER, 3},
      {MZ_COLOUR_GOOD, MZ_COLOUR_PAPER, 3},
  };

  for (guint theme = MZ_THEME_LIGHT; theme <= MZ_THEME_HIGH_CONTRAST; theme++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          g_test_message ("theme %u, pair %u: %.2f", theme, i,
                          contrast (theme, pairs[i].ink, pairs[i].ground));
          g_assert_cmpfloat (contrast (theme, pairs[i].ink, pairs[i].ground), >=, pairs[i].least);
        }
      /* The bands go one way in lightness, so that their order survives a grey copy. */
      for (guint band = MZ_COLOUR_BAND_1; band < MZ_COLOUR_BAND_4; band++)
        {
          double step = luminance (theme, band + 1) - luminance (theme, band);

          g_assert_cmpfloat (theme == MZ_THEME_DARK ? step : -step, >, 0.02);
        }
      g_assert_cmpfloat (mz_palette_colour (theme, MZ_COLOUR_NONE).alpha, ==, 0);
    }
}

/* Marks in rows at uneven places, @step apart; @from … @to of them. */
static MzScene *
make_marks (guint from, guint to, double step)
{
  MzScene *scene = mz_scene_new ("marks", "Marks", 400, 400);
  for (guint i = from; i < to; i++)
    mz_shape_set_stroke (mz_scene_add_ellipse (scene, MZ_ROLE_MARK, 5 + 13.37 * (i % 28),
                                               5 + step * (i / 28), 11, 11, MZ_COLOUR_BAND_2),
                         MZ_COLOUR_INK, 1.5, MZ_DASH_SOLID);
  return scene;
}

static void
paint_marks (cairo_surface_t *surface, guint from, guint to, double step)
{
  g_autoptr (MzScene) scene = make_marks (from, to, step);
  cairo_t *cr = cairo_create (surface);
  mz_scene_paint (scene, cr, MZ_THEME_LIGHT, NULL, NULL);
  cairo_destroy (cr);
}

/* Six hundred marks are stamped; painted in two halves they are drawn one by one. Both must look alike: no pixel may be
 * another colour, and edges may differ by an eighth of a pixel at most. */
static void
test_stamps (void)
{
  cairo_surface_t *stamped = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  guint64 sum = 0, ink = 0;
  int most = 0;

  paint_marks (stamped, 0, 600, 15.61);
  paint_marks (drawn, 0, 300, 15.61);
  paint_marks (drawn, 300, 600, 15.61);
  cairo_surface_flush (stamped);
  cairo_surface_flush (drawn);
  const guint8 *a = cairo_image_surface_get_data (stamped);
  const guint8 *b = cairo_image_surface_get_data (drawn);
  for (int i = 0; i < cairo_image_surface_get_stride (drawn) * 400; i++)
    {
      most = MAX (most, ABS (a[i] - b[i]));
      sum += (guint64)ABS (a[i] - b[i]);
      ink += b[i];
    }
  g_assert_cmpuint (ink, >, 0);
  /* An edge that lies an eighth of a pixel elsewhere along each axis covers at most a fifth more or less of a pixel; a
   * line has two. */
  g_assert_cmpint (most, <=, 255 * 2 / 5);
  g_assert_cmpuint (sum, <, ink / 20);
  cairo_surface_destroy (stamped);
  cairo_surface_destroy (drawn);
}

/* The file as an independent reader draws it: 400 × 400 pixels of three bytes, or NULL where there is no reader. */
static char *
read_picture (GBytes *pdf, const guint8 **pixels)
{
  g_autofree char *tool = g_find_program_in_path ("pdftoppm");
  g_autofree char *folder = g_dir_make_tmp ("mezasu-paint-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "marks.pdf", NULL);
  g_autofree char *out = g_build_filename (folder, "marks", NULL);
  g_autofree char *picture = g_strconcat (out, ".ppm", NULL);
  const char *arguments[] = { tool, "-r", "72", "-singlefile", path, out, NULL };
  char *data = NULL;
  gsize length = 0;

  if (tool == NULL)
    return NULL;
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (picture, &data, &length, NULL));
  g_assert_true (g_str_has_prefix (data, "P6\n400 400\n255\n"));
  g_assert_cmpuint (length, ==, strlen ("P6\n400 400\n255\n") + 400 * 400 * 3);
  *pixels = (const guint8 *) data + strlen ("P6\n400 400\n255\n");
  remove (path);
  remove (picture);
  g_rmdir (folder);
  return data;
}

/* Six hundred marks, some over others, are dots in a PDF, three hundred are not; both must look alike. */
static void
test_dots (void)
{
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 400);
  g_autoptr (MzScene) scene = make_marks (0, 600, 8.5);
  g_autoptr (GBytes) pdf = mz_scene_render (scene, MZ_THEME_LIGHT, MZ_IMAGE_PDF, 1, NULL);
  const guint8 *pixels = NULL;
  g_autofree char *picture = read_picture (pdf, &pixels);
  MzRgba paper = mz_palette_colour (MZ_THEME_LIGHT, MZ_COLOUR_PAPER);
  cairo_t *cr = cairo_create (drawn);
  guint64 difference = 0, ink = 0;

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
  paint_marks (drawn, 0, 300, 8.5);
  paint_marks (drawn, 300, 600, 8.5);
  cairo_surface_flush (drawn);
  for (int i = 0; picture != NULL && i < 400 * 400; i++)
    {
      const guint8 *row = cairo_image_surface_get_data (drawn) + i / 400 * cairo_image_surface_get_stride (drawn);
      int green = ((const guint32 *) (gconstpointer) row)[i % 400] >> 8 & 0xff;
      difference += (guint64) ABS (green - pixels[3 * i + 1]);
      ink += (guint64) (255 - green);
    }
  cairo_surface_destroy (drawn);
  if (picture == NULL)
    {
      g_test_skip ("there is no pdftoppm");
      return;
    }
  g_test_message ("difference %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT, difference, ink);
  g_assert_cmpuint (ink, >, 1000000);
  /* Edges of two ways of smoothing, up to an eighth of a pixel apart: the line of each mark alone is a third of the ink. */
  g_assert_cmpuint (difference, <, ink / 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/paint/png", test_png);
  g_test_add_func ("/chart/paint/svg", test_svg);
  g_test_add_func ("/chart/paint/pdf", test_pdf);
  g_test_add_func ("/chart/paint/refused", test_refused);
  g_test_add_func ("/chart/paint/names", test_names);
  g_test_add_func ("/chart/paint/palettes", test_palettes);
  g_test_add_func ("/chart/paint/stamps", test_stamps);
  g_test_add_func ("/chart/paint/dots", test_dots);
  return g_test_run ();
}
