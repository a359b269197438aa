/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Changing a cell of the risk matrix, with the checks of its table made before anything is saved. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/matrix.h"

G_BEGIN_DECLS

/**
 * mz_matrix_edit_lint:
 * @scale: risk criteria
 *
 * Returns: what is wrong with its table, 0 for nothing and where bands are missing or do not rise
 */
MzMatrixFinding mz_matrix_edit_lint (const MzScale *scale);

/**
 * mz_matrix_edit_cell:
 * @analysis: the results for the model as it is
 * @likelihood: 1 … n
 * @impact: 1 … m
 * @value: the risk value of the cell, 0 … 1000
 * @findings: (out) (optional): what is wrong with the table after it
 * @error: return location for %MZ_ERROR_INVALID_INPUT
 *
 * A value that is the product again needs no record. Refused are cells that the matrix does not have, schemes whose table is
 * fixed, and a value that would make the table fall where likelihood or impact rises (Cox 2008); a table that falls already
 * may be changed, so that it can be mended step by step.
 *
 * Returns: (transfer full) (nullable): the edit, without changes when the cell has the value already
 */
MzEdit *mz_matrix_edit_cell (const MzAnalysis *analysis, int likelihood, int impact, int value,
                             MzMatrixFinding *findings, GError **error);

G_END_DECLS
