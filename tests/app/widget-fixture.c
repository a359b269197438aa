/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What tests of widgets share. */

#include "config.h"

#include "widget-fixture.h"

#define DEADLINE_US (10 * G_USEC_PER_SEC)

void
fixture_init (int *argc, char ***argv)
{
  mz_language_start (g_getenv ("MEZASU_TEST_LANGUAGE"));
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

MzWorkspace *
fixture_workspace (const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = NULL;

  if (sample != NULL)
    {
      g_autofree char *name = g_strconcat (sample, ".json", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), name, NULL);
      const char *wanted = g_getenv ("MEZASU_TEST_LANGUAGE");
      g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), path,
                                                 wanted != NULL ? wanted : mz_language (), &error);
      g_assert_no_error (error);
      document = mz_document_new_from_model (model, &error);
    }
  else
    document = mz_document_new (mz_schema_default (), &error);
  g_assert_no_error (error);
  return mz_workspace_new (document);
}

void
fixture_close (MzWorkspace *workspace)
{
  mz_document_close (mz_workspace_document (workspace), TRUE);
  g_assert_finalize_object (workspace);
}

void
fixture_settle (void)
{
  for (guint i = 0; i < 3; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

void
fixture_wait (FixtureCheck check, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (!check (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

GtkWidget *
fixture_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (is_shown, child);
  fixture_settle ();
  return window;
}

void
fixture_hide (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
fixture_find_all (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);
  return found;
}

GtkWidget *
fixture_find (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = fixture_find_all (widget, type);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

guint
fixture_count (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = fixture_find_all (widget, type);

  return found->len;
}

static GskRenderNode *
node_of (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;
  GskRenderNode *node = NULL;

  /* There is none before the first frame. */
  while (node == NULL && g_get_monotonic_time () < deadline)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GdkRGBA ground = {1, 1, 1, 1};

      fixture_settle ();
      /* What the window would paint behind it. */
      gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                      &ground);
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                      (float)gtk_widget_get_height (widget)));
      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
      node = gtk_snapshot_free_to_node (snapshot);
    }
  return node;
}

gboolean
fixture_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("MEZASU_TEST_PICTURES");
  GskRenderNode *node = node_of (widget);
  g_autoptr (GdkTexture) texture = NULL;

  if (node == NULL)
    return FALSE;
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                   &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                        (float)gtk_widget_get_height (widget)));
  gsk_render_node_unref (node);
  if (folder != NULL)
    {
      g_autofree char *file = g_strconcat (name, ".png", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_assert_true (gdk_texture_save_to_png (texture, path));
    }
  return TRUE;
}
