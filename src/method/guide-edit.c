/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The edits that answer or skip a question of the guide. */

#include "config.h"

#include "guide-private.h"

#include <glib/gi18n-lib.h>

MzEdit *
mz_guide_skip (MzModel *model, const MzQuestion *question, gboolean skipped)
{
  MzRecord *firm = mz_model_single (model, "organisation");
  const char *text = mz_record_text (firm, "skipped");
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *words = mz_guide_text (question);
  g_autofree char *label =
      g_strdup_printf (skipped ? _ ("Skip “%s”") : _ ("Take up “%s” again"), words);
  MzEdit *edit = mz_edit_new (label);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && !g_str_equal (names[i], question->name))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", names[i]);
  if (skipped)
    g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", question->name);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "skipped",
                    kept->len > 0 ? kept->str : NULL);
  return edit;
}

/* What an entry of the context usually bears on. */
static void
add_derivation (MzEdit *edit, const MzKind *kind, const char *id, const char *code)
{
  const MzCategory *category = g_str_equal (kind->name, "context") ? mz_category_find (code) : NULL;
  guint field;
  MzValue value;

  if (category == NULL)
    return;
  field = (guint)mz_kind_find (kind, "targets");
  if (mz_value_from_machine (mz_kind_field (kind, field), category->targets, &value, NULL))
    mz_edit_set (edit, kind, id, field, &value);
  mz_value_clear (mz_kind_field (kind, field), &value);
  mz_edit_set_integer (edit, kind, id, "needs_assessment", category->needs_assessment ? 1 : 0);
}

static void
add_code (MzEdit *edit, const MzKind *kind, const char *id, int field, const char *code)
{
  MzValue value;

  if (field < 0 || code == NULL)
    return;
  if (mz_value_from_machine (mz_kind_field (kind, (guint)field), code, &value, NULL))
    mz_edit_set (edit, kind, id, (guint)field, &value);
  mz_value_clear (mz_kind_field (kind, (guint)field), &value);
}

static void
add_sources (MzEdit *edit, MzModel *model, const MzQuestion *question, const char *id,
             const char *const *sources, guint n_sources)
{
  const MzKind *kind = mz_guide_kind (model, question);

  for (guint i = 0; i < n_sources; i++)
    {
      MzGuideSource source = mz_guide_source_nth (question, kind, i);
      g_autofree char *name = source.name;

      if (sources[i] == NULL)
        continue;
      if (source.field >= 0)
        mz_edit_set_text (edit, kind, id, mz_kind_field (kind, (guint)source.field)->name,
                          sources[i]);
      else
        mz_edit_link (edit, mz_model_schema (model), sources[i], id);
    }
}

/* The field that is typed to add a record, -1 when nothing is typed. */
static int
typed_field (const MzQuestion *question, const MzKind *kind)
{
  g_auto (GStrv) names = g_strsplit (question->fields, " ", 2);

  return names[0] != NULL && *names[0] != '\0' ? mz_kind_find (kind, names[0]) : -1;
}

MzEdit *
mz_guide_add (MzModel *model, const MzQuestion *question, const char *code,
              const char *const *sources, guint n_sources, const char *text, MzMoneyUnit unit,
              char **id, GError **error)
{
  const MzKind *kind = mz_guide_kind (model, question);
  int typed = typed_field (question, kind);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const char *fresh = mz_edit_insert (edit, kind, NULL);
  g_auto (GStrv) codes = mz_guide_codes (question);

  if (typed >= 0)
    {
      const MzField *def = mz_kind_field (kind, (guint)typed);
      MzValue value = {0};

      if (!mz_value_parse (def, text, unit, &value, error))
        return NULL;
      mz_edit_set (edit, kind, fresh, (guint)typed, &value);
      mz_value_clear (def, &value);
    }
  add_code (edit, kind, fresh, mz_guide_filter_field (question, kind),
            code != NULL ? code : codes[0]);
  add_derivation (edit, kind, fresh, code != NULL ? code : codes[0]);
  add_sources (edit, model, question, fresh, sources, n_sources);
  *id = g_strdup (fresh);
  return g_steal_pointer (&edit);
}

static gboolean
is_taken (const MzQuestion *question, const MzKind *kind, const MzField *def)
{
  g_auto (GStrv) names = g_strsplit (question->fields, " ", -1);

  if ((def->flags & (MZ_FIELD_INTERNAL | MZ_FIELD_CODE)) != 0 || def->type == MZ_TYPE_REFERENCE)
    return FALSE;
  return !kind->singleton || g_strv_contains ((const char *const *)names, def->name);
}

MzEdit *
mz_guide_take (MzModel *model, const MzQuestion *question, MzRecord *example,
               const char *const *sources, guint n_sources)
{
  const MzKind *kind = mz_guide_kind (model, question);
  MzEdit *edit = mz_edit_new (NULL);
  const char *id = kind->singleton ? mz_record_id (mz_model_single (model, kind->name))
                                   : mz_edit_insert (edit, kind, NULL);

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *def = mz_kind_field (kind, i);

      if (is_taken (question, kind, def) && mz_record_has (example, def->name))
        mz_edit_set (edit, kind, id, i, mz_record_value (example, i));
    }
  mz_edit_set_integer (edit, kind, id, "assumed", 1);
  if (!kind->singleton)
    add_sources (edit, model, question, id, sources, n_sources);
  return edit;
}
