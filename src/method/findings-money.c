/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Findings about the firm's own figures. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

void
mz_work_find_money (MzWork *self)
{
  MzRecord *line;

  for (guint i = 0; (line = mz_model_nth (self->result.model, "pl_line", i)) != NULL; i++)
    {
      g_autofree char *title = mz_record_label (line);

      if (!mz_record_has (line, "amount"))
        mz_work_find (
            self, "amount_missing", MZ_FINDING_WARNING, line, "amount",
            g_strdup_printf (_ ("The line “%s” of the profit and loss has no amount."), title));
    }
  if (self->margin.is_set && self->margin.value == 0)
    mz_work_find (self, "margin_zero", MZ_FINDING_WARNING, self->organisation,
                  "contribution_margin",
                  g_strdup (_ ("With a contribution margin of zero lost sales cost nothing.")));
  if (self->result.profit.known && self->result.profit.yen <= 0)
    mz_work_find (self, "no_profit", MZ_FINDING_NOTE, NULL, NULL,
                  g_strdup (_ ("The firm makes no profit, so the sales needed to keep it cannot be "
                               "reckoned by profit margin.")));
}
