/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the programs that measure share: models and pictures of any size, made by a fixed rule. */

#pragma once

#include "mezasu/model.h"
#include "mezasu/scene.h"

/* A model of @n records beside its singletons: context entries, gaps, risks, and links from an entry to a risk. */
MzModel *bench_model (guint n);

/* A model with @n rated risks, each with damage in money, and an option that treats every second one. */
MzModel *bench_risks (guint n);

/* A matrix of 5 x 5 with @n round marks spread over it, each with its number if @numbered. */
MzScene *bench_marks (guint n, gboolean numbered);

/* The middle one of @n figures, which it puts in order. */
double bench_median (double *figures, guint n);
