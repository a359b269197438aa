/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `report`: the board pack. */

#include "config.h"

#include "figures.h"

#include "mezasu/file.h"
#include "mezasu/report.h"
#include "mezasu/workbook.h"

#include <glib/gi18n-lib.h>

/* What was asked for. */
typedef struct
{
  MzReportRequest request;
  gboolean has_unit;
  const struct Format *format;
} Order;

/* A kind of file that the pack can be, known by the ending of its name. */
typedef struct Format
{
  const char *ending;
  GBytes *(*write) (const Order *order, GError **error);
  gboolean slides; /* whether it can stand on a firm's own slides */
} Format;

static GBytes *
write_pdf (const Order *order, GError **error)
{
  g_autoptr (MzReport) report = mz_report_new (&order->request);
  return mz_report_to_pdf (report, MZ_THEME_PRINT, error);
}

static GBytes *
write_pptx (const Order *order, GError **error)
{
  g_autoptr (MzReport) report = mz_report_new (&order->request);
  return mz_report_to_pptx (report, MZ_THEME_PRINT, error);
}

static GBytes *
write_workbook (const Order *order, GError **error)
{
  return mz_workbook_report (&order->request, error);
}

/* The first one is what standard output gets. */
static const Format formats[] = {
    {".pdf", write_pdf, FALSE},
    {".pptx", write_pptx, TRUE},
    {".xlsx", write_workbook, FALSE},
};

static const Format *
format_of (const char *path)
{
  if (path == NULL || g_str_equal (path, "-"))
    return path == NULL ? NULL : &formats[0];
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (path, formats[i].ending))
      return &formats[i];
  return NULL;
}

static int
read_order (MzCall *call, Order *order)
{
  const char *path = mz_call_option (call, "output"), *paper = mz_call_option (call, "paper");
  const char *unit = mz_call_option (call, "unit"), *slides = mz_call_option (call, "template");

  order->format = format_of (path);
  if (order->format == NULL)
    return mz_cli_usage (
        _ ("say where to write with -o and a name that ends in .pdf, .pptx or .xlsx."));
  if (paper != NULL && !mz_paper_from_name (paper, &order->request.paper))
    return mz_cli_usage (_ ("--paper is 16:9, 4:3 or a4, not “%s”."), paper);
  if (slides != NULL && !order->format->slides)
    return mz_cli_usage (_ ("--template is for slides; write to a name that ends in .pptx."));
  if (slides != NULL && paper != NULL)
    return mz_cli_usage (_ ("--template has a size of its own; leave --paper away."));
  order->has_unit = unit != NULL;
  if (unit != NULL && !mz_money_unit_from_name (unit, &order->request.unit, NULL))
    return mz_cli_usage (_ ("--unit is yen, thousand, man, million or oku, not “%s”."), unit);
  return MZ_CLI_DONE;
}

static MzSlideTemplate *
load_template (const char *path, GError **error)
{
  gsize size;
  char *data = mz_file_load (path, MZ_SLIDE_TEMPLATE_LIMIT, &size, error);
  g_autoptr (GBytes) bytes = data != NULL ? g_bytes_new_take (data, size) : NULL;

  return bytes != NULL ? mz_slide_template_new (bytes, error) : NULL;
}

int
mz_cmd_report (MzCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzSlideTemplate) slides = NULL;
  Order order = {.request = {.paper = MZ_PAPER_16_9}};
  MzReportRequest *request = &order.request;
  const char *file = call->arguments[0], *path = mz_call_option (call, "output");
  const char *own = mz_call_option (call, "template");
  int status = read_order (call, &order);
  if (status != MZ_CLI_DONE)
    return status;
  g_autoptr (MzModel) model = mz_cli_load (file, &status);
  if (model == NULL)
    return status;
  if (own != NULL && (slides = load_template (own, &error)) == NULL)
    return mz_cli_fail (own, error);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  request->analysis = analysis;
  request->measurer = measurer;
  request->slides = slides;
  if (!order.has_unit)
    request->unit = mz_cli_unit (model);
  request->scenario = mz_cli_scenario (analysis, mz_call_option (call, "scenario"), file, &status);
  if (request->scenario == NULL)
    return status;
  g_autoptr (MzLoss) loss = mz_loss_new (analysis, &error);
  if (loss == NULL)
    return mz_cli_fail (file, error);
  request->loss = loss;
  g_autoptr (GBytes) bytes = order.format->write (&order, &error);
  if (bytes == NULL)
    return mz_cli_fail (path, error);
  return mz_cli_write (call, path, bytes);
}
