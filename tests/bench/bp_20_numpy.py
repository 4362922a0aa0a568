#!/usr/bin/python3
"""BP-20 by NumPy, one run: bp_20_numpy.py native|table DRAWS [SEED]; prints `name value` lines.

native: NumPy's own samplers. table: inverse CDFs in tables of 4,097 points, linear between them (made before the clock starts).
Both work in chunks that fit the cache, which is NumPy's fastest way.
"""

import sys
import time

import numpy as np

import bp_20

CHUNK = 1 << 15
CELLS = 4096


def native(random, count):
    for kind, parameters in bp_20.INPUTS:
        if kind == "pert":
            low, _, high = parameters
            values = random.beta(*bp_20.pert_shapes(*parameters), count)
            values *= high - low
            values += low
            yield values
        elif kind == "discrete":
            yield pick(random.random(count), parameters)
        else:
            yield getattr(random, kind)(*parameters, count)


def pick(uniform, parameters):
    values, weights = parameters
    return np.asarray(values)[(uniform >= weights[0]).astype(np.int8) + (uniform >= weights[0] + weights[1])]


def tables():
    from scipy import stats
    cells = np.arange(CELLS + 1) / CELLS
    cells[0], cells[-1] = 1e-12, 1 - 1e-12
    for kind, parameters in bp_20.INPUTS:
        if kind == "pert":
            low, _, high = parameters
            yield low + (high - low) * stats.beta.ppf(cells, *bp_20.pert_shapes(*parameters))
        elif kind == "triangular":
            low, mode, high = parameters
            yield stats.triang.ppf(cells, (mode - low) / (high - low), low, high - low)
        elif kind == "normal":
            yield stats.norm.ppf(cells, *parameters)
        elif kind == "lognormal":
            yield np.exp(stats.norm.ppf(cells, *parameters))
        else:
            yield None


def table(random, count, made):
    for (_, parameters), quantiles in zip(bp_20.INPUTS, made):
        place = random.random(count)
        if quantiles is None:
            yield pick(place, parameters)
            continue
        place *= CELLS
        cell = place.astype(np.int32)
        place -= cell
        low = quantiles[cell]
        high = quantiles[cell + 1]
        high -= low
        high *= place
        high += low
        yield high


def main():
    way, draws, seed = sys.argv[1], int(float(sys.argv[2])), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    made = list(tables()) if way == "table" else None
    start = time.process_time()
    random = np.random.Generator(np.random.PCG64(seed))
    net, npv, years = np.empty((6, draws)), np.empty(draws), np.empty(draws)
    for at in range(0, draws, CHUNK):
        count = min(CHUNK, draws - at)
        x = list(native(random, count) if made is None else table(random, count, made))
        yearly, npv[at:at + count], years[at:at + count] = bp_20.results(x)
        net[:, at:at + count] = yearly.T
    found = bp_20.answers(net, npv, years)
    print("cpu", time.process_time() - start)
    for name, value in found.items():
        print(name, value)


main()
