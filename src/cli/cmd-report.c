/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `report`: the board pack. */

#include "config.h"

#include "figures.h"

#include "mezasu/report.h"

#include <glib/gi18n-lib.h>

static int
read_order (MzCall *call, MzReportRequest *request, gboolean *has_unit)
{
  const char *path = mz_call_option (call, "output"), *paper = mz_call_option (call, "paper");
  const char *unit = mz_call_option (call, "unit");
  if (path == NULL || (!g_str_equal (path, "-") && !g_str_has_suffix (path, ".pdf")))
    return mz_cli_usage (_ ("say where to write with -o and a name that ends in .pdf."));
  if (paper != NULL && !mz_paper_from_name (paper, &request->paper))
    return mz_cli_usage (_ ("--paper is 16:9 or a4, not “%s”."), paper);
  *has_unit = unit != NULL;
  if (unit != NULL && !mz_money_unit_from_name (unit, &request->unit, NULL))
    return mz_cli_usage (_ ("--unit is yen, thousand, man, million or oku, not “%s”."), unit);
  return MZ_CLI_DONE;
}

int
mz_cmd_report (MzCall *call)
{
  g_autoptr (GError) error = NULL;
  MzReportRequest request = {.paper = MZ_PAPER_16_9};
  gboolean has_unit;
  const char *file = call->arguments[0], *path = mz_call_option (call, "output");
  int status = read_order (call, &request, &has_unit);
  if (status != MZ_CLI_DONE)
    return status;
  g_autoptr (MzModel) model = mz_cli_load (file, &status);
  if (model == NULL)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  request.analysis = analysis;
  request.measurer = measurer;
  if (!has_unit)
    request.unit = mz_cli_unit (model);
  request.scenario = mz_cli_scenario (analysis, mz_call_option (call, "scenario"), file, &status);
  if (request.scenario == NULL)
    return status;
  g_autoptr (MzLoss) loss = mz_loss_new (analysis, &error);
  if (loss == NULL)
    return mz_cli_fail (file, error);
  request.loss = loss;
  g_autoptr (MzReport) report = mz_report_new (&request);
  g_autoptr (GBytes) bytes = mz_report_to_pdf (report, MZ_THEME_PRINT, &error);
  if (bytes == NULL)
    return mz_cli_fail (path, error);
  return mz_cli_write (call, path, bytes);
}
