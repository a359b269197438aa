/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Making the next step of the method from a record; each way is a row. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-derive.h"

typedef struct
{
  const char *kind;
  const char *label; /* gettext message id */
  gboolean (*possible) (MzRecord *record);
  gboolean (*derive) (MzWorkspace *workspace, MzRecord *record);
} MzDerivation;

/* A risk that has the name, the system and the weakness for its vulnerability, and comes from it. */
static gboolean
make_risk (MzWorkspace *workspace, MzRecord *weakness)
{
  const MzSchema *schema = mz_model_schema (mz_workspace_model (workspace));
  g_autofree char *title = mz_record_title (weakness);
  g_autofree char *label = g_strdup_printf (_ ("Make a risk of “%s”"), title);
  const char *system = mz_record_text (weakness, "system");
  MzEdit *edit = mz_edit_new (label);
  g_autofree char *id = mz_workspace_compose (workspace, edit, "risk", NULL);
  const MzKind *kind = mz_schema_kind (schema, "risk");

  mz_edit_set_text (edit, kind, id, "title", title);
  mz_edit_set_text (edit, kind, id, "vulnerability", title);
  mz_edit_set_text (edit, kind, id, "system", system);
  mz_edit_link (edit, schema, mz_record_id (weakness), id);
  if (!mz_workspace_edit (workspace, edit, NULL))
    return FALSE;
  mz_workspace_select (workspace, id);
  return TRUE;
}

static const MzCategory *
category_of (MzRecord *entry)
{
  return mz_category_find (mz_record_text (entry, "category"));
}

/* Only where nothing has been decided: no target, and not "no effect". */
static gboolean
leads_nowhere (MzRecord *entry)
{
  return mz_record_integer (entry, "targets", 0) == 0 && !mz_record_flag (entry, "no_effect") &&
         category_of (entry) != NULL;
}

static gboolean
take_usual_targets (MzWorkspace *workspace, MzRecord *entry)
{
  const MzCategory *category = category_of (entry);
  const MzKind *kind = mz_record_kind (entry);
  const guint field = (guint)mz_kind_find (kind, "targets");
  g_autofree char *title = mz_record_title (entry);
  g_autofree char *label = g_strdup_printf (_ ("Take what “%s” usually bears on"), title);
  MzValue value = MZ_VALUE_MISSING;
  MzEdit *edit;

  if (!mz_value_from_machine (mz_kind_field (kind, field), category->targets, &value, NULL))
    return FALSE;
  edit = mz_edit_new (label);
  mz_edit_set (edit, kind, mz_record_id (entry), field, &value);
  mz_value_clear (mz_kind_field (kind, field), &value);
  if (category->needs_assessment)
    mz_edit_set_integer (edit, kind, mz_record_id (entry), "needs_assessment", 1);
  return mz_workspace_edit (workspace, edit, NULL);
}

static const MzDerivation derivations[] = {
    {"weakness", N_ ("Make a _Risk of It"), NULL, make_risk},
    {"context", N_ ("Take What It _Usually Bears On"), leads_nowhere, take_usual_targets},
};

static const MzDerivation *
find (MzRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (derivations); i++)
    if (mz_record_is (record, derivations[i].kind) &&
        (derivations[i].possible == NULL || derivations[i].possible (record)))
      return &derivations[i];
  return NULL;
}

const char *
mz_derive_label (MzRecord *record)
{
  const MzDerivation *derivation = find (record);

  return derivation != NULL ? _ (derivation->label) : NULL;
}

gboolean
mz_derive (MzWorkspace *workspace, MzRecord *record)
{
  const MzDerivation *derivation = find (record);

  return derivation != NULL && derivation->derive (workspace, record);
}
