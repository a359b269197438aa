/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Findings of the method: what cannot be right, and what deserves a second look. Missing pieces are told by the
 * completeness of each step instead. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

MzFinding *
mz_finding_new (const char *code, MzSeverity severity, MzRecord *record, const char *field,
                char *message)
{
  MzFinding *self = g_new0 (MzFinding, 1);

  self->code = code;
  self->severity = severity;
  self->record = record != NULL ? g_strdup (mz_record_id (record)) : NULL;
  self->field = field;
  self->message = message;
  return self;
}

void
mz_finding_free (MzFinding *self)
{
  g_free (self->record);
  g_free (self->message);
  g_free (self);
}

void
mz_work_find (MzWork *self, const char *code, MzSeverity severity, MzRecord *record,
              const char *field, char *message)
{
  g_ptr_array_add (self->result.findings, mz_finding_new (code, severity, record, field, message));
}

void
mz_work_findings (MzWork *self)
{
  mz_work_find_criteria (self);
  mz_work_find_money (self);
  mz_work_find_risks (self);
  mz_work_find_plans (self);
  mz_work_find_strategy (self);
}
