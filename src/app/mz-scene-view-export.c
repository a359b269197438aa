/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Taking a picture elsewhere: clipboard, drag and drop, files. Always in the palette for paper white, whatever the style of
 * the window. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-scene-view-private.h"

#include "mezasu/file.h"
#include "mz-file-dialogs.h"
#include "mz-picture-save.h"

/* Pixels a point of pictures in PNG: sharp on a projector and on paper. */
#define PNG_SCALE 2.0
#define SAVING "mz-scene-to-save"

static void
add_bytes (GPtrArray *parts, const MzScene *scene, MzImageFormat format, const char *mime)
{
  g_autoptr (GBytes) bytes = mz_scene_render (scene, MZ_THEME_LIGHT, format, PNG_SCALE, NULL);

  if (bytes == NULL)
    return;
  g_ptr_array_add (parts, gdk_content_provider_new_for_bytes (mime, bytes));
  if (format == MZ_IMAGE_PNG)
    {
      g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
      if (texture != NULL)
        g_ptr_array_add (parts, gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture));
    }
}

GdkContentProvider *
mz_scene_view_content (MzSceneView *self)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const MzTable *table = mz_scene_table (scene);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  add_bytes (parts, scene, MZ_IMAGE_SVG, "image/svg+xml");
  add_bytes (parts, scene, MZ_IMAGE_PNG, "image/png");
  if (table != NULL)
    {
      g_autofree char *tsv = mz_table_to_tsv (table);
      g_autoptr (GBytes) bytes = g_bytes_new (tsv, strlen (tsv));
      g_ptr_array_add (parts,
                       gdk_content_provider_new_for_bytes ("text/tab-separated-values", bytes));
      g_ptr_array_add (parts, gdk_content_provider_new_typed (G_TYPE_STRING, tsv));
    }
  return gdk_content_provider_new_union ((GdkContentProvider **)parts->pdata, parts->len);
}

gboolean
mz_scene_view_save (MzSceneView *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  MzImageFormat format;

  if (!mz_image_format_from_name (path, &format))
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("“%s” names no picture format; its ending must be .svg, .png or .pdf."),
                   path);
      return FALSE;
    }
  bytes = mz_scene_render (mz_scene_view_scene (self), MZ_THEME_LIGHT, format, PNG_SCALE, error);
  return bytes != NULL &&
         mz_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GdkContentProvider) content = mz_scene_view_content (MZ_SCENE_VIEW (widget));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
save_answer_cb (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GWeakRef *reference = g_object_get_data (G_OBJECT (parent), SAVING);
  g_autoptr (MzSceneView) self = reference != NULL ? g_weak_ref_get (reference) : NULL;

  if (self == NULL)
    return;
  if (!confirmed && g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (&error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                 _ ("A file “%s” is there already; choose another name."), path);
  if (error != NULL || !mz_scene_view_save (self, path, &error))
    mz_tell_error (parent, _ ("The picture was not saved"), error->message);
}

static void
reference_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *file =
      g_strdup_printf ("%s.%s", mz_scene_name (mz_scene_view_scene (MZ_SCENE_VIEW (widget))),
                       strrchr (name, '-') + 1);
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, widget);
  g_object_set_data_full (G_OBJECT (root), SAVING, reference, reference_free);
  mz_choose_file (GTK_WINDOW (root),
                  &(MzFileQuestion){_ ("Save Picture"), TRUE, file, MZ_FILE_PICTURE},
                  save_answer_cb, NULL);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_picture_save_ask (MZ_SCENE_VIEW (widget));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_picture_print (MZ_SCENE_VIEW (widget));
}

void
mz_scene_view_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scene.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "scene.save-svg", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scene.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scene.save-png", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scene.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "scene.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "scene.copy",
                                       NULL);
}
