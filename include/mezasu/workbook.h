/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Workbooks (.xlsx, Office Open XML, ISO/IEC 29500): the board workbook, whose figures are formulas of the amounts in it,
 * and the registers as tables that can be edited and read back. docs/workbook.md describes both. */

#pragma once

#include "mezasu/report.h"

G_BEGIN_DECLS

/**
 * mz_workbook_report:
 * @request: what to report; paper and measurer are not used, nothing of it is kept
 * @error: return location for a #GError
 *
 * Sheets for summary, assumptions, amounts, effects, the cash flow of each scenario, payback, present value, needed sales,
 * risks, damages, scorecard and simulated loss. Every cell that is computed is a formula, with the value that the
 * analysis gives; amounts stay whole yen and are shown in the unit. Equal reports are equal files.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mz_workbook_report (const MzReportRequest *request, GError **error);

/**
 * mz_workbook_registers:
 * @model: a model
 * @kind: (nullable): name of the kind to write, %NULL for all that have records
 * @error: return location for a #GError
 *
 * A sheet for each kind, a row for each record, its id in a hidden column, for mz_register_import().
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mz_workbook_registers (MzModel *model, const char *kind, GError **error);

G_END_DECLS
