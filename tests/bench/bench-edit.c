/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures what follows an edit: the analysis anew and every chart of the catalogue laid out anew, but for the simulation,
 * which runs beside. Prints milliseconds, the middle one of five in a warm process.
 *
 *   bench-edit all|CHART N     N risks; a chart's name measures the analysis and that one
 *   bench-edit analysis N      the analysis alone
 *   bench-edit write N FILE    writes the model as JSON, for the programs that read files; prints 0 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-support.h"
#include "mezasu/chart.h"
#include "mezasu/json.h"
#include "mezasu/model-json.h"

#define REPEATS 5

static void
edit (MzModel *model, int round)
{
  g_autoptr (MzEdit) change = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;
  MzRecord *risk = mz_model_nth (model, "risk", 3);
  mz_edit_set_integer (change, mz_record_kind (risk), mz_record_id (risk), "likelihood",
                       1 + (round + 1) % 5);
  if (!mz_model_edit (model, change, &error))
    g_error ("%s", error->message);
}

/* Each at its natural size, as the pages show them. */
static guint
lay_out (const MzAnalysis *analysis, MzTextMeasurer *measurer, const char *only)
{
  guint shapes = 0;
  const MzChart *chart;
  for (guint i = 0; (chart = mz_chart_nth (i)) != NULL; i++)
    if (strcmp (only, "all") == 0 || strcmp (only, chart->name) == 0)
      {
        const MzChartRequest request = {.analysis = analysis,
                                        .scenario = mz_analysis_baseline (analysis),
                                        .measurer = measurer,
                                        .width = chart->width,
                                        .height = chart->height,
                                        .unit = MZ_MONEY_UNIT_OKU};
        g_autoptr (MzScene) scene = chart->draw (&request);
        shapes += mz_scene_n_shapes (scene);
      }
  return shapes;
}

static void
write_model (MzModel *model, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = mz_model_to_json (model);
  g_autofree char *text = mz_json_to_text (root, FALSE);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  double figures[REPEATS];
  if (argc != (argc > 1 && strcmp (argv[1], "write") == 0 ? 4 : 3))
    {
      fprintf (stderr, "usage: %s all|CHART|analysis N | write N FILE\n", argv[0]);
      return 2;
    }
  g_autoptr (MzModel) model = bench_risks (strtoul (argv[2], NULL, 10));
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  if (argc == 4)
    {
      write_model (model, argv[3]);
      puts ("0");
      return 0;
    }
  for (int i = -1; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      edit (model, i);
      g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
      if (strcmp (argv[1], "analysis") != 0 && lay_out (analysis, measurer, argv[1]) == 0)
        g_error ("there is no chart %s", argv[1]);
      figures[MAX (i, 0)] = (g_get_monotonic_time () - start) / 1e3;
    }
  printf ("%.6g\n", bench_median (figures, REPEATS));
  return 0;
}
