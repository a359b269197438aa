/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parts of the gate that JSON passes before json-glib: the walk over the structure in json-gate.c, the plain values in
 * json-scalar.c. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text and, once it is refused, why and where. */
typedef struct
{
  const char *text;
  const char *end;
  const char *at;
  const char *fault_at;
  const char *reason; /* not yet translated */
  gboolean too_much;  /* refused for its size, not for its form */
} MzJsonGate;

/* One member's name, as it reads after its escapes are resolved. */
typedef struct
{
  const char *at; /* its opening quotation mark */
  const char *name;
  gsize length;
  char *owned; /* NULL unless the name had escapes */
} MzJsonName;

/* Notes the fault; always FALSE, so that a reader can return it. */
gboolean mz_json_gate_refuse (MzJsonGate *gate, const char *at, const char *reason);

/* Each reads one value that begins at gate->at and moves behind it. */
gboolean mz_json_gate_number (MzJsonGate *gate);
gboolean mz_json_gate_string (MzJsonGate *gate, gboolean *escaped);
gboolean mz_json_gate_word (MzJsonGate *gate);

/* The content of an accepted string, escapes resolved. @from and @to are within the quotation marks. */
char *mz_json_gate_unescape (const char *from, const char *to, gsize *length);

G_END_DECLS
