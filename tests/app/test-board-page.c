/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The light table: choosing, ordering and wording pages as edits that can be undone, exporting on a worker that can be
 * stopped, refusals that leave the old file whole, and printing. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "widget-fixture.h"

#include "mezasu/report.h"
#include "mz-board-page.h"
#include "mz-file-dialogs.h"
#include "mz-pack-card.h"
#include "mz-pack-edit.h"
#include "mz-pack-export.h"
#include "mz-picture-save.h"
#include "mz-print.h"

#define CANCEL_MS 200

typedef struct
{
  MzWorkspace *workspace;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static Fixture
open_page (void)
{
  Fixture self = { fixture_workspace ("ec-site") };
  /* As in the window: what is out of sight is not drawn. */
  self.page = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self.page), mz_board_page_new (self.workspace));
  self.window = fixture_show (self.page, 1100, 800);
  fixture_settle ();
  return self;
}

static void
close_page (Fixture *self)
{
  fixture_hide (self->window);
  fixture_close (self->workspace);
}

static MzPackCard *
card_of (Fixture *self, const char *name)
{
  g_autoptr (GPtrArray) cards = fixture_find_all (self->page, MZ_TYPE_PACK_CARD);
  for (guint i = 0; i < cards->len; i++)
    if (strcmp (mz_pack_card_name (g_ptr_array_index (cards, i)), name) == 0)
      return g_ptr_array_index (cards, i);
  g_assert_not_reached ();
}

/* The first names on the table. */
static char *
names_of (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) cards = fixture_find_all (self->page, MZ_TYPE_PACK_CARD);
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s ", mz_pack_card_name (g_ptr_array_index (cards, i)));
  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture *self, const char *expected)
{
  g_autofree char *names = names_of (self, 4);
  g_assert_cmpstr (names, ==, expected);
}

static MzPackSlide
slide_of (Fixture *self, const char *name)
{
  g_autoptr (GPtrArray) slides = mz_pack_slides (mz_workspace_model (self->workspace), MZ_AUDIENCE_KEPT);
  for (guint i = 0; i < slides->len; i++)
    if (strcmp (((MzPackSlide *) slides->pdata[i])->page->name, name) == 0)
      return *(MzPackSlide *) slides->pdata[i];
  g_assert_not_reached ();
}

static void
test_order (void)
{
  Fixture self = open_page ();

  assert_names (&self, "board contents context forces ");
  gtk_widget_grab_focus (GTK_WIDGET (card_of (&self, "contents")));
  gtk_widget_activate_action (GTK_WIDGET (card_of (&self, "contents")), "card.later", NULL);
  fixture_settle ();
  assert_names (&self, "board context contents forces ");
  /* The keyboard goes on with the same page. */
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (card_of (&self, "contents"))));
  gtk_widget_activate_action (GTK_WIDGET (card_of (&self, "board")), "card.earlier", NULL);
  fixture_settle ();
  assert_names (&self, "board context contents forces ");
  g_assert_true (mz_pack_move (self.workspace, "risks", "board"));
  fixture_settle ();
  assert_names (&self, "risks board context contents ");
  mz_workspace_undo (self.workspace);
  fixture_settle ();
  assert_names (&self, "board context contents forces ");
  mz_workspace_undo (self.workspace);
  fixture_settle ();
  assert_names (&self, "board contents context forces ");
  g_assert_cmpuint (mz_model_count (mz_workspace_model (self.workspace), "slide"), ==, 0);
  close_page (&self);
}

static void
test_chosen (void)
{
  Fixture self = open_page ();
  guint n = fixture_count (self.page, MZ_TYPE_PACK_CARD);

  gtk_widget_activate_action (GTK_WIDGET (card_of (&self, "context")), "card.toggle", NULL);
  fixture_settle ();
  g_assert_false (slide_of (&self, "context").shown);
  /* It stays on the table, where it was. */
  g_assert_cmpuint (fixture_count (self.page, MZ_TYPE_PACK_CARD), ==, n);
  assert_names (&self, "board contents context forces ");
  g_assert_true (mz_pack_set_audience (self.workspace, "workshop"));
  fixture_settle ();
  g_assert_true (slide_of (&self, "context").shown);
  g_assert_false (slide_of (&self, "money").shown);
  mz_workspace_undo (self.workspace);
  g_assert_false (slide_of (&self, "context").shown);
  g_assert_true (slide_of (&self, "money").shown);
  mz_workspace_undo (self.workspace);
  g_assert_true (slide_of (&self, "context").shown);
  close_page (&self);
}

static GtkWidget *
mark_of (MzPackCard *card)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (card), MZ_TYPE_PACK_CARD, "mark"));
}

static void
test_words (void)
{
  Fixture self = open_page ();
  MzRecord *firm = mz_model_single (mz_workspace_model (self.workspace), "organisation");
  MzRecord *risk = mz_model_nth (mz_workspace_model (self.workspace), "risk", 0);
  MzEdit *edit;

  mz_pack_card_word (card_of (&self, "risks"), "Where we stand", "Seven risks must go.");
  fixture_settle ();
  g_assert_cmpstr (slide_of (&self, "risks").title, ==, "Where we stand");
  g_assert_cmpstr (slide_of (&self, "risks").headline, ==, "Seven risks must go.");
  g_assert_nonnull (slide_of (&self, "risks").basis);
  g_assert_false (gtk_widget_get_visible (mark_of (card_of (&self, "risks"))));
  /* A risk more: the figures say something else now. */
  edit = mz_edit_new (NULL);
  mz_edit_delete (edit, mz_record_kind (risk), mz_record_id (risk));
  g_assert_true (mz_workspace_edit (self.workspace, edit, NULL));
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (mark_of (card_of (&self, "risks"))));
  /* Back to the figures, the title stays. */
  mz_pack_card_word (card_of (&self, "risks"), "Where we stand", NULL);
  fixture_settle ();
  g_assert_null (slide_of (&self, "risks").headline);
  g_assert_cmpstr (slide_of (&self, "risks").title, ==, "Where we stand");
  g_assert_false (gtk_widget_get_visible (mark_of (card_of (&self, "risks"))));
  mz_workspace_undo (self.workspace);
  g_assert_cmpstr (slide_of (&self, "risks").headline, ==, "Seven risks must go.");
  g_assert_nonnull (firm);
  close_page (&self);
}

/* Export. */

typedef struct
{
  gboolean done;
  gint64 when;
  GError *error;
} Outcome;

static void
exported_cb (const char *path, const GError *error, gpointer data)
{
  Outcome *outcome = data;
  outcome->done = TRUE;
  outcome->when = g_get_monotonic_time ();
  outcome->error = error != NULL ? g_error_copy (error) : NULL;
}

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->done;
}

static Outcome
export_to (MzWorkspace *workspace, const char *path)
{
  Outcome outcome = { FALSE };
  MzPackExport *export = mz_pack_export_start (workspace, path, exported_cb, &outcome);
  fixture_wait (is_done, &outcome);
  mz_pack_export_unref (export);
  return outcome;
}

static void
test_export (void)
{
  static const struct
  {
    const char *ending, *head;
  } formats[] = { { "pdf", "%PDF" }, { "pptx", "PK" }, { "xlsx", "PK" } };
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  g_autofree char *folder = g_dir_make_tmp ("mezasu-pack-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("pack.", formats[i].ending, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      Outcome outcome = export_to (workspace, path);
      g_assert_no_error (outcome.error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, formats[i].head));
      g_unlink (path);
    }
  g_rmdir (folder);
  fixture_close (workspace);
}

/* What went wrong is a sentence, and what was there is whole. */
static void
test_refusals (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzRecord *firm = mz_model_single (mz_workspace_model (workspace), "organisation");
  g_autofree char *folder = g_dir_make_tmp ("mezasu-pack-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pack.pptx", NULL);
  g_autofree char *lock = g_build_filename (folder, ".~lock.pack.pptx#", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "pack.pdf", NULL);
  g_autofree char *old = NULL;
  MzEdit *edit;
  Outcome outcome;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (g_file_set_contents (lock, "", -1, NULL));
  outcome = export_to (workspace, path);
  g_assert_error (outcome.error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT);
  g_clear_error (&outcome.error);
  g_unlink (lock);
  outcome = export_to (workspace, nowhere);
  g_assert_error (outcome.error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
  g_clear_error (&outcome.error);
  outcome = export_to (workspace, "/dev/full");
  g_assert_nonnull (outcome.error);
  g_clear_error (&outcome.error);
  /* A template that is no presentation. */
  edit = mz_edit_new (NULL);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "slide_template", path);
  g_assert_true (mz_workspace_edit (workspace, edit, NULL));
  outcome = export_to (workspace, path);
  g_assert_nonnull (outcome.error);
  g_assert_cmpuint (strlen (outcome.error->message), >, 10);
  g_clear_error (&outcome.error);
  g_assert_true (g_file_get_contents (path, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "old");
  g_unlink (path);
  g_rmdir (folder);
  fixture_close (workspace);
}

static void
test_cancel (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  g_autofree char *folder = g_dir_make_tmp ("mezasu-pack-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pack.pdf", NULL);
  Outcome outcome = { FALSE };
  MzPackExport *export;
  gint64 before;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  export = mz_pack_export_start (workspace, path, exported_cb, &outcome);
  before = g_get_monotonic_time ();
  mz_pack_export_cancel (export);
  fixture_wait (is_done, &outcome);
  g_assert_cmpint ((outcome.when - before) / 1000, <, CANCEL_MS);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  mz_pack_export_unref (export);
  /* The worker may still be in the middle of a step; it must not write. */
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *content = NULL;
      g_usleep (20000);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "old");
    }
  g_unlink (path);
  g_rmdir (folder);
  fixture_close (workspace);
}

/* Printing into a file, as the dialog of the toolkit offers it. */
static void
test_print (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  const MzChart *chart = mz_chart_find ("heat-map");
  MzChartRequest request = { mz_workspace_analysis (workspace), mz_workspace_scenario (workspace),
                             mz_workspace_measurer (workspace), chart->width, chart->height, MZ_MONEY_UNIT_MAN, TRUE };
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) mz_scene_free);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mezasu-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  /* Other back ends look for printers on the net. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  for (int i = 0; i < 2; i++)
    g_ptr_array_add (scenes, chart->draw (&request));
  operation = mz_print_new ("heat map", scenes, MZ_THEME_PRINT);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_assert_cmpuint (length, >, 4000);
  g_unlink (path);
  g_rmdir (folder);
  fixture_close (workspace);
}

/* A picture is laid out anew for the size that is asked for, and PNG has so many pixels a point. */
static void
test_picture (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *view = mz_scene_view_new_chart (workspace, mz_chart_find ("heat-map"));
  GtkWidget *window = fixture_show (view, 700, 560);
  MzPictureOrder order = { 800, 500, 3, MZ_THEME_DARK, MZ_IMAGE_PNG };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  fixture_settle ();
  png = mz_picture_render (MZ_SCENE_VIEW (view), &order, &error);
  g_assert_no_error (error);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2400);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1500);
  order.format = MZ_IMAGE_SVG;
  svg = mz_picture_render (MZ_SCENE_VIEW (view), &order, &error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), 400, "800"));
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/board-page/order", test_order);
  g_test_add_func ("/board-page/chosen", test_chosen);
  g_test_add_func ("/board-page/words", test_words);
  g_test_add_func ("/board-page/export", test_export);
  g_test_add_func ("/board-page/refusals", test_refusals);
  g_test_add_func ("/board-page/cancel", test_cancel);
  g_test_add_func ("/board-page/print", test_print);
  g_test_add_func ("/board-page/picture", test_picture);
  return g_test_run ();
}
