/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a window works on. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-workspace.h"

#include "mz-edit-rules.h"

struct _MzWorkspace
{
  GObject parent_instance;
  MzDocument *document; /* NULL for a sandbox */
  MzModel *model;
  char **compared;
  MzComparison *comparison;
  MzLoss *comparison_loss; /* what it was made with */
  MzAnalysis *analysis;
  MzTextMeasurer *measurer;
  char *scenario;
  char *selected;
  char *lost; /* the last record that went while it was selected */
};

enum
{
  CHANGED,
  SELECTION_CHANGED,
  MESSAGE,
  LOSS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MzWorkspace, mz_workspace, G_TYPE_OBJECT)

static void
forget (MzWorkspace *self)
{
  g_clear_pointer (&self->comparison, mz_comparison_free);
  g_clear_pointer (&self->comparison_loss, mz_loss_unref);
  g_clear_pointer (&self->analysis, mz_analysis_unref);
}

static void
model_changed_cb (MzModel *model, MzWorkspace *self)
{
  g_autofree char *back = NULL;

  forget (self);
  if (self->selected != NULL && mz_model_find (model, self->selected) == NULL)
    {
      g_free (self->lost);
      self->lost = g_strdup (self->selected);
      mz_workspace_select (self, NULL);
    }
  else if (self->lost != NULL && mz_model_find (model, self->lost) != NULL)
    back = g_steal_pointer (&self->lost);
  g_signal_emit (self, signals[CHANGED], 0);
  /* What undo brings back is looked at again, once everybody knows of it. */
  if (back != NULL)
    mz_workspace_select (self, back);
}

static void
mz_workspace_dispose (GObject *object)
{
  MzWorkspace *self = MZ_WORKSPACE (object);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  forget (self);
  g_clear_pointer (&self->measurer, mz_text_measurer_free);
  g_clear_object (&self->model);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mz_workspace_parent_class)->dispose (object);
}

static void
mz_workspace_finalize (GObject *object)
{
  MzWorkspace *self = MZ_WORKSPACE (object);
  g_free (self->scenario);
  g_free (self->selected);
  g_free (self->lost);
  g_strfreev (self->compared);
  G_OBJECT_CLASS (mz_workspace_parent_class)->finalize (object);
}

static void
mz_workspace_class_init (MzWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_workspace_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_workspace_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", MZ_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", MZ_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", MZ_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[LOSS_CHANGED] = g_signal_new ("loss-changed", MZ_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
mz_workspace_init (MzWorkspace *self)
{
  self->measurer = mz_text_measurer_new_pango (NULL);
}

MzWorkspace *
mz_workspace_new (MzDocument *document)
{
  MzWorkspace *self = g_object_new (MZ_TYPE_WORKSPACE, NULL);
  self->document = g_object_ref (document);
  mz_workspace_set_model (self, mz_document_model (document));
  return self;
}

MzWorkspace *
mz_workspace_new_sandbox (MzModel *model)
{
  MzWorkspace *self = g_object_new (MZ_TYPE_WORKSPACE, NULL);
  mz_workspace_set_model (self, model);
  return self;
}

void
mz_workspace_set_model (MzWorkspace *self, MzModel *model)
{
  gboolean first = self->model == NULL;

  if (!first)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  g_signal_connect (model, "changed", G_CALLBACK (model_changed_cb), self);
  if (!first)
    model_changed_cb (model, self);
}

const char *
mz_workspace_read_only (MzWorkspace *self)
{
  return self->document != NULL ? mz_document_read_only (self->document) : NULL;
}

MzDocument *
mz_workspace_document (MzWorkspace *self)
{
  return self->document;
}

gboolean
mz_workspace_editable (MzWorkspace *self)
{
  return mz_document_read_only (self->document) == NULL;
}

MzModel *
mz_workspace_model (MzWorkspace *self)
{
  return self->model;
}

const MzAnalysis *
mz_workspace_analysis (MzWorkspace *self)
{
  if (self->analysis == NULL)
    self->analysis = mz_analysis_new (mz_workspace_model (self));
  return self->analysis;
}

void
mz_workspace_set_compared (MzWorkspace *self, const char *const *ids)
{
  char **copy = g_strdupv ((char **) ids);

  g_strfreev (self->compared);
  self->compared = copy;
  g_clear_pointer (&self->comparison, mz_comparison_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

const MzComparison *
mz_workspace_comparison (MzWorkspace *self, const MzLoss *loss)
{
  if (self->compared == NULL)
    return NULL;
  if (self->comparison == NULL || self->comparison_loss != loss)
    {
      g_clear_pointer (&self->comparison, mz_comparison_free);
      g_clear_pointer (&self->comparison_loss, mz_loss_unref);
      self->comparison = mz_comparison_new (mz_workspace_analysis (self), loss,
                                            (const char *const *) self->compared);
      self->comparison_loss = loss != NULL ? mz_loss_ref ((MzLoss *) loss) : NULL;
    }
  return self->comparison;
}

const MzScenarioResult *
mz_workspace_scenario (MzWorkspace *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self);
  const MzScenarioResult *scenario = mz_analysis_scenario (analysis, self->scenario);

  /* The scenario may have been deleted, and a young model has none but "do nothing". */
  if (scenario == NULL)
    scenario = mz_analysis_scenario (analysis, NULL);
  return scenario != NULL ? scenario : mz_analysis_baseline (analysis);
}

void
mz_workspace_set_scenario (MzWorkspace *self, const char *id)
{
  if (g_strcmp0 (id, self->scenario) == 0)
    return;
  g_free (self->scenario);
  self->scenario = g_strdup (id);
  g_signal_emit (self, signals[CHANGED], 0);
}

MzRecord *
mz_workspace_selected (MzWorkspace *self)
{
  return mz_model_find (mz_workspace_model (self), self->selected);
}

void
mz_workspace_select (MzWorkspace *self, const char *id)
{
  if (g_strcmp0 (id, self->selected) == 0)
    return;
  {
    /* @id may belong to what is about to go. */
    char *copy = g_strdup (id);
    g_free (self->selected);
    self->selected = copy;
  }
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

MzMoneyUnit
mz_workspace_unit (MzWorkspace *self)
{
  MzRecord *organisation = mz_model_single (mz_workspace_model (self), "organisation");
  MzMoneyUnit unit = MZ_MONEY_UNIT_MAN;
  mz_money_unit_from_name (mz_record_text (organisation, "money_unit"), &unit, NULL);
  return unit;
}

MzTextMeasurer *
mz_workspace_measurer (MzWorkspace *self)
{
  return self->measurer;
}

void
mz_workspace_tell (MzWorkspace *self, const char *text, gboolean undoable)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, undoable);
}

gboolean
mz_workspace_edit (MzWorkspace *self, MzEdit *edit, GError **error)
{
  g_autoptr (MzEdit) own = edit;
  g_autoptr (GError) reason = NULL;

  if (mz_edit_rules_check (mz_workspace_model (self), own, &reason) &&
      (self->document != NULL ? mz_document_edit (self->document, own, &reason)
                              : mz_model_edit (self->model, own, &reason)))
    return TRUE;
  if (error == NULL)
    mz_workspace_tell (self, reason->message, FALSE);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
mz_workspace_set_value (MzWorkspace *self, MzRecord *record, guint field, const MzValue *value, GError **error)
{
  const MzKind *kind = mz_record_kind (record);
  MzEdit *edit;

  if (mz_value_equal (mz_kind_field (kind, field), mz_record_value (record, field), value))
    return TRUE;
  edit = mz_edit_new (NULL);
  mz_edit_set (edit, kind, mz_record_id (record), field, value);
  return mz_workspace_edit (self, edit, error);
}

static void
add_presets (MzEdit *edit, const MzKind *kind, const char *id, const char *const *presets)
{
  for (guint i = 0; presets != NULL && presets[i] != NULL; i += 2)
    {
      guint field = (guint) mz_kind_find (kind, presets[i]);
      MzValue value;
      if (mz_value_from_machine (mz_kind_field (kind, field), presets[i + 1], &value, NULL))
        mz_edit_set (edit, kind, id, field, &value);
      mz_value_clear (mz_kind_field (kind, field), &value);
    }
}

char *
mz_workspace_compose (MzWorkspace *self, MzEdit *edit, const char *kind_name, const char *const *presets)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (mz_workspace_model (self)), kind_name);
  const char *id = mz_edit_insert (edit, kind, NULL);
  int title = mz_kind_find_flag (kind, MZ_FIELD_TITLE);

  if (title >= 0 && mz_field_is_text (mz_kind_field (kind, (guint) title)))
    {
      g_autofree char *text = g_strdup_printf (_("New %s"), mz_translate (kind->label));
      mz_edit_set_text (edit, kind, id, mz_kind_field (kind, (guint) title)->name, text);
    }
  add_presets (edit, kind, id, presets);
  return g_strdup (id);
}

MzRecord *
mz_workspace_add (MzWorkspace *self, const char *kind, const char *const *presets)
{
  MzEdit *edit = mz_edit_new (NULL);
  g_autofree char *id = mz_workspace_compose (self, edit, kind, presets);

  if (!mz_workspace_edit (self, edit, NULL))
    return NULL;
  mz_workspace_select (self, id);
  return mz_workspace_selected (self);
}

gboolean
mz_workspace_delete (MzWorkspace *self, MzRecord *record)
{
  g_autofree char *title = mz_record_label (record);
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), title);
  MzEdit *edit = mz_edit_new (NULL);

  mz_edit_delete (edit, mz_record_kind (record), mz_record_id (record));
  if (!mz_workspace_edit (self, edit, NULL))
    return FALSE;
  mz_workspace_tell (self, text, TRUE);
  return TRUE;
}

void
mz_workspace_undo (MzWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  if (self->document != NULL && mz_document_undo_label (self->document) != NULL && !mz_document_undo (self->document, &error))
    mz_workspace_tell (self, error->message, FALSE);
}

void
mz_workspace_redo (MzWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  if (self->document != NULL && mz_document_redo_label (self->document) != NULL && !mz_document_redo (self->document, &error))
    mz_workspace_tell (self, error->message, FALSE);
}
