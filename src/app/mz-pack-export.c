/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The worker has a copy of the model and everything that follows from it for itself; it shares nothing but the simulated
 * losses, which never change, and two numbers. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pack-export.h"

#include "mezasu/file.h"
#include "mezasu/workbook.h"
#include "mz-workspace-loss.h"

/* Shares of the work: until pages are laid out, and until they are written. */
#define SIMULATED 0.3
#define LAID_OUT 0.5
#define WRITTEN 0.95
#define PARTS 10000

struct _MzPackExport
{
  int references;
  /* What the worker reads. */
  JsonNode *model;
  char *path;
  char *language;
  char *scenario; /* NULL for the proposed one */
  gboolean baseline;
  MzLoss *loss;
  guint64 trials;
  GCancellable *cancellable;
  int done; /* in PARTS, atomic */
  /* Main thread only. */
  MzPackExported exported;
  gpointer data;
};

const char *
mz_pack_language (MzModel *model)
{
  const char *language =
      mz_record_text (mz_model_single (model, "organisation"), "report_language");

  return language != NULL && *language != '\0' ? language : NULL;
}

static MzPackExport *
export_ref (MzPackExport *self)
{
  g_atomic_int_inc (&self->references);
  return self;
}

static void
export_release (MzPackExport *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  json_node_unref (self->model);
  g_clear_pointer (&self->loss, mz_loss_unref);
  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self->language);
  g_free (self->scenario);
  g_free (self);
}

void
mz_pack_export_unref (MzPackExport *self)
{
  if (self == NULL)
    return;
  self->exported = NULL;
  g_cancellable_cancel (self->cancellable);
  export_release (self);
}

double
mz_pack_export_progress (MzPackExport *self)
{
  return (double)g_atomic_int_get (&self->done) / PARTS;
}

void
mz_pack_export_cancel (MzPackExport *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* On the worker. */

static void
reach (MzPackExport *self, double share)
{
  g_atomic_int_set (&self->done, (int)(share * PARTS));
}

static void
simulated_cb (double share, gpointer data)
{
  reach (data, share * SIMULATED);
}

static void
written_cb (double share, gpointer data)
{
  reach (data, LAID_OUT + share * (WRITTEN - LAID_OUT));
}

static MzLoss *
find_losses (MzPackExport *self, const MzAnalysis *analysis, GError **error)
{
  g_autoptr (MzLossRun) run = NULL;

  if (self->loss != NULL)
    return mz_loss_ref (self->loss);
  run = mz_loss_run_new (analysis);
  if (self->trials > 0)
    mz_loss_run_set_trials (run, self->trials);
  return mz_loss_run_execute (run, simulated_cb, self, self->cancellable, error);
}

static MzSlideTemplate *
load_template (const char *path, GError **error)
{
  gsize size;
  char *data = mz_file_load (path, MZ_SLIDE_TEMPLATE_LIMIT, &size, error);
  g_autoptr (GBytes) bytes = data != NULL ? g_bytes_new_take (data, size) : NULL;

  return bytes != NULL ? mz_slide_template_new (bytes, error) : NULL;
}

static GBytes *
write_slides (MzPackExport *self, MzModel *model, MzReportRequest *request, MzTheme theme,
              GError **error)
{
  const char *path = mz_record_text (mz_model_single (model, "organisation"), "slide_template");
  g_autoptr (MzSlideTemplate) slides = NULL;
  g_autoptr (MzReport) report = NULL;

  if (path != NULL && *path != '\0' && (slides = load_template (path, error)) == NULL)
    return NULL;
  request->slides = slides;
  report = mz_report_new (request);
  reach (self, LAID_OUT);
  return mz_report_to_pptx (report, theme, error);
}

static GBytes *
write_pages (MzPackExport *self, MzReportRequest *request, MzTheme theme, GError **error)
{
  g_autoptr (MzReport) report = mz_report_new (request);

  reach (self, LAID_OUT);
  return mz_report_to_pdf (report, theme, error);
}

static GBytes *
make (MzPackExport *self, MzModel *model, GError **error)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzLoss) loss = find_losses (self, analysis, error);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  g_autofree char *lower = g_ascii_strdown (self->path, -1);
  MzReportRequest request = {.analysis = analysis,
                             .measurer = measurer,
                             .loss = loss,
                             .progress = written_cb,
                             .progress_data = self,
                             .cancellable = self->cancellable};
  MzTheme theme = mz_report_settle (model, &request);

  if (loss == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (!self->baseline)
    request.scenario = mz_analysis_scenario (analysis, self->scenario);
  if (request.scenario == NULL)
    request.scenario = mz_analysis_baseline (analysis);
  reach (self, SIMULATED);
  if (g_str_has_suffix (lower, ".xlsx"))
    return mz_workbook_report (&request, error);
  if (g_str_has_suffix (lower, ".pptx"))
    return write_slides (self, model, &request, theme, error);
  return write_pages (self, &request, theme, error);
}

static gboolean
run (MzPackExport *self, GError **error)
{
  g_autoptr (MzModel) model =
      mz_model_from_json (mz_schema_default (), self->model, self->path, self->language, error);
  g_autoptr (GBytes) bytes = NULL;

  if (model == NULL || !mz_file_check_free (self->path, error))
    return FALSE;
  bytes = make (self, model, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  reach (self, WRITTEN);
  return mz_file_replace (self->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                          error);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MzPackExport *self = data;
  const char *before = mz_language_use (self->language);
  GError *error = NULL;
  gboolean written = run (self, &error);

  mz_language_use (before);
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* On the main thread. */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MzPackExport *self = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->exported != NULL)
    self->exported (self->path, error, self->data);
  export_release (self);
}

/* The run of the window is the pack's where it is up to date and speaks the pack's language. */
static void
take_losses (MzPackExport *self, MzWorkspace *workspace)
{
  const MzLoss *loss = mz_workspace_loss (workspace);

  if (loss == NULL)
    return;
  self->trials = loss->trials;
  if (!mz_workspace_loss_is_stale (workspace) && g_str_equal (self->language, mz_language ()))
    self->loss = mz_loss_ref ((MzLoss *)loss);
}

MzPackExport *
mz_pack_export_start (MzWorkspace *workspace, const char *path, MzPackExported done, gpointer data)
{
  MzPackExport *self = g_new0 (MzPackExport, 1);
  MzModel *model = mz_workspace_model (workspace);
  const char *language = mz_pack_language (model);
  const MzScenarioResult *scenario = mz_workspace_scenario (workspace);
  g_autoptr (GTask) task = NULL;

  self->references = 1;
  self->model = mz_model_to_json (model);
  self->path = g_strdup (path);
  self->language = g_strdup (language != NULL ? language : mz_language ());
  self->baseline = scenario->baseline;
  self->scenario = g_strdup (scenario->id);
  self->cancellable = g_cancellable_new ();
  self->exported = done;
  self->data = data;
  take_losses (self, workspace);
  task = g_task_new (NULL, self->cancellable, done_cb, export_ref (self));
  /* The person is told at once, however long a step of the worker takes; it writes nothing once it sees that. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, export_ref (self), (GDestroyNotify)export_release);
  g_task_run_in_thread (task, work);
  return self;
}
