/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The interchange format: a company model as JSON, lossless and stable for comparison. docs/file-format.md describes it;
 * the JSON Schema of it is derived from the schema table. */

#pragma once

#include <json-glib/json-glib.h>

#include "mezasu/model.h"
#include "mezasu/store-error.h"

G_BEGIN_DECLS

/** MZ_MODEL_JSON_FORMAT: value of the member `format` */
#define MZ_MODEL_JSON_FORMAT "mezasu-model"
/** MZ_MODEL_JSON_VERSION: value of the member `version` that this program writes */
#define MZ_MODEL_JSON_VERSION 1

/**
 * mz_model_from_json:
 * @schema: the schema
 * @root: what mz_json_parse() gave
 * @name: name of the file, for messages
 * @language: `ja` or `en`: which text is taken where a file holds one per language
 * @error: return location for a #GError, naming record and field
 *
 * Readable ids become UUIDs with mz_id_derive(). Unknown members are refused, so that a slip of the pen is not lost.
 *
 * Returns: (transfer full) (nullable): the model
 */
MzModel *mz_model_from_json (const MzSchema *schema, JsonNode *root, const char *name, const char *language,
                             GError **error);

/**
 * mz_model_to_json:
 * @model: a model
 *
 * Returns: (transfer full): format, version and records by kind; missing values and empty kinds are left out
 */
JsonNode *mz_model_to_json (MzModel *model);

/**
 * mz_model_load:
 * @schema: the schema
 * @path: a `.mezasu` document, or a `.json` model, or `-` for JSON on standard input; a file of another name is known by
 *   its first byte
 * @language: which text is taken where a JSON file holds one per language
 * @error: return location for a #GError
 *
 * Reads only; no working copy is left behind.
 *
 * Returns: (transfer full) (nullable): the model
 */
MzModel *mz_model_load (const MzSchema *schema, const char *path, const char *language, GError **error);

/**
 * mz_model_file_version:
 * @path: a file
 *
 * Returns: the version of the schema that the document at @path was written with; 0 when it is no document
 */
guint mz_model_file_version (const char *path);

/**
 * mz_model_import_edit:
 * @current: the model to change
 * @incoming: the model to take over
 * @label: label of the edit
 *
 * Returns: (transfer full): the edit that makes @current equal to @incoming, record by record
 */
MzEdit *mz_model_import_edit (MzModel *current, MzModel *incoming, const char *label);

/**
 * mz_schema_to_json:
 * @schema: the schema
 *
 * Returns: (transfer full): the JSON Schema (2020-12) of the interchange format, derived from the schema table
 */
JsonNode *mz_schema_to_json (const MzSchema *schema);

G_END_DECLS
