#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# `mezasu-cli calc`: a table of cases for each calculation. Expected values are published ones or follow from the stated
# formula, computed here by another way; none is copied from the program.
import json
import math
from statistics import NormalDist

from driver import check, equal, finish, parse, run

Z = NormalDist().inv_cdf(0.95)


def close(got, wanted):
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(name in got and close(got[name], wanted[name]) for name in wanted)
    if isinstance(wanted, list):
        return isinstance(got, list) and len(got) == len(wanted) and all(map(close, got, wanted))
    if isinstance(wanted, float):
        return isinstance(got, (int, float)) and not isinstance(got, bool) and math.isclose(got, wanted, rel_tol=1e-9,
                                                                                           abs_tol=1e-12)
    return type(got) is type(wanted) and got == wanted


def error(code):
    return {"error": code}


# JNSA Damage Operation Model, worked by hand: 500 (10^(x-1) + 5^(y-1)) I S R.
JO = [
    ("name and address, ordinary firm", [[1, 1]], 6, 1, 1, 10000, 6000, 60000000),
    ("mail addresses only", [[1, 1]], 1, 1, 1, 50000, 1000, 50000000),
    ("members of a shop with card data", [[1, 1], [1, 3]], 6, 1, 1, 20000, 78000, 1560000000),
    ("hospital", [[1, 1], [2, 1]], 6, 2, 1, 3000, 66000, 198000000),
    ("city register", [[1, 1]], 6, 2, 1, 220000, 12000, 2640000000),
    ("health and account data, poor response", [[2, 1], [1, 3]], 6, 2, 2, 100, 420000, 42000000),
    ("the press figure of 2003", [[3, 1]], 6, 2, 1, 1, 606000, 606000),
]

FLOWS = [-10000, 3000, 4200, 6800]
NPV = sum(flow / 1.1 ** year for year, flow in enumerate(FLOWS))
MIRR_FLOWS = [-120000, 39000, 30000, 21000, 37000, 46000]
MIRR = (sum(flow * 1.12 ** (5 - year) for year, flow in enumerate(MIRR_FLOWS) if flow > 0) / 120000) ** (1 / 5) - 1


def lognormal(low, high):
    mu, sigma = (math.log(low) + math.log(high)) / 2, (math.log(high) - math.log(low)) / (2 * Z)
    return {"mu": mu, "sigma": sigma, "mean": math.exp(mu + sigma ** 2 / 2), "p05": float(low), "p95": float(high),
            "variance": (math.exp(sigma ** 2) - 1) * math.exp(2 * mu + sigma ** 2)}


def scenario(**members):
    case = {"horizon": 3, "contribution_ppm": 300000, "rate": 0.05,
            "lines": [{"kind": "investment", "amount": 3000000, "from": 0, "to": 0},
                      {"kind": "running", "amount": 200000, "from": 1, "to": 9},
                      {"kind": "avoided", "amount": 1500000, "from": 1, "to": 3},
                      {"kind": "revenue", "amount": 1000001, "from": 2, "to": 3}]}
    return {**case, **members}


SCENARIO_FLOWS = [-3000000, 1300000, 1600000, 1600000]
RATINGS = {1: "低", 4: "低", 5: "中", 9: "中", 10: "高", 12: "高", 15: "極大", 25: "極大"}

CASES = {
    "damage-jo": [
        (name, {"items_xy": items, "identifiability": i, "social": s, "response": r, "persons": n},
         {"x": max(x for x, y in items), "y": max(y for x, y in items), "per_person_yen": each, "total_yen": total})
        for name, items, i, s, r, n, each, total in JO
    ] + [
        ("sensitivity is 10^(x-1) + 5^(y-1)", {"items_xy": [[2, 3]], "identifiability": 1, "social": 1, "persons": 0},
         {"sensitivity": 35, "total_yen": 0}),
        ("half of 0.5 people rounds away from zero",
         {"items_xy": [[1, 1]], "identifiability": 1, "social": 1, "response": 1, "persons": 1, "claim_ppm": 500},
         {"total_yen": 1}),
        ("no data", {"items_xy": [], "identifiability": 1, "social": 1, "persons": 1}, error("invalid_input")),
        ("level 4", {"items_xy": [[4, 1]], "identifiability": 1, "social": 1, "persons": 1}, error("invalid_input")),
        ("factor 2 of identifiability", {"items_xy": [[1, 1]], "identifiability": 2, "social": 1, "persons": 1},
         error("invalid_input")),
        ("negative people", {"items_xy": [[1, 1]], "identifiability": 1, "social": 1, "persons": -1},
         error("invalid_input")),
        ("claim share over 100 %", {"items_xy": [[1, 1]], "identifiability": 1, "social": 1, "persons": 1,
                                    "claim_ppm": 1000001}, error("invalid_input")),
        ("beyond 9·10^15", {"items_xy": [[3, 3]], "identifiability": 6, "social": 2, "response": 2,
                            "persons": 10 ** 14}, error("overflow")),
    ],
    "impact": [
        # 100 oku · 3/365 · (1 - 0.5) and 30 % of it, by hand.
        ("three days of standstill, half deferred",
         {"annual_sales_yen": 10000000000, "contribution_ppm": 300000, "downtime_days": 3, "deferred_ppm": 500000},
         {"lost_sales_yen": 41095890, "lost_contribution_yen": 12328767, "churn_sales_yen": None,
          "extraordinary_loss_yen": None, "total_profit_effect_yen": 12328767}),
        ("days as a decimal text", {"annual_sales_yen": 3650000, "contribution_ppm": 1000000, "downtime_days": "0.5"},
         {"lost_sales_yen": 5000, "lost_contribution_yen": 5000}),
        ("churn and one-off losses",
         {"contribution_ppm": 250000, "churned_customers": 1000, "sales_per_customer_year_yen": 12000, "churn_years": 2,
          "one_off_yen": [1000000, 500000]},
         {"churn_sales_yen": 24000000, "churn_contribution_yen": 6000000, "extraordinary_loss_yen": 1500000,
          "total_profit_effect_yen": 7500000}),
        ("no margin, no effect on profit, but the sales stand", {"annual_sales_yen": 365, "downtime_days": 1},
         {"lost_sales_yen": 1, "lost_contribution_yen": None, "total_profit_effect_yen": None}),
        ("no business days", {"annual_sales_yen": 1, "downtime_days": 1, "business_days": 0}, error("invalid_input")),
        ("an amount is an integer", {"annual_sales_yen": 1.5, "downtime_days": 1}, error("invalid_input")),
        ("an entered amount beyond 10^15", {"annual_sales_yen": 10 ** 15 + 1}, error("invalid_input")),
    ],
    "matrix": [
        (f"company S: {likelihood}/{importance}",
         {"scheme": "S3", "likelihood": likelihood, "importance": importance}, {"value": value})
        for likelihood, row in (("低", (1, 1, 2)), ("中", (1, 2, 3)), ("高", (2, 3, 3)))
        for importance, value in zip("低中高", row)
    ] + [
        ("sheet of IPA, web server", {"scheme": "IPA7", "threat": 3, "vulnerability": 2, "c": 2, "i": 0, "a": 0},
         {"likelihood": 2, "importance": 2, "value": 4, "band": "大"}),
        ("sheet of IPA, second row", {"scheme": "IPA7", "threat": 2, "vulnerability": 2, "c": 2, "i": 2, "a": 2},
         {"likelihood": 1, "value": 2, "band": "中"}),
        ("sheet of IPA, nothing at stake", {"scheme": "IPA7", "threat": 3, "vulnerability": 3, "c": 0, "i": 0, "a": 0},
         {"value": 0, "band": "小"}),
    ] + [
        (f"5 by 5: {likelihood} · {impact}", {"scheme": "5x5", "likelihood": likelihood, "impact": impact},
         {"value": likelihood * impact, "band": RATINGS[likelihood * impact]})
        for likelihood, impact in ((1, 1), (2, 2), (5, 1), (3, 3), (2, 5), (3, 4), (3, 5), (5, 5))
    ] + [
        ("anchors include their lower bound",
         {"scheme": "5x5 anchors", "frequency_per_year": "0.02", "loss_yen": 1000000}, {"likelihood": 2, "impact": 2,
                                                                                       "value": 4}),
        ("anchors, highest", {"scheme": "5x5 anchors", "frequency_per_year": 2, "loss_yen": 10 ** 9},
         {"likelihood": 5, "impact": 5}),
        ("anchors, lowest", {"scheme": "5x5 anchors", "frequency_per_year": 0.0199, "loss_yen": 999999},
         {"likelihood": 1, "impact": 1}),
        ("at the appetite", {"scheme": "appetite", "value": 4, "appetite": 4, "tolerance": 9}, {"decision": "accept"}),
        ("at the tolerance", {"scheme": "appetite", "value": 9, "appetite": 4, "tolerance": 9},
         {"decision": "treat_or_justify"}),
        ("above", {"scheme": "appetite", "value": 10, "appetite": 4, "tolerance": 9}, {"decision": "must_treat"}),
        ("appetite above tolerance", {"scheme": "appetite", "value": 1, "appetite": 9, "tolerance": 4},
         error("invalid_input")),
        ("a sound table", {"scheme": "lint", "grid_rows_likelihood_ascending": [[1, 1, 2], [1, 2, 3], [2, 3, 3]]},
         {"findings": []}),
        ("red touches green (Cox 2008)", {"scheme": "lint", "grid_rows_likelihood_ascending": [[1, 3], [2, 3]]},
         {"findings": ["red_touches_green"]}),
        ("both faults, sorted by name", {"scheme": "lint", "grid_rows_likelihood_ascending": [[3, 1], [2, 3]]},
         {"findings": ["not_monotone", "red_touches_green"]}),
        ("aggregates are maximum and counts", {"scheme": "aggregate", "values": [3, 1, 3]},
         {"max": 3, "counts": {"1": 1, "3": 2}}),
        ("an empty set has no value", {"scheme": "aggregate", "values": []}, {"max": None, "counts": {}}),
        ("unknown scheme", {"scheme": "6x6"}, error("invalid_input")),
        ("ragged table", {"scheme": "lint", "grid_rows_likelihood_ascending": [[1, 2], [1]]}, error("invalid_input")),
    ],
    "rosi": [
        ("ENISA 2012", {"kind": "rosi", "sle": 15000, "aro": 5, "mitigation": "0.8", "annual_cost": 25000},
         {"ale0": 75000.0, "ale1": 15000.0, "reduction": 60000.0, "rosi": 1.4}),
        ("cost 0", {"kind": "rosi", "sle": 1, "aro": 1, "mitigation": 1, "annual_cost": 0}, {"ale0": 1.0, "rosi": None}),
        ("negative cost", {"kind": "rosi", "sle": 1, "aro": 1, "mitigation": 1, "annual_cost": -1},
         error("invalid_input")),
        ("mitigations combine", {"kind": "combine", "mitigations": [0.5, 0.5, 0.2]}, {"combined": 0.8}),
        ("mitigation over 1", {"kind": "combine", "mitigations": [1.1]}, error("invalid_input")),
        ("Gordon and Loeb, class I", {"kind": "gordon_loeb", "class": 1, "v": 0.5, "loss": 400000, "alpha": 1e-5,
                                      "beta": 1},
         {"z_star": (math.sqrt(2) - 1) * 1e5, "remaining_probability": 0.5 / math.sqrt(2),
          "bound_vL_over_e": 200000 / math.e}),
        ("Gordon and Loeb, class II, v = 1", {"kind": "gordon_loeb", "class": "II", "v": 1, "loss": 400000,
                                              "alpha": 1e-5}, {"z_star": 0.0}),
        ("bound", {"kind": "gl_bound", "v": 0.5, "loss": 400000}, {"bound_vL_over_e": 200000 / math.e}),
        ("unknown kind", {"kind": "rosy"}, error("invalid_input")),
    ],
    "finance": [
        ("net present value, not the spreadsheet's",
         {"flows_yen": FLOWS, "rate": "0.1"},
         {"npv": NPV, "npv_yen": 1307, "cumulative_yen": [-10000, -7000, -2800, 4000],
          "payback": {"status": "recovered", "first": 2 + 2800 / 6800, "final": 2 + 2800 / 6800}}),
        ("two rates", {"flows_yen": [-4000, 25000, -25000], "rate": 0.1},
         {"irr": {"status": "many", "roots": [0.25, 4.0]}}),
        ("no rate", {"flows_yen": [1000, -3000, 2500], "rate": 0.1}, {"irr": {"status": "none", "roots": []}}),
        ("a rate that touches", {"flows_yen": [1000, -2200, 1210], "rate": 0},
         {"irr": {"status": "one", "touching": True}}),
        ("all flows 0", {"flows_yen": [0, 0], "rate": 0},
         {"npv": 0.0, "mirr": None, "irr": {"status": "undefined", "roots": []},
          "payback": {"status": "immediate", "final": 0.0}}),
        ("modified rate, as the help of a spreadsheet shows",
         {"flows_yen": MIRR_FLOWS, "rate": 0.1, "finance_rate": 0.1, "reinvest_rate": 0.12}, {"mirr": MIRR}),
        ("never", {"flows_yen": [-10, 1, 1], "rate": 0}, {"payback": {"status": "never", "first": None, "final": None}}),
        ("lost again", {"flows_yen": [-10, 20, -20], "rate": 0},
         {"payback": {"status": "lost_again", "first": 0.5, "final": None}}),
        ("lost and recovered", {"flows_yen": [-10, 20, -20, 20], "rate": 0},
         {"payback": {"status": "recovered_non_monotone", "first": 0.5, "final": 2.5}}),
        ("without a rate the rest stands", {"flows_yen": [-10, 20]}, {"npv": None, "irr": {"status": "one",
                                                                                        "roots": [1.0]}}),
        ("rate -1", {"flows_yen": [-10, 20], "rate": -1}, error("invalid_input")),
        ("one flow", {"flows_yen": [1], "rate": 0}, error("invalid_input")),
        ("32 flows", {"flows_yen": [1] * 32, "rate": 0}, error("invalid_input")),
        ("flows that overflow", {"flows_yen": [9 * 10 ** 15, 1], "rate": 0}, error("overflow")),
    ],
    "scenario": [
        ("table before tax", scenario(),
         {"flows_yen": SCENARIO_FLOWS, "total_cost_yen": 3600000, "total_benefit_yen": 5100000,
          "roi": 1500000 / 3600000,
          "by_kind": {"investment": [3000000, 0, 0, 0], "running": [0, 200000, 200000, 200000],
                      "avoided": [0, 1500000, 1500000, 1500000], "revenue": [0, 0, 300000, 300000]},
          "npv_yen": round(sum(flow / 1.05 ** year for year, flow in enumerate(SCENARIO_FLOWS))),
          "payback": {"status": "recovered", "final": 2 + 100000 / 1600000}}),
        # Taxable: year 0: -1,000,000; 1: 1,300,000; 2 and 3: 1,600,000; after two thirds of the cost is depreciated.
        ("after tax", scenario(depreciate=[{"cost": 2000000, "life": 5, "year": 0}],
                               tax={"rate_ppm": 300000, "other_profit": True}),
         {"depreciation_yen": [400000] * 4, "taxable_yen": [-1400000, 900000, 1200000, 1200000],
          "tax_yen": [-420000, 270000, 360000, 360000],
          "after_tax_flows_yen": [-2580000, 1030000, 1240000, 1240000], "total_cost_yen": 3600000}),
        ("no other profit, no negative tax", scenario(depreciate=None, tax={"rate_ppm": 300000, "other_profit": False}),
         {"tax_yen": [0, 390000, 480000, 480000]}),
        ("nothing costs nothing", {"horizon": 1, "lines": [], "rate": 0}, {"flows_yen": [0, 0], "roi": None}),
        ("sales without a margin", scenario(contribution_ppm=None), error("invalid_input")),
        ("unknown kind", {"horizon": 1, "lines": [{"kind": "gift", "amount": 1, "from": 0, "to": 0}]},
         error("invalid_input")),
        ("horizon 31", scenario(horizon=31), error("invalid_input")),
    ],
    "depreciation": [
        ("software for own use", {"cost_yen": 1000000, "life_years": 5, "first_year_months": 12},
         {"schedule_yen": [200000] * 5}),
        ("the last year takes the rest", {"cost_yen": 1000, "life_years": 3}, {"schedule_yen": [333, 333, 334]}),
        ("half a first year", {"cost_yen": 1000000, "life_years": 5, "first_year_months": 6},
         {"schedule_yen": [100000, 200000, 200000, 200000, 200000, 100000]}),
        ("no life", {"cost_yen": 1, "life_years": 0}, error("invalid_input")),
        ("13 months", {"cost_yen": 1, "life_years": 1, "first_year_months": 13}, error("invalid_input")),
    ],
    "keep-profit": [
        ("the worked example of the method",
         {"sales_yen": 10 ** 10, "profit_yen": 5 * 10 ** 8, "extra_running_yen": 10 ** 7, "contribution_ppm": 300000},
         {"contribution": {"needed_yen": 10033333334, "delta_yen": 33333334, "increase": 1 / 300,
                           "increase_pct_1dp": "0.3"},
          "profit": {"needed_yen": 10200000000, "increase": 0.02, "increase_pct_1dp": "2.0"}}),
        ("margin not given", {"sales_yen": 100, "profit_yen": 10, "extra_running_yen": 1},
         {"contribution": None, "profit": {"needed_yen": 110}}),
        ("changed margin", {"sales_yen": 1000, "profit_yen": 100, "extra_running_yen": 60, "contribution_ppm": 300000,
                            "new_contribution_ppm": 400000}, {"contribution": {"needed_yen": 900}}),
        ("loss: one method is undefined, the other answers",
         {"sales_yen": 1000, "profit_yen": -1, "extra_running_yen": 30, "contribution_ppm": 300000},
         {"contribution": {"needed_yen": 1100}, "profit": {"error": "undefined"}}),
        ("margin 0", {"sales_yen": 1000, "profit_yen": 100, "extra_running_yen": 30, "contribution_ppm": 0},
         {"contribution": {"error": "invalid_input"}, "profit": {"needed_yen": 1300}}),
        ("no sales given", {"profit_yen": 1, "extra_running_yen": 1}, error("invalid_input")),
    ],
    "kpi": [
        ("with a baseline", {"kind": "higher", "actual": 75, "target": 80, "baseline": 60},
         {"raw": 0.75, "score": 0.75, "light": "amber"}),
        ("lower is better, from a baseline", {"kind": "lower", "actual": 5, "target": 5, "baseline": 10},
         {"score": 1.0, "light": "green"}),
        ("raw beyond the whole is shown", {"kind": "higher", "actual": 120, "target": 100}, {"raw": 1.2, "score": 1.0}),
        ("lower without a baseline", {"kind": "lower", "actual": 15, "target": 10}, {"raw": 0.5, "light": "red"}),
        ("inside a range", {"kind": "range", "actual": 5, "low": 4, "high": 6}, {"score": 1.0}),
        ("outside a range", {"kind": "range", "actual": 6.5, "low": 4, "high": 6}, {"score": 0.5}),
        ("nine tenths is green", {"kind": "higher", "actual": 0.9, "target": 1}, {"light": "green"}),
        ("no actual value", {"kind": "higher", "actual": None, "target": 1}, {"raw": None, "score": None,
                                                                             "light": "grey"}),
        ("negative target without a baseline", {"kind": "higher", "actual": 1, "target": -1}, error("invalid_input")),
        ("roll-up", {"kind": "rollup", "items": [{"score": 1, "weight": 50}, {"score": 0.5, "weight": 25},
                                                 {"score": None, "weight": 25}]},
         {"score": 62.5 / 75, "coverage": 0.75}),
        ("weights of 0", {"kind": "rollup", "items": [{"score": 1, "weight": 0}]}, {"score": None, "coverage": None}),
        ("weight 101", {"kind": "rollup", "items": [{"score": 1, "weight": 101}]}, error("invalid_input")),
    ],
    "money": [
        (f"reads {text}", {"kind": "parse", "text": text}, {"yen": yen})
        for text, yen in (("1億2千万円", 120000000), ("1億2,345万円", 123450000), ("０.５万", 5000), ("▲500万", -5000000),
                          ("(1,000)", -1000), ("¥1,234", 1234), ("△５００", -500), ("3兆", 3 * 10 ** 12))
    ] + [
        (f"refuses {text!r}", {"kind": "parse", "text": text}, error("invalid_input"))
        for text in ("", "1億23456万", "0.00001万", "1e5", "12,34", "abc", "1万2億")
    ] + [
        ("default unit", {"kind": "parse", "text": "12", "default_unit": "百万円"}, {"yen": 12000000}),
        ("oku with one decimal", {"kind": "format", "yen": 123456789, "unit": "億円"}, {"text": "1.2億円"}),
        ("half away from zero", {"kind": "format", "yen": -15000, "unit": "万円", "decimals": 0}, {"text": "-2万円"}),
        ("what rounds to zero has no sign", {"kind": "format", "yen": -4999, "unit": "万円", "decimals": 0},
         {"text": "0万円"}),
        ("groups of three", {"kind": "format", "yen": 1234567, "unit": "円"}, {"text": "1,234,567円"}),
        ("unknown unit", {"kind": "format", "yen": 1, "unit": "ドル"}, error("invalid_input")),
    ],
    "simulate": [
        ("lognormal from a 90 % interval", {"kind": "distribution", "magnitude": "lognormal90",
                                            "parameters": [500000, 2000000]}, lognormal(500000, 2000000)),
        ("PERT", {"kind": "distribution", "magnitude": "pert", "parameters": [0, 10, 40]},
         {"mean": 80 / 6, "alpha": 2.0, "beta": 4.0, "variance": (80 / 6) * (40 - 80 / 6) / 7}),
        ("triangular", {"kind": "distribution", "magnitude": "triangular", "parameters": [0, 10, 40]},
         {"mean": 50 / 3, "variance": (100 + 1600 - 400) / 18, "p05": math.sqrt(0.05 * 400)}),
        ("uniform", {"kind": "distribution", "magnitude": "uniform", "parameters": [10, 20]},
         {"mean": 15.0, "p05": 10.5, "p50": 15.0, "p95": 19.5, "variance": 100 / 12}),
        ("point", {"kind": "distribution", "magnitude": "point", "parameters": [7]}, {"mean": 7.0, "variance": 0.0}),
        ("lognormal from 0", {"kind": "distribution", "magnitude": "lognormal90", "parameters": [0, 1]},
         error("invalid_input")),
        ("unordered", {"kind": "distribution", "magnitude": "pert", "parameters": [3, 2, 5]}, error("invalid_input")),
        ("empirical percentiles by rank",
         {"kind": "empirical", "losses": list(range(1, 101)), "percentiles": [0.5, 0.95, 1], "exceed": [90, 100]},
         {"mean": 50.5, "var": {"0.5": 50.0, "0.95": 95.0, "1": 100.0},
          "tvar": {"0.95": 97.5, "1": 100.0}, "exceed": {"90": 0.1, "100": 0.0},
          "sd": math.sqrt(sum((x - 50.5) ** 2 for x in range(1, 101)) / 99)}),
        ("one loss has no deviation", {"kind": "empirical", "losses": [5]}, {"mean": 5.0, "sd": None, "se": None}),
        ("percentile 0", {"kind": "empirical", "losses": [1], "percentiles": [0]}, error("invalid_input")),
        # Hubbard and Seiersen's workbook: 5 % a year, 0.5 to 2 million.
        ("analytic mean", {"risks": [{"frequency": "bernoulli", "rate": 0.05, "magnitude": "lognormal90",
                                      "parameters": [500000, 2000000]}], "trials": 1000, "seed": 1},
         {"analytic_mean": 0.05 * lognormal(500000, 2000000)["mean"], "trials": 1000, "seed": 1}),
        ("a certain sum every year", {"risks": [{"frequency": "bernoulli", "rate": 1, "magnitude": "point",
                                                 "parameters": [100]}], "trials": 1000, "seed": 7,
                                      "percentiles": ["0.5", 0.99], "exceed": [99, 100]},
         {"mean": 100.0, "sd": 0.0, "percentiles": {"0.5": 100.0, "0.99": 100.0}, "tvar": {"0.5": 100.0},
          "exceedance": {"99": 1.0, "100": 0.0}, "converged": True}),
        ("no loss at all", {"risks": [{"frequency": "poisson", "rate": 0, "magnitude": "point", "parameters": [1]}],
                            "trials": 1000}, {"mean": 0.0, "converged": None}),
        ("greatest seed as a text", {"risks": [], "trials": 1000, "seed": "18446744073709551615"},
         {"seed": "18446744073709551615"}),
        ("too many years", {"risks": [], "trials": 10 ** 12}, error("invalid_input")),
        ("rate of 10^9", {"risks": [{"frequency": "poisson", "rate": 10 ** 9, "magnitude": "point", "parameters": [1]}],
                          "trials": 1000}, error("invalid_input")),
    ],
}


def run_all():
    for name, cases in CASES.items():
        batch = [{"id": f"case {i}", "unknown member": [1], **case} for i, (_, case, _) in enumerate(cases)]
        done = run("calc", name, text=json.dumps(batch, ensure_ascii=False))
        results = parse(done.stdout)
        check(done.returncode == 0 and len(results) == len(cases) and not done.stderr, f"{name}: a batch", done.stderr)
        for i, (title, case, wanted) in enumerate(cases):
            good = close(results[i], wanted) and results[i]["id"] == f"case {i}"
            if "error" in wanted:
                good = good and results[i].get("message")
            else:
                nothing = [member for member, value in wanted.items() if value is None]
                reasons = results[i].get("reasons", {})
                good = good and "error" not in results[i] and all(reasons.values()) and set(reasons) <= {
                    member for member, value in results[i].items() if value is None}
                good = good and (nothing == [] or name in ("impact", "kpi", "matrix", "keep-profit", "simulate") or
                                 set(nothing) <= set(reasons))
            check(good, f"{name}: {title}", f"got {results[i]}\nwanted {wanted}")


def simulate():
    """Two Hubbard risks against their known mean, within 4.5 standard errors; the same bytes twice."""
    case = {"risks": [{"frequency": "bernoulli", "rate": 0.05, "magnitude": "lognormal90",
                       "parameters": [500000, 2000000]},
                      {"frequency": "bernoulli", "rate": 0.1, "magnitude": "lognormal90",
                       "parameters": [400000, 2500000]}], "trials": 200000, "seed": 42}
    first, second = (run("calc", "simulate", text=json.dumps(case)) for _ in range(2))
    equal(first.stdout, second.stdout, "simulate: the same bytes for the same seed")
    result = parse(first.stdout)
    known = 54643 + 116785
    check(abs(result["analytic_mean"] - known) < 2, "simulate: the workbook's means", result["analytic_mean"])
    check(abs(result["mean"] - known) < 4.5 * result["se"], "simulate: within 4.5 standard errors", result)
    equal(sorted(result["percentiles"]), ["0.5", "0.9", "0.95", "0.99"], "simulate: default percentiles")


def single_and_bad():
    one = run("calc", "money", text='{"kind": "parse", "text": "1万"}')
    equal(parse(one.stdout), {"yen": 10000}, "a single object gives a single object")
    mixed = parse(run("calc", "money", text='[1, null, {"kind": "parse", "text": "2"}, []]').stdout)
    equal([item.get("error", item.get("yen")) for item in mixed], ["invalid_input", "invalid_input", 2, "invalid_input"],
          "one bad case never stops the others")
    equal(parse(run("calc", "money", text="[]").stdout), [], "an empty list gives an empty list")
    for text, status in (("", 1), ("{", 1), ("7", 1), ("[NaN]", 1), ('{"a":1,"a":2}', 1)):
        done = run("calc", "money", text=text)
        check(done.returncode == status and done.stdout == "" and done.stderr.count("\n") == 1,
              f"refuses {text!r} in one line", done.stderr)
    done = run("calc", "gold", text="{}")
    check(done.returncode == 2 and "--list" in done.stderr, "an unknown name is refused", done.stderr)


equal(sorted(run("calc", "--list").stdout.split()), sorted(CASES), "every calculation has its cases here")
run_all()
simulate()
single_and_bad()
finish()
