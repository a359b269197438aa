/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The questions before a picture is saved. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mz-picture-save.h"

#include "mezasu/file.h"
#include "mz-file-dialogs.h"
#include "mz-print.h"
#include "mz-scene-view-private.h"

#define LEAST_WIDTH 160
#define LEAST_HEIGHT 120
#define MOST 4000
#define ASKING "mz-picture-asking"

static const struct
{
  const char *label;
  const char *ending;
} formats[] = {[MZ_IMAGE_SVG] = {"SVG", "svg"},
               [MZ_IMAGE_PNG] = {"PNG", "png"},
               [MZ_IMAGE_PDF] = {"PDF", "pdf"}};

static const char *const themes[] = {[MZ_THEME_LIGHT] = N_ ("Light"),
                                     [MZ_THEME_DARK] = N_ ("Dark"),
                                     [MZ_THEME_PRINT] = N_ ("Colours for print")};

/* The dialog, and after it the answer to its questions until a file is named. */
typedef struct
{
  GWeakRef view;
  MzPictureOrder order;
  GtkWidget *format, *width, *height, *scale, *theme;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_weak_ref_clear (&self->view);
  g_free (self);
}

GBytes *
mz_picture_render (MzSceneView *view, const MzPictureOrder *order, GError **error)
{
  g_autoptr (MzScene) scene = NULL;

  if (view->rigid)
    scene = mz_print_copy (mz_scene_view_scene (view));
  else
    scene = view->draw (view->data, view->workspace, MAX (order->width, LEAST_WIDTH),
                        MAX (order->height, LEAST_HEIGHT));
  return mz_scene_render (scene, order->theme, order->format, order->scale, error);
}

void
mz_picture_print (MzSceneView *view)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_scene_free);
  const MzScene *scene = mz_scene_view_scene (view);

  g_ptr_array_add (scenes, mz_print_copy (scene));
  mz_print (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))), mz_scene_title (scene), scenes,
            MZ_THEME_PRINT);
}

static gboolean
write_picture (MzSceneView *view, const MzPictureOrder *order, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mz_picture_render (view, order, error);

  return bytes != NULL && mz_file_check_free (path, error) &&
         mz_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static void
file_cb (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  Asking *self = g_object_get_data (G_OBJECT (parent), ASKING);
  g_autoptr (MzSceneView) view = self != NULL ? g_weak_ref_get (&self->view) : NULL;
  g_autoptr (GError) error = NULL;

  if (view == NULL)
    return;
  /* The ending that was typed wins over the format that was chosen. */
  mz_image_format_from_name (path, &self->order.format);
  if (!confirmed && g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (&error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                 _ ("A file “%s” is there already; choose another name."), path);
  if (error != NULL || !write_picture (view, &self->order, path, &error))
    mz_tell_error (parent, _ ("The picture was not saved"), error->message);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Asking *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (MzSceneView) view = g_weak_ref_get (&self->view);
  g_autofree char *name = NULL;

  if (view == NULL || !g_str_equal (response, "save"))
    return;
  self->order = (MzPictureOrder){
      .width = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->width)),
      .height = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->height)),
      .scale = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->scale)),
      .theme = (MzTheme)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->theme)),
      .format = (MzImageFormat)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->format)),
  };
  name = g_strdup_printf ("%s.%s", mz_scene_name (mz_scene_view_scene (view)),
                          formats[self->order.format].ending);
  mz_choose_file (parent, &(MzFileQuestion){_ ("Save Picture"), TRUE, name, MZ_FILE_PICTURE},
                  file_cb, NULL);
}

/* Only PNG is made of pixels. */
static void
format_cb (GtkDropDown *drop, GParamSpec *pspec, Asking *self)
{
  gtk_widget_set_sensitive (self->scale, gtk_drop_down_get_selected (drop) == MZ_IMAGE_PNG);
}

static void
add_row (GtkGrid *grid, int row, const char *label, GtkWidget *control)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), control);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, control, 1, row, 1, 1);
}

static GtkWidget *
number (double least, double most, double step, double value)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  return spin;
}

static GtkWidget *
make_questions (Asking *self, MzSceneView *view)
{
  const MzScene *scene = mz_scene_view_scene (view);
  GtkWidget *grid = gtk_grid_new ();
  GtkStringList *names = gtk_string_list_new (NULL), *palettes = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (names, formats[i].label);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    gtk_string_list_append (palettes, _ (themes[i]));
  self->format = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  self->width = number (LEAST_WIDTH, MOST, 10, mz_scene_width (scene));
  self->height = number (LEAST_HEIGHT, MOST, 10, mz_scene_height (scene));
  self->scale = number (1, 8, 1, 2);
  self->theme = gtk_drop_down_new (G_LIST_MODEL (palettes), NULL);
  gtk_widget_set_sensitive (self->width, !view->rigid);
  gtk_widget_set_sensitive (self->height, !view->rigid);
  g_signal_connect (self->format, "notify::selected", G_CALLBACK (format_cb), self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->format), MZ_IMAGE_PNG);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->theme), MZ_THEME_PRINT);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_row (GTK_GRID (grid), 0, _ ("_Format"), self->format);
  add_row (GTK_GRID (grid), 1, _ ("_Width in points"), self->width);
  add_row (GTK_GRID (grid), 2, _ ("_Height in points"), self->height);
  add_row (GTK_GRID (grid), 3, _ ("Pi_xels a point"), self->scale);
  add_row (GTK_GRID (grid), 4, _ ("_Colours"), self->theme);
  return grid;
}

void
mz_picture_save_ask (MzSceneView *view)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Save Picture"), NULL);
  Asking *self = g_new0 (Asking, 1);

  g_weak_ref_init (&self->view, view);
  g_object_set_data_full (G_OBJECT (parent), ASKING, self, asking_free);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_questions (self, view));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
