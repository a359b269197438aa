/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `schema`: the JSON Schema of the interchange format. */

#include "config.h"

#include "command.h"

#include "mezasu/model-json.h"

int
mz_cmd_schema (MzCall *call)
{
  g_autoptr (JsonNode) schema = mz_schema_to_json (mz_schema_default ());
  return mz_cli_print_json (call, schema);
}
