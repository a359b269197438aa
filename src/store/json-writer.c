/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writes JSON. json-glib's own generator is not used: it writes infinities and prints 1e21 as `1e+21.0`, and keeps
 * members in the order of their creation, so that equal models would give different files. */

#include "config.h"

#include "mezasu/json.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* A list of plain values stays on one line up to this width, as the house style has it. */
#define LINE_WIDTH 100

typedef struct
{
  GString *text;
  gboolean pretty;
} Writer;

/* Characters that are legal in JSON but that an editor hides, breaks a line at or uses to reorder what is shown. */
static gboolean
is_unsafe (gunichar c)
{
  if (c >= 0x7F && c <= 0x9F)
    return TRUE;
  if (c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
      (c >= 0x2066 && c <= 0x2069))
    return TRUE;
  return c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static void
append_escape (GString *text, gunichar c)
{
  static const char letters[] = "btn\0fr";
  if (c == '"' || c == '\\')
    g_string_append_printf (text, "\\%c", (char)c);
  else if (c >= '\b' && c <= '\r' && c != '\v')
    g_string_append_printf (text, "\\%c", letters[c - '\b']);
  else if (c <= 0xFFFF)
    g_string_append_printf (text, "\\u%04x", c);
  else
    g_string_append_printf (text, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10),
                            0xDC00 + (c & 0x3FF));
}

static void
write_string (Writer *writer, const char *string)
{
  g_autofree char *mended =
      g_utf8_validate (string, -1, NULL) ? NULL : g_utf8_make_valid (string, -1);
  const char *at = mended != NULL ? mended : string;
  g_string_append_c (writer->text, '"');
  while (*at != '\0')
    {
      /* Most of a text needs no escape and is copied in runs. */
      const char *run = at;
      gunichar c = 0;
      while (*at != '\0')
        {
          c = g_utf8_get_char (at);
          if (c < 0x20 || c == '"' || c == '\\' || is_unsafe (c))
            break;
          at = g_utf8_next_char (at);
        }
      g_string_append_len (writer->text, run, at - run);
      if (*at == '\0')
        break;
      append_escape (writer->text, c);
      at = g_utf8_next_char (at);
    }
  g_string_append_c (writer->text, '"');
}

/* The shortest decimal that reads back as the same double. Fifteen digits are tried first: whatever a person typed with
 * at most fifteen digits comes out as it was, because %g drops trailing zeros. Numbers below the normal range have
 * fewer digits of their own. */
static void
write_double (Writer *writer, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  for (int digits = fabs (value) < DBL_MIN ? 1 : 15; digits <= 17; digits++)
    {
      char format[8];
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (number, sizeof number, format, value);
      if (g_ascii_strtod (number, NULL) == value)
        break;
    }
  g_string_append (writer->text, number);
  if (strpbrk (number, ".e") == NULL)
    g_string_append (writer->text, ".0");
}

static gboolean
write_scalar (Writer *writer, JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      return TRUE;
    case G_TYPE_DOUBLE:
      g_return_val_if_fail (isfinite (json_node_get_double (node)), FALSE);
      write_double (writer, json_node_get_double (node));
      return TRUE;
    case G_TYPE_BOOLEAN:
      g_string_append (writer->text, json_node_get_boolean (node) ? "true" : "false");
      return TRUE;
    case G_TYPE_STRING:
      write_string (writer, json_node_get_string (node));
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
break_line (Writer *writer, guint depth)
{
  if (!writer->pretty)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (writer->text, "  ");
}

static gboolean write_node (Writer *writer, JsonNode *node, guint depth);

static gboolean
is_plain_list (JsonArray *list)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (JSON_NODE_HOLDS_ARRAY (json_array_get_element (list, i)) ||
        JSON_NODE_HOLDS_OBJECT (json_array_get_element (list, i)))
      return FALSE;
  return TRUE;
}

/* Writes the list on the current line. FALSE, and nothing written, when it does not fit there. @fault tells whether the
 * reason was a value that cannot be written at all. */
static gboolean
write_list_inline (Writer *writer, JsonArray *list, gboolean *fault)
{
  gsize start = writer->text->len;
  /* Not g_strrstr_len(), which looks for the end of the text from its front and so makes writing quadratic. */
  const char *newline = memrchr (writer->text->str, '\n', start);
  gsize line_start = newline != NULL ? (gsize)(newline - writer->text->str) + 1 : 0;
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      if (i > 0)
        g_string_append (writer->text, ", ");
      *fault = !write_node (writer, json_array_get_element (list, i), MZ_JSON_MAX_DEPTH);
      /* One more for the bracket and one for the comma behind it. */
      if (*fault ||
          g_utf8_strlen (writer->text->str + line_start, writer->text->len - line_start) + 2 >
              LINE_WIDTH)
        {
          g_string_truncate (writer->text, start);
          return FALSE;
        }
    }
  g_string_append_c (writer->text, ']');
  return TRUE;
}

static gboolean
write_list (Writer *writer, JsonArray *list, guint depth)
{
  guint n = json_array_get_length (list);
  gboolean fault = FALSE;
  if (n == 0)
    {
      g_string_append (writer->text, "[]");
      return TRUE;
    }
  if (writer->pretty && is_plain_list (list) && write_list_inline (writer, list, &fault))
    return TRUE;
  if (fault)
    return FALSE;
  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      break_line (writer, depth + 1);
      if (!write_node (writer, json_array_get_element (list, i), depth + 1))
        return FALSE;
    }
  break_line (writer, depth);
  g_string_append_c (writer->text, ']');
  return TRUE;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
write_object (Writer *writer, JsonObject *object, guint depth)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer)name);
  g_ptr_array_sort (names, compare_members);

  g_string_append_c (writer->text, '{');
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      break_line (writer, depth + 1);
      write_string (writer, names->pdata[i]);
      g_string_append (writer->text, writer->pretty ? ": " : ":");
      if (!write_node (writer, json_object_get_member (object, names->pdata[i]), depth + 1))
        return FALSE;
    }
  if (names->len > 0)
    break_line (writer, depth);
  g_string_append_c (writer->text, '}');
  return TRUE;
}

/* Recursive, but never deeper than MZ_JSON_MAX_DEPTH. */
static gboolean
write_node (Writer *writer, JsonNode *node, guint depth)
{
  JsonNodeType type = json_node_get_node_type (node);
  g_return_val_if_fail (
      depth < MZ_JSON_MAX_DEPTH || type == JSON_NODE_VALUE || type == JSON_NODE_NULL, FALSE);
  switch (type)
    {
    case JSON_NODE_OBJECT:
      return write_object (writer, json_node_get_object (node), depth);
    case JSON_NODE_ARRAY:
      return write_list (writer, json_node_get_array (node), depth);
    case JSON_NODE_VALUE:
      return write_scalar (writer, node);
    case JSON_NODE_NULL:
    default:
      g_string_append (writer->text, "null");
      return TRUE;
    }
}

char *
mz_json_to_text (JsonNode *node, gboolean pretty)
{
  g_return_val_if_fail (node != NULL, NULL);

  Writer writer = {.text = g_string_new (NULL), .pretty = pretty};
  if (!write_node (&writer, node, 0))
    {
      g_string_free (writer.text, TRUE);
      return NULL;
    }
  if (pretty)
    g_string_append_c (writer.text, '\n');
  return g_string_free (writer.text, FALSE);
}
