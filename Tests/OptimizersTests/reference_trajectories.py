"""Repeats the runs of the optimizer lab's trajectories.csv from manifest.json alone.

    python3 reference_trajectories.py build/figures/optimizers

Needs NumPy. The formulas are written from the papers, in double precision, with the Hessian as a matrix. Prints the
worst deviation of a weight or loss from the file, relative to 1 or to the number's own size where that is larger, and
ends with status 1 where it is above 1e-12, or where a run is missing.
"""

import csv
import json
import pathlib
import sys

import numpy as np

TOLERANCE = 1e-12


def gradient_descent(w, gradient, p):
    while True:
        w = w - p["learningRate"] * gradient(w)
        yield w


def momentum(w, gradient, p):  # Polyak 1964
    v = np.zeros_like(w)
    while True:
        v = p["momentum"] * v - p["learningRate"] * gradient(w)
        w = w + v
        yield w


def coupled_momentum(w, gradient, p):
    v = np.zeros_like(w)
    while True:
        v = p["momentum"] * v - (1 - p["momentum"]) * p["learningRate"] * gradient(w)
        w = w + v
        yield w


def nesterov(w, gradient, p):  # Sutskever et al. 2013, equations 3 and 4
    v = np.zeros_like(w)
    while True:
        v = p["momentum"] * v - p["learningRate"] * gradient(w + p["momentum"] * v)
        w = w + v
        yield w


def adagrad(w, gradient, p):  # Duchi, Hazan, Singer 2011
    s = np.zeros_like(w)
    while True:
        g = gradient(w)
        s = s + g**2
        w = w - p["learningRate"] * g / (np.sqrt(s) + p["epsilon"])
        yield w


def rmsprop(w, gradient, p):  # Hinton 2012
    s = np.zeros_like(w)
    while True:
        g = gradient(w)
        s = p["rho"] * s + (1 - p["rho"]) * g**2
        w = w - p["learningRate"] * g / (np.sqrt(s) + p["epsilon"])
        yield w


def adadelta(w, gradient, p):  # Zeiler 2012, algorithm 1
    s, u = np.zeros_like(w), np.zeros_like(w)
    while True:
        g = gradient(w)
        s = p["rho"] * s + (1 - p["rho"]) * g**2
        d = -np.sqrt(u + p["epsilon"]) / np.sqrt(s + p["epsilon"]) * g
        u = p["rho"] * u + (1 - p["rho"]) * d**2
        w = w + p["learningRate"] * d
        yield w


def adam(w, gradient, p):  # Kingma, Ba 2015, algorithm 1
    m, s, t = np.zeros_like(w), np.zeros_like(w), 0
    while True:
        g, t = gradient(w), t + 1
        m = p["beta1"] * m + (1 - p["beta1"]) * g
        s = p["beta2"] * s + (1 - p["beta2"]) * g**2
        m_hat, s_hat = m / (1 - p["beta1"] ** t), s / (1 - p["beta2"] ** t)
        w = w - p["learningRate"] * m_hat / (np.sqrt(s_hat) + p["epsilon"])
        yield w


def adamax(w, gradient, p):  # Kingma, Ba 2015, algorithm 2, with an epsilon
    m, s, t = np.zeros_like(w), np.zeros_like(w), 0
    while True:
        g, t = gradient(w), t + 1
        m = p["beta1"] * m + (1 - p["beta1"]) * g
        s = np.maximum(p["beta2"] * s, np.abs(g))
        w = w - p["learningRate"] / (1 - p["beta1"] ** t) * m / (s + p["epsilon"])
        yield w


def nadam(w, gradient, p):  # Dozat 2016, with a constant momentum
    m, s, t = np.zeros_like(w), np.zeros_like(w), 0
    while True:
        g, t = gradient(w), t + 1
        m = p["beta1"] * m + (1 - p["beta1"]) * g
        s = p["beta2"] * s + (1 - p["beta2"]) * g**2
        ahead = p["beta1"] * m / (1 - p["beta1"] ** (t + 1)) + (1 - p["beta1"]) * g / (1 - p["beta1"] ** t)
        w = w - p["learningRate"] * ahead / (np.sqrt(s / (1 - p["beta2"] ** t)) + p["epsilon"])
        yield w


def amsgrad(w, gradient, p):  # Reddi, Kale, Kumar 2018, algorithm 2: no bias correction
    m, s, largest = np.zeros_like(w), np.zeros_like(w), np.zeros_like(w)
    while True:
        g = gradient(w)
        m = p["beta1"] * m + (1 - p["beta1"]) * g
        s = p["beta2"] * s + (1 - p["beta2"]) * g**2
        largest = np.maximum(largest, s)
        w = w - p["learningRate"] * m / (np.sqrt(largest) + p["epsilon"])
        yield w


METHODS = {
    "gradient-descent": gradient_descent, "momentum": momentum, "coupled-momentum": coupled_momentum,
    "nesterov": nesterov, "adagrad": adagrad, "rmsprop": rmsprop, "adadelta": adadelta, "adam": adam,
    "adamax": adamax, "nadam": nadam, "amsgrad": amsgrad,
}


def run(name, results, steps):
    hessian, b, start = (np.array(results[key]) for key in ("hessian", "b", "start"))
    method = METHODS[name](start, lambda w: hessian @ w - b, results["hyperparameters"][name])
    path = np.array([start] + [next(method) for _ in range(steps)])
    losses = 0.5 * np.einsum("ti,ij,tj->t", path, hessian, path) - path @ b
    return np.column_stack([path, losses])


def deviation(rows, results):
    name = rows[0]["optimizer"]
    assert [int(row["step"]) for row in rows] == list(range(len(rows))), f"{name}: steps are missing"
    got = np.array([[float(row[key]) for key in ("w1", "w2", "loss")] for row in rows])
    expected = run(name, results, len(rows) - 1)
    return np.max(np.abs(got - expected) / np.maximum(1, np.abs(expected)))


def main(folder):
    results = json.loads((folder / "manifest.json").read_text())["results"]
    runs = {}
    with open(folder / "trajectories.csv", newline="") as file:
        for row in csv.DictReader(file):
            runs.setdefault(row["optimizer"], []).append(row)
    missing = set(results["hyperparameters"]) - set(runs)
    deviations = {name: deviation(rows, results) for name, rows in runs.items()}
    for name, worst in deviations.items():
        print(f"{name:18} {worst:.1e}")
    worst = max(deviations.values())
    print(f"worst deviation    {worst:.1e}")
    if missing:
        print("missing: " + ", ".join(sorted(missing)))
    return 1 if missing or not worst <= TOLERANCE else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
