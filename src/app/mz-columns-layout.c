/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Height for width: the number of columns follows from the width alone, so measuring and allocating always agree. */

#include "config.h"

#include "mz-columns-layout.h"

#include "mz-style.h"

struct _MzColumnsLayout
{
  GtkLayoutManager parent_instance;
  int least_width;
  int most;
  int spacing;
};

G_DEFINE_FINAL_TYPE (MzColumnsLayout, mz_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

#define FOR_EACH_SHOWN(child, widget)                                                              \
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;         \
       child = next_shown (gtk_widget_get_next_sibling (child)))

static void
child_widths (GtkWidget *widget, int *minimum, int *natural, int *count)
{
  *minimum = *natural = *count = 0;
  FOR_EACH_SHOWN (child, widget)
  {
    int child_minimum, child_natural;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                        NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural = MAX (*natural, child_natural);
    *count += 1;
  }
}

static int
column_count (MzColumnsLayout *self, GtkWidget *widget, int width)
{
  int minimum, natural, count;

  child_widths (widget, &minimum, &natural, &count);
  minimum = MAX (minimum, (int)(self->least_width * mz_style_text_scale (widget)));
  return CLAMP ((width + self->spacing) / (minimum + self->spacing), 1,
                MAX (1, MIN (self->most, count)));
}

static int
row_height (MzColumnsLayout *self, GtkWidget *first, int columns, int width, GtkWidget **next)
{
  GtkWidget *child = first;
  int height = 0;

  for (int i = 0; i < columns && child != NULL; i++)
    {
      int minimum, natural;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
      height = MAX (height, MAX (minimum, natural));
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
  *next = child;
  return height;
}

static int
column_width (MzColumnsLayout *self, int columns, int width)
{
  return MAX (1, (width - (columns - 1) * self->spacing) / columns);
}

static void
mz_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  MzColumnsLayout *self = MZ_COLUMNS_LAYOUT (manager);
  int least, nice, count;

  child_widths (widget, &least, &nice, &count);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int columns = MAX (1, MIN (self->most, count));
      *minimum = least;
      *natural = MAX (least, nice * columns + (columns - 1) * self->spacing);
    }
  else
    {
      int width = for_size >= 0 ? for_size : MAX (least, nice);
      int columns = column_count (self, widget, width);
      int height = 0;
      GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

      while (child != NULL)
        {
          if (height > 0)
            height += self->spacing;
          height += row_height (self, child, columns, column_width (self, columns, width), &child);
        }
      *minimum = *natural = height;
    }
}

static void
mz_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  MzColumnsLayout *self = MZ_COLUMNS_LAYOUT (manager);
  int columns = column_count (self, widget, width);
  int each = column_width (self, columns, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      int row = row_height (self, child, columns, each, &next);

      for (int i = 0; child != next; i++)
        {
          int x = (rtl ? columns - 1 - i : i) * (each + self->spacing);
          gtk_widget_size_allocate (child, &(GtkAllocation){x, y, each, row}, -1);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      y += row + self->spacing;
    }
}

static GtkSizeRequestMode
mz_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mz_columns_layout_class_init (MzColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = mz_columns_layout_measure;
  manager_class->allocate = mz_columns_layout_allocate;
  manager_class->get_request_mode = mz_columns_layout_get_request_mode;
}

static void
mz_columns_layout_init (MzColumnsLayout *self)
{
}

GtkLayoutManager *
mz_columns_layout_new (int least_width, guint most, int spacing)
{
  MzColumnsLayout *self = g_object_new (MZ_TYPE_COLUMNS_LAYOUT, NULL);

  self->least_width = least_width;
  self->most = (int)most;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
