#!/usr/bin/python3
"""BP-20 drawn by OpenTURNS, its model and percentiles by NumPy, one run: bp_20_openturns.py DRAWS [SEED]."""

import sys
import time

import numpy as np
import openturns as ot

import bp_20


def distribution(kind, parameters):
    if kind == "pert":
        low, _, high = parameters
        return ot.Beta(*bp_20.pert_shapes(*parameters), low, high)
    if kind == "discrete":
        values, weights = parameters
        return ot.UserDefined([[value] for value in values], list(weights))
    return {"triangular": ot.Triangular, "normal": ot.Normal, "lognormal": ot.LogNormal}[kind](*parameters)


def main():
    draws, seed = int(float(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    ot.RandomGenerator.SetSeed(seed)
    together = ot.ComposedDistribution([distribution(*each) for each in bp_20.INPUTS])
    start = time.process_time()
    x = np.ascontiguousarray(np.asarray(together.getSample(draws)).T)
    net, npv, years = bp_20.results(x)
    found = bp_20.answers(np.ascontiguousarray(net.T), npv, years)
    print("cpu", time.process_time() - start)
    for name, value in found.items():
        print(name, value)


main()
