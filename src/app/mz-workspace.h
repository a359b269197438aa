/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a window works on: a document, the results of the method for it, the scenario that is looked at, and the record
 * that is selected. Pages read it and send it edits; no page writes to another page. */

#pragma once

#include "mezasu/mezasu.h"

G_BEGIN_DECLS

#define MZ_TYPE_WORKSPACE (mz_workspace_get_type ())
G_DECLARE_FINAL_TYPE (MzWorkspace, mz_workspace, MZ, WORKSPACE, GObject)

/**
 * mz_workspace_new:
 * @document: a document
 *
 * Returns: (transfer full): a workspace on it
 */
MzWorkspace *mz_workspace_new (MzDocument *document);

/**
 * mz_workspace_new_sandbox:
 * @model: a copy of a model
 *
 * For trying out: edits change @model alone, and there is nothing to undo.
 *
 * Returns: (transfer full): a workspace on it
 */
MzWorkspace *mz_workspace_new_sandbox (MzModel *model);

/** mz_workspace_set_model: @model: what a sandbox shows from now on */
void mz_workspace_set_model (MzWorkspace *self, MzModel *model);

/** mz_workspace_read_only: Returns: (transfer none) (nullable): why nothing can be edited, %NULL when it can */
const char *mz_workspace_read_only (MzWorkspace *self);

/** mz_workspace_document: Returns: (transfer none) (nullable): the document, %NULL for a sandbox */
MzDocument *mz_workspace_document (MzWorkspace *self);

/** mz_workspace_editable: Returns: whether the document can be changed at all, see mz_document_read_only() */
gboolean mz_workspace_editable (MzWorkspace *self);

/** mz_workspace_model: Returns: (transfer none): its model */
MzModel *mz_workspace_model (MzWorkspace *self);

/**
 * mz_workspace_analysis:
 * @self: a workspace
 *
 * Returns: (transfer none): the results for the model as it is now, kept until the next edit
 */
const MzAnalysis *mz_workspace_analysis (MzWorkspace *self);

/** mz_workspace_set_compared: @ids: (array zero-terminated=1): the scenarios that all its charts are limited to */
void mz_workspace_set_compared (MzWorkspace *self, const char *const *ids);

/**
 * mz_workspace_comparison:
 * @self: a workspace
 * @loss: (nullable): the simulated losses that are shown
 *
 * Returns: (transfer none) (nullable): the comparison of the scenarios that were set, kept until the next change; %NULL when
 *   none were
 */
const MzComparison *mz_workspace_comparison (MzWorkspace *self, const MzLoss *loss);

/** mz_workspace_scenario: Returns: (transfer none): the result of the scenario that is looked at */
const MzScenarioResult *mz_workspace_scenario (MzWorkspace *self);

/** mz_workspace_set_scenario: @id: (nullable): id of a scenario, %NULL for the proposed one */
void mz_workspace_set_scenario (MzWorkspace *self, const char *id);

/** mz_workspace_selected: Returns: (transfer none) (nullable): the selected record */
MzRecord *mz_workspace_selected (MzWorkspace *self);

/** mz_workspace_select: @id: (nullable): id of the record to select, %NULL for none */
void mz_workspace_select (MzWorkspace *self, const char *id);

/** mz_workspace_unit: Returns: the unit of money in tables and charts */
MzMoneyUnit mz_workspace_unit (MzWorkspace *self);

/**
 * mz_workspace_measurer:
 * @self: a workspace
 *
 * Returns: (transfer none): the measurer for everything that the window draws
 */
MzTextMeasurer *mz_workspace_measurer (MzWorkspace *self);

/**
 * mz_workspace_edit:
 * @self: a workspace
 * @edit: (transfer full): the edit
 * @error: (nullable): return location for the reason; with %NULL a refusal is told by #MzWorkspace::message
 *
 * Returns: whether the document took it
 */
gboolean mz_workspace_edit (MzWorkspace *self, MzEdit *edit, GError **error);

/**
 * mz_workspace_set_value:
 * @self: a workspace
 * @record: a record
 * @field: index of a field
 * @value: the new value
 * @error: (nullable): as for mz_workspace_edit()
 *
 * Sets one field as one edit; the value it has already makes no edit.
 *
 * Returns: whether the field holds @value now
 */
gboolean mz_workspace_set_value (MzWorkspace *self, MzRecord *record, guint field, const MzValue *value,
                                 GError **error);

/**
 * mz_workspace_compose:
 * @self: a workspace
 * @edit: an edit
 * @kind: name of a kind
 * @presets: (nullable) (array zero-terminated=1): pairs of field name and machine text for the new record
 *
 * Adds to @edit that a record is inserted, titled "New …" where a title is needed.
 *
 * Returns: (transfer full): its id
 */
char *mz_workspace_compose (MzWorkspace *self, MzEdit *edit, const char *kind, const char *const *presets);

/**
 * mz_workspace_add:
 * @self: a workspace
 * @kind: name of a kind
 * @presets: (nullable) (array zero-terminated=1): pairs of field name and machine text for the new record
 *
 * Adds a record, titled "New …" where a title is needed, and selects it.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL when it was refused
 */
MzRecord *mz_workspace_add (MzWorkspace *self, const char *kind, const char *const *presets);

/**
 * mz_workspace_delete:
 * @self: a workspace
 * @record: a record
 *
 * Deletes it with what belongs to it; #MzWorkspace::message offers to undo.
 *
 * Returns: whether it is gone
 */
gboolean mz_workspace_delete (MzWorkspace *self, MzRecord *record);

/** mz_workspace_undo: undoes the last edit; a failure is told by #MzWorkspace::message */
void mz_workspace_undo (MzWorkspace *self);

/** mz_workspace_redo: redoes what was undone last */
void mz_workspace_redo (MzWorkspace *self);

/**
 * mz_workspace_tell:
 * @self: a workspace
 * @text: a sentence, plain text
 * @undoable: whether the message offers to undo the last edit
 */
void mz_workspace_tell (MzWorkspace *self, const char *text, gboolean undoable);

/**
 * MzWorkspace::changed:
 * @self: a workspace
 *
 * Emitted once after the model, the scenario or the unit changed: draw anew.
 *
 * MzWorkspace::selection-changed:
 * @self: a workspace
 *
 * Emitted when another record is selected, or the selected one is gone.
 *
 * MzWorkspace::message:
 * @self: a workspace
 * @text: a sentence, plain text
 * @undoable: whether it offers to undo
 *
 * MzWorkspace::loss-changed:
 * @self: a workspace
 *
 * Emitted when a run of the simulation begins, ends or becomes stale: see mz_workspace_loss().
 */

G_END_DECLS
