/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One case of `mezasu-cli calc`: an object that is read and an object that is written. A row of the table in calc.c is a
 * name and a function; the functions are in calc-*.c and only carry members to the library and back.
 *
 * Reading keeps the first error and goes on with nothing, so a function reads all its members and asks once. */

#pragma once

#include <json-glib/json-glib.h>

#include "mezasu/error.h"
#include "mezasu/maybe.h"

G_BEGIN_DECLS

/* @prefix names the place of a nested object in messages, "" at the top. */
typedef struct
{
  JsonObject *in;
  JsonObject *out;
  GError *error;
  char *prefix;
} MzCalc;

/* Fills @calc->out, or sets @calc->error. */
typedef void (*MzCalcFunc) (MzCalc *calc);

MzCalcFunc mz_calc_find (const char *name);
/* All names, one a line. */
void mz_calc_list_names (GString *out);
/* The result of one case, or of each case of a list. */
JsonNode *mz_calc_run (MzCalcFunc function, JsonNode *cases);

/* calc-read.c: members of the case. Missing and null are the same. */
gboolean mz_calc_ok (const MzCalc *calc);
void mz_calc_refuse (MzCalc *calc, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean mz_calc_has (MzCalc *calc, const char *name);
MzMaybe mz_calc_integer (MzCalc *calc, const char *name);
gint64 mz_calc_need_integer (MzCalc *calc, const char *name);
/* A small whole number: years, levels, counts. */
int mz_calc_need_int (MzCalc *calc, const char *name);
int mz_calc_int (MzCalc *calc, const char *name, int fallback);
/* An entered amount: an integer within ±10^15. */
MzMaybe mz_calc_yen (MzCalc *calc, const char *name);
gint64 mz_calc_need_yen (MzCalc *calc, const char *name);
MzMaybeReal mz_calc_real (MzCalc *calc, const char *name);
double mz_calc_need_real (MzCalc *calc, const char *name);
MzMaybeDecimal mz_calc_decimal (MzCalc *calc, const char *name);
const char *mz_calc_text (MzCalc *calc, const char *name);
const char *mz_calc_need_text (MzCalc *calc, const char *name);
gboolean mz_calc_flag (MzCalc *calc, const char *name);
/* Lists; NULL when missing. */
GArray *mz_calc_integers (MzCalc *calc, const char *name);
GArray *mz_calc_reals (MzCalc *calc, const char *name);
JsonArray *mz_calc_list (MzCalc *calc, const char *name);
/* A number that stands alone, such as an item of a list; @what names it. */
gboolean mz_calc_node_real (MzCalc *calc, JsonNode *node, const char *what, double *value);
gboolean mz_calc_node_integer (MzCalc *calc, JsonNode *node, const char *what, gint64 *value);
/* The object @index of a list, read as a case of its own that shares @calc's error. */
gboolean mz_calc_enter (MzCalc *calc, JsonArray *list, guint index, const char *name, MzCalc *item);
gboolean mz_calc_enter_member (MzCalc *calc, const char *name, MzCalc *item);
void mz_calc_leave (MzCalc *calc, MzCalc *item);

/* calc-write.c */
void mz_calc_put_integer (MzCalc *calc, const char *name, gint64 value);
void mz_calc_put_maybe (MzCalc *calc, const char *name, MzMaybe value);
/* Refuses with %MZ_ERROR_OVERFLOW what is not finite. */
void mz_calc_put_real (MzCalc *calc, const char *name, double value);
void mz_calc_put_maybe_real (MzCalc *calc, const char *name, MzMaybeReal value);
void mz_calc_put_text (MzCalc *calc, const char *name, const char *value);
/* null, with the reason beside it. */
void mz_calc_put_nothing (MzCalc *calc, const char *name, const char *reason);
/* An error as a value. */
JsonObject *mz_calc_error_object (const GError *error);
/* null with the reason when @error says that the figure is undefined, which is then no error any more. */
gboolean mz_calc_put_undefined (MzCalc *calc, const char *name);
/* A number as the name of a member: the fewest digits that read back the same. */
char *mz_calc_key (double value);

void mz_calc_damage_jo (MzCalc *calc);
void mz_calc_depreciation (MzCalc *calc);
void mz_calc_finance (MzCalc *calc);
void mz_calc_impact (MzCalc *calc);
void mz_calc_keep_profit (MzCalc *calc);
void mz_calc_kpi (MzCalc *calc);
void mz_calc_matrix (MzCalc *calc);
void mz_calc_money (MzCalc *calc);
void mz_calc_rosi (MzCalc *calc);
void mz_calc_scenario (MzCalc *calc);
void mz_calc_simulate (MzCalc *calc);

G_END_DECLS
