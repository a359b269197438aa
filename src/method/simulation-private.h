/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A run with a chosen variant of the innermost loops, so that a test can compare their bytes. */

#pragma once

#include "mezasu/simulation.h"

#include "simulation-plan-private.h"

G_BEGIN_DECLS

MzSimulation *mz_simulation_run_with (const MzSimulationRisk *risks, gsize n_risks,
                                      const MzSimulationOptions *options, MzKernel kernel,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
