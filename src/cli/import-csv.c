/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from a table: id, name, frequency, and low and high (a 90 % range) or low, mode and high. */

#include "config.h"

#include "import-csv.h"

#include "mezasu/csv.h"
#include "mezasu/distribution.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_FREQUENCY,
  COLUMN_LOW,
  COLUMN_MODE,
  COLUMN_HIGH,
  N_COLUMNS
};

/* The field that a column fills, and whether the table has to have it. */
static const struct
{
  const char *name;
  const char *field;
  gboolean needed;
} columns[] = {
    [COLUMN_ID] = {"id", "code", TRUE},
    [COLUMN_NAME] = {"name", "title", TRUE},
    [COLUMN_FREQUENCY] = {"frequency", "frequency", TRUE},
    [COLUMN_LOW] = {"low", "loss_low", TRUE},
    [COLUMN_MODE] = {"mode", "loss_likely", FALSE},
    [COLUMN_HIGH] = {"high", "loss_high", TRUE},
};

typedef struct
{
  const char *path;
  const MzCsv *csv;
  MzModel *model;
  MzEdit *edit;
  const MzKind *kind;
  const char *headings[N_COLUMNS];
  int places[N_COLUMNS];
  GHashTable *seen;
  guint n_bad;
} Import;

static int
read_map (Import *self, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');
      guint column = 0;
      if (equals != NULL)
        *equals = '\0';
      while (column < N_COLUMNS && !g_str_equal (words[i], columns[column].name))
        column++;
      if (equals == NULL || column == N_COLUMNS)
        return mz_cli_usage (
            _ ("--map is written as name=HEADING,low=HEADING; its columns are id, name, "
               "frequency, low, mode and high."));
      self->headings[column] = equals + 1;
    }
  return MZ_CLI_DONE;
}

static int
find_columns (Import *self)
{
  guint n = mz_csv_get_n_rows (self->csv) == 0 ? 0 : mz_csv_get_n_cells (self->csv, 0);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      const char *heading =
          self->headings[column] != NULL ? self->headings[column] : columns[column].name;
      self->places[column] = -1;
      for (guint i = 0; i < n && self->places[column] < 0; i++)
        {
          g_autofree char *cell = g_strstrip (g_strdup (mz_csv_get_cell (self->csv, 0, i)));
          if (g_str_equal (cell, heading))
            self->places[column] = (int)i;
        }
      if (self->places[column] < 0 && (columns[column].needed || self->headings[column] != NULL))
        return mz_cli_refuse (self->path,
                              _ ("row 1: there is no column “%s”; say with --map which one is %s."),
                              heading, columns[column].name);
    }
  return MZ_CLI_DONE;
}

static char *
cell_text (Import *self, guint row, guint column)
{
  if (self->places[column] < 0)
    return g_strdup ("");
  return g_strstrip (g_strdup (mz_csv_get_cell (self->csv, row, (guint)self->places[column])));
}

static gboolean
refuse_row (Import *self, guint row, guint column, const char *reason)
{
  mz_cli_refuse (self->path, _ ("row %u, %s: %s"), row + 1, columns[column].name, reason);
  self->n_bad++;
  return FALSE;
}

/* Reads the cell of @column as its field would read what a person typed. */
static gboolean
read_cell (Import *self, guint row, guint column, MzValue *value)
{
  g_autofree char *text = cell_text (self, row, column);
  g_autoptr (GError) error = NULL;
  guint field = (guint)mz_kind_find (self->kind, columns[column].field);
  if (*text == '\0' && columns[column].needed)
    return refuse_row (self, row, column, _ ("a value is needed."));
  if (!mz_value_parse (mz_kind_field (self->kind, field), text, MZ_MONEY_UNIT_YEN, value, &error))
    return refuse_row (self, row, column, error->message);
  return TRUE;
}

static gboolean
check_magnitude (Import *self, guint row, const MzValue *values)
{
  g_autoptr (GError) error = NULL;
  MzDistribution distribution;
  MzMagnitude magnitude = {
      .kind = MZ_MAGNITUDE_LOGNORMAL90,
      .parameters = {(double)values[COLUMN_LOW].integer, (double)values[COLUMN_HIGH].integer},
      .n_parameters = 2,
  };
  if (values[COLUMN_MODE].set)
    magnitude = (MzMagnitude){
        .kind = MZ_MAGNITUDE_PERT,
        .parameters = {(double)values[COLUMN_LOW].integer, (double)values[COLUMN_MODE].integer,
                       (double)values[COLUMN_HIGH].integer},
        .n_parameters = 3,
    };
  return mz_distribution_init (&distribution, &magnitude, &error) ||
         refuse_row (self, row, COLUMN_LOW, error->message);
}

/* The risk of that id or mark, or a new one. */
static const char *
find_or_insert (Import *self, const char *name)
{
  MzRecord *record = mz_cli_find_record (self->model, name);
  if (record != NULL && mz_record_is (record, "risk"))
    return mz_record_id (record);
  g_autofree char *id = mz_id_check (name) ? g_strdup (name) : mz_id_derive (name);
  return mz_edit_insert (self->edit, self->kind, record == NULL ? id : NULL);
}

static void
write_row (Import *self, const MzValue *values)
{
  const char *name = values[COLUMN_ID].text;
  g_autofree char *id = g_strdup (find_or_insert (self, name));
  for (guint column = 0; column < N_COLUMNS; column++)
    if (column != COLUMN_ID || !mz_id_check (name))
      mz_edit_set (self->edit, self->kind, id,
                   (guint)mz_kind_find (self->kind, columns[column].field), &values[column]);
  mz_edit_set_text (self->edit, self->kind, id, "magnitude",
                    values[COLUMN_MODE].set ? "pert" : "lognormal");
}

static void
read_row (Import *self, guint row)
{
  MzValue values[N_COLUMNS] = {0};
  gboolean good = TRUE;
  for (guint column = 0; column < N_COLUMNS; column++)
    good = read_cell (self, row, column, &values[column]) && good;
  if (good && !g_hash_table_add (self->seen, g_strdup (values[COLUMN_ID].text)))
    good = refuse_row (self, row, COLUMN_ID, _ ("this id stands in the table twice."));
  if (good && check_magnitude (self, row, values))
    write_row (self, values);
  for (guint column = 0; column < N_COLUMNS; column++)
    mz_value_clear (
        mz_kind_field (self->kind, (guint)mz_kind_find (self->kind, columns[column].field)),
        &values[column]);
}

/* A row of empty cells, as spreadsheets leave them at the end. */
static gboolean
is_blank (const MzCsv *csv, guint row)
{
  for (guint i = 0; i < mz_csv_get_n_cells (csv, row); i++)
    if (*mz_csv_get_cell (csv, row, i) != '\0')
      return FALSE;
  return TRUE;
}

int
mz_import_csv (const char *path, const char *map, MzModel *model, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (map == NULL ? "" : map, ",", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MzCsv) csv = mz_csv_load (path, MZ_CSV_READ_UNGUARD, &error);
  if (csv == NULL)
    return mz_cli_fail (path, error);
  Import self = {.path = path,
                 .csv = csv,
                 .model = model,
                 .edit = edit,
                 .kind = mz_schema_kind (mz_model_schema (model), "risk"),
                 .seen = seen};
  int status = read_map (&self, words);
  if (status == MZ_CLI_DONE)
    status = find_columns (&self);
  if (status != MZ_CLI_DONE)
    return status;
  for (guint row = 1; row < mz_csv_get_n_rows (csv); row++)
    if (!is_blank (csv, row))
      read_row (&self, row);
  return self.n_bad == 0 ? MZ_CLI_DONE : MZ_CLI_REFUSED;
}
