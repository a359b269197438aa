/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edited registers become an edit. All rows get their ids first, so that a new row may name another new row; then every
 * cell is compared with what its record holds. */

#include "config.h"

#include "mezasu/register-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/store-error.h"
#include "mezasu/workbook-reader.h"
#include "register-value-private.h"

#define MARK_PREFIX "mezasu:"

/* A sheet that is a register. */
typedef struct
{
  const MzWorkbookTable *sheet;
  const MzKind *kind;
  guint head_row;
  GArray *fields; /* int: the field of each column, -1 for none */
  GPtrArray *ids; /* of each row behind the headings; NULL where the row says nothing */
} Register;

typedef struct
{
  MzModel *model;
  MzEdit *edit;
  MzRecordNames *names;
  GPtrArray *registers;
  GHashTable *seen; /* ids of the records that have a row */
  GPtrArray *faults;
  MzRegisterSummary summary;
} Import;

static void
fault_free (MzRegisterFault *fault)
{
  g_free (fault->sheet);
  g_free (fault->column);
  g_free (fault->message);
  g_free (fault);
}

static void
register_free (Register *self)
{
  g_array_unref (self->fields);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/* @column may be -1 for the row as a whole. */
static void
add_fault (Import *self, const Register *reg, guint row, int column, const char *message)
{
  MzRegisterFault *fault = g_new (MzRegisterFault, 1);
  const char *heading =
      column < 0 ? NULL : mz_csv_get_cell (reg->sheet->table, reg->head_row, (guint)column);

  *fault = (MzRegisterFault){g_strdup (reg->sheet->name), row + 1, g_strdup (heading),
                             g_strdup (message)};
  g_ptr_array_add (self->faults, fault);
}

static void
find_fields (Register *reg, guint row)
{
  for (guint i = 0; i < mz_csv_get_n_cells (reg->sheet->table, row); i++)
    {
      int field =
          i == 0 ? -1 : mz_kind_find (reg->kind, mz_csv_get_cell (reg->sheet->table, row, i));

      if (field >= 0 && !mz_register_shows (mz_kind_field (reg->kind, (guint)field)))
        field = -1;
      g_array_append_val (reg->fields, field);
    }
}

static void
find_register (Import *self, const MzWorkbookTable *sheet)
{
  guint n = MIN (mz_csv_get_n_rows (sheet->table), MZ_REGISTER_ROWS);

  for (guint row = 0; row < n; row++)
    {
      const char *mark = mz_csv_get_cell (sheet->table, row, 0);
      const MzKind *kind =
          g_str_has_prefix (mark, MARK_PREFIX)
              ? mz_schema_kind (mz_model_schema (self->model), mark + strlen (MARK_PREFIX))
              : NULL;
      Register *reg;

      if (kind == NULL)
        continue;
      reg = g_new (Register, 1);
      *reg = (Register){sheet, kind, row + 1, g_array_new (FALSE, FALSE, sizeof (int)),
                        g_ptr_array_new_with_free_func (g_free)};
      find_fields (reg, row);
      g_ptr_array_add (self->registers, reg);
      return;
    }
}

/* The cell of @row that holds the field with @flag, or "". */
static const char *
flagged_cell (const Register *reg, guint row, MzFieldFlags flag)
{
  int wanted = mz_kind_find_flag (reg->kind, flag);

  for (guint i = 0; wanted >= 0 && i < reg->fields->len; i++)
    if (g_array_index (reg->fields, int, i) == wanted)
      return mz_csv_get_cell (reg->sheet->table, row, i);
  return "";
}

static gboolean
says_nothing (const Register *reg, guint row)
{
  for (guint i = 0; i < reg->fields->len; i++)
    if (g_array_index (reg->fields, int, i) >= 0 &&
        *mz_csv_get_cell (reg->sheet->table, row, i) != '\0')
      return FALSE;
  return TRUE;
}

static char *
insert_row (Import *self, const Register *reg, guint row, const char *wanted)
{
  const char *code = flagged_cell (reg, row, MZ_FIELD_CODE);
  const char *title = flagged_cell (reg, row, MZ_FIELD_TITLE);
  g_autofree char *label = g_strdup_printf ("%s%s%s", code, *code != '\0' ? " " : "", title);
  char *id = g_strdup (mz_edit_insert (self->edit, reg->kind, wanted));

  if (*title != '\0')
    mz_record_names_add (self->names, id, label);
  self->summary.n_new++;
  return id;
}

/* The id of the record that the row stands for; NULL when there is none, which may be a fault. */
static char *
take_row (Import *self, const Register *reg, guint row, GHashTable *here)
{
  g_autofree char *id = g_strstrip (g_strdup (mz_csv_get_cell (reg->sheet->table, row, 0)));
  MzRecord *record = mz_model_find (self->model, id);

  if (says_nothing (reg, row))
    return NULL;
  if (record == NULL && reg->kind->singleton)
    record = mz_model_single (self->model, reg->kind->name);
  if (record != NULL && !mz_record_is (record, reg->kind->name))
    {
      add_fault (self, reg, row, -1, _ ("the hidden id belongs to a record of another kind."));
      return NULL;
    }
  if (record == NULL && *id != '\0' && !mz_id_check (id))
    {
      add_fault (self, reg, row, -1,
                 _ ("the hidden first cell holds no id; empty it for a new record."));
      return NULL;
    }
  if (record != NULL && g_hash_table_add (here, g_strdup (mz_record_id (record))))
    {
      g_hash_table_add (self->seen, g_strdup (mz_record_id (record)));
      return g_strdup (mz_record_id (record));
    }
  if (reg->kind->singleton)
    {
      add_fault (self, reg, row, -1, _ ("there is only one record of this kind."));
      return NULL;
    }
  /* A copied row brings the id of the row that it was copied from. */
  return insert_row (
      self, reg, row,
      record == NULL && *id != '\0' && g_hash_table_add (here, g_strdup (id)) ? id : NULL);
}

static void
take_rows (Import *self, Register *reg)
{
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = reg->head_row + 1; row < mz_csv_get_n_rows (reg->sheet->table); row++)
    g_ptr_array_add (reg->ids, take_row (self, reg, row, here));
}

/* Compares one cell with its record and says whether it is another value now. */
static gboolean
read_cell (Import *self, const Register *reg, guint row, guint column, const char *id)
{
  guint index = (guint)g_array_index (reg->fields, int, column);
  const MzField *field = mz_kind_field (reg->kind, index);
  const char *cell = mz_csv_get_cell (reg->sheet->table, row, column);
  MzRecord *record = mz_model_find (self->model, id);
  const MzValue *now = record == NULL ? NULL : mz_record_value (record, index);
  g_autoptr (GError) error = NULL;
  MzValue value = MZ_VALUE_MISSING;
  gboolean changed;

  if (now != NULL && mz_register_value_shown (field, now, cell, self->names))
    return FALSE;
  /* What a new row does not say takes its default, if there is one. */
  if (now == NULL && *cell == '\0' && field->fallback != NULL)
    return FALSE;
  if (!mz_register_value_read (field, cell, self->names, &value, &error))
    {
      add_fault (self, reg, row, (int)column, error->message);
      return FALSE;
    }
  changed = now == NULL ? value.set : !mz_register_value_same (field, now, &value);
  if (changed)
    mz_edit_set (self->edit, reg->kind, id, index, &value);
  mz_value_clear (field, &value);
  return changed;
}

static void
read_row (Import *self, const Register *reg, guint row, const char *id)
{
  gboolean changed = FALSE;

  for (guint column = 0; column < reg->fields->len; column++)
    if (g_array_index (reg->fields, int, column) >= 0)
      changed = read_cell (self, reg, row, column, id) || changed;
  if (changed && mz_model_find (self->model, id) != NULL)
    self->summary.n_changed++;
}

static void
count_left (Import *self)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->registers->len; i++)
    {
      const Register *reg = g_ptr_array_index (self->registers, i);

      if (!g_hash_table_add (kinds, (gpointer)reg->kind))
        continue;
      for (guint nth = 0; nth < mz_model_count (self->model, reg->kind->name); nth++)
        if (!g_hash_table_contains (
                self->seen, mz_record_id (mz_model_nth (self->model, reg->kind->name, nth))))
          self->summary.n_left++;
    }
}

static void
read_registers (Import *self)
{
  for (guint i = 0; i < self->registers->len; i++)
    take_rows (self, g_ptr_array_index (self->registers, i));
  for (guint i = 0; i < self->registers->len; i++)
    {
      const Register *reg = g_ptr_array_index (self->registers, i);

      for (guint nth = 0; nth < reg->ids->len; nth++)
        if (g_ptr_array_index (reg->ids, nth) != NULL)
          read_row (self, reg, reg->head_row + 1 + nth, g_ptr_array_index (reg->ids, nth));
    }
  count_left (self);
  self->summary.n_sheets = self->registers->len;
}

MzEdit *
mz_register_import (GPtrArray *sheets, MzModel *model, const char *label,
                    MzRegisterSummary *summary, GPtrArray **faults, GError **error)
{
  g_autoptr (MzEdit) edit = mz_edit_new (label);
  g_autoptr (MzRecordNames) names = mz_record_names_new (model);
  g_autoptr (GPtrArray) registers = g_ptr_array_new_with_free_func ((GDestroyNotify)register_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)fault_free);
  Import self = {model, edit, names, registers, seen, found, {0}};
  guint n_faults;

  g_return_val_if_fail (sheets != NULL && MZ_IS_MODEL (model), NULL);

  for (guint i = 0; i < sheets->len; i++)
    find_register (&self, g_ptr_array_index (sheets, i));
  read_registers (&self);
  n_faults = found->len;
  if (summary != NULL)
    *summary = self.summary;
  if (faults != NULL)
    *faults = g_steal_pointer (&found);
  if (registers->len == 0)
    g_set_error_literal (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
                         _ ("No sheet of the workbook is a register that Mezasu wrote; start from "
                            "an exported workbook."));
  else if (n_faults > 0)
    g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                 ngettext ("%u cell of the workbook is wrong; nothing was taken over.",
                           "%u cells of the workbook are wrong; nothing was taken over.", n_faults),
                 n_faults);
  else
    return g_steal_pointer (&edit);
  return NULL;
}
