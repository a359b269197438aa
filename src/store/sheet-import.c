/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records from a sheet. Every row stands for itself: one that is wrong hinders no other, and says why. */

#include "config.h"

#include "mezasu/sheet-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/message-catalogue.h"
#include "sheet-value-private.h"

typedef struct
{
  MzSheetRow row;
  MzValue *values; /* by target, once it is checked */
} MzEntry;

struct _MzSheetImport
{
  MzModel *model;
  MzSheet *sheet;
  MzSheetProfile profile;
  const MzKind *kind;
  GPtrArray *order; /* of char *, names of fields */
  MzSheetReader *reader;
  guint n_targets;
  guint *fields; /* by target: index of the field */
  int *targets;  /* by column */
  int *columns;  /* by target */
  gboolean heading;
  gboolean updates;
  GArray *entries; /* of MzEntry */
  guint checked;
  GHashTable *seen;   /* ids of records that have had their row */
  GHashTable *unique; /* what the unique fields of records and rows hold together */
  GHashTable *presets;
};

static const MzField *
field_of (const MzSheetImport *self, guint target)
{
  return mz_kind_field (self->kind, self->fields[target]);
}

static gboolean
is_needed (const MzSheetImport *self, guint target)
{
  return self->profile.targets != NULL && self->profile.targets[target].needed;
}

static MzEntry *
nth (const MzSheetImport *self, guint index)
{
  return &g_array_index (self->entries, MzEntry, index);
}

/* Which column fills what. */

static gboolean
is_heading_of (const MzSheetImport *self, guint target, const char *folded)
{
  const MzField *field = field_of (self, target);
  const char *labels[] = {field->name, mz_message_in ("en", field->label),
                          mz_message_in ("ja", field->label)};
  const char *more = self->profile.targets != NULL ? self->profile.targets[target].headings : NULL;
  g_auto (GStrv) others = g_strsplit (more != NULL ? more : "", "|", -1);

  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *other = mz_sheet_fold_heading (others[i]);
      if (g_str_equal (other, folded))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = mz_sheet_fold_heading (labels[i]);
      if (g_str_equal (label, folded))
        return TRUE;
    }
  return FALSE;
}

static int
target_for_heading (const MzSheetImport *self, const char *cell)
{
  g_autofree char *folded = mz_sheet_fold_heading (cell);

  for (guint target = 0; *folded != '\0' && target < self->n_targets; target++)
    if (is_heading_of (self, target, folded))
      return (int)target;
  return -1;
}

static gboolean
looks_like_heading (const MzSheetImport *self)
{
  guint n = 0, found = 0;

  for (guint column = 0; column < mz_sheet_n_columns (self->sheet); column++)
    {
      const char *cell = mz_sheet_cell (self->sheet, 0, column);

      n += *cell != '\0' ? 1 : 0;
      found += target_for_heading (self, cell) >= 0 ? 1 : 0;
    }
  return found > 0 && found * 2 >= n;
}

static int
target_named (const MzSheetImport *self, const char *name)
{
  for (guint target = 0; target < self->n_targets; target++)
    if (g_str_equal (field_of (self, target)->name, name))
      return (int)target;
  return -1;
}

static void
map (MzSheetImport *self, guint column, int target)
{
  if (target >= 0 && self->columns[target] >= 0)
    self->targets[self->columns[target]] = -1;
  if (self->targets[column] >= 0)
    self->columns[self->targets[column]] = -1;
  self->targets[column] = target;
  if (target >= 0)
    self->columns[target] = (int)column;
}

static void
map_all (MzSheetImport *self)
{
  for (guint column = 0; column < mz_sheet_n_columns (self->sheet); column++)
    map (self, column, -1);
  for (guint column = 0; column < mz_sheet_n_columns (self->sheet); column++)
    {
      int target = -1;

      if (self->heading)
        target = target_for_heading (self, mz_sheet_cell (self->sheet, 0, column));
      else if (column < self->order->len)
        target = target_named (self, g_ptr_array_index (self->order, column));
      /* The first of two columns with one heading. */
      if (target >= 0 && self->columns[target] < 0)
        map (self, column, target);
    }
}

/* Rows. */

static void
clear_values (MzSheetImport *self, MzEntry *entry)
{
  for (guint target = 0; entry->values != NULL && target < self->n_targets; target++)
    mz_value_clear (field_of (self, target), &entry->values[target]);
  g_clear_pointer (&entry->values, g_free);
  g_clear_pointer (&entry->row.reason, g_free);
  g_clear_pointer (&entry->row.record, g_free);
}

static void
clear_entries (MzSheetImport *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    clear_values (self, nth (self, i));
  g_array_set_size (self->entries, 0);
}

/* What the unique fields hold together; NULL when the kind has none. @value tells the value of a field. */
static char *
unique_key (const MzKind *kind, char *(*value) (guint field, gpointer data), gpointer data)
{
  GString *key = NULL;

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    if (mz_kind_field (kind, i)->flags & MZ_FIELD_UNIQUE)
      {
        g_autofree char *text = value (i, data);

        if (key == NULL)
          key = g_string_new (NULL);
        g_string_append_printf (key, "%s\n", text);
      }
  return key != NULL ? g_string_free (key, FALSE) : NULL;
}

static char *
value_of_record (guint field, gpointer record)
{
  return mz_value_to_machine (mz_kind_field (mz_record_kind (record), field),
                              mz_record_value (record, field));
}

static void
wait_again (MzSheetImport *self)
{
  MzRecord *record;

  for (guint i = 0; i < self->entries->len; i++)
    {
      clear_values (self, nth (self, i));
      nth (self, i)->row.state = MZ_SHEET_WAITING;
      nth (self, i)->row.column = -1;
    }
  self->checked = 0;
  g_hash_table_remove_all (self->seen);
  g_hash_table_remove_all (self->unique);
  for (guint i = 0; (record = mz_model_nth (self->model, self->kind->name, i)) != NULL; i++)
    {
      char *key = unique_key (self->kind, value_of_record, record);
      if (key == NULL)
        break;
      g_hash_table_insert (self->unique, key, g_strdup (mz_record_id (record)));
    }
}

static void
list_rows (MzSheetImport *self)
{
  clear_entries (self);
  for (guint row = self->heading ? 1 : 0; row < mz_sheet_n_rows (self->sheet); row++)
    if (!mz_sheet_is_blank (self->sheet, row))
      {
        MzEntry entry = {
            {row, mz_sheet_number (self->sheet, row), MZ_SHEET_WAITING, -1, NULL, NULL, TRUE},
            NULL};
        g_array_append_val (self->entries, entry);
      }
  wait_again (self);
}

static gboolean
refuse (MzEntry *entry, int column, const char *reason)
{
  entry->row.state = MZ_SHEET_WRONG;
  entry->row.column = column;
  g_free (entry->row.reason);
  entry->row.reason = g_strdup (reason);
  return FALSE;
}

static gboolean
read_values (MzSheetImport *self, MzEntry *entry)
{
  entry->values = g_new0 (MzValue, MAX (self->n_targets, 1));
  for (guint target = 0; target < self->n_targets; target++)
    {
      int column = self->columns[target];
      g_autoptr (GError) error = NULL;

      if (column >= 0 &&
          !mz_sheet_reader_read (self->reader, field_of (self, target),
                                 mz_sheet_cell (self->sheet, entry->row.row, (guint)column),
                                 &entry->values[target], &error))
        return refuse (entry, column, error->message);
      if (is_needed (self, target) && !entry->values[target].set)
        {
          g_autofree char *reason = g_strdup_printf (_ ("%s: a value is needed."),
                                                     mz_sheet_import_target_label (self, target));
          return refuse (entry, column, reason);
        }
    }
  return TRUE;
}

/* The target that tells which record a row is about: its number, else its title. */
static int
name_target (const MzSheetImport *self)
{
  int field = mz_kind_find_flag (self->kind, MZ_FIELD_CODE);

  if (field < 0)
    field = mz_kind_find_flag (self->kind, MZ_FIELD_TITLE);
  for (guint target = 0; field >= 0 && target < self->n_targets; target++)
    if (self->fields[target] == (guint)field && self->columns[target] >= 0 &&
        mz_field_storage (field_of (self, target)) == MZ_STORED_TEXT)
      return (int)target;
  return -1;
}

static gboolean
find_record (MzSheetImport *self, MzEntry *entry)
{
  int target = self->updates ? name_target (self) : -1;
  gboolean several = FALSE;
  MzRecord *record;

  if (target < 0 || !entry->values[target].set)
    return TRUE;
  record =
      mz_sheet_reader_find (self->reader, self->kind->name, entry->values[target].text, &several);
  if (several)
    return refuse (entry, self->columns[target],
                   _ ("Several records are called so; it is not clear which one is meant."));
  if (record == NULL)
    {
      g_autofree char *name = g_strdup_printf ("\n%s", entry->values[target].text);
      /* Two new records may share a title, but not a number. */
      if ((field_of (self, (guint)target)->flags & MZ_FIELD_CODE) != 0 &&
          !g_hash_table_add (self->seen, g_steal_pointer (&name)))
        return refuse (entry, self->columns[target], _ ("This number stands in the table twice."));
      return TRUE;
    }
  if (!g_hash_table_add (self->seen, g_strdup (mz_record_id (record))))
    return refuse (entry, self->columns[target],
                   _ ("Another row of the table is about the same record."));
  entry->row.record = g_strdup (mz_record_id (record));
  return TRUE;
}

/* The value that the field would have after the row was taken over. */
typedef struct
{
  const MzSheetImport *import;
  const MzEntry *entry;
} MzOutcome;

static char *
value_of_outcome (guint field, gpointer data)
{
  const MzOutcome *self = data;
  const MzField *def = mz_kind_field (self->import->kind, field);
  MzRecord *record = self->entry->row.record != NULL
                         ? mz_model_find (self->import->model, self->entry->row.record)
                         : NULL;
  const char *preset;

  for (guint target = 0; target < self->import->n_targets; target++)
    if (self->import->fields[target] == field && self->entry->values[target].set)
      return mz_value_to_machine (def, &self->entry->values[target]);
  if (record != NULL)
    return value_of_record (field, record);
  preset = g_hash_table_lookup (self->import->presets, def->name);
  if (preset == NULL)
    preset = def->fallback;
  return g_strdup (preset != NULL ? preset : "");
}

static gboolean
check_required (MzSheetImport *self, MzEntry *entry)
{
  MzOutcome outcome = {self, entry};

  for (guint i = 0; i < mz_kind_n_fields (self->kind); i++)
    {
      const MzField *field = mz_kind_field (self->kind, i);
      int target = target_named (self, field->name);
      g_autofree char *text = NULL, *reason = NULL;

      if ((field->flags & MZ_FIELD_REQUIRED) == 0)
        continue;
      text = value_of_outcome (i, &outcome);
      if (*text != '\0')
        continue;
      reason = g_strdup_printf (_ ("%s: a value is needed."), mz_translate (field->label));
      return refuse (entry, target >= 0 ? self->columns[target] : -1, reason);
    }
  return TRUE;
}

static gboolean
check_unique (MzSheetImport *self, MzEntry *entry)
{
  MzOutcome outcome = {self, entry};
  char *key = unique_key (self->kind, value_of_outcome, &outcome);
  const char *holder = key != NULL ? g_hash_table_lookup (self->unique, key) : NULL;

  if (key == NULL)
    return TRUE;
  if (holder != NULL && g_strcmp0 (holder, entry->row.record) != 0)
    {
      g_free (key);
      return refuse (entry, -1, _ ("There is a record for this already."));
    }
  g_hash_table_insert (self->unique, key,
                       g_strdup (entry->row.record != NULL ? entry->row.record : ""));
  return TRUE;
}

static gboolean
check_profile (MzSheetImport *self, MzEntry *entry)
{
  guint target = 0;
  g_autofree char *reason = NULL;

  if (self->profile.check == NULL || self->profile.check (entry->values, &target, &reason))
    return TRUE;
  return refuse (entry, self->columns[target], reason);
}

static void
check_row (MzSheetImport *self, MzEntry *entry)
{
  if (read_values (self, entry) && check_profile (self, entry) && find_record (self, entry) &&
      check_required (self, entry) && check_unique (self, entry))
    entry->row.state = entry->row.record != NULL ? MZ_SHEET_CHANGE : MZ_SHEET_NEW;
}

gboolean
mz_sheet_import_check (MzSheetImport *self, gint64 budget)
{
  gint64 end = g_get_monotonic_time () + budget;

  while (self->checked < self->entries->len)
    {
      check_row (self, nth (self, self->checked++));
      if (g_get_monotonic_time () >= end)
        break;
    }
  return self->checked >= self->entries->len;
}

/* Making one. */

static void
list_targets (MzSheetImport *self)
{
  guint n = self->profile.targets != NULL ? self->profile.n_targets : mz_kind_n_fields (self->kind);

  self->fields = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      int field = self->profile.targets != NULL
                      ? mz_kind_find (self->kind, self->profile.targets[i].field)
                      : (int)i;

      g_assert (field >= 0);
      if (self->profile.targets == NULL &&
          (mz_kind_field (self->kind, i)->flags & MZ_FIELD_INTERNAL) != 0)
        continue;
      self->fields[self->n_targets++] = (guint)field;
    }
}

MzSheetImport *
mz_sheet_import_new (MzModel *model, MzSheet *sheet, const MzSheetProfile *profile,
                     const char *const *order)
{
  MzSheetImport *self = g_new0 (MzSheetImport, 1);
  guint n_columns = mz_sheet_n_columns (sheet);

  self->model = g_object_ref (model);
  self->sheet = sheet;
  self->profile = *profile;
  self->kind = mz_schema_kind (mz_model_schema (model), profile->kind);
  self->reader = mz_sheet_reader_new (model, profile->unit);
  self->entries = g_array_new (FALSE, FALSE, sizeof (MzEntry));
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unique = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->presets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->order = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; order != NULL && order[i] != NULL; i++)
    g_ptr_array_add (self->order, g_strdup (order[i]));
  list_targets (self);
  self->targets = g_new (int, MAX (n_columns, 1));
  self->columns = g_new (int, MAX (self->n_targets, 1));
  for (guint i = 0; i < n_columns; i++)
    self->targets[i] = -1;
  for (guint i = 0; i < self->n_targets; i++)
    self->columns[i] = -1;
  self->heading = mz_sheet_n_rows (sheet) > 0 && looks_like_heading (self);
  self->updates = TRUE;
  map_all (self);
  list_rows (self);
  return self;
}

void
mz_sheet_import_free (MzSheetImport *self)
{
  clear_entries (self);
  g_array_unref (self->entries);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->unique);
  g_hash_table_unref (self->presets);
  g_ptr_array_unref (self->order);
  mz_sheet_reader_free (self->reader);
  mz_sheet_free (self->sheet);
  g_free (self->fields);
  g_free (self->targets);
  g_free (self->columns);
  g_object_unref (self->model);
  g_free (self);
}

void
mz_sheet_import_preset (MzSheetImport *self, const char *field, const char *text)
{
  g_hash_table_insert (self->presets, g_strdup (field), g_strdup (text));
  wait_again (self);
}

const MzSheet *
mz_sheet_import_sheet (const MzSheetImport *self)
{
  return self->sheet;
}

guint
mz_sheet_import_n_targets (const MzSheetImport *self)
{
  return self->n_targets;
}

const char *
mz_sheet_import_target_label (const MzSheetImport *self, guint target)
{
  return mz_translate (field_of (self, target)->label);
}

int
mz_sheet_import_target (const MzSheetImport *self, guint column)
{
  return self->targets[column];
}

void
mz_sheet_import_set_target (MzSheetImport *self, guint column, int target)
{
  if (self->targets[column] == target)
    return;
  map (self, column, target);
  wait_again (self);
}

gboolean
mz_sheet_import_has_heading (const MzSheetImport *self)
{
  return self->heading;
}

void
mz_sheet_import_set_heading (MzSheetImport *self, gboolean heading)
{
  if (self->heading == heading)
    return;
  self->heading = heading;
  map_all (self);
  list_rows (self);
}

gboolean
mz_sheet_import_can_update (const MzSheetImport *self)
{
  return name_target (self) >= 0;
}

gboolean
mz_sheet_import_updates (const MzSheetImport *self)
{
  return self->updates;
}

void
mz_sheet_import_set_updates (MzSheetImport *self, gboolean updates)
{
  if (self->updates == updates)
    return;
  self->updates = updates;
  wait_again (self);
}

guint
mz_sheet_import_n_rows (const MzSheetImport *self)
{
  return self->entries->len;
}

const MzSheetRow *
mz_sheet_import_row (const MzSheetImport *self, guint index)
{
  return &nth (self, index)->row;
}

void
mz_sheet_import_choose (MzSheetImport *self, guint index, gboolean chosen)
{
  nth (self, index)->row.chosen = chosen;
}

guint
mz_sheet_import_count (const MzSheetImport *self, MzSheetState state)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += nth (self, i)->row.state == state ? 1 : 0;
  return n;
}

static gboolean
is_taken (const MzEntry *entry)
{
  return entry->row.chosen &&
         (entry->row.state == MZ_SHEET_NEW || entry->row.state == MZ_SHEET_CHANGE);
}

guint
mz_sheet_import_n_taken (const MzSheetImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += is_taken (nth (self, i)) ? 1 : 0;
  return n;
}

typedef struct
{
  MzSheetImport *import;
  MzEdit *edit;
  const char *id;
} MzNewRecord;

static void
write_preset (gpointer name, gpointer text, gpointer data)
{
  const MzNewRecord *self = data;
  guint field = (guint)mz_kind_find (self->import->kind, name);
  const MzField *def = mz_kind_field (self->import->kind, field);
  MzValue value;

  if (mz_value_from_machine (def, text, &value, NULL))
    mz_edit_set (self->edit, self->import->kind, self->id, field, &value);
  mz_value_clear (def, &value);
}

static void
write_row (MzSheetImport *self, MzEdit *edit, const MzEntry *entry)
{
  const char *id = entry->row.record;

  if (id == NULL)
    {
      MzNewRecord data = {self, edit, mz_edit_insert (edit, self->kind, NULL)};

      id = data.id;
      g_hash_table_foreach (self->presets, write_preset, &data);
    }
  for (guint target = 0; target < self->n_targets; target++)
    {
      const MzField *field = field_of (self, target);
      const MzValue *value = &entry->values[target];
      /* An empty cell empties a field of a record that is there; a new record keeps its defaults. */
      gboolean empties = entry->row.record != NULL && (field->flags & MZ_FIELD_REQUIRED) == 0;
      /* A bare id is not a number that a person would read. */
      gboolean is_id =
          value->set && (field->flags & MZ_FIELD_CODE) != 0 && mz_id_check (value->text);

      if (self->columns[target] >= 0 && (value->set || empties) && !is_id)
        mz_edit_set (edit, self->kind, id, self->fields[target], value);
    }
  if (self->profile.finish != NULL)
    self->profile.finish (edit, self->kind, id, entry->values);
}

MzEdit *
mz_sheet_import_edit (MzSheetImport *self, const char *label)
{
  MzEdit *edit = mz_edit_new (label);

  for (guint i = 0; i < self->entries->len; i++)
    if (is_taken (nth (self, i)))
      write_row (self, edit, nth (self, i));
  return edit;
}
