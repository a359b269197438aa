# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Prints the reference rows of test-simulation.c and test-distribution.c by a method that shares nothing with the
# library: compound distributions by the fast Fourier transform with exponential tilting (Grübel and Hermesmeier,
# "Computation of compound distributions I", ASTIN Bulletin 29, 1999), quantiles by bisection on erfc and on
# Gauss-Legendre integrals. Run by hand with Debian's Python: /usr/bin/python3 simulation-reference.py

import math
import numpy as np

Z95 = 1.6448536269514722
TRIALS = 100_000


def normal_quantile(p):
    low, high = -40.0, 40.0
    for _ in range(200):
        middle = (low + high) / 2
        if 0.5 * math.erfc(-middle / math.sqrt(2)) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def lognormal(a, b):
    mu, sigma = (math.log(a) + math.log(b)) / 2, (math.log(b) - math.log(a)) / (2 * Z95)
    mean = math.exp(mu + sigma**2 / 2)
    erfc = np.vectorize(math.erfc)

    def cdf(x):
        inside = np.maximum(x, 1e-300)
        return np.where(x > 0, 0.5 * erfc(-(np.log(inside) - mu) / (sigma * math.sqrt(2))), 0.0)
    return cdf, mean, mean**2 * math.expm1(sigma**2)


def uniform(a, b):
    return lambda x: np.clip((x - a) / (b - a), 0, 1), (a + b) / 2, (b - a)**2 / 12


def point(c):
    return lambda x: (x >= c).astype(float), c, 0.0


def triangular(a, m, b):
    def cdf(x):
        left = (x - a)**2 / ((b - a) * (m - a)) if m > a else np.zeros_like(x)
        right = 1 - (b - x)**2 / ((b - a) * (b - m)) if b > m else np.ones_like(x)
        return np.where(x <= a, 0, np.where(x >= b, 1, np.where(x < m, left, right)))
    return cdf, (a + m + b) / 3, (a*a + m*m + b*b - a*m - a*b - m*b) / 18


def beta_cdf_at(x, al, be):
    nodes, weights = np.polynomial.legendre.leggauss(400)
    # t = s^3 takes the edge off t^(al - 1) near 0
    top = x ** (1 / 3)
    s = (nodes + 1) / 2 * top
    integral = np.sum(weights * 3 * s**2 * (s**3)**(al - 1) * (1 - s**3)**(be - 1)) * top / 2
    return integral * math.exp(math.lgamma(al + be) - math.lgamma(al) - math.lgamma(be))


def pert(a, m, b):
    al, be = 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a)
    grid = np.linspace(0, 1, 4001)
    table = np.array([beta_cdf_at(g, al, be) for g in grid])
    mean = (a + 4 * m + b) / 6
    return lambda x: np.interp((x - a) / (b - a), grid, table), mean, (mean - a) * (b - mean) / 7


def compound(risks, size, step):
    """The distribution function of the yearly loss on multiples of step."""
    tilt = 20.0 / size
    shape = np.exp(-tilt * np.arange(size))
    transform = np.ones(size // 2 + 1, dtype=complex)
    for kind, rate, count, (cdf, _, _) in risks:
        edges = cdf((np.arange(size + 1) - 0.5) * step)
        edges[0] = 0.0
        f = np.fft.rfft(np.diff(edges) * shape)
        if kind == 'poisson':
            transform *= np.exp(count * rate * (f - 1))
        else:
            transform *= (1 - rate + rate * f)**count
    return np.cumsum(np.fft.irfft(transform, size) / shape)


def moments(risks):
    mean = sum(c * r * m for _, r, c, (_, m, _) in risks)
    var = sum(c * (r * (v + m*m) - (0 if k == 'poisson' else (r * m)**2)) for k, r, c, (_, m, v) in risks)
    return mean, math.sqrt(var)


PORTFOLIOS = [
    ('rare', [('poisson', 0.001, 1, lognormal(1e5, 1e7))], 2**20, 50.0, [0.9995]),
    ('half', [('poisson', 0.5, 1, lognormal(2e5, 1e6))], 2**19, 20.0, [0.9, 0.95, 0.99]),
    ('heavy', [('poisson', 5, 1, lognormal(1e4, 1e7))], 2**22, 250.0, [0.5, 0.9, 0.95, 0.99]),
    ('very heavy', [('poisson', 0.5, 1, lognormal(1e3, 1e7))], 2**22, 25.0, [0.75, 0.9, 0.95]),
    ('often', [('poisson', 300, 1, uniform(1e3, 5e3))], 2**20, 2.0, [0.5, 0.9, 0.95, 0.99]),
    ('often, heavy', [('poisson', 300, 1, lognormal(1e3, 1e5))], 2**20, 20.0, [0.5, 0.9, 0.95, 0.99]),
    ('pert', [('poisson', 5, 1, pert(1e5, 2e5, 9e5))], 2**18, 50.0, [0.5, 0.9, 0.95, 0.99]),
    ('triangle', [('poisson', 0.5, 1, triangular(1e5, 4e5, 1e6))], 2**18, 50.0, [0.9, 0.95, 0.99]),
    ('yearly chance', [('bernoulli', 0.05, 1, lognormal(5e5, 2e6))], 2**19, 50.0, [0.97, 0.99]),
    ('certain', [('bernoulli', 1, 1, pert(0, 1e5, 1e6))], 2**18, 5.0, [0.5, 0.9, 0.95, 0.99]),
    ('two hundred', [('poisson', 0.025, 200, lognormal(2e5, 1e6))], 2**20, 50.0, [0.5, 0.9, 0.95, 0.99]),
    ('two hundred chances', [('bernoulli', 0.02, 200, triangular(0, 1e5, 1e6))], 2**20, 20.0, [0.5, 0.9, 0.95, 0.99]),
    ('mixed', [('poisson', 0.5, 1, lognormal(2e5, 1e6)), ('poisson', 5, 1, uniform(0, 1e5)),
               ('bernoulli', 0.1, 1, pert(1e6, 2e6, 5e6))], 2**20, 25.0, [0.5, 0.9, 0.95, 0.99]),
    ('fixed sum', [('poisson', 0.5, 1, point(1e6))], 2**10, 1e5, [0.5, 0.8, 0.95, 0.99]),
]

if __name__ == '__main__':
    for name, risks, size, step, probabilities in PORTFOLIOS:
        cdf = compound(risks, size, step)
        mean, sd = moments(risks)
        row = []
        for p in probabilities:
            error = 4.5 * math.sqrt(p * (1 - p) / TRIALS)
            low = np.searchsorted(cdf, p - error) * step
            high = np.searchsorted(cdf, p + error) * step
            row.append('{ %d, %.9g, %.9g }' % (round(p * 1e6), max(low - step, 0), high + step))
        print('%s: mean %.15g sd %.15g reach %.9f\n      %s' % (name, mean, sd, cdf[-1], ', '.join(row)))
    for p in (2**-40, 1e-12, 1e-6, 0.001, 0.05, 0.25, 0.4):
        print('normal', repr(p), repr(normal_quantile(p)))
    for a, m, b in ((1e5, 2e5, 9e5), (0, 7e5, 1e6), (10, 10.5, 300)):
        al, be = 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a)
        for p in (1e-6, 0.01, 0.5, 0.9, 0.9999):
            low, high = 0.0, 1.0
            for _ in range(100):
                middle = (low + high) / 2
                low, high = (middle, high) if beta_cdf_at(middle, al, be) < p else (low, middle)
            print('pert', a, m, b, p, repr(a + (b - a) * (low + high) / 2))
    for a, b in ((5e5, 2e6), (4e5, 2.5e6), (1e4, 1e7)):
        _, mean, var = lognormal(a, b)
        print('lognormal', a, b, repr(mean), repr(var))
    for low, mode, high in ((1e5, 4e5, 1e6), (0, 0, 7.0), (3.0, 9.0, 9.0)):
        print('triangular', low, mode, high, triangular(low, mode, high)[1:], 'pert mean var',
              pert(low, mode, high)[1:])
    for mean in (0.004096, 4.096, 2048.0, 1228800.0, 4096000.0):
        for u in (1e-9, 0.01, 0.5, 0.975, 1 - 1e-9):
            # Single probabilities by their logarithms, in extended precision
            low = max(0, int(mean - 12 * math.sqrt(mean) - 30))
            terms = []
            for k in range(low, int(mean + 12 * math.sqrt(mean) + 60)):
                terms.append(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)))
            sums = np.cumsum(np.array(terms, dtype=np.longdouble))
            sums /= sums[-1]
            print('poisson', mean, u, low + int(np.searchsorted(sums, np.longdouble(u))))
