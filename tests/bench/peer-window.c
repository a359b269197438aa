/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The least that a program like Mezasu can be: a GTK 4 window with a list and a canvas. */

#include "config.h"

#include <gtk/gtk.h>

#define SIDE 5

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer unused)
{
  for (int i = 0; i < SIDE * SIDE; i++)
    {
      double x = i % SIDE * (double)width / SIDE, y = i / SIDE * (double)height / SIDE;
      cairo_rectangle (cr, x, y, (double)width / SIDE - 2, (double)height / SIDE - 2);
      cairo_set_source_rgb (cr, 0.7 + 0.01 * i, 0.9 - 0.02 * i, 0.6);
      cairo_fill (cr);
      cairo_arc (cr, x + 20, y + 20, 10, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
      cairo_stroke (cr);
    }
}

static void
activate_cb (GtkApplication *application, gpointer unused)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *canvas = gtk_drawing_area_new ();
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Entry number %d", i + 1);
      gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new (text));
    }
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (canvas), draw_cb, NULL, NULL);
  gtk_widget_set_hexpand (canvas, TRUE);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.mezasu.Peer", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
