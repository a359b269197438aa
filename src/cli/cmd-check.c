/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `check`: whatever opens is whole; then what the method has to say. Notes are told and are no fault. */

#include "config.h"

#include "command.h"
#include "json-tools.h"

#include "mezasu/trace.h"

#include <glib/gi18n-lib.h>

/* What makes the check fail: errors and warnings always, what is missing, dead ends of the trace and what is asked of a
 * sample firm when strict. */
typedef struct
{
  GPtrArray *findings;
  guint n_faults;
} Result;

static void
take (Result *result, GPtrArray *findings, gboolean all_are_faults)
{
  for (guint i = 0; i < findings->len; i++)
    {
      MzFinding *finding = g_ptr_array_index (findings, i);
      g_ptr_array_add (result->findings, finding);
      if (all_are_faults || finding->severity != MZ_FINDING_NOTE)
        result->n_faults++;
    }
}

static int
print_json (MzCall *call, const Result *result)
{
  JsonObject *object = json_object_new ();
  json_object_set_boolean_member (object, "ok", result->n_faults == 0);
  mz_json_put_list (object, "findings", result->findings, mz_json_finding, NULL);
  g_autoptr (JsonNode) node = mz_json_take_object (object);
  return mz_cli_print_json (call, node);
}

static void
print_text (MzCall *call, const Result *result)
{
  static const char *const words[] = {
      [MZ_FINDING_NOTE] = N_ ("note"),
      [MZ_FINDING_WARNING] = N_ ("warning"),
      [MZ_FINDING_ERROR] = N_ ("error"),
  };
  for (guint i = 0; i < result->findings->len; i++)
    {
      const MzFinding *finding = g_ptr_array_index (result->findings, i);
      mz_cli_print (call, "%s: %s\n", _ (words[finding->severity]), finding->message);
    }
  if (result->n_faults == 0)
    mz_cli_print (call, "%s\n",
                  _ ("The document is whole, and the method has nothing against it."));
}

int
mz_cmd_check (MzCall *call)
{
  int status = MZ_CLI_DONE;
  g_autoptr (MzModel) model = mz_cli_load (call->arguments[0], &status);
  if (model == NULL)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GPtrArray) dead_ends = mz_trace_dead_ends (model);
  g_autoptr (GPtrArray) sample = mz_analysis_sample_findings (analysis);
  Result result = {findings, 0};
  take (&result, analysis->findings, FALSE);
  if (mz_call_has (call, "strict"))
    {
      for (guint i = 0; i < analysis->completeness->len; i++)
        {
          const MzCompleteness *step = g_ptr_array_index (analysis->completeness, i);
          take (&result, step->missing, TRUE);
        }
      take (&result, dead_ends, TRUE);
      take (&result, sample, TRUE);
    }
  if (mz_call_has (call, "json"))
    print_json (call, &result);
  else
    print_text (call, &result);
  return result.n_faults == 0 ? MZ_CLI_DONE : MZ_CLI_REFUSED;
}
