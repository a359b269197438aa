/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Actuals from a table. Every row is checked before the first one counts, so that a person sees all that is wrong at
 * once. */

#include "config.h"

#include "mezasu/actual-import.h"

#include "mezasu/store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const columns[MZ_ACTUAL_N_COLUMNS] = {
    [MZ_ACTUAL_COLUMN_KPI] = "kpi",
    [MZ_ACTUAL_COLUMN_PERIOD] = "period",
    [MZ_ACTUAL_COLUMN_ACTUAL] = "actual",
};

/* What has values by period, the kind of the values, and the field of the value itself. */
static const struct
{
  const char *owner, *kind, *value;
} sources[] = {
    {"kpi", "kpi_value", "actual"},
    {"indicator", "indicator_value", "value"},
};

typedef struct
{
  const MzCsv *csv;
  MzModel *model;
  MzEdit *edit;
  int places[MZ_ACTUAL_N_COLUMNS];
  GHashTable *names; /* title → MzRecord, NULL where several bear it */
  GHashTable *seen;  /* "owner period" that have had their row */
  GPtrArray *faults;
} Import;

const char *
mz_actual_column_name (MzActualColumn column)
{
  g_return_val_if_fail (column < MZ_ACTUAL_N_COLUMNS, NULL);

  return columns[column];
}

gboolean
mz_actual_column_from_name (const char *name, MzActualColumn *column)
{
  for (guint i = 0; i < MZ_ACTUAL_N_COLUMNS; i++)
    if (g_strcmp0 (name, columns[i]) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static void
fault_free (MzActualImportFault *fault)
{
  g_free (fault->message);
  g_free (fault);
}

static gboolean
refuse_cell (Import *self, guint row, MzActualColumn column, const char *message)
{
  MzActualImportFault *fault = g_new (MzActualImportFault, 1);

  *fault = (MzActualImportFault){row + 1, column, g_strdup (message)};
  g_ptr_array_add (self->faults, fault);
  return FALSE;
}

static char *
cell_text (const MzCsv *csv, guint row, int place)
{
  if (place < 0 || (guint)place >= mz_csv_get_n_cells (csv, row))
    return g_strdup ("");
  return g_strstrip (g_strdup (mz_csv_get_cell (csv, row, (guint)place)));
}

static int
find_heading (const MzCsv *csv, const char *heading)
{
  guint n = mz_csv_get_n_rows (csv) == 0 ? 0 : mz_csv_get_n_cells (csv, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = cell_text (csv, 0, (int)i);

      if (g_str_equal (cell, heading))
        return (int)i;
    }
  return -1;
}

gboolean
mz_actual_import_fits (const MzCsv *csv)
{
  for (guint i = 0; i < MZ_ACTUAL_N_COLUMNS; i++)
    if (find_heading (csv, columns[i]) < 0)
      return FALSE;
  return TRUE;
}

static gboolean
find_columns (Import *self, const char *const *headings, GError **error)
{
  for (guint column = 0; column < MZ_ACTUAL_N_COLUMNS; column++)
    {
      const char *told = headings != NULL ? headings[column] : NULL;
      const char *heading = told != NULL ? told : columns[column];

      self->places[column] = find_heading (self->csv, heading);
      if (self->places[column] >= 0)
        continue;
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
                   _ ("row 1: there is no column “%s”; say which one is %s."), heading,
                   columns[column]);
      return FALSE;
    }
  return TRUE;
}

/* The number at @at, of at most @most digits; moves @at behind it. -1 for none. */
static int
read_digits (const char **at, guint most)
{
  int number = 0;
  guint n = 0;

  while (n < most && g_ascii_isdigit (**at))
    {
      number = number * 10 + (*(*at)++ - '0');
      n++;
    }
  return n > 0 ? number : -1;
}

static gboolean
skip (const char **at, const char *const *signs)
{
  for (guint i = 0; signs[i] != NULL; i++)
    if (g_str_has_prefix (*at, signs[i]))
      {
        *at += strlen (signs[i]);
        return TRUE;
      }
  return FALSE;
}

char *
mz_actual_period (const char *text)
{
  static const char *const after_year[] = {"-", "/", ".", "年", NULL};
  static const char *const after_month[] = {"-", "/", ".", "月", NULL};
  static const char *const after_day[] = {"日", NULL};
  static const char *const quarter[] = {"Q", "q", "-Q", "-q", " Q", NULL};
  /* Full-width digits and letters read like the others. */
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  const char *at = plain != NULL ? g_strstrip (plain) : "";
  int year = read_digits (&at, 4), month, day = 1;

  if (year < 1)
    return NULL;
  if (skip (&at, quarter))
    {
      month = read_digits (&at, 1);
      if (month < 1 || month > 4 || *at != '\0')
        return NULL;
      return g_strdup_printf ("%04d-%02d-01", year, month * 3 - 2);
    }
  if (!skip (&at, after_year))
    return NULL;
  month = read_digits (&at, 2);
  if (skip (&at, after_month) && *at != '\0')
    {
      day = read_digits (&at, 2);
      skip (&at, after_day);
    }
  if (*at != '\0' || month < 1 || month > 12 ||
      !g_date_valid_dmy ((GDateDay)MAX (day, 0), (GDateMonth)month, (GDateYear)year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-01", year, month);
}

/* KPIs and indicators by what they are called. */
static GHashTable *
collect_names (MzModel *model)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    for (guint i = 0; i < mz_model_count (model, sources[s].owner); i++)
      {
        MzRecord *record = mz_model_nth (model, sources[s].owner, i);
        char *title = mz_record_title (record);

        if (g_hash_table_contains (names, title))
          record = NULL;
        g_hash_table_insert (names, title, record);
      }
  return names;
}

static gboolean
is_owner (MzRecord *record)
{
  for (guint s = 0; record != NULL && s < G_N_ELEMENTS (sources); s++)
    if (mz_record_is (record, sources[s].owner))
      return TRUE;
  return FALSE;
}

static MzRecord *
find_owner (Import *self, guint row, const char *name)
{
  g_autofree char *derived = mz_id_derive (name);
  const char *const ids[] = {name, derived};
  gpointer found;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (is_owner (mz_model_find (self->model, ids[i])))
      return mz_model_find (self->model, ids[i]);
  if (!g_hash_table_lookup_extended (self->names, name, NULL, &found))
    refuse_cell (self, row, MZ_ACTUAL_COLUMN_KPI,
                 _ ("there is no KPI or indicator of this name or id."));
  else if (found == NULL)
    refuse_cell (self, row, MZ_ACTUAL_COLUMN_KPI,
                 _ ("several bear this name; give the id of the one that is meant."));
  else
    return found;
  return NULL;
}

gboolean
mz_actual_set (MzEdit *edit, MzModel *model, MzRecord *owner, const char *period,
               const double *value)
{
  const guint s = mz_record_is (owner, sources[0].owner) ? 0 : 1;
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), sources[s].kind);
  g_autoptr (GPtrArray) values =
      mz_model_referring (model, sources[s].kind, sources[s].owner, mz_record_id (owner));
  MzRecord *record = NULL;
  const char *id;

  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (mz_record_text (g_ptr_array_index (values, i), "period"), period) == 0)
      record = g_ptr_array_index (values, i);
  if (value == NULL)
    {
      if (record != NULL)
        mz_edit_delete (edit, kind, mz_record_id (record));
      return record != NULL;
    }
  if (record != NULL && mz_record_has (record, sources[s].value) &&
      mz_record_real (record, sources[s].value, 0) == *value)
    return FALSE;
  id = record != NULL ? mz_record_id (record) : mz_edit_insert (edit, kind, NULL);
  if (record == NULL)
    {
      mz_edit_set_text (edit, kind, id, sources[s].owner, mz_record_id (owner));
      mz_edit_set_text (edit, kind, id, "period", period);
    }
  mz_edit_set_real (edit, kind, id, sources[s].value, *value);
  return TRUE;
}

/* Reads the number as the field of the value would read what a person typed. */
static gboolean
read_number (Import *self, guint row, const char *text, double *number)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), sources[0].kind);
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, sources[0].value));
  g_autoptr (GError) error = NULL;
  MzValue value = MZ_VALUE_MISSING;

  if (!mz_value_parse (field, text, MZ_MONEY_UNIT_YEN, &value, &error))
    return refuse_cell (self, row, MZ_ACTUAL_COLUMN_ACTUAL, error->message);
  *number = value.real;
  return TRUE;
}

static void
read_row (Import *self, guint row)
{
  g_autofree char *name = cell_text (self->csv, row, self->places[MZ_ACTUAL_COLUMN_KPI]);
  g_autofree char *when = cell_text (self->csv, row, self->places[MZ_ACTUAL_COLUMN_PERIOD]);
  g_autofree char *text = cell_text (self->csv, row, self->places[MZ_ACTUAL_COLUMN_ACTUAL]);
  g_autofree char *period = mz_actual_period (when);
  MzRecord *owner = find_owner (self, row, name);
  guint faults = self->faults->len;
  double number = 0;

  if (period == NULL)
    refuse_cell (self, row, MZ_ACTUAL_COLUMN_PERIOD,
                 _ ("this is no month, quarter or day; write it as 2026-04 or 2026Q2."));
  if (*text != '\0')
    read_number (self, row, text, &number);
  if (owner == NULL || self->faults->len > faults)
    return;
  if (!g_hash_table_add (self->seen, g_strconcat (mz_record_id (owner), " ", period, NULL)))
    refuse_cell (self, row, MZ_ACTUAL_COLUMN_PERIOD,
                 _ ("this period of the same KPI stands in the table twice."));
  else if (*text != '\0')
    mz_actual_set (self->edit, self->model, owner, period, &number);
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
mz_actual_import (const MzCsv *csv, MzModel *model, const char *const *headings, const char *label,
                  GPtrArray **faults, GError **error)
{
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MzEdit) edit = mz_edit_new (label);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)fault_free);
  Import self = {.csv = csv, .model = model, .edit = edit, .seen = seen, .faults = found};
  gboolean mapped;
  guint n_faults;

  g_return_val_if_fail (csv != NULL && MZ_IS_MODEL (model), NULL);

  self.names = names = collect_names (model);
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
