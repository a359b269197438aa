/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The strategy map of BOXES objectives, the fixed graph of seed 1 with skipping links, at 1600 x 900:
 *
 *   lay BOXES     milliseconds of the scene as a whole, the scorecard included, the middle one of five
 *   first BOXES   milliseconds of the first paint of a scene that is laid out, in a process that has painted another map
 *   cold BOXES    the same in a process that has painted nothing: faces are loaded and letters made */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench-support.h"
#include "layered-graphs.h"
#include "mezasu/chart.h"
#include "mezasu/paint.h"

#define WIDTH 1600
#define HEIGHT 900
#define REPEATS 5

static MzModel *
make_model (const Graph *graph)
{
  static const char *const perspectives[] = {"learning", "process", "customer", "finance"};
  MzModel *model = mz_model_new (mz_schema_default ());
  const MzKind *objective = mz_schema_kind (mz_schema_default (), "objective");
  const MzKind *link = mz_schema_kind (mz_schema_default (), "objective_link");
  g_autofree char **ids = g_new0 (char *, graph->n_boxes);
  MzEdit *edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < graph->n_boxes; i++)
    {
      g_autofree char *title = g_strdup_printf ("Objective %u", i + 1);

      ids[i] = (char *)mz_edit_insert (edit, objective, NULL);
      mz_edit_set_text (edit, objective, ids[i], "title", title);
      mz_edit_set_text (edit, objective, ids[i], "perspective", perspectives[graph->ranks[i]]);
    }
  for (guint i = 0; i < graph->n_links; i++)
    {
      const char *id = mz_edit_insert (edit, link, NULL);

      mz_edit_set_text (edit, link, id, "cause", ids[graph->links[i].from]);
      mz_edit_set_text (edit, link, id, "result", ids[graph->links[i].to]);
    }
  if (!mz_model_edit (model, edit, &error))
    g_error ("%s", error->message);
  return model;
}

static double
paint (const MzScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = cairo_create (surface);

  mz_scene_paint (scene, cr, MZ_THEME_LIGHT, NULL, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gint64 taken = g_get_monotonic_time () - start;
  cairo_surface_destroy (surface);
  return taken / 1e3;
}

int
main (int argc, char **argv)
{
  double figures[REPEATS];

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-map lay|first|cold BOXES\n");
      return 2;
    }
  Graph graph = graph_new (atoi (argv[2]), TRUE, 1);
  g_autoptr (MzModel) model = make_model (&graph);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  MzChartRequest request = {
      .analysis = analysis, .measurer = measurer, .width = WIDTH, .height = HEIGHT};
  if (g_str_equal (argv[1], "first"))
    {
      Graph other = graph_new (32, FALSE, 2);
      g_autoptr (MzModel) other_model = make_model (&other);
      g_autoptr (MzAnalysis) other_analysis = mz_analysis_new (other_model);
      MzChartRequest other_request = request;

      other_request.analysis = other_analysis;
      g_autoptr (MzScene) scene = mz_chart_find ("strategy-map")->draw (&other_request);
      paint (scene);
      graph_clear (&other);
    }
  for (guint i = 0; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MzScene) scene = mz_chart_find ("strategy-map")->draw (&request);

      figures[i] = (g_get_monotonic_time () - start) / 1e3;
      if (!g_str_equal (argv[1], "lay"))
        {
          printf ("%g\n", paint (scene));
          graph_clear (&graph);
          return 0;
        }
    }
  printf ("%g\n", bench_median (figures, REPEATS));
  graph_clear (&graph);
  return 0;
}
