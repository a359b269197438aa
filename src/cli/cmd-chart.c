/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `chart`: one chart into a file, or the names of all. */

#include "config.h"

#include "figures.h"
#include "json-tools.h"

#include "mezasu/chart.h"
#include "mezasu/render.h"

#include <glib/gi18n-lib.h>

/* A chart is laid out at no less than this. */
#define WIDTH_MIN 160
#define HEIGHT_MIN 120
#define SIZE_MAX_POINTS 16000
/* Pixels a point, so that a PNG is sharp on paper and on fine screens. */
#define PNG_SCALE 2

/* Names and labels with a tab between, for `cut` as well as for reading. */
static int
list (MzCall *call)
{
  gboolean json = mz_call_has (call, "json");
  JsonArray *names = json_array_new ();
  const MzChart *chart;
  for (guint i = 0; (chart = mz_chart_nth (i)) != NULL; i++)
    {
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "name", chart->name);
      json_object_set_string_member (object, "label", _ (chart->label));
      json_array_add_object_element (names, object);
      if (!json)
        mz_cli_print (call, "%s\t%s\n", chart->name, _ (chart->label));
    }
  g_autoptr (JsonNode) node = mz_json_take_list (names);
  return json ? mz_cli_print_json (call, node) : MZ_CLI_DONE;
}

static int
read_size (const char *text, MzChartRequest *request)
{
  guint64 width = 0, height = 0;
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, WIDTH_MIN, SIZE_MAX_POINTS, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, HEIGHT_MIN, SIZE_MAX_POINTS, &height, NULL))
    return mz_cli_usage (_ ("--size is written as 960x540, from %dx%d to %dx%d points, not “%s”."),
                         WIDTH_MIN, HEIGHT_MIN, SIZE_MAX_POINTS, SIZE_MAX_POINTS, text);
  request->width = (double)width;
  request->height = (double)height;
  return MZ_CLI_DONE;
}

typedef struct
{
  const MzChart *chart;
  const char *path;
  MzImageFormat format;
  MzTheme theme;
  gboolean has_unit;
  MzChartRequest request;
} Order;

/* Everything that the command line alone can get wrong, before a file is opened. */
static int
read_order (MzCall *call, Order *order)
{
  const char *theme = mz_call_option (call, "theme"), *size = mz_call_option (call, "size");
  const char *unit = mz_call_option (call, "unit");
  order->path = mz_call_option (call, "output");
  if (call->n_arguments < 2)
    return mz_cli_usage (_ ("something is missing; usage: mezasu-cli %s %s"), call->command->name,
                         call->command->arguments);
  order->chart = mz_chart_find (call->arguments[1]);
  if (order->chart == NULL)
    return mz_cli_usage (_ ("there is no chart “%s”; see mezasu-cli chart --list."),
                         call->arguments[1]);
  order->format = MZ_IMAGE_SVG;
  if (order->path == NULL ||
      (!g_str_equal (order->path, "-") && !mz_image_format_from_name (order->path, &order->format)))
    return mz_cli_usage (
        _ ("say where to write with -o and a name that ends in .svg, .png or .pdf."));
  if (theme != NULL && !mz_theme_from_name (theme, &order->theme))
    return mz_cli_usage (_ ("--theme is light, dark or print, not “%s”."), theme);
  order->has_unit = unit != NULL;
  if (unit != NULL && !mz_money_unit_from_name (unit, &order->request.unit, NULL))
    return mz_cli_usage (_ ("--unit is yen, thousand, man, million or oku, not “%s”."), unit);
  order->request.width = order->chart->width;
  order->request.height = order->chart->height;
  return size == NULL ? MZ_CLI_DONE : read_size (size, &order->request);
}

/* The least expected loss within the caps of the conclusions. */
static MzBudget *
find_budget (const MzAnalysis *analysis, GError **error)
{
  MzPortfolio *portfolio = mz_portfolio_new (analysis);
  MzPortfolioQuestion question = {.this_year = portfolio->this_year, .yearly = portfolio->yearly};
  return mz_budget_new (portfolio, &question, NULL, error);
}

static int
draw (MzCall *call, Order *order)
{
  int status = MZ_CLI_DONE;
  g_autoptr (GError) error = NULL;
  const char *file = call->arguments[0];
  g_autoptr (MzModel) model = mz_cli_load (file, &status);
  if (model == NULL)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  order->request.analysis = analysis;
  order->request.measurer = measurer;
  order->request.titled = TRUE;
  order->request.inherent = TRUE;
  if (!order->has_unit)
    order->request.unit = mz_cli_unit (model);
  order->request.scenario =
      mz_cli_scenario (analysis, mz_call_option (call, "scenario"), file, &status);
  if (order->request.scenario == NULL)
    return status;
  g_autoptr (MzLoss) loss = order->chart->losses ? mz_loss_new (analysis, &error) : NULL;
  if (error != NULL)
    return mz_cli_fail (file, error);
  order->request.loss = loss;
  g_autoptr (MzBudget) budget = order->chart->budgets ? find_budget (analysis, &error) : NULL;
  if (error != NULL)
    return mz_cli_fail (file, error);
  order->request.budget = budget;
  if (mz_call_has (call, "record"))
    {
      MzRecord *record = mz_cli_find_record (model, mz_call_option (call, "record"));
      if (record == NULL)
        return mz_cli_refuse (file, _ ("there is no record “%s”."),
                              mz_call_option (call, "record"));
      order->request.record = mz_record_id (record);
    }
  g_autoptr (MzScene) scene = order->chart->draw (&order->request);
  g_autoptr (GBytes) bytes =
      mz_scene_render (scene, order->theme, order->format, PNG_SCALE, &error);
  if (bytes == NULL)
    return mz_cli_fail (order->path, error);
  return mz_cli_write (call, order->path, bytes);
}

int
mz_cmd_chart (MzCall *call)
{
  Order order = {.theme = MZ_THEME_PRINT};
  if (mz_call_has (call, "list"))
    return list (call);
  int status = read_order (call, &order);
  return status == MZ_CLI_DONE ? draw (call, &order) : status;
}
