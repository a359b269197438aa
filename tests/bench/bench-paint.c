/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures the painter on a picture that is laid out already and prints the milliseconds of one drawing, the middle one
 * of five in a warm process:
 *
 *   png | pdf | frame    a file in memory, or one frame into an image as the window keeps it
 *   marks | numbered     round marks alone, or each with its number
 *   N                    how many */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-support.h"
#include "mezasu/paint.h"

#define REPEATS 5

static void
draw_file (const MzScene *scene, MzImageFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mz_scene_render (scene, MZ_THEME_PRINT, format, 1, &error);
  if (bytes == NULL)
    g_error ("%s", error->message);
}

static void
draw_frame (const MzScene *scene, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  mz_scene_paint (scene, cr, MZ_THEME_LIGHT, NULL, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

int
main (int argc, char **argv)
{
  MzImageFormat format = MZ_IMAGE_PNG;
  double figures[REPEATS];
  if (argc != 4 ||
      (strcmp (argv[1], "frame") != 0 && !mz_image_format_from_name (argv[1], &format)))
    {
      fprintf (stderr, "usage: %s png|pdf|frame marks|numbered N\n", argv[0]);
      return 2;
    }
  gboolean frame = strcmp (argv[1], "frame") == 0;
  g_autoptr (MzScene) scene =
      bench_marks (strtoul (argv[3], NULL, 10), strcmp (argv[2], "numbered") == 0);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)mz_scene_width (scene), (int)mz_scene_height (scene));
  for (int i = -1; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      if (frame)
        draw_frame (scene, surface);
      else
        draw_file (scene, format);
      figures[MAX (i, 0)] = (g_get_monotonic_time () - start) / 1e3;
    }
  cairo_surface_destroy (surface);
  printf ("%.6g\n", bench_median (figures, REPEATS));
  return 0;
}
