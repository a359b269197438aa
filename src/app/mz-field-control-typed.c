/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Controls in which a person types: entry, date, long text, and the switch. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-field-control-private.h"

#include "mz-display.h"

#define LONG_TEXT_HEIGHT 64
#define LONG_TEXT_MOST 220
/* A paragraph is laid out as a whole, in a time that grows with the square of its length. Longer ones are broken for the
 * eye at about this many characters; what is read back has no such breaks. */
#define PARAGRAPH_MOST 1000
#define SOFT_BREAK                                                                                 \
  "\xe2\x80\xa9" /* U+2029, which ends a line of the view without being typed by anybody */

/* Entry. */

static void
entry_changed_cb (GtkEditable *editable, MzFieldEditor *self)
{
  mz_field_editor_typed (self);
}

static void
entry_activate_cb (GtkEntry *entry, MzFieldEditor *self)
{
  if (!self->composing)
    mz_field_editor_end (self);
}

static void
entry_make (MzFieldEditor *self)
{
  gboolean number = !mz_field_is_text (self->def);

  self->control = gtk_entry_new ();
  gtk_widget_set_hexpand (self->control, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->control), mz_translate (self->def->hint));
  /* The words that stand in an empty entry may not find room. */
  if (self->def->hint != NULL)
    gtk_widget_set_tooltip_text (self->control, mz_translate (self->def->hint));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 6);
  if (number)
    gtk_widget_add_css_class (self->control, "numeric");
  gtk_box_append (GTK_BOX (self->slot), self->control);
  g_signal_connect (self->control, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (self->control, "activate", G_CALLBACK (entry_activate_cb), self);
  mz_field_editor_watch_text (
      self, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->control))));
}

static void
entry_show (MzFieldEditor *self, const MzValue *value)
{
  g_autofree char *text = mz_display_entry_text (self->workspace, self->def, value);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->control))))
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
}

static gboolean
entry_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->control));

  if (self->detour != NULL && text[strspn (text, " \t")] == '\0')
    return TRUE;
  return mz_value_parse (self->def, text, mz_workspace_unit (self->workspace), value, error);
}

const MzControl mz_control_entry = {entry_make, entry_show, entry_read};

/* Date: an entry with a calendar beside it. */

static void
day_selected_cb (GtkCalendar *calendar, MzFieldEditor *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (self->filling)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  mz_field_editor_end (self);
}

static void
calendar_shown_cb (GtkPopover *popover, MzFieldEditor *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->control)), "-", -1);

  if (g_strv_length (parts) == 3 &&
      mz_date_check (gtk_editable_get_text (GTK_EDITABLE (self->control))))
    day = g_date_time_new_local ((int)g_ascii_strtoll (parts[0], NULL, 10),
                                 (int)g_ascii_strtoll (parts[1], NULL, 10),
                                 (int)g_ascii_strtoll (parts[2], NULL, 10), 0, 0, 0);
  if (day == NULL)
    return;
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (gtk_popover_get_child (popover)), day);
  self->filling = FALSE;
}

static void
date_make (MzFieldEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  entry_make (self);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->control), _ ("YYYY-MM-DD"));
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a day"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mz_translate (self->def->label), -1);
  gtk_box_append (GTK_BOX (self->slot), button);
  gtk_widget_add_css_class (self->slot, "linked");
  g_signal_connect (popover, "show", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
}

const MzControl mz_control_date = {date_make, entry_show, entry_read};

/* Long text. */

/* The end of the piece of a paragraph that begins at @from: behind a space where there is one, never before a mark. */
static const char *
piece_end (const char *from, const char *end)
{
  const char *space = NULL, *at = from;

  for (guint n = 0; n < PARAGRAPH_MOST && at < end; n++, at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      space = g_utf8_next_char (at);
  if (at >= end)
    return end;
  if (space != NULL)
    return space;
  while (at < end &&
         (g_unichar_ismark (g_utf8_get_char (at)) || g_unichar_iszerowidth (g_utf8_get_char (at)) ||
          g_utf8_get_char (g_utf8_prev_char (at)) == 0x200d))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
has_long_paragraph (const char *text, const char *end)
{
  for (const char *at = text; at < end;)
    {
      const char *line = memchr (at, '\n', (gsize)(end - at));

      line = line != NULL ? line : end;
      /* A character has at most four bytes: the count is made only where it may matter. */
      if (line - at > PARAGRAPH_MOST && g_utf8_strlen (at, line - at) > 2 * PARAGRAPH_MOST)
        return TRUE;
      at = line + 1;
    }
  return FALSE;
}

static void
insert_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int length, MzFieldEditor *self)
{
  const char *end = text + (length >= 0 ? (gsize)length : strlen (text));

  if (!has_long_paragraph (text, end))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  for (const char *at = text; at < end;)
    {
      const char *line = memchr (at, '\n', (gsize)(end - at));
      const char *stop = line != NULL ? line + 1 : end;
      const char *piece = piece_end (at, stop);

      gtk_text_buffer_insert (buffer, place, at, (int)(piece - at));
      if (piece < stop)
        gtk_text_buffer_insert_with_tags_by_name (buffer, place, SOFT_BREAK, -1, "soft", NULL);
      at = piece;
    }
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, MzFieldEditor *self)
{
  mz_field_editor_typed (self);
}

/* A text view tells its height only once it has a width, so its frame follows in the next moment. */
static gboolean
fit_cb (gpointer data)
{
  MzFieldEditor *self = data;
  GtkWidget *scrolled = gtk_widget_get_parent (self->control);
  GtkAdjustment *height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  self->fit = 0;
  gtk_scrolled_window_set_min_content_height (
      GTK_SCROLLED_WINDOW (scrolled),
      CLAMP ((int)gtk_adjustment_get_upper (height), LONG_TEXT_HEIGHT, LONG_TEXT_MOST));
  return G_SOURCE_REMOVE;
}

static void
height_changed_cb (GtkAdjustment *height, MzFieldEditor *self)
{
  if (self->fit == 0 && gtk_widget_get_mapped (self->control) &&
      gtk_adjustment_get_upper (height) > gtk_adjustment_get_page_size (height))
    self->fit = g_idle_add (fit_cb, self);
}

static void
text_make (MzFieldEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scrolled);
  GtkTextBuffer *buffer;

  self->control = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->control), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->control), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->control), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->control), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->control), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->control), 8);
  gtk_scrolled_window_set_child (window, self->control);
  gtk_scrolled_window_set_policy (window, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (window, TRUE);
  gtk_scrolled_window_set_min_content_height (window, LONG_TEXT_HEIGHT);
  gtk_scrolled_window_set_max_content_height (window, LONG_TEXT_MOST);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (window), "changed",
                           G_CALLBACK (height_changed_cb), self, 0);
  gtk_widget_add_css_class (scrolled, "long-text");
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->slot), scrolled);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
  gtk_text_buffer_create_tag (buffer, "soft", NULL);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_cb), self);
  g_signal_connect (buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  mz_field_editor_watch_text (self, self->control);
}

static char *
buffer_text (MzFieldEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
  GtkTextTag *soft = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "soft");
  GString *text = g_string_new (NULL);
  GtkTextIter start, end;
  gboolean more = TRUE;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (more)
    {
      end = start;
      more = gtk_text_iter_forward_to_tag_toggle (&end, soft);
      if (!gtk_text_iter_has_tag (&start, soft))
        {
          g_autofree char *piece = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
          g_string_append (text, piece);
        }
      start = end;
    }
  return g_string_free (text, FALSE);
}

static void
text_show (MzFieldEditor *self, const MzValue *value)
{
  g_autofree char *old = buffer_text (self);
  const char *text = value->set ? value->text : "";

  if (!g_str_equal (old, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), text, -1);
}

static gboolean
text_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  g_autofree char *text = buffer_text (self);

  return mz_value_parse (self->def, text, MZ_MONEY_UNIT_YEN, value, error);
}

const MzControl mz_control_text = {text_make, text_show, text_read};

/* Switch. */

static void
active_cb (GtkSwitch *button, GParamSpec *pspec, MzFieldEditor *self)
{
  mz_field_editor_chosen (self);
}

static void
switch_make (MzFieldEditor *self)
{
  self->control = gtk_switch_new ();
  gtk_widget_set_halign (self->control, GTK_ALIGN_END);
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->slot), self->control);
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_HORIZONTAL);
  g_signal_connect (self->control, "notify::active", G_CALLBACK (active_cb), self);
}

static void
switch_show (MzFieldEditor *self, const MzValue *value)
{
  gtk_switch_set_active (GTK_SWITCH (self->control), value->set && value->integer != 0);
}

static gboolean
switch_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  value->set = TRUE;
  value->integer = gtk_switch_get_active (GTK_SWITCH (self->control));
  return TRUE;
}

const MzControl mz_control_switch = {switch_make, switch_show, switch_read};
