/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Days by the Japanese era (和暦). The eras since the Gregorian calendar was taken up in Japan, and the days they began:
 * the ordinances on the names of eras of 1912, 1926, 1989 and 2019. */

#include "config.h"

#include "mezasu/language.h"
#include "report-private.h"

static const struct
{
  int year, month, day;
  const char *name;
} eras[] = {
    {2019, 5, 1, "令和"},  {1989, 1, 8, "平成"}, {1926, 12, 25, "昭和"},
    {1912, 7, 30, "大正"}, {1873, 1, 1, "明治"},
};

/* The year before the first of Meiji, which began in 1868 by the calendar of the time. */
#define BEFORE_MEIJI 1867

static char *
by_era (GDateTime *day)
{
  int year, month, number;

  g_date_time_get_ymd (day, &year, &month, &number);
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    if (year * 10000 + month * 100 + number >=
        eras[i].year * 10000 + eras[i].month * 100 + eras[i].day)
      {
        int count = year - (i + 1 == G_N_ELEMENTS (eras) ? BEFORE_MEIJI : eras[i].year - 1);
        g_autofree char *years = count == 1 ? g_strdup ("元") : g_strdup_printf ("%d", count);
        return g_strdup_printf ("%s%s年%d月%d日", eras[i].name, years, month, number);
      }
  return NULL;
}

char *
mz_pages_date (MzPages *self, const char *date)
{
  MzRecord *organisation = mz_model_single (self->request->analysis->model, "organisation");
  g_autofree char *moment = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = NULL;
  char *text = NULL;

  if (mz_record_flag (organisation, "japanese_era") && g_str_equal (mz_language (), "ja"))
    day = g_date_time_new_from_iso8601 (moment, NULL);
  if (day != NULL)
    text = by_era (day);
  return text != NULL ? text : g_strdup (date);
}
