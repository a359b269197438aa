/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What reading, writing and describing the interchange format share. */

#pragma once

#include "mezasu/model-json.h"

G_BEGIN_DECLS

/* Records without a position stand in the order of their list, this far apart. */
#define MZ_JSON_POSITION_STEP 1024

/* Reads the JSON form; the caller checks what the field may hold. null is a missing value. References stay as written.
 * The error is a clause that ends the sentence. */
gboolean mz_json_read_value (const MzField *field, JsonNode *node, const char *language,
                             MzValue *value, GError **error);

/* The JSON form of a value. */
JsonNode *mz_json_value_node (const MzField *field, const MzValue *value);

G_END_DECLS
