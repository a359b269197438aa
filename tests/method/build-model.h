/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Models for tests, from a table of lines: a kind, a short name for the id, and fields as `name=value` in machine form,
 * quoted as a shell would where there are spaces. References are short names; `link a b` says that b comes from a. */

#pragma once

#include "mezasu/model.h"

/* A model with the records of @lines, ended by NULL; the schema's singletons are named by their kind. */
MzModel *build_model (const char *const *lines);

/* Sets one field in machine form. */
void set_field (MzModel *model, const char *name, const char *field, const char *value);

/* The record of a short name. */
MzRecord *find (MzModel *model, const char *name);
