/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc NAME`: the arithmetic alone, so that anybody can check it. */

#include "config.h"

#include "calc.h"
#include "command.h"

#include "mezasu/json.h"

#include <glib/gi18n-lib.h>

int
mz_cmd_calc (MzCall *call)
{
  g_autoptr (GError) error = NULL;
  if (mz_call_has (call, "list"))
    {
      mz_calc_list_names (call->out);
      return MZ_CLI_DONE;
    }
  if (call->n_arguments == 0)
    return mz_cli_usage (_ ("something is missing; usage: mezasu-cli %s %s"), call->command->name,
                         call->command->arguments);
  MzCalcFunc function = mz_calc_find (call->arguments[0]);
  if (function == NULL)
    return mz_cli_usage (_ ("“%s” is no calculation; see mezasu-cli calc --list."),
                         call->arguments[0]);
  g_autoptr (JsonNode) cases = mz_json_load ("-", &error);
  if (cases == NULL)
    return mz_cli_fail (NULL, error);
  if (!JSON_NODE_HOLDS_OBJECT (cases) && !JSON_NODE_HOLDS_ARRAY (cases))
    return mz_cli_refuse (_ ("standard input"), _ ("an object or a list of objects is needed."));
  g_autoptr (JsonNode) results = mz_calc_run (function, cases);
  return mz_cli_print_json (call, results);
}
