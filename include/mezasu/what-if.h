/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What if: the assumptions that two scenarios rest on, what moving one of them does to their difference, and the value at
 * which their order turns. Everything is found by reckoning the whole model again on a copy, never by approximation. */

#pragma once

#include "mezasu/comparison.h"

G_BEGIN_DECLS

/**
 * MzLeverType:
 * @MZ_LEVER_AMOUNT: an amount of a plan, yen a year
 * @MZ_LEVER_FREQUENCY: how often a risk happens, events a year
 * @MZ_LEVER_LOSS: what one event costs on average, yen; the whole distribution is scaled
 * @MZ_LEVER_MITIGATION: what a step cuts off a frequency or a loss, ppm
 * @MZ_LEVER_RATE: the discount rate, ppm
 * @MZ_LEVER_MARGIN: the contribution margin, ppm
 */
typedef enum {
  MZ_LEVER_AMOUNT,
  MZ_LEVER_FREQUENCY,
  MZ_LEVER_LOSS,
  MZ_LEVER_MITIGATION,
  MZ_LEVER_RATE,
  MZ_LEVER_MARGIN,
} MzLeverType;

/**
 * MzLever:
 * @type: what it is
 * @record: id of its record
 * @field: the field of the record that holds it; for losses the place of the most likely one
 * @label: what it is called, such as "R-01 Card data stolen: Events a year"
 * @value: as it is now
 * @low: low end of the tornado: of the range that the model gives, else 20 % less
 * @high: its high end
 * @ranged: whether @low and @high are a range of the model
 * @least: nothing below is tried: 0, for amounts and rates
 * @most: nothing above is tried: three times the value, or what the field may hold
 * @parts: for losses: low, most likely and high as they are now
 */
typedef struct {
  MzLeverType type;
  char *record;
  const char *field;
  char *label;
  double value;
  double low, high;
  gboolean ranged;
  double least, most;
  double parts[3];
} MzLever;

/**
 * mz_levers_new:
 * @analysis: results, or the view of a comparison
 *
 * The assumptions that the scenarios of @analysis rest on: amounts and effects of their steps, frequency and loss of every
 * risk, discount rate and contribution margin. What has no value is left out.
 *
 * Returns: (transfer full) (element-type MzLever): the levers
 */
GPtrArray *mz_levers_new (const MzAnalysis *analysis);

/** mz_lever_edit: adds to @edit that the lever of @model gets @value */
void mz_lever_edit (const MzLever *self, MzModel *model, MzEdit *edit, double value);

/**
 * MzTurn:
 * @MZ_TURN_AT: the order turns at a value
 * @MZ_TURN_NEVER: it does not turn between the bounds of the lever
 * @MZ_TURN_TIE: both are equal as things are
 * @MZ_TURN_BLANK: one of the two figures is not known
 */
typedef enum { MZ_TURN_AT, MZ_TURN_NEVER, MZ_TURN_TIE, MZ_TURN_BLANK } MzTurn;

/**
 * MzBreakEven:
 * @turn: whether the order turns
 * @value: the value nearest to the present one at which it has turned, or both are equal: in whole yen or ppm, frequencies to
 *   a millionth; for %MZ_TURN_AT
 */
typedef struct {
  MzTurn turn;
  double value;
} MzBreakEven;

/**
 * mz_break_even:
 * @model: the model; it is only read
 * @lever: a lever of it
 * @first: id or code of a scenario
 * @second: of another
 * @criterion: the one figure that ranks them; not a simulated one
 * @result: (out): what was found
 * @cancellable: (nullable): stops the search between two reckonings
 * @error: return location for an error: no such scenario, a simulated figure, %G_IO_ERROR_CANCELLED
 *
 * Walks from the present value to either bound in quarters and closes in on the turn in the first part that has one.
 *
 * Returns: whether the search was done
 */
gboolean mz_break_even (MzModel *model, const MzLever *lever, const char *first, const char *second,
                        MzCriterion criterion, MzBreakEven *result, GCancellable *cancellable,
                        GError **error);

/**
 * MzDifferenceSwing:
 * @lever: place in the list of levers
 * @known: whether both ends are known
 * @at_low: the difference with the lever at its low end
 * @at_high: with the lever at its high end
 * @even: where the order turns
 */
typedef struct {
  guint lever;
  gboolean known;
  double at_low, at_high;
  MzBreakEven even;
} MzDifferenceSwing;

/**
 * MzWhatIf:
 * @revision: revision of the model
 * @criterion: the figure that was compared
 * @levers: (element-type MzLever): all of them
 * @known: whether @difference is known
 * @difference: first less second, as things are
 * @swings: (element-type MzDifferenceSwing): one for each lever, the widest first
 *
 * The tornado of a difference, and where each assumption turns the order. Immutable.
 */
typedef struct {
  guint64 revision;
  MzCriterion criterion;
  GPtrArray *levers;
  gboolean known;
  double difference;
  GArray *swings;
} MzWhatIf;

/**
 * mz_difference_tornado:
 * @model: the model; copied before the threads begin
 * @first: id or code of a scenario
 * @second: of another
 * @criterion: the one figure that ranks them; not a simulated one
 * @cancellable: (nullable): stops within one reckoning
 * @error: return location for an error, as mz_break_even()
 *
 * Blocks until done; the levers are shared among threads. The result does not depend on their number.
 *
 * Returns: (transfer full) (nullable): the result
 */
MzWhatIf *mz_difference_tornado (MzModel *model, const char *first, const char *second,
                                 MzCriterion criterion, GCancellable *cancellable, GError **error);

void mz_what_if_free (MzWhatIf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzWhatIf, mz_what_if_free)

/** mz_lever_text: Returns: (transfer full): @value of the lever as it is shown, money in @unit without its name */
char *mz_lever_text (const MzLever *self, double value, MzMoneyUnit unit);

/**
 * mz_lever_parse:
 * @self: a lever
 * @text: what a person typed, as mz_lever_text() shows it
 * @unit: unit of money where none is said
 * @value: (out): the value
 * @error: return location for the reason
 *
 * Returns: whether @text is a value
 */
gboolean mz_lever_parse (const MzLever *self, const char *text, MzMoneyUnit unit, double *value,
                         GError **error);

/**
 * mz_break_even_text:
 * @self: where a lever turns the order
 * @lever: the lever
 * @unit: unit of money
 *
 * Returns: (transfer full): a sentence, such as "The order turns at 14,000 (now 12,000)."
 */
char *mz_break_even_text (const MzBreakEven *self, const MzLever *lever, MzMoneyUnit unit);

G_END_DECLS
