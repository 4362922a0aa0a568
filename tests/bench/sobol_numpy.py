#!/usr/bin/python3
"""Sobol indices of BP-20's present value with NumPy, as fast as it can be written there: sobol_numpy.py [POINTS] [BOOTSTRAPS] [RUNS]

One scrambled Sobol sequence of 40 dimensions (SciPy) gives both matrices; inverse distribution functions are tables; the present value is folded
to eleven products; first order after Saltelli (2010), total after Jansen (1999). A bootstrap is one product of matrices: how often each
point is taken, times what each point adds to each sum. Prints medians of CPU milliseconds, apart from the tables, which are made once.
"""

import statistics
import sys
import time

import numpy
from scipy import special
from scipy.stats import qmc

FACTORS = 1.04 ** -numpy.arange(6)
COSTS = [(0, 1, [.5, 1, 1, 1, 1, 1]), (2, 3, [.7, .3, 0, 0, 0, 0]), (4, 5, [1, 0, 0, .2, 0, 0]), (6, 7, [.6, .4, .1, .1, .1, .1]),
         (8, None, [1, 2, 2, 2, 2, 2]), (9, None, [1, 0, 0, 0, 0, 0])]
SAVINGS = [(10, 11, [0, .4, .8, 1, 1, 1]), (12, 13, [0, .3, .7, 1, 1, 1]), (14, 15, [0, .5, 1, 1, 1, 1]), (16, 17, [0, .5, 1, 1, 1, 1]),
           (18, None, [0, 0, .5, 1, 1, 1])]
SURE_COST = numpy.array([42, 62, 42, 62, 42, 62]) @ FACTORS
SURE_SAVING = (numpy.array([[0, 24, 48, 48, 48, 48], [0, 15, 15, 15, 15, 15], [0, 0, 18, 18, 18, 18], [0, 0, 0, 15, 15, 15],
                            [0, 4, 4, 8, 8, 8], [0, 10, 10, 10, 10, 10], [0, 0, 9, 9, 9, 9]]) @ FACTORS).sum()


def pert(low, mode, high):
    return lambda u: low + (high - low) * special.btdtri(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low), u)


def triangular(low, mode, high):
    return lambda u: numpy.where(u < (mode - low) / (high - low), low + numpy.sqrt(u * (high - low) * (mode - low)),
                                 high - numpy.sqrt((1 - u) * (high - low) * (high - mode)))


def normal(mean, deviation):
    return lambda u: mean + deviation * special.ndtri(u)


def lognormal(mu, sigma):
    return lambda u: numpy.exp(mu + sigma * special.ndtri(u))


INPUTS = [pert(80, 100, 150), triangular(.8, 1, 1.4), pert(400, 500, 800), normal(.9, .05), pert(10, 12, 18), triangular(9, 10, 14),
          pert(200, 250, 400), triangular(.4, .5, .8), normal(85, 6), lognormal(numpy.log(120), .35), pert(6000, 9000, 14000),
          pert(.035, .045, .055), pert(300, 500, 900), pert(.2, .3, .5), pert(1000, 1500, 2500), triangular(.05, .08, .15),
          pert(20000, 30000, 45000), triangular(.001, .0015, .0025), normal(180, 15)]
CELLS = 4096
GRID = numpy.linspace(0, 1, CELLS + 1)
GRID[0], GRID[-1] = 1e-12, 1 - 1e-12
TABLES = [inverse(GRID) for inverse in INPUTS]


def values(u):
    """Columns of inputs from columns of uniform numbers."""
    columns = numpy.empty_like(u)
    for i, table in enumerate(TABLES):
        place = u[i] * CELLS
        cell = place.astype(numpy.int32)
        place -= cell
        columns[i] = table[cell] + place * (table[cell + 1] - table[cell])
    columns[19] = numpy.where(u[19] < .2, .7, numpy.where(u[19] < .8, 1, 1.15))
    return columns


def folded(x, lines, sure):
    total = numpy.full(x[0].shape, sure)
    for quantity, price, profile in lines:
        weight = numpy.asarray(profile) @ FACTORS
        total += weight * (x[quantity] if price is None else x[quantity] * x[price])
    return total


def present_value(x):
    return folded(x, COSTS, SURE_COST) - x[19] * folded(x, SAVINGS, SURE_SAVING)


def indices(points, bootstraps, seed):
    u = numpy.ascontiguousarray(qmc.Sobol(40, scramble=True, seed=seed).random(points).T)
    a, b = values(u[:20]), values(u[20:])
    at_a, at_b = present_value(a), present_value(b)
    centre = at_a.mean()
    at_a -= centre
    at_b -= centre
    terms = numpy.empty((43, points))
    columns = list(a)
    for i in range(20):
        columns[i] = b[i]
        change = present_value(columns) - centre - at_a
        columns[i] = a[i]
        numpy.multiply(at_b, change, out=terms[i])
        numpy.multiply(change, change, out=terms[20 + i])
    terms[40] = at_a + at_b
    terms[41] = at_a * at_a + at_b * at_b
    terms[42] = 1
    found = shares(terms.sum(axis=1)[None, :])[0]
    if bootstraps == 0:
        return found, None
    rng = numpy.random.default_rng(seed)
    taken = numpy.empty((bootstraps, points))
    for row in taken:
        row[:] = numpy.bincount(rng.integers(0, points, points, dtype=numpy.int32), minlength=points)
    return found, shares(taken @ terms.T).std(axis=0)


def shares(sums):
    count = sums[:, 42:43]
    mean = sums[:, 40:41] / (2 * count)
    variance = sums[:, 41:42] / (2 * count) - mean * mean
    return sums[:, :40] / count / variance * numpy.repeat([1, .5], 20)


def main():
    points, bootstraps, runs = ([int(word) for word in sys.argv[1:]] + [1 << 14, 100, 7][len(sys.argv) - 1:])[:3]
    for resamples in (bootstraps, 0):
        took = []
        for run in range(runs):
            start = time.process_time()
            found, errors = indices(points, resamples, run)
            took.append(time.process_time() - start)
        print(f"{resamples:4} bootstraps: {1000 * statistics.median(took):8.2f} ms")
    print("first order", " ".join(f"{value:.4f}" for value in found[:20]))
    print("total      ", " ".join(f"{value:.4f}" for value in found[20:]))


main()
