/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Models for tests. */

#include "config.h"

#include "build-model.h"

static char *
id_of (MzModel *model, const char *name)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), name);

  if (kind != NULL && kind->singleton)
    return g_strdup (mz_record_id (mz_model_single (model, name)));
  return mz_id_derive (name);
}

static void
set (MzModel *model, MzEdit *edit, const MzKind *kind, const char *id, const char *name,
     const char *text)
{
  int index = mz_kind_find (kind, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *reference = NULL;
  MzValue value = MZ_VALUE_MISSING;
  const MzField *field;

  g_assert_cmpint (index, >=, 0);
  field = mz_kind_field (kind, (guint)index);
  if (field->type == MZ_TYPE_REFERENCE)
    reference = id_of (model, text);
  mz_value_from_machine (field, reference != NULL ? reference : text, &value, &error);
  g_assert_no_error (error);
  mz_edit_set (edit, kind, id, (guint)index, &value);
  mz_value_clear (field, &value);
}

static void
add_line (MzModel *model, MzEdit *edit, const char *line)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const MzKind *kind;

  g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  if (g_str_equal (words[0], "link"))
    {
      g_autofree char *cause = id_of (model, words[1]);
      g_autofree char *result = id_of (model, words[2]);

      mz_edit_link (edit, mz_model_schema (model), cause, result);
      return;
    }
  kind = mz_schema_kind (mz_model_schema (model), words[0]);
  g_assert_nonnull (kind);
  id = id_of (model, kind->singleton ? words[0] : words[1]);
  if (!kind->singleton)
    mz_edit_insert (edit, kind, id);
  for (guint i = kind->singleton ? 1 : 2; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      set (model, edit, kind, id, pair[0], pair[1]);
    }
}

MzModel *
build_model (const char *const *lines)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (model, edit, lines[i]);
  mz_model_edit (model, edit, &error);
  g_assert_no_error (error);
  return model;
}

MzRecord *
find (MzModel *model, const char *name)
{
  g_autofree char *id = id_of (model, name);
  MzRecord *record = mz_model_find (model, id);

  g_assert_nonnull (record);
  return record;
}

void
set_field (MzModel *model, const char *name, const char *field, const char *value)
{
  MzRecord *record = find (model, name);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  set (model, edit, mz_record_kind (record), mz_record_id (record), field, value);
  mz_model_edit (model, edit, &error);
  g_assert_no_error (error);
}
