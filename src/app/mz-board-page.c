/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The pages of the board pack as they will be. The report is laid out once for each state of the model; the canvases show
 * copies of its pages. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-board-page.h"

#include "mezasu/file.h"
#include "mezasu/report.h"
#include "mezasu/workbook.h"
#include "mz-columns-layout.h"
#include "mz-file-dialogs.h"
#include "mz-scene-view.h"
#include "mz-style.h"
#include "mz-workspace-loss.h"
#include "mz-template.h"

#define PAGE_WIDTH 420
#define MOST_COLUMNS 2
#define EXPORTING "mz-pack-to-export"

struct _MzBoardPage
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzReport *report;
  MzPaper paper;
  GtkWidget *grid;
  GtkWidget *count;
  guint n_pages;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzBoardPage, mz_board_page, GTK_TYPE_WIDGET)

typedef struct
{
  MzBoardPage *page;
  guint index;
} MzSheet;

static MzReportRequest
request_of (MzBoardPage *self)
{
  return (MzReportRequest){
      .analysis = mz_workspace_analysis (self->workspace),
      .scenario = mz_workspace_scenario (self->workspace),
      .measurer = mz_workspace_measurer (self->workspace),
      .unit = mz_workspace_unit (self->workspace),
      .paper = self->paper,
      .loss = mz_workspace_loss (self->workspace),
  };
}

static const MzReport *
report (MzBoardPage *self)
{
  if (self->report == NULL)
    {
      MzReportRequest request = request_of (self);

      self->report = mz_report_new (&request);
    }
  return self->report;
}

static MzScene *
draw_sheet (gpointer data, MzWorkspace *workspace, double width, double height)
{
  MzSheet *sheet = data;
  const MzReport *pack = report (sheet->page);
  const MzScene *page;
  MzScene *copy;

  /* A pack that has become shorter loses the canvas in a moment. */
  if (sheet->index >= mz_report_n_pages (pack))
    return mz_scene_new ("page", "", width, height);
  page = mz_report_page (pack, sheet->index);
  copy = mz_scene_new (mz_scene_name (page), mz_scene_title (page), mz_scene_width (page),
                       mz_scene_height (page));
  mz_scene_add_scene (copy, page, 0, 0);
  mz_scene_set_description (copy, mz_scene_description (page));
  return copy;
}

static void
make_sheets (MzBoardPage *self)
{
  const MzReport *pack = report (self);
  GtkWidget *child;
  g_autofree char *count = NULL;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_box_remove (GTK_BOX (self->grid), child);
  self->n_pages = mz_report_n_pages (pack);
  for (guint i = 0; i < self->n_pages; i++)
    {
      const MzScene *page = mz_report_page (pack, i);
      MzSheet *sheet = g_new (MzSheet, 1);
      GtkWidget *view;

      *sheet = (MzSheet){self, i};
      view = mz_scene_view_new (self->workspace, mz_scene_width (page), mz_scene_height (page),
                                draw_sheet, sheet, g_free);
      mz_scene_view_set_theme (MZ_SCENE_VIEW (view), MZ_THEME_PRINT);
      mz_scene_view_set_rigid (MZ_SCENE_VIEW (view));
      gtk_widget_add_css_class (view, "report-page");
      gtk_box_append (GTK_BOX (self->grid), view);
    }
  count = g_strdup_printf (ngettext ("%u page", "%u pages", self->n_pages), self->n_pages);
  gtk_label_set_text (GTK_LABEL (self->count), count);
}

static gboolean
refresh_cb (gpointer data)
{
  MzBoardPage *self = data;

  self->refresh = 0;
  if (mz_report_n_pages (report (self)) != self->n_pages)
    make_sheets (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzBoardPage *self)
{
  g_clear_pointer (&self->report, mz_report_free);
  if (self->refresh == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh = g_idle_add (refresh_cb, self);
}

/* The pages are laid out again with the new figures; while these are on their way nothing changes. */
static void
loss_changed_cb (MzWorkspace *workspace, MzBoardPage *self)
{
  if (mz_workspace_loss_is_stale (workspace))
    return;
  g_clear_pointer (&self->report, mz_report_free);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_sheets (self);
}

static void
mz_board_page_map (GtkWidget *widget)
{
  MzBoardPage *self = MZ_BOARD_PAGE (widget);

  if (self->report == NULL && mz_report_n_pages (report (self)) != self->n_pages)
    make_sheets (self);
  GTK_WIDGET_CLASS (mz_board_page_parent_class)->map (widget);
}

static void
paper_cb (GtkToggleButton *button, MzBoardPage *self)
{
  self->paper = gtk_toggle_button_get_active (button) ? MZ_PAPER_A4 : MZ_PAPER_16_9;
  g_clear_pointer (&self->report, mz_report_free);
  make_sheets (self);
}

/* Export. */

static gboolean
write_pack (MzBoardPage *self, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  MzReportRequest request = request_of (self);
  g_autoptr (GBytes) bytes =
      g_str_has_suffix (lower, ".xlsx")   ? mz_workbook_report (&request, error)
      : g_str_has_suffix (lower, ".pptx") ? mz_report_to_pptx (report (self), MZ_THEME_PRINT, error)
                                          : mz_report_to_pdf (report (self), MZ_THEME_PRINT, error);

  return bytes != NULL &&
         mz_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static void
export_answer_cb (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GWeakRef *reference = g_object_get_data (G_OBJECT (parent), EXPORTING);
  g_autoptr (MzBoardPage) self = reference != NULL ? g_weak_ref_get (reference) : NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (self == NULL)
    return;
  if (!confirmed && g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (&error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                 _ ("A file “%s” is there already; choose another name."), path);
  if (error != NULL || !write_pack (self, path, &error))
    mz_tell_error (parent, _ ("The board pack was not exported"), error->message);
  else
    {
      g_autofree char *text = g_strdup_printf (_ ("“%s” written"), name);
      mz_workspace_tell (self->workspace, text, FALSE);
    }
}

static void
reference_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, widget);
  g_object_set_data_full (G_OBJECT (root), EXPORTING, reference, reference_free);
  mz_choose_file (
      GTK_WINDOW (root),
      &(MzFileQuestion){_ ("Export Board Pack"), TRUE, _ ("board-pack.pdf"), MZ_FILE_PACK},
      export_answer_cb, NULL);
}

static void
mz_board_page_dispose (GObject *object)
{
  MzBoardPage *self = MZ_BOARD_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_BOARD_PAGE);
  g_clear_pointer (&self->report, mz_report_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_board_page_parent_class)->dispose (object);
}

static void
mz_board_page_class_init (MzBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_board_page_dispose;
  widget_class->map = mz_board_page_map;
  gtk_widget_class_install_action (widget_class, "pack.export", NULL, export_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, grid);
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, count);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mz_board_page_init (MzBoardPage *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->grid, mz_columns_layout_new (PAGE_WIDTH, MOST_COLUMNS, 20));
}

GtkWidget *
mz_board_page_new (MzWorkspace *workspace)
{
  MzBoardPage *self = g_object_new (MZ_TYPE_BOARD_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "loss-changed", G_CALLBACK (loss_changed_cb), self);
  return GTK_WIDGET (self);
}
