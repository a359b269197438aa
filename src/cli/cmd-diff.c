/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `diff`, and `compare` with two files: two models record by record and field by field. What is said about the files as a whole
 * goes to standard error, so that the result stays a list of differences. */

#include "config.h"

#include "differences.h"
#include "json-tools.h"

#include "mezasu/model-json.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
is_one_file (const char *one, const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && S_ISREG (a.st_mode) &&
         a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

/* Says what explains a strange result. */
static void
remark_on_files (const char *old_path, const char *new_path)
{
  guint old_version = mz_model_file_version (old_path);
  guint new_version = mz_model_file_version (new_path);

  if (is_one_file (old_path, new_path))
    g_printerr ("mezasu-cli: %s\n", _ ("Both names are one and the same file."));
  if (old_version != 0 && new_version != 0 && old_version != new_version)
    {
      g_printerr ("mezasu-cli: ");
      g_printerr (_ ("The files are of different versions of the format, %u and %u; what only one "
                     "of them knows is compared as if it were empty in the other."),
                  old_version, new_version);
      g_printerr ("\n");
    }
}

int
mz_cli_compare_files (MzCall *call, const char *old_path, const char *new_path, gboolean *differ)
{
  int status = MZ_CLI_DONE;
  g_autoptr (MzModel) before = mz_cli_load_or_nothing (old_path, &status);
  g_autoptr (MzModel) after = before == NULL ? NULL : mz_cli_load_or_nothing (new_path, &status);
  g_autoptr (MzDifferences) differences = NULL;
  g_autofree char *remark = NULL;

  if (after == NULL)
    return status;
  differences = mz_differences_new (before, after);
  *differ = mz_differences_count (differences) > 0;
  remark_on_files (old_path, new_path);
  remark = mz_differences_remark (differences);
  if (*differ && remark != NULL)
    g_printerr ("mezasu-cli: %s\n", remark);
  if (mz_call_has (call, "json"))
    {
      g_autoptr (JsonNode) node = mz_json_take_list (mz_differences_to_json (differences));
      return mz_cli_print_json (call, node);
    }
  mz_differences_print (call, differences);
  if (!*differ)
    mz_cli_print (call, "%s\n", remark);
  return MZ_CLI_DONE;
}

int
mz_cmd_diff (MzCall *call)
{
  gboolean differ = FALSE;
  int status = mz_cli_compare_files (call, call->arguments[0], call->arguments[1], &differ);

  return status == MZ_CLI_DONE && differ ? MZ_CLI_REFUSED : status;
}
