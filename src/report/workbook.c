/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Workbooks and their cells. libxlsxwriter keeps its own temporary files in a private folder that is gone afterwards; the
 * workbook itself comes back as bytes, so that whoever saves it replaces a file in one step. */

#include "config.h"

#include "workbook-sheet-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mezasu/cell-text.h"
#include "mezasu/error.h"
#include "mezasu/language.h"

#define SHEET_NAME_MAX 31
/* Noon of the first day of 2000, for workbooks without a date: equal models give equal files. */
#define NO_DATE 946728000

static MzMoneyUnit
shown_unit (MzMoneyUnit unit)
{
  switch (unit)
    {
    case MZ_MONEY_UNIT_MAN:
      return MZ_MONEY_UNIT_THOUSAND;
    case MZ_MONEY_UNIT_OKU:
    case MZ_MONEY_UNIT_CHO:
      return MZ_MONEY_UNIT_MILLION;
    default:
      return unit;
    }
}

MzBook *
mz_book_new (MzMoneyUnit unit)
{
  MzBook *self = g_new0 (MzBook, 1);
  lxw_workbook_options options = {0};

  self->unit = shown_unit (unit);
  self->folder = g_dir_make_tmp ("mezasu-XXXXXX", &self->error);
  self->path = self->folder == NULL ? NULL : g_build_filename (self->folder, "book.xlsx", NULL);
  options.tmpdir = self->folder;
  self->workbook = workbook_new_opt (self->path, &options);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_book_sheet_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

static void
remove_folder (MzBook *self)
{
  if (self->folder == NULL)
    return;
  g_unlink (self->path);
  g_rmdir (self->folder);
}

void
mz_book_free (MzBook *self)
{
  if (self == NULL)
    return;
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  remove_folder (self);
  g_clear_error (&self->error);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

MzMoneyUnit
mz_book_unit (const MzBook *self)
{
  return self->unit;
}

char *
mz_book_unit_text (const MzBook *self, MzCellStyle style)
{
  return g_strdup_printf (
      _ ("(Unit: %s)"),
      mz_money_unit_label (style == MZ_CELL_YEN ? MZ_MONEY_UNIT_YEN : self->unit));
}

void
mz_book_set_properties (MzBook *self, const char *title, const char *company, const char *remarks,
                        const char *date)
{
  g_autofree char *clean_title = mz_cell_text (title);
  g_autofree char *clean_company = mz_cell_text (company);
  g_autofree char *clean_remarks = mz_cell_text (remarks);
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00Z", date != NULL ? date : "");
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (noon, NULL);
  lxw_doc_properties properties = {0};

  properties.title = clean_title;
  properties.author = (char *)"Mezasu";
  properties.company = clean_company;
  properties.comments = clean_remarks;
  properties.created = time != NULL ? (time_t)g_date_time_to_unix (time) : NO_DATE;
  workbook_set_properties (self->workbook, &properties);
}

GBytes *
mz_book_finish (MzBook *self, GError **error)
{
  lxw_workbook *workbook = g_steal_pointer (&self->workbook);
  char *data = NULL;
  gsize length = 0;
  lxw_error status;

  g_return_val_if_fail (workbook != NULL, NULL);

  if (self->error != NULL)
    {
      lxw_workbook_free (workbook);
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  for (guint i = 0; i < self->sheets->len; i++)
    mz_book_sheet_set_heights (g_ptr_array_index (self->sheets, i));
  errno = 0;
  status = workbook_close (workbook);
  if (status != LXW_NO_ERROR)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_UNDEFINED,
                   _ ("The workbook cannot be made in %s: %s."), self->folder,
                   errno != 0 ? g_strerror (errno) : lxw_strerror (status));
      return NULL;
    }
  if (!g_file_get_contents (self->path, &data, &length, error))
    return NULL;
  return g_bytes_new_take (data, length);
}

/* @name as programs accept it: at most 31 characters, none that paths or formulas use. */
static char *
legal_name (const char *name, glong longest)
{
  g_autofree char *clean = mz_cell_text (name);
  GString *legal = g_string_new (NULL);
  glong units = 0;

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      units += c > 0xffff ? 2 : 1;
      if (units > longest)
        break;
      g_string_append_unichar (
          legal, c < 0x20 || (c < 0x80 && strchr ("[]:*?/\\'", (int)c) != NULL) ? '_' : c);
    }
  g_strstrip (legal->str);
  return g_string_free (legal, FALSE);
}

static gboolean
is_taken (MzBook *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  /* Programs keep this name for themselves. */
  if (*name == '\0' || g_str_equal (folded, "history"))
    return TRUE;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const MzBookSheet *other = g_ptr_array_index (self->sheets, i);
      g_autofree char *taken = g_utf8_casefold (other->name, -1);

      if (g_str_equal (taken, folded))
        return TRUE;
    }
  return FALSE;
}

MzBookSheet *
mz_book_add_sheet (MzBook *self, const char *name)
{
  g_autofree char *legal = legal_name (name, SHEET_NAME_MAX);
  MzBookSheet *sheet = g_new0 (MzBookSheet, 1);

  for (guint n = 2; is_taken (self, legal); n++)
    {
      g_autofree char *number = g_strdup_printf (" %u", n);
      g_autofree char *stem = legal_name (name, SHEET_NAME_MAX - (glong)strlen (number));

      g_free (legal);
      legal = g_strconcat (*stem == '\0' ? "_" : stem, number, NULL);
    }
  sheet->book = self;
  sheet->worksheet = workbook_add_worksheet (self->workbook, legal);
  sheet->name = g_steal_pointer (&legal);
  sheet->wrapped = g_array_new (FALSE, FALSE, sizeof (MzWrapped));
  sheet->widths = g_array_new (FALSE, TRUE, sizeof (double));
  sheet->hidden = g_hash_table_new (NULL, NULL);
  sheet->prefix = g_strdup_printf ("'%s'!", sheet->name);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

void
mz_book_sheet_free (MzBookSheet *self)
{
  g_free (self->name);
  g_free (self->prefix);
  g_array_unref (self->wrapped);
  g_array_unref (self->widths);
  g_hash_table_unref (self->hidden);
  g_free (self);
}

char *
mz_book_identifier (const char *name)
{
  GString *identifier = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (g_ascii_isalnum (*name) || *name == '_')
      g_string_append_c (identifier, *name);
  return g_string_free (identifier, FALSE);
}

void
mz_book_name_cell (MzBook *self, const char *name, const MzBookSheet *sheet, guint row,
                   guint column)
{
  g_autofree char *identifier = mz_book_identifier (name);
  g_autofree char *unique = g_strdup (identifier);
  g_autofree char *place = NULL;
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  for (guint n = 2; g_hash_table_contains (self->names, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s_%u", identifier, n);
    }
  lxw_rowcol_to_cell_abs (cell, row, (lxw_col_t)column, 1, 1);
  place = g_strdup_printf ("=%s%s", sheet->prefix, cell);
  if (workbook_define_name (self->workbook, unique, place) == LXW_NO_ERROR)
    g_hash_table_add (self->names, g_steal_pointer (&unique));
}
