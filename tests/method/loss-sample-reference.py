#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The figures that test-loss-sample.c compares with: the EC-site firm simulated once more, by Python's own generator
# (Mersenne Twister) and in the plainest way: a Poisson count for each year and risk, a size for each event. Usage:
#   mezasu-cli analyse data/models/ec-site.json --json | loss-sample-reference.py [YEARS]
import json
import math
import random
import sys

Z95 = 1.6448536269514722


def poisson(rate):
    limit, k, product = math.exp(-rate), 0, random.random()
    while product > limit:
        k += 1
        product *= random.random()
    return k


def size(kind, parameters):
    if kind == "lognormal90":
        low, high = (math.log(p) for p in parameters)
        return random.lognormvariate((low + high) / 2, (high - low) / (2 * Z95))
    low, mode, high = parameters  # PERT
    width = high - low
    return low + width * random.betavariate(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width)


def main():
    years = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    analysis = json.load(sys.stdin)
    inputs = [(r["frequency"]["value"], r["magnitude"]["magnitude"], r["magnitude"]["parameters"])
              for r in analysis["risks"]]
    for scenario in analysis["scenarios"]:
        random.seed(1)
        factors = [(r["frequency_factor"], r["loss_factor"]) for r in scenario["residuals"]]
        totals = []
        for _ in range(years):
            total = 0.0
            for (rate, kind, parameters), (keep_rate, keep_size) in zip(inputs, factors):
                for _ in range(poisson(rate * keep_rate)):
                    total += size(kind, parameters) * keep_size
            totals.append(total)
        totals.sort()
        above = sum(total > 2.5e8 for total in totals) / years
        print(f"{scenario['name']}: mean {sum(totals) / years:.0f}, P95 {totals[math.ceil(0.95 * years) - 1]:.0f}, "
              f"P(loss > 250 million) {above:.5f}")


main()
