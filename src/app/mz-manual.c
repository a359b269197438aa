/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The manual. */

#include "config.h"

#include "mz-manual.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/language.h"
#include "mz-style.h"
#include "mz-wheel.h"

#define PAGE_WIDTH 760

static const char *
folder_of_manual (void)
{
  const char *other = g_getenv ("MEZASU_MANUAL_DIR");

  return other != NULL ? other : MZ_MANUAL_DIR;
}

char *
mz_manual_path (void)
{
  g_autofree char *name = g_strdup_printf ("manual.%s.md", mz_language ());

  return g_build_filename (folder_of_manual (), name, NULL);
}

char *
mz_manual_markup (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *markup = g_string_new (NULL);
  gboolean bold = FALSE, code = FALSE;

  for (const char *at = escaped; *at != '\0'; at++)
    if (!code && g_str_has_prefix (at, "**") && (bold || strstr (at + 2, "**") != NULL))
      {
        bold = !bold;
        g_string_append (markup, bold ? "<b>" : "</b>");
        at++;
      }
    else if (*at == '`' && (code || strchr (at + 1, '`') != NULL))
      {
        code = !code;
        g_string_append (markup, code ? "<tt>" : "</tt>");
      }
    else
      g_string_append_c (markup, *at);
  /* Marks that cross each other would break the markup; then the text stands as it is. */
  if (!pango_parse_markup (markup->str, -1, 0, NULL, NULL, NULL, NULL))
    g_string_assign (markup, escaped);
  return g_string_free (markup, FALSE);
}

static GtkWidget *
append_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = mz_manual_markup (text);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  /* A selectable label would take the focus, and with it the keys that scroll. */
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
append_item (GtkWidget *box, const char *mark, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *number = append_text (line, mark, NULL);

  gtk_label_set_wrap (GTK_LABEL (number), FALSE);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_set_hexpand (append_text (line, text, NULL), TRUE);
  gtk_widget_set_margin_start (line, 12);
  gtk_box_append (GTK_BOX (box), line);
}

/* ![what it shows](file) */
static void
append_picture (GtkWidget *box, const char *line, const char *folder)
{
  const char *middle = strstr (line, "](");
  const char *end = middle != NULL ? strchr (middle, ')') : NULL;
  g_autofree char *alt = NULL, *name = NULL, *path = NULL;
  GtkWidget *picture;

  if (end == NULL)
    return;
  alt = g_strndup (line + 2, (gsize)(middle - line - 2));
  name = g_strndup (middle + 2, (gsize)(end - middle - 2));
  path = g_build_filename (folder, name, NULL);
  picture = gtk_picture_new_for_filename (path);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), alt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, alt, -1);
  gtk_widget_add_css_class (picture, "card");
  gtk_box_append (GTK_BOX (box), picture);
}

/* Lines of one paragraph become one text; Japanese has no spaces between them. */
static void
join (GString *paragraph, const char *line)
{
  if (paragraph->len > 0 && (guchar)paragraph->str[paragraph->len - 1] < 0x80)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, line);
}

static void
end_paragraph (GtkWidget *box, GString *paragraph)
{
  const char *text = paragraph->str;
  gsize digits = strspn (text, "0123456789");

  if (paragraph->len == 0)
    return;
  if (g_str_has_prefix (text, "- "))
    append_item (box, "•", text + 2);
  else if (digits > 0 && g_str_has_prefix (text + digits, ". "))
    {
      g_autofree char *mark = g_strndup (text, digits + 1);
      append_item (box, mark, text + digits + 2);
    }
  else
    append_text (box, text, NULL);
  g_string_truncate (paragraph, 0);
}

static gboolean
begins_item (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return g_str_has_prefix (line, "- ") || (digits > 0 && g_str_has_prefix (line + digits, ". "));
}

GtkWidget *
mz_manual_view_new (const char *text, const char *folder)
{
  static const struct
  {
    const char *prefix;
    const char *css_class;
  } headings[] = {{"# ", "title-1"}, {"## ", "title-2"}, {"### ", "title-4"}};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      const char *css_class = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (headings); j++)
        if (g_str_has_prefix (line, headings[j].prefix))
          {
            css_class = headings[j].css_class;
            line += strlen (headings[j].prefix);
          }
      /* Comments are for those who write the manual. */
      if (g_str_has_prefix (line, "<!--"))
        continue;
      if (css_class != NULL || *line == '\0' || begins_item (line) || g_str_has_prefix (line, "!["))
        end_paragraph (box, paragraph);
      if (css_class != NULL)
        append_text (box, line, css_class);
      else if (g_str_has_prefix (line, "!["))
        append_picture (box, line, folder);
      else if (*line != '\0')
        join (paragraph, line);
    }
  end_paragraph (box, paragraph);
  return box;
}

static GtkWidget *
make_content (void)
{
  g_autofree char *path = mz_manual_path ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    {
      GtkWidget *page = adw_status_page_new ();
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The manual is not installed"));
      return page;
    }
  return mz_manual_view_new (text, folder_of_manual ());
}

GtkWidget *
mz_manual_window_new (GtkWindow *parent)
{
  GtkWidget *window =
      g_object_new (ADW_TYPE_WINDOW, "title", _ ("Manual"), "transient-for", parent,
                    "destroy-with-parent", TRUE, "default-width", 860, "default-height", 760, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = make_content ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  mz_style_use ();
  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 36);
  gtk_widget_set_margin_start (content, 24);
  gtk_widget_set_margin_end (content, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PAGE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  /* The least height of a picture is none. */
  gtk_scrollable_set_vscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))),
      GTK_SCROLL_NATURAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  /* So that the arrows and Page Down scroll at once. */
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Manual"), -1);
  mz_wheel_attach (GTK_SCROLLED_WINDOW (scrolled));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                        gtk_shortcut_action_parse_string ("action(window.close)")));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_focus (GTK_WINDOW (window), scrolled);
  return window;
}
