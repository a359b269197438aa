/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `export`: the interchange format, or the records of one kind as a table whose columns are the fields by their stable
 * names. */

#include "config.h"

#include "command.h"

#include "mezasu/csv.h"
#include "mezasu/json.h"
#include "mezasu/model-json.h"
#include "mezasu/workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
to_json (MzModel *model)
{
  g_autoptr (JsonNode) root = mz_model_to_json (model);
  char *text = mz_json_to_text (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
to_csv (MzModel *model, const MzKind *kind, GError **error)
{
  g_autoptr (MzCsvWriter) writer = mz_csv_writer_new (MZ_CSV_WRITE_DEFAULT);
  guint n_fields = mz_kind_n_fields (kind);
  mz_csv_writer_add (writer, "id");
  for (guint field = 0; field < n_fields; field++)
    mz_csv_writer_add (writer, mz_kind_field (kind, field)->name);
  mz_csv_writer_end_row (writer);
  for (guint i = 0; i < mz_model_count (model, kind->name); i++)
    {
      MzRecord *record = mz_model_nth (model, kind->name, i);
      mz_csv_writer_add (writer, mz_record_id (record));
      for (guint field = 0; field < n_fields; field++)
        {
          g_autofree char *text =
              mz_value_to_machine (mz_kind_field (kind, field), mz_record_value (record, field));
          mz_csv_writer_add (writer, text);
        }
      mz_csv_writer_end_row (writer);
    }
  return mz_csv_writer_finish (writer, error);
}

typedef enum
{
  TO_JSON,
  TO_CSV,
  TO_WORKBOOK,
} Format;

/* What the output is; sets @status when the command line does not say what it wants. */
static Format
read_order (MzCall *call, const MzKind **kind, int *status)
{
  const char *path = mz_call_option (call, "output"), *name = mz_call_option (call, "kind");
  Format format = TO_JSON;
  *kind = mz_schema_kind (mz_schema_default (), name);
  if (path == NULL)
    *status = mz_cli_usage (_ ("say where to write with -o OUT.json, -o OUT.csv or -o OUT.xlsx."));
  else if (g_str_equal (path, "-"))
    format = name != NULL ? TO_CSV : TO_JSON;
  else if (g_str_has_suffix (path, ".csv"))
    format = TO_CSV;
  else if (g_str_has_suffix (path, ".xlsx"))
    format = TO_WORKBOOK;
  else if (!g_str_has_suffix (path, ".json"))
    *status = mz_cli_usage (_ ("“%s” has to end in .json, .csv or .xlsx."), path);
  if (*status != MZ_CLI_DONE)
    return format;
  if (format == TO_CSV && name == NULL)
    *status =
        mz_cli_usage (_ ("a table holds one kind of record: say which with --kind, such as risk."));
  else if (format == TO_JSON && name != NULL)
    *status = mz_cli_usage (_ ("--kind is for tables; JSON holds the whole model."));
  else if (name != NULL && *kind == NULL)
    *status =
        mz_cli_usage (_ ("“%s” is no kind of record; the names are those in the JSON file."), name);
  return format;
}

int
mz_cmd_export (MzCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int status = MZ_CLI_DONE;
  const MzKind *kind;
  Format format = read_order (call, &kind, &status);
  if (status != MZ_CLI_DONE)
    return status;
  g_autoptr (MzModel) model = mz_cli_load (call->arguments[0], &status);
  if (model == NULL)
    return status;
  if (format == TO_WORKBOOK)
    bytes = mz_workbook_registers (model, kind != NULL ? kind->name : NULL, &error);
  else
    bytes = format == TO_CSV ? to_csv (model, kind, &error) : to_json (model);
  if (bytes == NULL)
    return mz_cli_fail (mz_call_option (call, "output"), error);
  return mz_cli_write (call, mz_call_option (call, "output"), bytes);
}
