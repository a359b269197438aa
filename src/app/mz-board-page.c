/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The light table: the pages of the board pack as they will be. The report is laid out once for each state of the model, in
 * the language of the pack; the canvases show copies of its pages. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-board-page.h"

#include "mezasu/report.h"
#include "mz-columns-layout.h"
#include "mz-file-dialogs.h"
#include "mz-pack-card.h"
#include "mz-pack-export.h"
#include "mz-pack-settings.h"
#include "mz-print.h"
#include "mz-scene-view.h"
#include "mz-style.h"
#include "mz-template.h"
#include "mz-workspace-loss.h"

#define PAGE_WIDTH 420
#define MOST_COLUMNS 2
#define PROGRESS_MS 50
#define EXPORTING "mz-pack-to-export"

struct _MzBoardPage
{
  GtkWidget parent_instance;
  GtkWidget *export_button;
  MzWorkspace *workspace;
  MzReport *report;
  MzAnalysis *analysis; /* in the language of the pack where that is not the window's */
  MzTheme theme;
  GPtrArray *slides; /* of MzPackSlide, for the report */
  GtkWidget *settings;
  GtkWidget *grid;
  GtkWidget *count;
  GtkWidget *progress;
  GtkWidget *bar;
  char *laid_out; /* what the cards say, to see whether they still do */
  guint refresh;
  MzPackExport *export;
  guint tick;
};

G_DEFINE_FINAL_TYPE (MzBoardPage, mz_board_page, GTK_TYPE_WIDGET)

typedef struct
{
  MzBoardPage *page;
  guint index;
} MzSheet;

/* The report. */

static void
forget (MzBoardPage *self)
{
  g_clear_pointer (&self->report, mz_report_free);
  g_clear_pointer (&self->analysis, mz_analysis_unref);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
}

static const MzReport *
lay_out (MzBoardPage *self)
{
  MzModel *model = mz_workspace_model (self->workspace);
  const char *language = mz_pack_language (model);
  const MzScenarioResult *scenario = mz_workspace_scenario (self->workspace);
  MzReportRequest request = {.analysis = mz_workspace_analysis (self->workspace),
                             .scenario = scenario,
                             .measurer = mz_workspace_measurer (self->workspace),
                             .loss = mz_workspace_loss (self->workspace)};
  const char *before;

  self->theme = mz_report_settle (model, &request);
  before = mz_language_use (language);
  if (language != NULL)
    {
      self->analysis = mz_analysis_new (model);
      request.analysis = self->analysis;
      request.scenario = scenario->baseline ? mz_analysis_baseline (self->analysis)
                                            : mz_analysis_scenario (self->analysis, scenario->id);
    }
  self->report = mz_report_new (&request);
  mz_language_use (before);
  return self->report;
}

static const MzReport *
report (MzBoardPage *self)
{
  return self->report != NULL ? self->report : lay_out (self);
}

static MzScene *
draw_sheet (gpointer data, MzWorkspace *workspace, double width, double height)
{
  MzSheet *sheet = data;
  const MzReport *pack = report (sheet->page);

  /* A pack that has become shorter loses the canvas in a moment. */
  if (sheet->index >= mz_report_n_pages (pack))
    return mz_scene_new ("page", "", width, height);
  return mz_print_copy (mz_report_page (pack, sheet->index));
}

/* The cards. */

static GtkWidget *
make_sheet (MzBoardPage *self, guint index)
{
  const MzScene *page = mz_report_page (report (self), index);
  MzSheet *sheet = g_new (MzSheet, 1);
  GtkWidget *view;

  *sheet = (MzSheet){self, index};
  view = mz_scene_view_new (self->workspace, mz_scene_width (page), mz_scene_height (page),
                            draw_sheet, sheet, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mz_scene_title (page), -1);
  mz_scene_view_set_theme (MZ_SCENE_VIEW (view), self->theme);
  mz_scene_view_set_rigid (MZ_SCENE_VIEW (view));
  gtk_widget_add_css_class (view, "report-page");
  return view;
}

/* The first page of that name; the number of pages if there is none. */
static guint
first_page (MzBoardPage *self, const char *name)
{
  const MzReport *pack = report (self);
  guint i = 0;

  while (i < mz_report_n_pages (pack) &&
         !g_str_equal (mz_scene_name (mz_report_page (pack, i)), name))
    i++;
  return i;
}

static guint
pages_of (MzBoardPage *self, const char *name, guint first)
{
  const MzReport *pack = report (self);
  guint end = first;

  while (end < mz_report_n_pages (pack) &&
         g_str_equal (mz_scene_name (mz_report_page (pack, end)), name))
    end++;
  return end - first;
}

static MzPackCardFace
face_of (MzBoardPage *self, const MzPackSlide *slide, guint *first, guint *n)
{
  const MzReport *pack = report (self);
  const char *name = slide->page->name;
  gboolean made;

  *first = first_page (self, name);
  *n = pages_of (self, name, *first);
  made = *n > 0;
  return (MzPackCardFace){
      .name = name,
      .title = slide->title != NULL ? slide->title : mz_translate (slide->page->title),
      .usual = mz_translate (slide->page->title),
      .own_title = slide->title,
      .sentence = made ? mz_report_sentence (pack, *first) : NULL,
      .own_sentence = slide->headline,
      .shown = slide->shown,
      .outdated = made && mz_report_is_outdated (pack, *first),
  };
}

static void
add_card (MzBoardPage *self, const MzPackSlide *slide)
{
  guint first, n;
  MzPackCardFace face = face_of (self, slide, &first, &n);
  GtkWidget *pages = NULL;

  if (n > 0)
    {
      pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      for (guint i = 0; i < n; i++)
        gtk_box_append (GTK_BOX (pages), make_sheet (self, first + i));
    }
  gtk_box_append (GTK_BOX (self->grid), mz_pack_card_new (self->workspace, &face, pages));
}

/* Everything that the cards themselves say; the canvases follow the report by themselves. */
static char *
describe (MzBoardPage *self)
{
  const MzScene *page = mz_report_page (report (self), 0);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %g %g", self->theme, mz_scene_width (page),
                          mz_scene_height (page));
  for (guint i = 0; i < self->slides->len; i++)
    {
      guint first, n;
      MzPackCardFace face = face_of (self, g_ptr_array_index (self->slides, i), &first, &n);
      g_string_append_printf (text, "\n%s\t%s\t%s\t%s\t%d\t%d\t%u\t%u", face.name, face.title,
                              face.sentence != NULL ? face.sentence : "",
                              face.own_sentence != NULL ? face.own_sentence : "", face.shown,
                              face.outdated, first, n);
    }
  return g_string_free (text, FALSE);
}

/* The page whose card has the keyboard focus. */
static char *
focused_name (MzBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, MZ_TYPE_PACK_CARD) : NULL;

  return card != NULL ? g_strdup (mz_pack_card_name (MZ_PACK_CARD (card))) : NULL;
}

static void
make_cards (MzBoardPage *self)
{
  g_autofree char *focused = focused_name (self);
  g_autofree char *said = NULL;
  g_autofree char *count = NULL;
  guint n = mz_report_n_pages (report (self));
  GtkWidget *child;

  g_clear_pointer (&self->slides, g_ptr_array_unref);
  self->slides = mz_pack_slides (mz_workspace_model (self->workspace), MZ_AUDIENCE_KEPT);
  said = describe (self);
  if (g_strcmp0 (said, self->laid_out) == 0)
    return;
  g_free (self->laid_out);
  self->laid_out = g_steal_pointer (&said);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_box_remove (GTK_BOX (self->grid), child);
  for (guint i = 0; i < self->slides->len; i++)
    {
      const MzPackSlide *slide = g_ptr_array_index (self->slides, i);
      add_card (self, slide);
      if (g_strcmp0 (slide->page->name, focused) == 0)
        gtk_widget_grab_focus (gtk_widget_get_last_child (self->grid));
    }
  count = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  gtk_label_set_text (GTK_LABEL (self->count), count);
}

static gboolean
refresh_cb (gpointer data)
{
  MzBoardPage *self = data;

  self->refresh = 0;
  make_cards (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzBoardPage *self)
{
  forget (self);
  if (self->refresh == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh = g_idle_add (refresh_cb, self);
}

/* The pages are laid out again with the new figures; while these are on their way nothing changes. */
static void
loss_changed_cb (MzWorkspace *workspace, MzBoardPage *self)
{
  if (mz_workspace_loss_is_stale (workspace))
    return;
  g_clear_pointer (&self->laid_out, g_free);
  changed_cb (workspace, self);
}

static void
mz_board_page_map (GtkWidget *widget)
{
  make_cards (MZ_BOARD_PAGE (widget));
  GTK_WIDGET_CLASS (mz_board_page_parent_class)->map (widget);
}

/* Export. */

static void
stop_export (MzBoardPage *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->export, mz_pack_export_unref);
  if (self->progress != NULL)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->progress), FALSE);
}

static gboolean
tick_cb (gpointer data)
{
  MzBoardPage *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 mz_pack_export_progress (self->export));
  return G_SOURCE_CONTINUE;
}

static void
exported_cb (const char *path, const GError *error, gpointer data)
{
  MzBoardPage *self = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;

  if (error == NULL)
    text = g_strdup_printf (_ ("“%s” written"), name);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup_printf (_ ("“%s” was not written"), name);
  if (text != NULL)
    mz_workspace_tell (self->workspace, text, FALSE);
  else
    mz_tell_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                   _ ("The board pack was not exported"), error->message);
  stop_export (self);
}

static void
start_export (MzBoardPage *self, const char *path)
{
  stop_export (self);
  self->export = mz_pack_export_start (self->workspace, path, exported_cb, self);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->progress), TRUE);
  self->tick = g_timeout_add (PROGRESS_MS, tick_cb, self);
}

static void
export_answer_cb (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  GWeakRef *reference = g_object_get_data (G_OBJECT (parent), EXPORTING);
  g_autoptr (MzBoardPage) self = reference != NULL ? g_weak_ref_get (reference) : NULL;
  g_autofree char *refusal = NULL;

  if (self == NULL)
    return;
  if (confirmed || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      start_export (self, path);
      return;
    }
  refusal = g_strdup_printf (_ ("A file “%s” is there already; choose another name."), path);
  mz_tell_error (parent, _ ("The board pack was not exported"), refusal);
}

static void
reference_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
ask_export (GtkWidget *widget, const char *file)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, widget);
  g_object_set_data_full (G_OBJECT (root), EXPORTING, reference, reference_free);
  mz_choose_file (GTK_WINDOW (root),
                  &(MzFileQuestion){_ ("Export Board Pack"), TRUE, file, MZ_FILE_PACK},
                  export_answer_cb, NULL);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_export (widget, _ ("board-pack.pdf"));
}

static void
export_slides_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_export (widget, _ ("board-pack.pptx"));
}

static void
export_workbook_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_export (widget, _ ("board-pack.xlsx"));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzBoardPage *self = MZ_BOARD_PAGE (widget);

  if (self->export != NULL)
    mz_pack_export_cancel (self->export);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzBoardPage *self = MZ_BOARD_PAGE (widget);
  const MzReport *pack = report (self);
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_scene_free);

  for (guint i = 0; i < mz_report_n_pages (pack); i++)
    g_ptr_array_add (pages, mz_print_copy (mz_report_page (pack, i)));
  mz_print (GTK_WINDOW (gtk_widget_get_root (widget)), mz_scene_title (mz_report_page (pack, 0)),
            pages, MZ_THEME_PRINT);
}

/* The widget. */

static void
mz_board_page_dispose (GObject *object)
{
  MzBoardPage *self = MZ_BOARD_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->export, mz_pack_export_unref);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_BOARD_PAGE);
  forget (self);
  g_clear_pointer (&self->laid_out, g_free);
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
  gtk_widget_class_install_action (widget_class, "pack.export-slides", NULL, export_slides_action);
  gtk_widget_class_install_action (widget_class, "pack.export-workbook", NULL,
                                   export_workbook_action);
  gtk_widget_class_install_action (widget_class, "pack.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "pack.print", NULL, print_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, settings);
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, grid);
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, count);
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MzBoardPage, bar);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* The half that opens the other formats has only a tooltip, which screen readers are not told. */
static void
name_menu (GtkWidget *button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_MENU_BUTTON (child))
        continue;
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Other Formats"), -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (child)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Other Formats"), -1);
    }
}

static void
mz_board_page_init (MzBoardPage *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_menu (self->export_button);
  gtk_widget_set_layout_manager (self->grid, mz_columns_layout_new (PAGE_WIDTH, MOST_COLUMNS, 20));
}

GtkWidget *
mz_board_page_new (MzWorkspace *workspace)
{
  MzBoardPage *self = g_object_new (MZ_TYPE_BOARD_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_box_append (GTK_BOX (self->settings), mz_pack_settings_new (workspace));
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "loss-changed", G_CALLBACK (loss_changed_cb), self);
  return GTK_WIDGET (self);
}
