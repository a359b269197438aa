/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `report`: the board pack, as one or several files from one run. */

#include "config.h"

#include "figures.h"

#include "mezasu/file.h"
#include "mezasu/language.h"
#include "mezasu/report.h"
#include "mezasu/workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is reported. Options win over what the document keeps. */
typedef struct
{
  MzCall *call;
  MzReportRequest request;
  MzTheme theme;
  GStrv pages;
  MzSlideTemplate *slides; /* of the firm, for presentations only */
  MzReport *report;        /* on plain paper, made once for all formats */
} Order;

/* A kind of file that the pack can be, known by the ending of its name. */
typedef struct
{
  const char *ending;
  GBytes *(*write) (Order *order, GError **error);
  gboolean slides; /* whether it can stand on a firm's own slides */
} Format;

static const MzReport *
plain_report (Order *order)
{
  if (order->report == NULL)
    order->report = mz_report_new (&order->request);
  return order->report;
}

static GBytes *
write_pdf (Order *order, GError **error)
{
  return mz_report_to_pdf (plain_report (order), order->theme, error);
}

static GBytes *
write_pptx (Order *order, GError **error)
{
  MzReportRequest request = order->request;
  g_autoptr (MzReport) report = NULL;

  if (order->slides == NULL)
    return mz_report_to_pptx (plain_report (order), order->theme, error);
  request.slides = order->slides;
  report = mz_report_new (&request);
  return mz_report_to_pptx (report, order->theme, error);
}

static GBytes *
write_workbook (Order *order, GError **error)
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

/* Names and titles with a tab between. */
static int
list_pages (MzCall *call)
{
  const MzPackPage *page;

  for (guint i = 0; (page = mz_pack_page_nth (i)) != NULL; i++)
    mz_cli_print (call, "%s\t%s\n", page->name, _ (page->title));
  return MZ_CLI_DONE;
}

static const char *
nth_output (MzCall *call, guint index)
{
  if (index == 0)
    return mz_call_option (call, "output");
  return index - 1 < call->further->len ? g_ptr_array_index (call->further, index - 1) : NULL;
}

/* Whether one of the outputs is, or is not, a presentation. */
static gboolean
writes_slides (MzCall *call, gboolean slides)
{
  const char *path;

  for (guint i = 0; (path = nth_output (call, i)) != NULL; i++)
    if (format_of (path)->slides == slides)
      return TRUE;
  return FALSE;
}

static int
check_outputs (MzCall *call)
{
  const char *path = nth_output (call, 0);
  gboolean slides = mz_call_has (call, "template");

  for (guint i = 0; i == 0 || path != NULL; path = nth_output (call, ++i))
    if (format_of (path) == NULL)
      return mz_cli_usage (
          _ ("say where to write with -o and a name that ends in .pdf, .pptx or .xlsx."));
  if (slides && !writes_slides (call, TRUE))
    return mz_cli_usage (_ ("--template is for slides; write to a name that ends in .pptx."));
  if (slides && mz_call_has (call, "paper") && !writes_slides (call, FALSE))
    return mz_cli_usage (_ ("--template has a size of its own; leave --paper away."));
  return MZ_CLI_DONE;
}

static int
read_pages (Order *order, const char *text)
{
  order->pages = g_strsplit (text, ",", -1);
  for (guint i = 0; order->pages[i] != NULL; i++)
    if (mz_pack_page_find (g_strstrip (order->pages[i])) == NULL)
      return mz_cli_usage (_ ("there is no page “%s”; see mezasu-cli report --list."),
                           order->pages[i]);
  order->request.pages = (const char *const *)order->pages;
  return MZ_CLI_DONE;
}

/* What the command line says, over what the document keeps. */
static int
read_order (Order *order)
{
  MzReportRequest *request = &order->request;
  const char *paper = mz_call_option (order->call, "paper");
  const char *unit = mz_call_option (order->call, "unit");
  const char *palette = mz_call_option (order->call, "palette");
  const char *audience = mz_call_option (order->call, "audience");
  const char *pages = mz_call_option (order->call, "pages");

  if (paper != NULL && !mz_paper_from_name (paper, &request->paper))
    return mz_cli_usage (_ ("--paper is 16:9, 4:3, a4 or a4-portrait, not “%s”."), paper);
  if (unit != NULL && !mz_money_unit_from_name (unit, &request->unit, NULL))
    return mz_cli_usage (_ ("--unit is yen, thousand, man, million or oku, not “%s”."), unit);
  if (palette != NULL &&
      (!mz_theme_from_name (palette, &order->theme) || order->theme == MZ_THEME_HIGH_CONTRAST))
    return mz_cli_usage (_ ("--palette is print, light or dark, not “%s”."), palette);
  if (audience != NULL && !mz_audience_from_name (audience, &request->audience))
    return mz_cli_usage (_ ("--audience is all, board, management, audit or workshop, not “%s”."),
                         audience);
  return pages != NULL ? read_pages (order, pages) : MZ_CLI_DONE;
}

/* The model with its texts in the language that the pack is kept in, unless the command line names one. What came over
 * standard input cannot be read a second time. */
static MzModel *
load_model (MzCall *call, int *status)
{
  const char *file = call->arguments[0];
  MzModel *model = mz_cli_load (file, status);
  const char *language =
      model != NULL && !call->has_language
          ? mz_record_text (mz_model_single (model, "organisation"), "report_language")
          : NULL;

  if (language == NULL || g_str_equal (language, mz_language ()))
    return model;
  mz_language_use (language);
  if (g_str_equal (file, "-"))
    return model;
  g_object_unref (model);
  return mz_cli_load (file, status);
}

static int
load_template (Order *order, MzModel *model)
{
  const char *path = mz_call_option (order->call, "template");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  char *data;

  if (path == NULL)
    path = mz_record_text (mz_model_single (model, "organisation"), "slide_template");
  if (path == NULL || *path == '\0' || !writes_slides (order->call, TRUE))
    return MZ_CLI_DONE;
  data = mz_file_load (path, MZ_SLIDE_TEMPLATE_LIMIT, &size, &error);
  bytes = data != NULL ? g_bytes_new_take (data, size) : NULL;
  order->slides = bytes != NULL ? mz_slide_template_new (bytes, &error) : NULL;
  return order->slides != NULL ? MZ_CLI_DONE : mz_cli_fail (path, error);
}

/* Every file is made before the first one is written. */
static int
write_all (Order *order)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;
  const char *path;
  int status = MZ_CLI_DONE;

  for (guint i = 0; (path = nth_output (order->call, i)) != NULL; i++)
    if (!mz_file_check_free (path, &error))
      return mz_cli_fail (path, error);
  for (guint i = 0; (path = nth_output (order->call, i)) != NULL; i++)
    {
      GBytes *bytes = format_of (path)->write (order, &error);
      if (bytes == NULL)
        return mz_cli_fail (path, error);
      g_ptr_array_add (files, bytes);
    }
  for (guint i = 0; i < files->len && status == MZ_CLI_DONE; i++)
    status = mz_cli_write (order->call, nth_output (order->call, i), g_ptr_array_index (files, i));
  return status;
}

static int
report (Order *order, MzModel *model)
{
  MzReportRequest *request = &order->request;
  g_autoptr (GError) error = NULL;
  int status = load_template (order, model);
  if (status != MZ_CLI_DONE)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  request->analysis = analysis;
  request->measurer = measurer;
  request->scenario = mz_cli_scenario (analysis, mz_call_option (order->call, "scenario"),
                                       order->call->arguments[0], &status);
  if (request->scenario == NULL)
    return status;
  g_autoptr (MzLoss) loss = mz_loss_new (analysis, &error);
  if (loss == NULL)
    return mz_cli_fail (order->call->arguments[0], error);
  request->loss = loss;
  status = write_all (order);
  mz_report_free (order->report);
  return status;
}

int
mz_cmd_report (MzCall *call)
{
  Order order = {.call = call};
  if (mz_call_has (call, "list"))
    return list_pages (call);
  if (call->n_arguments == 0)
    return mz_cli_usage (_ ("something is missing; usage: mezasu-cli %s %s"), call->command->name,
                         call->command->arguments);
  int status = check_outputs (call);
  if (status == MZ_CLI_DONE)
    status = read_order (&order);
  g_clear_pointer (&order.pages, g_strfreev);
  if (status != MZ_CLI_DONE)
    return status;
  g_autoptr (MzModel) model = load_model (call, &status);
  if (model == NULL)
    return status;
  order.theme = mz_report_settle (model, &order.request);
  status = read_order (&order);
  if (status == MZ_CLI_DONE)
    status = report (&order, model);
  g_strfreev (order.pages);
  g_clear_pointer (&order.slides, mz_slide_template_unref);
  return status;
}
