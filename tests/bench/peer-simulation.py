# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The simulation of bench-simulation.c in numpy, in two forms, each as fast as numpy was found to allow: the quick SFC64
# generator, one standard normal drawn and turned into a lognormal in place, and memory that is kept from one array to
# the next. Prints milliseconds, without the start of Python.
#
#   vectorised  one Poisson count for each trial
#   scattered   one Poisson total for all trials, uniform trial numbers, weighted bincount
#   plain       scattered as one would write it first: the default generator, rng.lognormal, no kept memory

import sys
import time

import numpy as np

RISKS, RATE, MU, SIGMA = 50, 0.5, 13.0, 0.5


def losses_of(rng, n, room):
    x = rng.standard_normal(out=room[:n])
    x *= SIGMA
    x += MU
    return np.exp(x, out=x)


def vectorised(rng, trials):
    total, index, room = np.zeros(trials), np.arange(trials), np.empty(trials)
    for _ in range(RISKS):
        counts = rng.poisson(RATE, trials)
        total += np.bincount(np.repeat(index, counts), weights=losses_of(rng, counts.sum(), room),
                             minlength=trials)
    return total


def scattered(rng, trials):
    total, room = np.zeros(trials), np.empty(trials)
    for _ in range(RISKS):
        n = rng.poisson(RATE * trials)
        total += np.bincount(rng.integers(0, trials, n), weights=losses_of(rng, n, room), minlength=trials)
    return total


def plain(rng, trials):
    total = np.zeros(trials)
    for _ in range(RISKS):
        n = rng.poisson(RATE * trials)
        total += np.bincount(rng.integers(0, trials, n), weights=rng.lognormal(MU, SIGMA, n), minlength=trials)
    return total


def quick_generator():
    # A large block given back once makes the C library keep such blocks, or every array would begin with page faults.
    large = np.empty(4_000_000)
    del large
    return np.random.Generator(np.random.SFC64(1))


def main():
    form, trials = {'vectorised': vectorised, 'scattered': scattered, 'plain': plain}[sys.argv[1]], int(sys.argv[2])
    rng = np.random.default_rng(1) if form is plain else quick_generator()
    start = time.perf_counter()
    total = form(rng, trials)
    # The sorted sample is the full exceedance curve; percentiles and tail means are read from it.
    total.sort()
    mean, deviation = total.mean(), total.std(ddof=1)
    ranks = [-(-trials * p // 100) for p in (50, 90, 95, 99)]
    tails = [total[k - 1:].mean() for k in ranks]
    end = time.perf_counter()
    if not (mean > 0 and deviation > 0 and tails[0] > 0):
        sys.exit('the peer computed nothing')
    print('%.6g' % ((end - start) * 1e3))


main()
