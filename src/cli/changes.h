/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The changes of an edit, record by record and field by field, in words or as JSON. */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/* @model is the state before @edit. */
void mz_changes_print (MzCall *call, MzModel *model, MzEdit *edit);
JsonArray *mz_changes_to_json (MzModel *model, MzEdit *edit);

G_END_DECLS
