/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The gate that JSON passes before json-glib: one walk over the text with a stack of our own, so that no nesting can
 * exhaust the machine's. It builds nothing; it only finds the first place where the text is not what RFC 8259 and
 * mezasu/json.h describe. */

#include "config.h"

#include "mezasu/json.h"

#include "json-gate-private.h"
#include "mezasu/file.h"
#include "mezasu/store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a node costs in json-glib 1.6 on a 64-bit machine, measured with a million of each and rounded up. */
#define VALUE_BYTES 80
#define MEMBER_BYTES 100
#define LIST_BYTES 120
#define OBJECT_BYTES 450

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COMMA_OR_END,
} Expect;

typedef struct
{
  char closer;      /* ] or } */
  guint first_name; /* where this object's names begin in Walk.names */
} Frame;

typedef struct
{
  MzJsonGate gate;
  Frame frames[MZ_JSON_MAX_DEPTH];
  guint depth;
  GArray *names; /* MzJsonName of all open objects */
  gsize memory;
  Expect expect;
} Walk;

static void
clear_name (gpointer data)
{
  MzJsonName *name = data;
  g_free (name->owned);
}

static void
skip_space (MzJsonGate *gate)
{
  while (gate->at < gate->end &&
         (*gate->at == ' ' || *gate->at == '\n' || *gate->at == '\r' || *gate->at == '\t'))
    gate->at++;
}

static gboolean
spend (Walk *walk, gsize bytes)
{
  walk->memory += bytes;
  if (walk->memory <= MZ_JSON_MAX_MEMORY)
    return TRUE;
  walk->gate.too_much = TRUE;
  return mz_json_gate_refuse (&walk->gate, walk->gate.at,
                              N_ ("from here on it holds more values than fit into memory"));
}

/* By length and bytes, then by place, so that of two equal names the later one comes second. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MzJsonName *first = a;
  const MzJsonName *second = b;
  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;
  int order = memcmp (first->name, second->name, first->length);
  if (order != 0)
    return order;
  return first->at < second->at ? -1 : first->at > second->at;
}

/* Sorting, not hashing: a text made to collide cannot slow it down. */
static gboolean
check_names (Walk *walk, guint first)
{
  MzJsonName *names = (MzJsonName *)(gpointer)walk->names->data + first;
  guint n = walk->names->len - first;
  const char *twin = NULL;
  if (n > 1)
    qsort (names, n, sizeof (MzJsonName), compare_names);
  for (guint i = 1; i < n; i++)
    if (names[i].length == names[i - 1].length &&
        memcmp (names[i].name, names[i - 1].name, names[i].length) == 0 &&
        (twin == NULL || names[i].at < twin))
      twin = names[i].at;
  if (twin != NULL)
    return mz_json_gate_refuse (&walk->gate, twin,
                                N_ ("this name is already in use in the same object"));
  g_array_set_size (walk->names, first);
  return TRUE;
}

static gboolean
open_frame (Walk *walk, char closer)
{
  if (walk->depth == MZ_JSON_MAX_DEPTH)
    return mz_json_gate_refuse (&walk->gate, walk->gate.at,
                                N_ ("lists and objects are nested at most 64 deep"));
  if (!spend (walk, closer == ']' ? LIST_BYTES : OBJECT_BYTES))
    return FALSE;
  walk->frames[walk->depth++] = (Frame){.closer = closer, .first_name = walk->names->len};
  walk->expect = closer == ']' ? EXPECT_VALUE_OR_END : EXPECT_NAME_OR_END;
  walk->gate.at++;
  return TRUE;
}

static gboolean
close_frame (Walk *walk)
{
  Frame *frame = &walk->frames[walk->depth - 1];
  if (frame->closer == '}' && !check_names (walk, frame->first_name))
    return FALSE;
  walk->depth--;
  walk->expect = EXPECT_COMMA_OR_END;
  walk->gate.at++;
  return TRUE;
}

static gboolean
read_value (Walk *walk)
{
  MzJsonGate *gate = &walk->gate;
  const char *start = gate->at;
  gboolean escaped;
  gboolean read;
  walk->expect = EXPECT_COMMA_OR_END;
  switch (*start)
    {
    case '[':
      return open_frame (walk, ']');
    case '{':
      return open_frame (walk, '}');
    case '"':
      read = mz_json_gate_string (gate, &escaped);
      break;
    case '-':
    case '0' ... '9':
      read = mz_json_gate_number (gate);
      break;
    default:
      read = mz_json_gate_word (gate);
      break;
    }
  return read && spend (walk, VALUE_BYTES + (*start == '"' ? gate->at - start : 0));
}

static gboolean
read_name (Walk *walk)
{
  MzJsonGate *gate = &walk->gate;
  const char *start = gate->at;
  gboolean escaped;
  if (*start != '"')
    return mz_json_gate_refuse (gate, start,
                                N_ ("a name in double quotation marks is needed here"));
  if (walk->names->len - walk->frames[walk->depth - 1].first_name == MZ_JSON_MAX_MEMBERS)
    return mz_json_gate_refuse (
        gate, start, N_ ("an object has at most 1,000 members; longer collections are lists"));
  if (!mz_json_gate_string (gate, &escaped))
    return FALSE;
  MzJsonName name = {.at = start, .name = start + 1, .length = gate->at - start - 2};
  if (escaped)
    name.name = name.owned = mz_json_gate_unescape (start + 1, gate->at - 1, &name.length);
  g_array_append_val (walk->names, name);
  skip_space (gate);
  if (gate->at == gate->end || *gate->at != ':')
    return mz_json_gate_refuse (gate, gate->at,
                                N_ ("a colon is needed between a name and its value"));
  gate->at++;
  walk->expect = EXPECT_VALUE;
  return spend (walk, MEMBER_BYTES + name.length);
}

/* After a value inside a list or an object. */
static gboolean
read_comma (Walk *walk)
{
  char closer = walk->frames[walk->depth - 1].closer;
  if (*walk->gate.at == closer)
    return close_frame (walk);
  if (*walk->gate.at != ',')
    return mz_json_gate_refuse (&walk->gate, walk->gate.at,
                                closer == ']'
                                    ? N_ ("a comma or the closing ] of the list is needed here")
                                    : N_ ("a comma or the closing } of the object is needed here"));
  walk->gate.at++;
  walk->expect = closer == ']' ? EXPECT_VALUE : EXPECT_NAME;
  return TRUE;
}

static gboolean
read_token (Walk *walk)
{
  switch (walk->expect)
    {
    case EXPECT_VALUE_OR_END:
      return *walk->gate.at == ']' ? close_frame (walk) : read_value (walk);
    case EXPECT_NAME_OR_END:
      return *walk->gate.at == '}' ? close_frame (walk) : read_name (walk);
    case EXPECT_NAME:
      return read_name (walk);
    case EXPECT_COMMA_OR_END:
      return read_comma (walk);
    case EXPECT_VALUE:
    default:
      return read_value (walk);
    }
}

/* One document, then nothing. */
static gboolean
walk_text (Walk *walk)
{
  MzJsonGate *gate = &walk->gate;
  for (;;)
    {
      skip_space (gate);
      gboolean complete = walk->depth == 0 && walk->expect == EXPECT_COMMA_OR_END;
      if (complete && gate->at == gate->end)
        return TRUE;
      if (complete)
        return mz_json_gate_refuse (gate, gate->at, N_ ("the text ends after its first value"));
      if (gate->at == gate->end)
        return mz_json_gate_refuse (
            gate, gate->at,
            walk->depth == 0
                ? N_ ("the text holds nothing; a value is needed")
                : N_ ("the text ends here although a list or an object is still open"));
      if (!read_token (walk))
        return FALSE;
    }
}

/* What json-glib could not even be shown: other encodings, and bytes that are no characters. */
static gboolean
check_bytes (MzJsonGate *gate)
{
  gsize length = gate->end - gate->text;
  const char *bad;
  if (length >= 2 &&
      (memcmp (gate->text, "\xFF\xFE", 2) == 0 || memcmp (gate->text, "\xFE\xFF", 2) == 0))
    return mz_json_gate_refuse (
        gate, gate->text, N_ ("the text is UTF-16; save it as UTF-8 without a byte order mark"));
  if (length >= 3 && memcmp (gate->text, "\xEF\xBB\xBF", 3) == 0)
    return mz_json_gate_refuse (
        gate, gate->text,
        N_ ("the text begins with a byte order mark; save it as UTF-8 without one"));
  if (g_utf8_validate_len (gate->text, length, &bad))
    return TRUE;
  return mz_json_gate_refuse (gate, bad,
                              *bad == '\0' ? N_ ("a zero byte is not allowed in a text")
                                           : N_ ("this byte is not UTF-8; save the text as UTF-8"));
}

/* Lines end with LF, CR or CR LF; columns count characters. The text before the fault is valid UTF-8. */
static void
locate (const MzJsonGate *gate, guint *line, guint *column)
{
  *line = *column = 1;
  for (const char *at = gate->text; at < gate->fault_at; at++)
    {
      gboolean pair = *at == '\r' && at + 1 < gate->end && at[1] == '\n';
      if (*at == '\n' || (*at == '\r' && !pair))
        {
          ++*line;
          *column = 1;
        }
      else if (((guchar)*at & 0xC0) != 0x80)
        ++*column;
    }
}

static void
set_error (const MzJsonGate *gate, const char *name, GError **error)
{
  guint line, column;
  g_autofree char *shown = g_filename_display_name (name);
  locate (gate, &line, &column);
  g_set_error (
      error, MZ_STORE_ERROR, gate->too_much ? MZ_STORE_ERROR_REFUSED : MZ_STORE_ERROR_MALFORMED,
      /* Translators: the last placeholder is the rest of the sentence: what would be right at that place. */
      _ ("“%s”, line %u, column %u: %s."), shown, line, column,
      _ (gate->reason));
}

static gboolean
pass_gate (const char *text, gsize length, const char *name, GError **error)
{
  Walk walk = {.gate = {.text = text, .end = text + length, .at = text}, .expect = EXPECT_VALUE};
  walk.names = g_array_new (FALSE, FALSE, sizeof (MzJsonName));
  g_array_set_clear_func (walk.names, clear_name);
  gboolean passed = check_bytes (&walk.gate) && walk_text (&walk);
  g_array_unref (walk.names);
  if (!passed)
    set_error (&walk.gate, name, error);
  return passed;
}

JsonNode *
mz_json_parse (const char *text, gsize length, const char *name, GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (length > MZ_FILE_TEXT_LIMIT)
    {
      g_autofree char *shown = g_filename_display_name (name);
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                   _ ("“%s” is too large: a JSON text holds at most 64 MiB."), shown);
      return NULL;
    }
  if (!pass_gate (text != NULL ? text : "", length, name, error))
    return NULL;

  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) inner = NULL;
  if (!json_parser_load_from_data (parser, text, length, &inner))
    {
      g_autofree char *shown = g_filename_display_name (name);
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
                   _ ("“%s” cannot be read as JSON: %s."), shown, inner->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

JsonNode *
mz_json_load (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  gsize length;
  g_autofree char *text = mz_file_load (path, MZ_FILE_TEXT_LIMIT, &length, error);
  if (text == NULL)
    return NULL;
  return mz_json_parse (text, length, strcmp (path, "-") == 0 ? _ ("standard input") : path, error);
}
