/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures the writing of a workbook: 10,000 rows of 12 cells, texts, amounts, shares and levels with their formats.
 * Prints the median in milliseconds.
 *
 *   bench-workbook ROWS */

#include "config.h"

#include "bench-support.h"

#include <stdlib.h>

#include "workbook-private.h"

#define RUNS 5

static double
write_once (guint n_rows)
{
  static const char *const owners[] = {"情報システム部", "総務部", "営業部"};
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MzBook) book = mz_book_new (MZ_MONEY_UNIT_THOUSAND);
  MzBookSheet *sheet = mz_book_add_sheet (book, "Risks");
  g_autoptr (GBytes) bytes = NULL;

  for (guint row = 0; row < n_rows; row++)
    {
      char code[16], title[64], note[64];

      g_snprintf (code, sizeof code, "R-%05u", row);
      g_snprintf (title, sizeof title, "リスク %u が起きる", row);
      g_snprintf (note, sizeof note, "Basis of row %u", row);
      mz_book_sheet_text (sheet, row, 0, MZ_CELL_PLAIN, code);
      mz_book_sheet_text (sheet, row, 1, MZ_CELL_PLAIN, title);
      mz_book_sheet_text (sheet, row, 2, MZ_CELL_PLAIN, owners[row % G_N_ELEMENTS (owners)]);
      mz_book_sheet_text (sheet, row, 3, MZ_CELL_PLAIN, note);
      for (guint column = 4; column < 8; column++)
        mz_book_sheet_number (sheet, row, column, MZ_CELL_MONEY, row * 1000.0 * column);
      for (guint column = 8; column < 10; column++)
        mz_book_sheet_number (sheet, row, column, MZ_CELL_PERCENT, row % 100 / 100.0);
      for (guint column = 10; column < 12; column++)
        mz_book_sheet_number (sheet, row, column, MZ_CELL_WHOLE, row % 5 + 1);
    }
  bytes = mz_book_finish (book, NULL);
  if (bytes == NULL)
    exit (1);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char **argv)
{
  double figures[RUNS];
  guint n_rows = argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : 10000;

  for (guint i = 0; i < RUNS; i++)
    figures[i] = write_once (n_rows);
  g_print ("%.3f\n", bench_median (figures, RUNS));
  return 0;
}
