/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pictures and pages on paper, by the printing of the toolkit. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-print.h"

#include "mezasu/paint.h"
#include "mz-file-dialogs.h"

typedef struct
{
  GPtrArray *scenes;
  MzTheme theme;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_ptr_array_unref (job->scenes);
  g_free (job);
}

MzScene *
mz_print_copy (const MzScene *scene)
{
  MzScene *copy = mz_scene_new (mz_scene_name (scene), mz_scene_title (scene),
                                mz_scene_width (scene), mz_scene_height (scene));

  mz_scene_add_scene (copy, scene, 0, 0);
  mz_scene_set_description (copy, mz_scene_description (scene));
  return copy;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  const MzScene *scene = g_ptr_array_index (job->scenes, (guint)number);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / mz_scene_width (scene), height / mz_scene_height (scene));

  cairo_translate (cr, (width - scale * mz_scene_width (scene)) / 2, 0);
  cairo_scale (cr, scale, scale);
  mz_scene_paint (scene, cr, job->theme, NULL, NULL);
}

GtkPrintOperation *
mz_print_new (const char *name, GPtrArray *scenes, MzTheme theme)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  const MzScene *first = g_ptr_array_index (scenes, 0);
  Job *job = g_new (Job, 1);

  *job = (Job){scenes, theme};
  gtk_page_setup_set_orientation (setup, mz_scene_width (first) > mz_scene_height (first)
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int)scenes->len);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, job_free, 0);
  return operation;
}

void
mz_print (GtkWindow *parent, const char *name, GPtrArray *scenes, MzTheme theme)
{
  g_autoptr (GtkPrintOperation) operation = mz_print_new (name, scenes, theme);
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    mz_tell_error (parent, _ ("Nothing was printed"), error->message);
}
