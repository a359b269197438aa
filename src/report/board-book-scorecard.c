/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard: the score of each KPI from its values, and the roll-up to objectives, perspectives and the whole; the
 * formulas of docs/method.md 8. KPIs, objectives and perspectives share their columns, so that each table is rolled up
 * by the one below it in the same way. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/scorecard.h"

enum
{
  NAME,
  PARENT,
  DIRECTION,
  UNIT,
  BASELINE,
  TARGET,
  LOW,
  HIGH,
  TOLERANCE,
  ACTUAL,
  WEIGHT,
  RAW,
  SCORE,
  LIGHT,
  WEIGHTED, /* helpers from here on: weight times score, weight that has a score, what it rolls up to */
  SCORED,
  KEY,
};

typedef struct
{
  MzBoardBook *book;
  MzBookSheet *sheet;
  const MzScorecard *scorecard;
  MzLightThresholds thresholds;
  guint thresholds_row;
} Board;

static const char *
light_text (MzLight light)
{
  switch (light)
    {
    case MZ_LIGHT_GREEN:
      return _ ("reached");
    case MZ_LIGHT_AMBER:
      return _ ("to be watched");
    case MZ_LIGHT_RED:
      return _ ("missed");
    default:
      return MZ_BOARD_UNKNOWN;
    }
}

static void
add_light (Board *self, guint row, MzLight light)
{
  g_autofree char *texts[4] = {NULL};
  MzCellName score_name;
  const char *score = mz_cell_name (&score_name, row, SCORE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = mz_formula_quote (light_text ((MzLight)i));
  mz_book_sheet_formula_text (self->sheet, row, LIGHT, MZ_CELL_PLAIN, light_text (light),
                              "=IF(ISNUMBER(%s),IF(%s>=%s-1E-12,%s,IF(%s>=%s-1E-12,%s,%s)),%s)",
                              score, score, MZ_AT (self->thresholds_row, TARGET),
                              texts[MZ_LIGHT_GREEN], score, MZ_AT (self->thresholds_row, HIGH),
                              texts[MZ_LIGHT_AMBER], texts[MZ_LIGHT_RED], texts[MZ_LIGHT_GREY]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (&texts[i], g_free);
}

/* What the next table needs of a row. */
static void
add_helpers (Board *self, guint row, guint key, MzMaybeReal score, double weight)
{
  mz_book_sheet_formula (self->sheet, row, WEIGHTED, MZ_CELL_FACTOR,
                         score.is_set ? weight * score.value : 0, "=IF(ISNUMBER(%s),%s*%s,0)",
                         MZ_AT (row, SCORE), MZ_AT (row, WEIGHT), MZ_AT (row, SCORE));
  mz_book_sheet_formula (self->sheet, row, SCORED, MZ_CELL_FACTOR, score.is_set ? weight : 0,
                         "=IF(ISNUMBER(%s),%s,0)", MZ_AT (row, SCORE), MZ_AT (row, WEIGHT));
  mz_book_sheet_number (self->sheet, row, KEY, MZ_CELL_WHOLE, key);
}

static void
add_real (Board *self, guint row, guint column, MzRecord *record, const char *field)
{
  if (mz_record_has (record, field))
    mz_book_sheet_number (self->sheet, row, column, MZ_CELL_REAL | MZ_CELL_INPUT,
                          mz_record_real (record, field, 0));
  else
    mz_book_sheet_blank (self->sheet, row, column, MZ_CELL_REAL | MZ_CELL_INPUT);
}

/* The score before it is limited, by the direction of the KPI. */
static char *
raw_formula (guint row, const char *direction)
{
  MzCellName names[6];
  const char *a = mz_cell_name (&names[0], row, ACTUAL), *t = mz_cell_name (&names[1], row, TARGET);
  const char *b = mz_cell_name (&names[2], row, BASELINE),
             *low = mz_cell_name (&names[3], row, LOW);
  const char *high = mz_cell_name (&names[4], row, HIGH);
  const char *d = mz_cell_name (&names[5], row, TOLERANCE);

  if (g_strcmp0 (direction, "range") == 0)
    return g_strdup_printf ("IF(MAX(%s-%s,%s-%s)<=0,1,1-MAX(%s-%s,%s-%s)/IF(%s=\"\",(%s-%s)/2,%s))",
                            low, a, a, high, low, a, a, high, d, high, low, d);
  if (g_strcmp0 (direction, "lower") == 0)
    return g_strdup_printf ("IF(%s<>\"\",IF(%s<%s,(%s-%s)/(%s-%s),IF(%s<=%s,1,0)),"
                            "IF(%s=0,IF(%s<=%s,1,0),(2*%s-%s)/%s))",
                            b, t, b, a, b, t, b, a, t, t, a, t, t, a, t);
  return g_strdup_printf ("IF(%s<>\"\",IF(%s>%s,(%s-%s)/(%s-%s),IF(%s>=%s,1,0)),"
                          "IF(%s=0,IF(%s>=%s,1,0),%s/%s))",
                          b, t, b, a, b, t, b, a, t, t, a, t, a, t);
}

static void
add_score (Board *self, guint row, const MzScorecardKpi *kpi)
{
  g_autofree char *raw = raw_formula (row, mz_record_text (kpi->record, "direction"));
  g_autofree char *formula =
      g_strdup_printf ("=IF(%s=\"\",\"" MZ_BOARD_UNKNOWN "\",IFERROR(%s,\"" MZ_BOARD_UNKNOWN "\"))",
                       MZ_AT (row, ACTUAL), raw);
  g_autofree char *score =
      g_strdup_printf ("=IF(ISNUMBER(%s),MAX(0,MIN(1,%s)),\"" MZ_BOARD_UNKNOWN "\")",
                       MZ_AT (row, RAW), MZ_AT (row, RAW));

  if (kpi->problem != NULL)
    {
      mz_book_sheet_text (self->sheet, row, RAW, MZ_CELL_PLAIN, MZ_BOARD_UNKNOWN);
      mz_book_sheet_text (self->sheet, row, SCORE, MZ_CELL_PLAIN, MZ_BOARD_UNKNOWN);
    }
  else if (kpi->score.score.is_set)
    {
      mz_book_sheet_formula (self->sheet, row, RAW, MZ_CELL_FACTOR, kpi->score.raw.value, "%s",
                             formula);
      mz_book_sheet_formula (self->sheet, row, SCORE, MZ_CELL_PERCENT, kpi->score.score.value, "%s",
                             score);
    }
  else
    {
      mz_book_sheet_formula_text (self->sheet, row, RAW, MZ_CELL_FACTOR, MZ_BOARD_UNKNOWN, "%s",
                                  formula);
      mz_book_sheet_formula_text (self->sheet, row, SCORE, MZ_CELL_PERCENT, MZ_BOARD_UNKNOWN, "%s",
                                  score);
    }
}

static guint
objective_key (Board *self, MzRecord *objective)
{
  for (guint i = 0; objective != NULL && i < self->scorecard->objectives->len; i++)
    if (g_array_index (self->scorecard->objectives, MzScorecardObjective, i).record == objective)
      return i + 1;
  return 0;
}

static void
add_kpi (Board *self, guint row, const MzScorecardKpi *kpi)
{
  static const char *const fields[] = {"baseline", "target", "low", "high", "tolerance"};
  const MzKind *kind = mz_record_kind (kpi->record);
  guint index = (guint)mz_kind_find (kind, "direction");
  g_autofree char *direction =
      mz_value_display (mz_kind_field (kind, index), mz_record_value (kpi->record, index));
  double weight = (double)mz_record_integer (kpi->record, "weight", 1);

  mz_book_sheet_text (self->sheet, row, NAME, MZ_CELL_LONG, mz_record_text (kpi->record, "title"));
  mz_book_sheet_text (self->sheet, row, PARENT, MZ_CELL_LONG,
                      kpi->objective == NULL ? NULL : mz_record_text (kpi->objective, "title"));
  mz_book_sheet_text (self->sheet, row, DIRECTION, MZ_CELL_PLAIN, direction);
  mz_book_sheet_text (self->sheet, row, UNIT, MZ_CELL_PLAIN, mz_record_text (kpi->record, "unit"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_real (self, row, BASELINE + i, kpi->record, fields[i]);
  if (kpi->latest != NULL)
    add_real (self, row, ACTUAL, kpi->latest, "actual");
  else
    mz_book_sheet_blank (self->sheet, row, ACTUAL, MZ_CELL_REAL | MZ_CELL_INPUT);
  mz_book_sheet_number (self->sheet, row, WEIGHT, MZ_CELL_WHOLE | MZ_CELL_INPUT, weight);
  add_score (self, row, kpi);
  add_light (self, row, kpi->light);
  add_helpers (self, row, objective_key (self, kpi->objective), kpi->score.score, weight);
}

/* The score of a row that is rolled up from rows @first to @last whose key is @child. */
static void
add_rollup (Board *self, guint row, guint first, guint last, guint child, const MzKpiRollup *rollup,
            MzLight light)
{
  g_autofree char *weight =
      g_strdup_printf ("SUMIF(%s:%s,%u,%s:%s)", MZ_AT (first, KEY), MZ_AT (last, KEY), child,
                       MZ_AT (first, SCORED), MZ_AT (last, SCORED));
  g_autofree char *formula = g_strdup_printf (
      "=IF(%s=0,\"" MZ_BOARD_UNKNOWN "\",SUMIF(%s:%s,%u,%s:%s)/%s)", weight, MZ_AT (first, KEY),
      MZ_AT (last, KEY), child, MZ_AT (first, WEIGHTED), MZ_AT (last, WEIGHTED), weight);

  if (rollup->score.is_set)
    mz_book_sheet_formula (self->sheet, row, SCORE, MZ_CELL_PERCENT, rollup->score.value, "%s",
                           formula);
  else
    mz_book_sheet_formula_text (self->sheet, row, SCORE, MZ_CELL_PERCENT, MZ_BOARD_UNKNOWN, "%s",
                                formula);
  add_light (self, row, light);
}

/* The objectives below the KPIs of rows @first to @last; returns the row behind them. */
static guint
add_objectives (Board *self, guint row, guint first, guint last)
{
  for (guint i = 0; i < self->scorecard->objectives->len; i++, row++)
    {
      const MzScorecardObjective *objective =
          &g_array_index (self->scorecard->objectives, MzScorecardObjective, i);
      double weight = (double)mz_record_integer (objective->record, "weight", 1);

      mz_book_sheet_text (self->sheet, row, NAME, MZ_CELL_LONG,
                          mz_record_text (objective->record, "title"));
      mz_book_sheet_number (self->sheet, row, WEIGHT, MZ_CELL_WHOLE | MZ_CELL_INPUT, weight);
      add_rollup (self, row, first, last, i + 1, &objective->rollup, objective->light);
      add_helpers (self, row, (guint)(objective->perspective + 1), objective->rollup.score, weight);
    }
  return row;
}

static gboolean
has_objectives (Board *self, int perspective)
{
  for (guint i = 0; i < self->scorecard->objectives->len; i++)
    if (g_array_index (self->scorecard->objectives, MzScorecardObjective, i).perspective ==
        perspective)
      return TRUE;
  return FALSE;
}

/* The perspectives, which weigh the same, and the whole. */
static guint
add_perspectives (Board *self, guint row, guint first, guint last)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->book->model), "objective");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "perspective"));
  guint start = row;

  for (int p = 0; p < MZ_SCORECARD_N_PERSPECTIVES; p++, row++)
    {
      const MzScorecardPart *part = &self->scorecard->perspectives[p];
      double weight = has_objectives (self, p) ? 1 : 0;

      mz_book_sheet_text (self->sheet, row, NAME, MZ_CELL_PLAIN,
                          mz_translate (field->choices[p].label));
      mz_book_sheet_number (self->sheet, row, WEIGHT, MZ_CELL_WHOLE, weight);
      add_rollup (self, row, first, last, (guint)p + 1, &part->rollup, part->light);
      add_helpers (self, row, 1, part->rollup.score, weight);
    }
  mz_book_sheet_text (self->sheet, row, NAME, MZ_CELL_PLAIN | MZ_CELL_TOTAL, _ ("The whole"));
  add_rollup (self, row, start, row - 1, 1, &self->scorecard->whole.rollup,
              self->scorecard->whole.light);
  mz_book_name_cell (self->book->book, "Scorecard", self->sheet, row, SCORE);
  return row + 1;
}

static void
add_frame (Board *self, guint row)
{
  const double widths[] = {34, 30, 16, 10, 11, 11, 11, 11, 11, 11, 9, 11, 11, 16, 0};

  mz_book_sheet_widths (self->sheet, widths);
  for (guint column = WEIGHTED; column <= KEY; column++)
    mz_book_sheet_hide_column (self->sheet, column);
  mz_book_sheet_frame (self->sheet, MZ_BOARD_FIRST_ROW, 1, row, LIGHT);
}

void
mz_board_scorecard (MzBoardBook *book)
{
  MzLightThresholds thresholds = mz_scorecard_thresholds (book->model);
  g_autoptr (MzScorecard) scorecard = mz_scorecard_new (book->model, thresholds);
  Board self = {book, book->scorecard, scorecard, thresholds, 2};
  const char *headings[] = {_ ("KPI"),         _ ("Objective"), _ ("Direction"),
                            _ ("Unit"),        _ ("#Baseline"), _ ("#Target"),
                            _ ("#Range from"), _ ("#Range to"), _ ("#Width outside the range"),
                            _ ("#Actual"),     _ ("#Weight"),   _ ("#Raw score"),
                            _ ("#Score"),      _ ("Light"),     NULL};
  guint n = scorecard->kpis->len, first = MZ_BOARD_FIRST_ROW, last = first + MAX (n, 1) - 1;
  guint row = last + 2, objectives;

  mz_book_sheet_text (self.sheet, 0, 0, MZ_CELL_TITLE, _ ("Scorecard"));
  mz_book_sheet_text (
      self.sheet, 1, 0, MZ_CELL_NOTE,
      _ ("A score is 100 % when the target is reached; the latest actual value counts."));
  mz_book_sheet_text (self.sheet, self.thresholds_row, BASELINE, MZ_CELL_PLAIN, _ ("Reached from"));
  mz_book_sheet_number (self.sheet, self.thresholds_row, TARGET, MZ_CELL_PERCENT | MZ_CELL_INPUT,
                        thresholds.green);
  mz_book_sheet_text (self.sheet, self.thresholds_row, LOW, MZ_CELL_PLAIN, _ ("Watched from"));
  mz_book_sheet_number (self.sheet, self.thresholds_row, HIGH, MZ_CELL_PERCENT | MZ_CELL_INPUT,
                        thresholds.amber);
  mz_book_sheet_headings (self.sheet, MZ_BOARD_HEAD_ROW, headings);
  for (guint i = 0; i < n; i++)
    add_kpi (&self, first + i, &g_array_index (scorecard->kpis, MzScorecardKpi, i));
  mz_book_sheet_text (self.sheet, row++, NAME, MZ_CELL_SECTION, _ ("Objectives"));
  objectives = row;
  row = add_objectives (&self, row, first, last) + 1;
  mz_book_sheet_text (self.sheet, row++, NAME, MZ_CELL_SECTION, _ ("Perspectives"));
  row = add_perspectives (&self, row, objectives,
                          objectives + MAX (scorecard->objectives->len, 1) - 1);
  add_frame (&self, row);
}
