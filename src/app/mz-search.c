/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Finding records by what is written in them. */

#include "config.h"

#include "mz-search.h"

#include <string.h>

/* Characters of a snippet before the first word found, and in all. */
#define BEFORE 12
#define LENGTH 60

void
mz_hit_free (MzHit *self)
{
  g_object_unref (self->record);
  g_free (self->snippet);
  g_free (self);
}

char *
mz_search_fold (const char *text)
{
  /* NFKC joins half and full width; case folding may leave compositions open, so it comes before. */
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *joined = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKC);
  GString *folded = g_string_new (NULL);

  for (const char *p = joined; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* Katakana small a … small ke lie 0x60 behind their hiragana. */
      g_string_append_unichar (folded, c >= 0x30a1 && c <= 0x30f6 ? c - 0x60 : c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
holds_all (const char *folded, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Folding can change the number of characters, so the place of the word is looked for character by character. */
static char *
cut_snippet (const char *text, const char *word)
{
  long length = g_utf8_strlen (text, -1);
  long place = 0, from;
  g_autofree char *piece = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      g_autofree char *head =
          g_utf8_substring (p, 0, MIN (length - place, (long)strlen (word) + 4));
      g_autofree char *folded = mz_search_fold (head);
      if (g_str_has_prefix (folded, word))
        break;
    }
  from = place >= length || place <= BEFORE ? 0 : place - BEFORE;
  piece = g_utf8_substring (text, from, MIN (length, from + LENGTH));
  g_strdelimit (piece, "\n\r\t", ' ');
  return g_strconcat (from > 0 ? "…" : "", piece, from + LENGTH < length ? "…" : "", NULL);
}

/* The field of a record that holds the words, the title before all others; -1 for none. */
static int
find_field (MzRecord *record, char **words, char **text)
{
  const MzKind *kind = mz_record_kind (record);
  int title = mz_kind_find_flag (kind, MZ_FIELD_TITLE);

  for (int i = -1; i < (int)mz_kind_n_fields (kind); i++)
    {
      int index = i < 0 ? title : i;
      const MzField *field = index < 0 ? NULL : mz_kind_field (kind, (guint)index);
      g_autofree char *shown = NULL;
      g_autofree char *folded = NULL;
      if (field == NULL || (i >= 0 && index == title) || (field->flags & MZ_FIELD_INTERNAL) != 0 ||
          !(mz_field_is_text (field) || (field->flags & MZ_FIELD_CODE) != 0 ||
            field->type == MZ_TYPE_CHOICE))
        continue;
      if (!mz_record_has (record, field->name))
        continue;
      shown = mz_value_display (field, mz_record_value (record, (guint)index));
      folded = mz_search_fold (shown);
      if (!holds_all (folded, words))
        continue;
      *text = g_steal_pointer (&shown);
      return index;
    }
  return -1;
}

static void
search_kind (MzModel *model, const MzKind *kind, char **words, GPtrArray *first, GPtrArray *others,
             guint limit)
{
  guint n = mz_model_count (model, kind->name);

  for (guint i = 0; i < n && first->len < limit; i++)
    {
      MzRecord *record = mz_model_nth (model, kind->name, i);
      g_autofree char *text = NULL;
      int field = find_field (record, words, &text);
      gboolean titled =
          field >= 0 && (mz_kind_field (kind, (guint)field)->flags & MZ_FIELD_TITLE) != 0;
      MzHit *hit;
      if (field < 0 || (!titled && others->len >= limit))
        continue;
      hit = g_new (MzHit, 1);
      *hit = (MzHit){g_object_ref (record), (guint)field, cut_snippet (text, words[0])};
      g_ptr_array_add (titled ? first : others, hit);
    }
}

/* The words of a question, folded; ideographic spaces separate as well. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = mz_search_fold (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

GPtrArray *
mz_search (MzModel *model, const char *text, guint limit)
{
  const MzSchema *schema = mz_model_schema (model);
  g_auto (GStrv) words = split_words (text);
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_hit_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_hit_free);

  if (words[0] == NULL)
    return hits;
  for (guint k = 0; k < schema->n_kinds; k++)
    /* What a record was called last year would be found beside the record. */
    if (!g_str_equal (schema->kinds[k].name, "carried"))
      search_kind (model, &schema->kinds[k], words, hits, others, limit);
  while (others->len > 0 && hits->len < limit)
    g_ptr_array_add (hits, g_ptr_array_steal_index (others, 0));
  return hits;
}
