# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
"""What the small firm of test-analysis.c comes to, from the formulas alone; its numbers are copied into the test."""

import math
from fractions import Fraction as F

Z90 = 1.6448536269514722
HORIZON, RATE = 4, 0.04
SALES, COST, SGA, OTHER_TAX = 10**9, 600 * 10**6, 350 * 10**6, 10**7
MARGIN = F(30, 100)


def half_away(x):
    x = F(x)
    return int(math.floor(abs(x) + F(1, 2))) * (1 if x >= 0 else -1)


def lognormal_mean(low, high):
    mu = (math.log(low) + math.log(high)) / 2
    sigma = (math.log(high) - math.log(low)) / (2 * Z90)
    return math.exp(mu + sigma * sigma / 2)


def pert_mean(low, likely, high):
    return F(low + 4 * likely + high, 6)


def payback(flows):
    sums = [sum(flows[:t + 1]) for t in range(len(flows))]
    last = max(t for t, c in enumerate(sums) if c < 0)
    return last - sums[last] / flows[last + 1]


def irr(flows):
    low, high = -0.9, 10
    for _ in range(300):
        middle = (low + high) / 2
        if sum(f / (1 + middle)**t for t, f in enumerate(flows)) > 0:
            low = middle
        else:
            high = middle
    return low


def npv(flows):
    return sum(f / (1 + RATE)**t for t, f in enumerate(flows))


# Damages: low, likely, high.
per_person = 500 * (10**0 + 5**2) * 6
persons = (1000, 4000, 10000)
compensation = [half_away(per_person * n * F(5, 1000)) for n in persons]
reissue = [1500 * n for n in persons]
investigation = [2000000, 5000000, 12000000]
churn_sales = [half_away(n * 20000 * F(3, 2)) for n in (100, 400, 1000)]
churn = [half_away(n * 20000 * F(3, 2) * MARGIN) for n in (100, 400, 1000)]
stop_sales = [SALES * F(80, 100) * d / 360 * F(75, 100) for d in (F(2), F(11, 2), F(15))]
stop = [half_away(s * MARGIN) for s in stop_sales]
decline = [1000000, 2000001, 4000000]
print("compensation", per_person, compensation, "reissue", reissue)
print("churn", churn_sales, churn, "stop", [half_away(s) for s in stop_sales], stop)
print("decline as sales", half_away(decline[1] / MARGIN))

# Risks.
first = [sum(c) for c in zip(compensation, investigation, reissue, churn)]
second = [sum(c) for c in zip(stop, decline)]
sle = [float(pert_mean(*first)), float(pert_mean(*second)), lognormal_mean(1e6, 9e6)]
rate = [0.1, lognormal_mean(0.2, 0.8), 0.5]
ale = [s * f for s, f in zip(sle, rate)]
print("gap", [a + b for a, b in zip(first, second)])
print("sle", sle, "rate", rate, "ale", ale, "sum", sum(ale))

# Plan A: 2.4 million at once, 0.1 million this year, 1.2 then 1.5 million a year; the second step works from year 1, the
# third from year 2; 2 million extra sales a year.
left = [ale[0] * 0.6 * 0.75 * 0.5, ale[1] * 0.7, ale[2]]
print("left", left, sum(left), "avoided", sum(ale) - sum(left))
avoided = [0] + [half_away(ale[0] - left[0])] * HORIZON
for t in range(2, HORIZON + 1):
    avoided[t] += half_away(ale[1] - left[1])
extra = [0] + [half_away(2000000 * MARGIN)] * HORIZON
invested = [2400000] + [0] * HORIZON
running = [100000, 1200000] + [1500000] * (HORIZON - 1)
flows = [a + e - i - r for a, e, i, r in zip(avoided, extra, invested, running)]
cost, benefit = sum(invested) + sum(running), sum(avoided) + sum(extra)
print("avoided", avoided, "flows", flows, "sums", [sum(flows[:t + 1]) for t in range(HORIZON + 1)])
print("npv", npv(flows), "payback", payback(flows), payback([f / (1 + RATE)**t for t, f in enumerate(flows)]))
print("irr", irr(flows), "roi", (benefit - cost) / cost)
print("rosi", (sum(ale) - sum(left) - cost / HORIZON) / (cost / HORIZON))
mean = half_away(F(sum(running[1:]), HORIZON))
profit = SALES - COST - SGA
print("running", mean, "needed", math.ceil(SALES + mean / MARGIN), math.ceil(SALES + F(mean) * SALES / profit),
      "dearest", math.ceil(SALES + 1500000 / MARGIN))

# Taxed at 30 %, 2 of the 2.4 million written off over five years.
tax = [half_away((avoided[t] + extra[t] - running[t] - (400000 if t == 0 else 0) - 400000) * F(30, 100))
       for t in range(HORIZON + 1)]
taxed = [f - x for f, x in zip(flows, tax)]
print("taxed", taxed, "npv", npv(taxed), "payback", payback(taxed))

# The statement of a year with the first risk, at the likely amounts.
lost, gone, one_off = churn_sales[1], churn[1], compensation[1] + investigation[1] + reissue[1]
gross = SALES - lost - (COST - (lost - gone))
print("with", SALES - lost, COST - (lost - gone), gross, gross - SGA, gross - SGA - one_off,
      gross - SGA - one_off - OTHER_TAX)
