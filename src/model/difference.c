/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Differences of two models, found by id and told in words. */

#include "config.h"

#include "mezasu/difference.h"

#include <glib/gi18n-lib.h>

#include "order-private.h"
#include "schema-private.h"
#include "words-private.h"

/* Where a UUID tells its version: 4 is random, 5 is made from a readable id. */
#define ID_VERSION 14
/* So few common records say nothing about the rest. */
#define FEW 8

struct _MzDifferences
{
  MzModel *before, *after;
  GArray *list;
};

static void
add (MzDifferences *self, MzDifferenceType type, MzRecord *before, MzRecord *after, int field)
{
  MzRecord *record = after != NULL ? after : before;
  MzDifference difference = {type, mz_record_kind (record), mz_record_id (record), field, before,
                             after};

  g_array_append_val (self->list, difference);
}

static void
compare_record (MzDifferences *self, MzRecord *before, MzRecord *after, GHashTable *moved)
{
  const MzKind *kind = mz_record_kind (after);
  guint position = mz_kind_position (kind), n = mz_kind_n_fields (kind);

  for (guint i = 0; i < n; i++)
    if (i == position ? moved != NULL && g_hash_table_contains (moved, mz_record_id (after))
                      : !mz_value_equal (mz_kind_field (kind, i), mz_record_value (before, i),
                                         mz_record_value (after, i)))
      add (self, MZ_DIFFERENCE_CHANGED, before, after, (int)i);
}

/* The record of @kind with the id of @record; one of another kind is another record. */
static MzRecord *
same_in (MzModel *model, MzRecord *record)
{
  MzRecord *other = mz_model_find (model, mz_record_id (record));

  return other != NULL && mz_record_kind (other) == mz_record_kind (record) ? other : NULL;
}

static void
compare_kind (MzDifferences *self, const MzKind *kind)
{
  g_autoptr (GHashTable) moved = mz_order_moved (self->before, self->after, kind);
  guint n = mz_model_count (self->after, kind->name);

  for (guint i = 0; i < n; i++)
    {
      MzRecord *after = mz_model_nth (self->after, kind->name, i);
      MzRecord *before = same_in (self->before, after);

      if (before == NULL)
        add (self, MZ_DIFFERENCE_ADDED, NULL, after, -1);
      else
        compare_record (self, before, after, moved);
    }
  n = mz_model_count (self->before, kind->name);
  for (guint i = 0; i < n; i++)
    {
      MzRecord *before = mz_model_nth (self->before, kind->name, i);

      if (same_in (self->after, before) == NULL)
        add (self, MZ_DIFFERENCE_REMOVED, before, NULL, -1);
    }
}

MzDifferences *
mz_differences_new (MzModel *before, MzModel *after)
{
  MzDifferences *self;
  const MzSchema *schema;

  g_return_val_if_fail (MZ_IS_MODEL (before) && MZ_IS_MODEL (after), NULL);
  g_return_val_if_fail (mz_model_schema (before) == mz_model_schema (after), NULL);

  self = g_new0 (MzDifferences, 1);
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->list = g_array_new (FALSE, FALSE, sizeof (MzDifference));
  schema = mz_model_schema (before);
  for (guint i = 0; i < schema->n_kinds; i++)
    compare_kind (self, &schema->kinds[i]);
  return self;
}

void
mz_differences_free (MzDifferences *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->before);
  g_object_unref (self->after);
  g_array_unref (self->list);
  g_free (self);
}

guint
mz_differences_count (MzDifferences *self)
{
  return self->list->len;
}

const MzDifference *
mz_differences_nth (MzDifferences *self, guint index)
{
  g_return_val_if_fail (index < self->list->len, NULL);
  return &g_array_index (self->list, MzDifference, index);
}

char *
mz_value_words (MzModel *model, MzRecord *record, guint index)
{
  const MzKind *kind = mz_record_kind (record);
  const MzField *field = mz_kind_field (kind, index);
  const MzValue *value = mz_record_value (record, index);
  MzRecord *target =
      field->type == MZ_TYPE_REFERENCE && value->set ? mz_model_find (model, value->text) : NULL;
  g_autofree char *text = NULL;
  guint place = 0;

  if (index == mz_kind_position (kind) &&
      g_list_store_find (G_LIST_STORE (mz_model_list (model, kind->name)), record, &place))
    return g_strdup_printf ("%u", place + 1);
  text = target != NULL ? mz_record_label (target) : mz_value_display (field, value);
  if (*text == '\0')
    return g_strdup ("–");
  return g_strdelimit (g_steal_pointer (&text), "\n\r\t", ' ');
}

const char *
mz_field_words (const MzKind *kind, guint index)
{
  /* TRANSLATORS: where a record stands in its list, as a number */
  return index == mz_kind_position (kind) ? _ ("Place in the list")
                                          : mz_translate (mz_kind_field (kind, index)->label);
}

/* What a record without a title is known by: whom it belongs to, and what sets it apart among those. */
static char *
relation_words (MzModel *model, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & (MZ_FIELD_OWNER | MZ_FIELD_UNIQUE)) != 0 &&
        mz_record_value (record, i)->set)
      {
        g_autofree char *part = mz_value_words (model, record, i);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " – " : "", part);
      }
  if (text->len == 0)
    g_string_append (text, mz_translate (kind->label));
  return g_string_free (text, FALSE);
}

char *
mz_record_words (MzModel *model, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  int title = mz_kind_find_flag (kind, MZ_FIELD_TITLE);
  gboolean named = title >= 0 && mz_record_value (record, (guint)title)->set;
  g_autofree char *label = named ? g_strdelimit (mz_record_label (record), "\n\r\t", ' ')
                                 : relation_words (model, record);

  if (kind->singleton)
    return g_strdup (mz_translate (kind->label));
  /* TRANSLATORS: kind of a record and its title, as in: Risk “R-07 Card data stolen” */
  return g_strdup_printf (_ ("%s “%s”"), mz_translate (kind->label), label);
}

char *
mz_differences_value (MzDifferences *self, guint index, gboolean after)
{
  const MzDifference *difference = mz_differences_nth (self, index);
  MzRecord *record = after ? difference->after : difference->before;

  if (record == NULL || difference->field < 0)
    return g_strdup ("–");
  return mz_value_words (after ? self->after : self->before, record, (guint)difference->field);
}

char *
mz_differences_record (MzDifferences *self, guint index)
{
  const MzDifference *difference = mz_differences_nth (self, index);

  return difference->before != NULL ? mz_record_words (self->before, difference->before)
                                    : mz_record_words (self->after, difference->after);
}

const char *
mz_differences_what (MzDifferences *self, guint index)
{
  const MzDifference *difference = mz_differences_nth (self, index);

  switch (difference->type)
    {
    case MZ_DIFFERENCE_ADDED:
      return _ ("Record added");
    case MZ_DIFFERENCE_REMOVED:
      return _ ("Record deleted");
    case MZ_DIFFERENCE_CHANGED:
    default:
      return mz_field_words (difference->kind, (guint)difference->field);
    }
}

char *
mz_differences_words (MzDifferences *self, guint index)
{
  const MzDifference *difference = mz_differences_nth (self, index);
  g_autofree char *record = mz_differences_record (self, index);
  g_autofree char *before = mz_differences_value (self, index, FALSE);
  g_autofree char *after = mz_differences_value (self, index, TRUE);

  switch (difference->type)
    {
    case MZ_DIFFERENCE_ADDED:
      /* TRANSLATORS: a record in words, such as: Risk “R-07 Card data stolen” */
      return g_strdup_printf (_ ("%s: added"), record);
    case MZ_DIFFERENCE_REMOVED:
      return g_strdup_printf (_ ("%s: deleted"), record);
    case MZ_DIFFERENCE_CHANGED:
    default:
      /* TRANSLATORS: record, field, old value, new value. */
      return g_strdup_printf (_ ("%s: %s %s → %s"), record,
                              mz_field_words (difference->kind, (guint)difference->field), before,
                              after);
    }
}

/* How the records with one id look in two models. */
typedef struct
{
  guint records[2]; /* those that not every model has */
  guint common;
  guint alike;
  gboolean certain; /* one has an id that cannot be made twice */
} Kinship;

/* Whether two records of one id are one record and not two that people gave the same readable id: they have the same title, or the
 * same in all that is not words, which a translation leaves alone. */
static gboolean
are_alike (MzRecord *one, MzRecord *other)
{
  const MzKind *kind = mz_record_kind (one);
  int title = mz_kind_find_flag (kind, MZ_FIELD_TITLE);
  guint told = 0;

  if (title >= 0 &&
      mz_value_equal (mz_kind_field (kind, (guint)title), mz_record_value (one, (guint)title),
                      mz_record_value (other, (guint)title)))
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (mz_field_is_text (&kind->fields[i]) || !mz_record_value (one, i)->set)
        continue;
      told++;
      if (!mz_value_equal (&kind->fields[i], mz_record_value (one, i), mz_record_value (other, i)))
        return FALSE;
    }
  return told > 0;
}

static void
look_at_kind (MzModel *one, MzModel *other, const MzKind *kind, Kinship *kinship)
{
  guint n = mz_model_count (one, kind->name);

  kinship->records[0] += n;
  kinship->records[1] += mz_model_count (other, kind->name);
  for (guint i = 0; i < n && !kinship->certain; i++)
    {
      MzRecord *record = mz_model_nth (one, kind->name, i);
      MzRecord *twin = same_in (other, record);

      if (twin == NULL)
        continue;
      kinship->common++;
      kinship->alike += are_alike (record, twin);
      kinship->certain = mz_record_id (record)[ID_VERSION] == '4';
    }
}

gboolean
mz_models_related (MzModel *one, MzModel *other)
{
  const MzSchema *schema = mz_model_schema (one);
  Kinship kinship = {{0, 0}, 0, 0, FALSE};

  for (guint k = 0; k < schema->n_kinds; k++)
    if (!schema->kinds[k].singleton)
      look_at_kind (one, other, &schema->kinds[k], &kinship);
  if (kinship.certain || kinship.records[0] == 0 || kinship.records[1] == 0)
    return TRUE;
  return kinship.common < FEW ? kinship.common > 0 : kinship.alike * 3 >= kinship.common;
}

char *
mz_differences_remark (MzDifferences *self)
{
  if (self->list->len == 0)
    return g_strdup (_ ("The records are the same."));
  if (!mz_models_related (self->before, self->after))
    return g_strdup (_ ("These models have no record in common: they are of different firms, or "
                        "were made apart from each other."));
  return NULL;
}
