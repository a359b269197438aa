/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pages: the table of pages, every page for a whole firm, for nothing, and for texts that nobody should write. With
 * MEZASU_TEST_PICTURES set, pictures of all of them are left there for a person to look at. */

#include "config.h"

#include <string.h>

#include "widget-fixture.h"

#include "mz-columns-layout.h"
#include "mz-computed.h"
#include "mz-field-editor.h"
#include "mz-pages.h"
#include "mz-picture.h"
#include "mz-record-table.h"
#include "mz-scene-view.h"

static void
test_table (void)
{
  const MzPageInfo *page;
  const MzSchema *schema = mz_schema_default ();

  for (guint i = 0; (page = mz_pages_nth (i)) != NULL; i++)
    {
      g_assert_true (mz_pages_find (page->name) == page);
      g_assert_cmpuint (page->n_blocks, >, 0);
      for (guint j = 0; j < page->n_blocks; j++)
        {
          const MzBlock *block = &page->blocks[j];
          g_auto (GStrv) names = NULL;

          g_test_message ("%s: %s", page->name, block->what);
          g_assert_false (block->half && j + 1 == page->n_blocks);
          if (block->type == MZ_BLOCK_CHART)
            g_assert_nonnull (mz_chart_find (block->what));
          if (block->type != MZ_BLOCK_TABLE && block->type != MZ_BLOCK_FORM)
            continue;
          g_assert_nonnull (mz_schema_kind (schema, block->what));
          names = g_strsplit (block->fields, " ", -1);
          for (guint k = 0; names[k] != NULL; k++)
            g_assert_true (mz_kind_find (mz_schema_kind (schema, block->what), names[k]) >= 0 ||
                           mz_computed_find (block->what, names[k]) != NULL);
        }
    }
  g_assert_null (mz_pages_find ("nowhere"));
  g_assert_cmpstr (mz_pages_for_kind ("risk")->name, ==, "risks");
  g_assert_cmpstr (mz_pages_for_kind ("flow")->name, ==, "organisation");
  g_assert_cmpstr (mz_pages_for_kind ("damage_item")->name, ==, "gap");
  for (guint i = 0; i < schema->n_kinds; i++)
    g_assert_nonnull (mz_pages_for_kind (schema->kinds[i].name));
}

/* A context category stands on exactly one of the two pages of the context. */
static void
test_categories (void)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "context");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "category"));

  for (const MzChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      const char *const names[] = {"internal", "external"};
      const MzCategory *category = mz_category_find (choice->code);

      for (guint i = 0; i < 2; i++)
        {
          const MzPageInfo *page = mz_pages_find (names[i]);
          gboolean found = FALSE;
          for (guint j = 0; j < page->n_blocks; j++)
            if (page->blocks[j].filter != NULL)
              {
                g_auto (GStrv) codes =
                    g_strsplit (page->blocks[j].filter + strlen ("category="), " ", -1);
                found |= g_strv_contains ((const char *const *)codes, choice->code);
              }
          g_assert_cmpint (found, ==, category->external == (i == 1));
        }
    }
}

static void
check_canvases (GtkWidget *page)
{
  g_autoptr (GPtrArray) views = fixture_find_all (page, MZ_TYPE_SCENE_VIEW);

  for (guint i = 0; i < views->len; i++)
    {
      GtkAccessible *view = g_ptr_array_index (views, i);
      const MzScene *scene = mz_scene_view_scene (g_ptr_array_index (views, i));

      gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
      gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           mz_scene_title (scene));
    }
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < 4; i++, widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* A page builds what is seen first; what follows has no room at first. */
static gboolean
is_placed (gpointer page)
{
  g_autoptr (GPtrArray) labels = fixture_find_all (page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) && gtk_widget_get_width (labels->pdata[i]) == 0 &&
        *gtk_label_get_text (labels->pdata[i]) != '\0')
      return FALSE;
  return TRUE;
}

/* No label is wider than its place, and none is shortened without saying the whole in a tooltip. */
static void
check_labels (GtkWidget *page)
{
  g_autoptr (GPtrArray) labels = fixture_find_all (page, GTK_TYPE_LABEL);
  guint bad = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (labels, i);
      PangoLayout *layout = gtk_label_get_layout (label);
      int width;

      if (!gtk_widget_get_mapped (GTK_WIDGET (label)))
        continue;
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 ||
          (pango_layout_is_ellipsized (layout) && !has_tooltip (GTK_WIDGET (label))))
        {
          g_test_message ("cut: “%s”, %d in %d", gtk_label_get_text (label), width,
                          gtk_widget_get_width (GTK_WIDGET (label)));
          bad++;
        }
    }
  g_assert_cmpuint (bad, ==, 0);
}

static void
show_pages (MzWorkspace *workspace, const char *name)
{
  const MzPageInfo *info;
  int width = 1280, height = 800;
  const char *size = g_getenv ("MEZASU_TEST_SIZE");

  if (size != NULL)
    g_assert_cmpint (sscanf (size, "%dx%d", &width, &height), ==, 2);
  /* What the sidebar leaves. */
  width -= 212;
  for (guint i = 0; (info = mz_pages_nth (i)) != NULL; i++)
    {
      GtkWidget *page = mz_page_new (info, workspace);
      GtkWidget *window = fixture_show (page, width, height);
      g_autofree char *file = g_strdup_printf ("%s-%s", name, info->name);

      g_test_message ("%s: %d wide", file, gtk_widget_get_width (page));
      g_assert_cmpint (gtk_widget_get_width (page), <=, width);
      check_canvases (page);
      fixture_wait (is_placed, page);
      check_labels (page);
      g_assert_true (fixture_picture (page, file));
      if (g_getenv ("MEZASU_TEST_PICTURES") != NULL)
        {
          /* The whole page at once, for the eye. */
          GtkWidget *scrolled = fixture_find (page, GTK_TYPE_SCROLLED_WINDOW);
          GtkWidget *body = gtk_widget_get_first_child (
              gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)));
          g_autofree char *whole = g_strdup_printf ("%s-%s-whole", name, info->name);
          g_assert_true (fixture_picture (body, whole));
        }
      fixture_hide (window);
    }
}

static void
test_firm (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");

  show_pages (workspace, "firm");
  fixture_close (workspace);
}

static void
test_dark (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  show_pages (workspace, "dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  fixture_close (workspace);
}

static void
test_nothing (void)
{
  MzWorkspace *workspace = fixture_workspace (NULL);

  show_pages (workspace, "nothing");
  fixture_close (workspace);
}

static void
test_large_text (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  show_pages (workspace, "large");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  fixture_close (workspace);
}

/* Every text of every kind becomes one that nobody should write. */
static void
spoil (MzWorkspace *workspace, const char *text)
{
  MzModel *model = mz_workspace_model (workspace);
  const MzSchema *schema = mz_model_schema (model);
  MzEdit *edit = mz_edit_new ("spoil");

  for (guint i = 0; i < schema->n_kinds; i++)
    for (guint j = 0; j < mz_kind_n_fields (&schema->kinds[i]); j++)
      {
        const MzField *field = mz_kind_field (&schema->kinds[i], j);
        glong most = field->type == MZ_TYPE_LONG_TEXT ? MZ_LONG_TEXT_MAX : MZ_TEXT_MAX;
        g_autofree char *cut = g_utf8_substring (text, 0, MIN (most, g_utf8_strlen (text, -1)));

        if (field->type != MZ_TYPE_TEXT && field->type != MZ_TYPE_LONG_TEXT)
          continue;
        for (guint k = 0; k < MIN (3, mz_model_count (model, schema->kinds[i].name)); k++)
          mz_edit_set_text (edit, &schema->kinds[i],
                            mz_record_id (mz_model_nth (model, schema->kinds[i].name, k)),
                            field->name, cut);
      }
  g_assert_true (mz_workspace_edit (workspace, edit, NULL));
}

static void
test_nasty (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");

  spoil (workspace,
         "<b>& שלום مرحبا 😀👨‍👩‍👧‍👦 \"'</span> 髙﨑①〜");
  show_pages (workspace, "nasty");
  fixture_close (workspace);
}

static void
test_long (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  g_autofree char *text = g_strnfill (100000, 'W');

  spoil (workspace, text);
  show_pages (workspace, "long");
  fixture_close (workspace);
}

static void
test_follows_edit (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *page = mz_page_new (mz_pages_find ("risks"), workspace);
  GtkWidget *window = fixture_show (page, 1000, 800);
  g_autoptr (GPtrArray) views = fixture_find_all (page, MZ_TYPE_SCENE_VIEW);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  MzRecord *risk = mz_model_nth (mz_workspace_model (workspace), "risk", 0);
  int field = mz_kind_find (mz_record_kind (risk), "likelihood");
  MzValue level = {TRUE, {.integer = 1}};
  guint changed = 0;

  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (before, mz_scene_to_text (mz_scene_view_scene (g_ptr_array_index (views, i))));
  g_assert_true (mz_workspace_set_value (workspace, risk, (guint)field, &level, NULL));
  for (guint i = 0; i < views->len; i++)
    {
      g_autofree char *after =
          mz_scene_to_text (mz_scene_view_scene (g_ptr_array_index (views, i)));
      changed += !g_str_equal (after, g_ptr_array_index (before, i));
    }
  g_assert_cmpuint (changed, >=, 1);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_columns (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int height;

  gtk_widget_set_layout_manager (box, mz_columns_layout_new (100, 2, 10));
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
      gtk_widget_set_size_request (child, 50, 40);
      gtk_box_append (GTK_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 209, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 3 * 40 + 2 * 10);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 210, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 2 * 40 + 10);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 1000, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 2 * 40 + 10);
  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/pages/table", test_table);
  g_test_add_func ("/app/pages/categories", test_categories);
  g_test_add_func ("/app/pages/columns", test_columns);
  g_test_add_func ("/app/pages/firm", test_firm);
  g_test_add_func ("/app/pages/dark", test_dark);
  g_test_add_func ("/app/pages/nothing", test_nothing);
  g_test_add_func ("/app/pages/large-text", test_large_text);
  g_test_add_func ("/app/pages/nasty", test_nasty);
  g_test_add_func ("/app/pages/long", test_long);
  g_test_add_func ("/app/pages/follows-edit", test_follows_edit);
  return g_test_run ();
}
