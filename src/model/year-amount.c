/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Lines of money as a row of years. The pieces of a row are laid out by year, the year is changed, and the row is cut into
 * runs of equal amounts again; each run takes the piece that began in its year, so that little is written. */

#include "config.h"

#include "mezasu/year-amount.h"

#include <glib/gi18n-lib.h>

#define N_YEARS (MZ_YEAR_LAST + 1)

typedef struct
{
  int from, to;
  gint64 amount;
  MzRecord *piece; /* which becomes this run; NULL for a new one */
} MzRun;

typedef struct
{
  MzModel *model;
  MzRecord *flow;
  GPtrArray *pieces;
  gboolean has[N_YEARS];
  gint64 amounts[N_YEARS];
  gboolean open; /* the last piece goes on to the end of the plan */
  GArray *runs;
} MzRow;

static int
first_of (MzRecord *flow)
{
  return (int)CLAMP (mz_record_integer (flow, "from_year", 0), 0, MZ_YEAR_LAST);
}

static int
last_of (MzRecord *flow)
{
  return (int)CLAMP (mz_record_integer (flow, "to_year", MZ_YEAR_LAST), -1, MZ_YEAR_LAST);
}

gboolean
mz_year_amount (MzRecord *flow, int year, gint64 *amount)
{
  if (year < first_of (flow) || year > last_of (flow))
    return FALSE;
  if (amount != NULL)
    *amount = mz_record_integer (flow, "amount", 0);
  return TRUE;
}

/* What all pieces of a row have in common: all but amount, years and place. */
static gboolean
is_row_field (const MzField *field)
{
  static const char *const own[] = {"amount", "from_year", "to_year", "position", NULL};

  return !g_strv_contains (own, field->name);
}

static gboolean
same_row (MzRecord *a, MzRecord *b)
{
  const MzKind *kind = mz_record_kind (a);

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    if (is_row_field (mz_kind_field (kind, i)) &&
        !mz_value_equal (mz_kind_field (kind, i), mz_record_value (a, i), mz_record_value (b, i)))
      return FALSE;
  return TRUE;
}

/* Lays a piece out, unless a year of it is taken: then it is a line of its own. */
static void
lay_out (MzRow *self, MzRecord *piece)
{
  int from = first_of (piece), to = last_of (piece);

  for (int year = from; year <= to; year++)
    if (self->has[year])
      return;
  g_ptr_array_add (self->pieces, piece);
  for (int year = from; year <= to; year++)
    {
      self->has[year] = TRUE;
      self->amounts[year] = mz_record_integer (piece, "amount", 0);
    }
  self->open |= !mz_record_has (piece, "to_year");
}

static void
cut (MzRow *self)
{
  for (int year = 0; year < N_YEARS; year++)
    {
      MzRun run = {year, year, self->amounts[year], NULL};

      if (!self->has[year])
        continue;
      while (run.to + 1 < N_YEARS && self->has[run.to + 1] &&
             self->amounts[run.to + 1] == run.amount)
        run.to++;
      year = run.to;
      g_array_append_val (self->runs, run);
    }
}

static MzRun *
nth (MzRow *self, guint index)
{
  return &g_array_index (self->runs, MzRun, index);
}

static void
take (MzRow *self, MzRun *run, guint index)
{
  run->piece = g_ptr_array_remove_index (self->pieces, index);
}

/* Gives the runs their pieces; those left in `pieces` are not needed any more. */
static void
assign (MzRow *self, int year)
{
  MzRun *here = NULL;

  for (guint r = 0; r < self->runs->len; r++)
    {
      MzRun *run = nth (self, r);

      if (run->from <= year && year <= run->to)
        here = run;
      for (guint p = 0; p < self->pieces->len && run->piece == NULL; p++)
        if (first_of (g_ptr_array_index (self->pieces, p)) == run->from)
          take (self, run, p);
    }
  for (guint r = 0; r < self->runs->len && self->pieces->len > 0; r++)
    if (nth (self, r)->piece == NULL)
      take (self, nth (self, r), 0);
  /* The line in which the person types does not vanish under the hand. */
  if (g_ptr_array_remove (self->pieces, self->flow))
    {
      if (here == NULL)
        here = nth (self, 0);
      if (here->piece != NULL)
        g_ptr_array_add (self->pieces, here->piece);
      here->piece = self->flow;
    }
}

static void
set_integer (MzEdit *edit, MzRecord *piece, const char *id, const MzKind *kind, const char *name,
             gboolean set, gint64 number)
{
  guint field = (guint)mz_kind_find (kind, name);
  MzValue value = {set, {.integer = number}};

  if (piece == NULL ||
      !mz_value_equal (mz_kind_field (kind, field), mz_record_value (piece, field), &value))
    mz_edit_set (edit, kind, id, field, &value);
}

static void
write_run (MzRow *self, MzEdit *edit, const MzRun *run)
{
  const MzKind *kind = mz_record_kind (self->flow);
  gboolean ends = !(self->open && run->to == MZ_YEAR_LAST);
  const char *id =
      run->piece != NULL ? mz_record_id (run->piece) : mz_edit_insert (edit, kind, NULL);

  for (guint i = 0; run->piece == NULL && i < mz_kind_n_fields (kind); i++)
    if (is_row_field (mz_kind_field (kind, i)) ||
        g_str_equal (mz_kind_field (kind, i)->name, "position"))
      mz_edit_set (edit, kind, id, i, mz_record_value (self->flow, i));
  set_integer (edit, run->piece, id, kind, "amount", TRUE, run->amount);
  set_integer (edit, run->piece, id, kind, "from_year", TRUE, run->from);
  set_integer (edit, run->piece, id, kind, "to_year", ends, run->to);
}

static void
read_row (MzRow *self)
{
  const MzKind *kind = mz_record_kind (self->flow);
  MzRecord *other;

  lay_out (self, self->flow);
  for (guint i = 0; (other = mz_model_nth (self->model, kind->name, i)) != NULL; i++)
    if (other != self->flow && same_row (self->flow, other))
      lay_out (self, other);
}

MzEdit *
mz_year_amount_set (MzModel *model, MzRecord *flow, int year, const gint64 *amount, GError **error)
{
  int horizon = (int)mz_record_integer (mz_model_single (model, "organisation"), "horizon", 5);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (MzRun));
  MzRow self = {.model = model, .flow = flow, .pieces = pieces, .runs = runs};
  MzEdit *edit;

  if (year < 0 || year > MIN (horizon, MZ_YEAR_LAST))
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("The plan goes to year %d; an amount cannot stand in year %d."), horizon,
                   year);
      return NULL;
    }
  read_row (&self);
  self.has[year] = amount != NULL;
  self.amounts[year] = amount != NULL ? *amount : 0;
  cut (&self);
  if (runs->len == 0)
    {
      MzRun nothing = {year, year, 0, NULL};
      g_array_append_val (runs, nothing);
      self.open = FALSE;
    }
  assign (&self, year);
  edit = mz_edit_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    write_run (&self, edit, nth (&self, i));
  for (guint i = 0; i < pieces->len; i++)
    mz_edit_delete (edit, mz_record_kind (flow), mz_record_id (g_ptr_array_index (pieces, i)));
  return edit;
}
