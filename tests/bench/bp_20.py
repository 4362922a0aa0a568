"""BP-20 as Python sees it: tests/bench/bp-20.yaml, read once and lowered by hand to what NumPy does fast.

An uncertain line is a product of one or two inputs times a row of yearly shares; what is certain is folded to constants. Costs are
positive, savings negative, as in the proposal file.
"""

import numpy as np

DISCOUNT = 1.04 ** -np.arange(6)
SHARES = (5, 10, 50, 90, 95)
INPUTS = [
    ("pert", (80, 100, 150)), ("triangular", (0.8, 1, 1.4)), ("pert", (400, 500, 800)), ("normal", (0.9, 0.05)),
    ("pert", (10, 12, 18)), ("triangular", (9, 10, 14)), ("pert", (200, 250, 400)), ("triangular", (0.4, 0.5, 0.8)),
    ("normal", (85, 6)), ("lognormal", (4.787491742782046, 0.35)), ("pert", (6000, 9000, 14000)), ("pert", (0.035, 0.045, 0.055)),
    ("pert", (300, 500, 900)), ("pert", (0.2, 0.3, 0.5)), ("pert", (1000, 1500, 2500)), ("triangular", (0.05, 0.08, 0.15)),
    ("pert", (20000, 30000, 45000)), ("triangular", (0.001, 0.0015, 0.0025)), ("normal", (180, 15)),
    ("discrete", ((0.7, 1, 1.15), (0.2, 0.6, 0.2))),
]
# (inputs by number, shares of the six years)
COSTS = [((1, 2), (.5, 1, 1, 1, 1, 1)), ((3, 4), (.7, .3, 0, 0, 0, 0)), ((5, 6), (1, 0, 0, .2, 0, 0)),
         ((7, 8), (.6, .4, .1, .1, .1, .1)), ((9,), (1, 2, 2, 2, 2, 2)), ((10,), (1, 0, 0, 0, 0, 0))]
SAVINGS = [((11, 12), (0, .4, .8, 1, 1, 1)), ((13, 14), (0, .3, .7, 1, 1, 1)), ((15, 16), (0, .5, 1, 1, 1, 1)),
           ((17, 18), (0, .5, 1, 1, 1, 1)), ((19,), (0, 0, .5, 1, 1, 1))]
CERTAIN_COST = np.array([42, 62, 42, 62, 42, 62.])
# 48, 15, 18, 15, 8, 10 and 9 a year when each has come in
CERTAIN_SAVING = 48 * np.array([0, .5, 1, 1, 1, 1]) + 15 * np.array([0, 1, 1, 1, 1, 1]) + 18 * np.array([0, 0, 1, 1, 1, 1]) \
    + 15 * np.array([0, 0, 0, 1, 1, 1]) + 8 * np.array([0, .5, .5, 1, 1, 1]) + 10 * np.array([0, 1, 1, 1, 1, 1]) \
    + 9 * np.array([0, 0, 1, 1, 1, 1])
COST_SHARES = np.array([shares for _, shares in COSTS], dtype=float)
SAVING_SHARES = np.array([shares for _, shares in SAVINGS], dtype=float)


def pert_shapes(low, mode, high):
    return 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)


def products(lines, x):
    out = np.empty((len(x[0]), len(lines)))
    for column, (numbers, _) in enumerate(lines):
        if len(numbers) == 2:
            np.multiply(x[numbers[0] - 1], x[numbers[1] - 1], out=out[:, column])
        else:
            out[:, column] = x[numbers[0] - 1]
    return out


def results(x):
    """Net by year, present value and payback (years; flows evenly inside each) of draws; x is one array an input."""
    net = products(COSTS, x) @ COST_SHARES
    net += CERTAIN_COST
    saving = products(SAVINGS, x) @ SAVING_SHARES
    saving += CERTAIN_SAVING
    saving *= x[19][:, None]
    net -= saving
    return net, net @ DISCOUNT, payback(net)


def payback(net):
    balance = np.cumsum(net, axis=1)
    below = balance <= 0
    first = below.argmax(axis=1)
    rows = np.arange(len(net))
    flow = net[rows, first]
    with np.errstate(divide="ignore", invalid="ignore"):
        years = first + 1 - balance[rows, first] / flow
    years[~below.any(axis=1)] = np.inf
    return years


def answers(net, npv, years):
    """What is asked; the arrays may be put in another order."""
    percentiles = [np.percentile(values, SHARES, overwrite_input=True) for values in (*net, npv, years)]
    return {"npv_mean": -npv.mean(), "npv_deviation": npv.std(ddof=1), "npv_p50": -percentiles[6][2],
            "payback_p50": percentiles[7][2], "within_4": (years <= 4).mean()}
