/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from a table. Every row is checked before the first one counts, so that a person sees all that is wrong at
 * once. */

#include "config.h"

#include "mezasu/loss-import.h"

#include "mezasu/store-error.h"

#include <glib/gi18n-lib.h>

/* The field that a column fills, and whether the table has to have it. */
static const struct
{
  const char *name;
  const char *field;
  gboolean needed;
} columns[MZ_LOSS_N_COLUMNS] = {
    [MZ_LOSS_COLUMN_ID] = {"id", "code", TRUE},
    [MZ_LOSS_COLUMN_NAME] = {"name", "title", TRUE},
    [MZ_LOSS_COLUMN_FREQUENCY] = {"frequency", "frequency", TRUE},
    [MZ_LOSS_COLUMN_LOW] = {"low", "loss_low", TRUE},
    [MZ_LOSS_COLUMN_MODE] = {"mode", "loss_likely", FALSE},
    [MZ_LOSS_COLUMN_HIGH] = {"high", "loss_high", TRUE},
};

typedef struct
{
  const MzCsv *csv;
  MzModel *model;
  MzEdit *edit;
  const MzKind *kind;
  int places[MZ_LOSS_N_COLUMNS];
  GHashTable *seen; /* ids of the risks that have had their row */
  GPtrArray *faults;
} Import;

const char *
mz_loss_column_name (MzLossColumn column)
{
  g_return_val_if_fail (column < MZ_LOSS_N_COLUMNS, NULL);

  return columns[column].name;
}

gboolean
mz_loss_column_from_name (const char *name, MzLossColumn *column)
{
  for (guint i = 0; i < MZ_LOSS_N_COLUMNS; i++)
    if (g_strcmp0 (name, columns[i].name) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static void
fault_free (MzLossImportFault *fault)
{
  g_free (fault->message);
  g_free (fault);
}

static gboolean
refuse_cell (Import *self, guint row, MzLossColumn column, const char *message)
{
  MzLossImportFault *fault = g_new (MzLossImportFault, 1);

  *fault = (MzLossImportFault){row + 1, column, g_strdup (message)};
  g_ptr_array_add (self->faults, fault);
  return FALSE;
}

static char *
cell_text (Import *self, guint row, int place)
{
  if (place < 0)
    return g_strdup ("");
  return g_strstrip (g_strdup (mz_csv_get_cell (self->csv, row, (guint)place)));
}

static gboolean
find_columns (Import *self, const char *const *headings, GError **error)
{
  guint n = mz_csv_get_n_rows (self->csv) == 0 ? 0 : mz_csv_get_n_cells (self->csv, 0);

  for (guint column = 0; column < MZ_LOSS_N_COLUMNS; column++)
    {
      const char *told = headings != NULL ? headings[column] : NULL;
      const char *heading = told != NULL ? told : columns[column].name;

      self->places[column] = -1;
      for (guint i = 0; i < n && self->places[column] < 0; i++)
        {
          g_autofree char *cell = cell_text (self, 0, (int)i);

          if (g_str_equal (cell, heading))
            self->places[column] = (int)i;
        }
      if (self->places[column] >= 0 || (!columns[column].needed && told == NULL))
        continue;
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
                   _ ("row 1: there is no column “%s”; say which one is %s."), heading,
                   columns[column].name);
      return FALSE;
    }
  return TRUE;
}

static guint
field_of (Import *self, guint column)
{
  return (guint)mz_kind_find (self->kind, columns[column].field);
}

/* Reads a cell as its field would read what a person typed. */
static gboolean
read_cell (Import *self, guint row, guint column, MzValue *value)
{
  g_autofree char *text = cell_text (self, row, self->places[column]);
  g_autoptr (GError) error = NULL;

  if (*text == '\0' && columns[column].needed)
    return refuse_cell (self, row, column, _ ("a value is needed."));
  if (!mz_value_parse (mz_kind_field (self->kind, field_of (self, column)), text, MZ_MONEY_UNIT_YEN,
                       value, &error))
    return refuse_cell (self, row, column, error->message);
  return TRUE;
}

/* What is wrong with the amounts of a row, and where; %NULL for nothing. */
static const char *
amounts_fault (const MzValue *values, MzLossColumn *column)
{
  gint64 low = values[MZ_LOSS_COLUMN_LOW].integer, high = values[MZ_LOSS_COLUMN_HIGH].integer;
  gboolean has_mode = values[MZ_LOSS_COLUMN_MODE].set;
  gint64 mode = values[MZ_LOSS_COLUMN_MODE].integer;

  *column = MZ_LOSS_COLUMN_HIGH;
  if (low > high)
    return _ ("the high end of the loss must not be below the low end.");
  *column = MZ_LOSS_COLUMN_MODE;
  if (has_mode && (mode < low || mode > high))
    return _ ("the most likely loss must lie between low and high.");
  *column = MZ_LOSS_COLUMN_LOW;
  if (!has_mode && low <= 0)
    return _ ("the low end of a 90 % range must be above 0; give a most likely "
              "loss if nothing may be lost.");
  return NULL;
}

static gboolean
check_amounts (Import *self, guint row, const MzValue *values)
{
  MzLossColumn column;
  const char *fault = amounts_fault (values, &column);

  return fault == NULL || refuse_cell (self, row, column, fault);
}

/* The risk of that id, readable id or number. */
static MzRecord *
find_risk (Import *self, const char *name)
{
  g_autofree char *derived = mz_id_derive (name);
  const char *const ids[] = {name, derived};
  MzRecord *record;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      record = mz_model_find (self->model, ids[i]);
      if (record != NULL && mz_record_is (record, self->kind->name))
        return record;
    }
  for (guint i = 0; (record = mz_model_nth (self->model, self->kind->name, i)) != NULL; i++)
    if (g_strcmp0 (mz_record_text (record, "code"), name) == 0)
      return record;
  return NULL;
}

/* The id of the row's risk, which is inserted when it is new; NULL when it has had its row. */
static char *
take_risk (Import *self, const char *name)
{
  MzRecord *record = find_risk (self, name);
  g_autofree char *derived = mz_id_check (name) ? g_strdup (name) : mz_id_derive (name);
  /* An id that belongs to a record of another kind is not to be had. */
  gboolean taken = record == NULL && mz_model_find (self->model, derived) != NULL;
  char *id = g_strdup (record != NULL ? mz_record_id (record) : derived);

  if (!g_hash_table_add (self->seen, g_strdup (id)))
    {
      g_free (id);
      return NULL;
    }
  if (record == NULL)
    {
      const char *made = mz_edit_insert (self->edit, self->kind, taken ? NULL : id);

      g_free (id);
      id = g_strdup (made);
    }
  return id;
}

static gboolean
write_row (Import *self, guint row, const MzValue *values)
{
  const char *name = values[MZ_LOSS_COLUMN_ID].text;
  g_autofree char *id = take_risk (self, name);

  if (id == NULL)
    return refuse_cell (self, row, MZ_LOSS_COLUMN_ID, _ ("this id stands in the table twice."));
  for (guint column = 0; column < MZ_LOSS_N_COLUMNS; column++)
    /* A bare id is not a number that a person would read. */
    if (column != MZ_LOSS_COLUMN_ID || !mz_id_check (name))
      mz_edit_set (self->edit, self->kind, id, field_of (self, column), &values[column]);
  mz_edit_set_text (self->edit, self->kind, id, "magnitude",
                    values[MZ_LOSS_COLUMN_MODE].set ? "pert" : "lognormal");
  return TRUE;
}

static void
read_row (Import *self, guint row)
{
  MzValue values[MZ_LOSS_N_COLUMNS] = {0};
  gboolean good = TRUE;

  for (guint column = 0; column < MZ_LOSS_N_COLUMNS; column++)
    good = read_cell (self, row, column, &values[column]) && good;
  if (good && check_amounts (self, row, values))
    write_row (self, row, values);
  for (guint column = 0; column < MZ_LOSS_N_COLUMNS; column++)
    mz_value_clear (mz_kind_field (self->kind, field_of (self, column)), &values[column]);
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

MzEdit *
mz_loss_import (const MzCsv *csv, MzModel *model, const char *const *headings, const char *label,
                GPtrArray **faults, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MzEdit) edit = mz_edit_new (label);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)fault_free);
  Import self = {.csv = csv, .model = model, .edit = edit, .seen = seen, .faults = found};
  gboolean mapped;
  guint n_faults;

  g_return_val_if_fail (csv != NULL && MZ_IS_MODEL (model), NULL);

  self.kind = mz_schema_kind (mz_model_schema (model), "risk");
  mapped = find_columns (&self, headings, error);
  for (guint row = 1; mapped && row < mz_csv_get_n_rows (csv); row++)
    if (!is_blank (csv, row))
      read_row (&self, row);
  n_faults = found->len;
  if (faults != NULL)
    *faults = g_steal_pointer (&found);
  if (n_faults > 0)
    g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                 ngettext ("%u cell of the table is wrong; nothing was taken over.",
                           "%u cells of the table are wrong; nothing was taken over.", n_faults),
                 n_faults);
  return mapped && n_faults == 0 ? g_steal_pointer (&edit) : NULL;
}

/* The same table with its columns chosen by a person and its rows judged one by one. The targets stand in the order of
 * MzLossColumn. */
static const MzSheetTarget targets[MZ_LOSS_N_COLUMNS] = {
    {"code", "id", TRUE},
    {"title", "name", TRUE},
    {"frequency", NULL, TRUE},
    {"loss_low", "low", TRUE},
    {"loss_likely", "mode|likely", FALSE},
    {"loss_high", "high", TRUE},
};

static gboolean
check_sheet_row (const MzValue *values, guint *target, char **reason)
{
  MzLossColumn column;
  const char *fault = amounts_fault (values, &column);

  *target = column;
  *reason = g_strdup (fault);
  return fault == NULL;
}

static void
finish_sheet_row (MzEdit *edit, const MzKind *kind, const char *id, const MzValue *values)
{
  mz_edit_set_text (edit, kind, id, "magnitude",
                    values[MZ_LOSS_COLUMN_MODE].set ? "pert" : "lognormal");
}

const MzSheetProfile *
mz_loss_import_profile (void)
{
  static const MzSheetProfile profile = {
      "risk", targets, MZ_LOSS_N_COLUMNS, MZ_MONEY_UNIT_YEN, check_sheet_row, finish_sheet_row};

  return &profile;
}
