/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Results of the method as JSON: figures with their sources, records by id and title, lists. */

#pragma once

#include <json-glib/json-glib.h>

#include "mezasu/analysis.h"
#include "mezasu/loss-statistics.h"

G_BEGIN_DECLS

/* An amount: yen, or null with its reason; where it comes from; whether an assumption went into it. */
void mz_json_put_money (JsonObject *object, const char *name, const MzFigure *figure);
/* The same for a figure that is no money: a rate, a ratio, a frequency. */
void mz_json_put_number (JsonObject *object, const char *name, const MzFigure *figure);
void mz_json_put_real (JsonObject *object, const char *name, double value);
/* null for NULL. */
void mz_json_put_text (JsonObject *object, const char *name, const char *text);
void mz_json_put_yens (JsonObject *object, const char *name, const gint64 *yen, guint n);
void mz_json_put_payback (JsonObject *object, const char *name, const MzPayback *payback);
/* Every rate; `touching` only where one merely touches. */
JsonObject *mz_json_irr (const MzIrr *irr);
/* Yen by kind and year 0 … @horizon. */
JsonObject *mz_json_by_kind (const gint64 amounts[MZ_CASH_N_KINDS][MZ_YEARS_MAX], int horizon);
/* id, kind, code and title; null for NULL. */
void mz_json_put_record (JsonObject *object, const char *name, MzRecord *record);
void mz_json_add_record_members (JsonObject *object, MzRecord *record);
/* The ids of records. */
void mz_json_put_ids (JsonObject *object, const char *name, GPtrArray *records);
/* A list with one object for each element of @items. */
typedef JsonObject *(*MzJsonFunc) (gconstpointer item, gpointer data);
void mz_json_put_list (JsonObject *object, const char *name, GPtrArray *items, MzJsonFunc function,
                       gpointer data);
JsonNode *mz_json_take_object (JsonObject *object);
JsonNode *mz_json_take_list (JsonArray *list);
JsonObject *mz_json_finding (gconstpointer item, gpointer data);
JsonObject *mz_json_completeness (gconstpointer item, gpointer data);

/* analyse-json.c and analyse-json-scenario.c: an analysis as a whole. */
JsonNode *mz_analysis_to_json (const MzAnalysis *analysis, const MzScenarioResult *chosen);
/* For mz_json_put_list(): a #MzScenarioResult, with its #MzAnalysis as data. */
JsonObject *mz_json_scenario (gconstpointer item, gpointer data);
JsonObject *mz_rating_to_json (const MzAnalysis *analysis, const MzRating *rating);

/* loss-run.c: the simulation of a scenario, NULL for things as they are, with the seed and the years that the model
 * gives. NULL when no risk can be simulated. */
MzSimulation *mz_cli_simulate (const MzAnalysis *analysis, const MzScenarioResult *scenario);
JsonNode *mz_simulation_to_json (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/* analyse-json-loss.c: the losses of all scenarios with what is read from them; an object with a reason when the run was
 * refused. */
JsonNode *mz_loss_to_json (const MzAnalysis *analysis);

const char *mz_verdict_name (MzVerdict verdict);
const char *mz_verdict_label (MzVerdict verdict);
const char *mz_severity_name (MzSeverity severity);

G_END_DECLS
