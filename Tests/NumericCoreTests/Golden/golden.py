"""Writes golden.json: what NumPy and SciPy answer to questions that the tests put to NumericCore.

Run it from this folder, with NumPy 2.4.6 and SciPy 1.17.1 (the versions that made the file): python3 golden.py
"""

import json

import numpy as np
import scipy.linalg
import scipy.special
import scipy.stats

rng = np.random.default_rng(20260101)


def matrices():
    tall = rng.normal(size=(6, 4))
    wide = rng.normal(size=(3, 5))
    deficient = rng.normal(size=(5, 2)) @ rng.normal(size=(2, 4))
    graded = rng.normal(size=(7, 7)) * 10.0 ** -np.arange(7)
    return {
        "one": np.array([[-2.5]]),
        "row": rng.normal(size=(1, 4)),
        "column": rng.normal(size=(4, 1)),
        "square": rng.normal(size=(5, 5)),
        "tall": tall,
        "wide": wide,
        "rank deficient": deficient,
        "graded": graded,
        "zero": np.zeros((3, 2)),
    }


def factored(name, a):
    b = rng.normal(size=(a.shape[0], 2))
    x, _, rank, values = np.linalg.lstsq(a, b, rcond=None)
    r = np.linalg.qr(a)[1]
    signs = np.where(np.diagonal(r) < 0, -1.0, 1.0)
    return {
        "name": name,
        "a": a.tolist(),
        "b": b.tolist(),
        "singularValues": np.linalg.svd(a, compute_uv=False).tolist(),
        "r": (r * signs[:, None]).tolist(),
        "leastSquares": x.tolist(),
        "rank": int(rank),
        "pseudoInverse": np.linalg.pinv(a, rcond=np.finfo(float).eps * max(a.shape)).tolist(),
    }


def symmetric():
    cases = []
    for n in [1, 2, 5, 12]:
        x = rng.normal(size=(n + 3, n))
        a = x.T @ x
        b = rng.normal(size=n)
        values, vectors = np.linalg.eigh(a)
        leaders = np.abs(vectors).argmax(axis=0)
        vectors = vectors * np.sign(vectors[leaders, np.arange(n)])
        lower = np.linalg.cholesky(a)
        cases.append({
            "a": a.tolist(),
            "b": b.tolist(),
            "values": values.tolist(),
            "vectors": vectors.tolist(),
            "cholesky": lower.tolist(),
            "solution": np.linalg.solve(a, b).tolist(),
            "forward": scipy.linalg.solve_triangular(lower, b, lower=True).tolist(),
            "backward": scipy.linalg.solve_triangular(lower, b, lower=True, trans=1).tolist(),
            "condition": float(np.linalg.cond(a)),
        })
    return cases


def statistics():
    x = rng.normal(size=41) * 3 + 1
    probabilities = [0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.77, 0.999, 1]
    data = rng.normal(size=(20, 3)) @ rng.normal(size=(3, 3))
    tenths = np.array([0.1, 0.2, 0.3, 0.3, 0.7, 0.6, 1.0, -0.1, 1.1, 0.0, 0.9])
    counts, edges = np.histogram(tenths, bins=10, range=(0, 1))
    density, _ = np.histogram(tenths, bins=10, range=(0, 1), density=True)
    natural, naturalEdges = np.histogram(x, bins=7)
    same, sameEdges = np.histogram(np.full(3, 2.0), bins=2)
    return {
        "x": x.tolist(),
        "mean": x.mean(),
        "populationVariance": x.var(),
        "sampleVariance": x.var(ddof=1),
        "sampleDeviation": x.std(ddof=1),
        "median": float(np.median(x)),
        "evenMedian": float(np.median(x[:40])),
        "probabilities": probabilities,
        "quantiles": np.quantile(x, probabilities).tolist(),
        "data": data.tolist(),
        "covariance": np.cov(data, rowvar=False).tolist(),
        "correlation": np.corrcoef(data, rowvar=False).tolist(),
        "histograms": [
            {"x": tenths.tolist(), "range": [0, 1], "edges": edges.tolist(), "counts": counts.tolist(),
             "density": density.tolist()},
            {"x": x.tolist(), "range": [], "edges": naturalEdges.tolist(), "counts": natural.tolist(), "density": []},
            {"x": [2, 2, 2], "range": [], "edges": sameEdges.tolist(), "counts": same.tolist(), "density": []},
        ],
    }


def arrays():
    a = rng.normal(size=(4, 3))
    b = rng.normal(size=(3, 5))
    positive = rng.uniform(0.1, 3, size=9)
    v = rng.normal(size=300) * 10.0 ** rng.integers(-3, 4, size=300)
    return {
        "a": a.tolist(),
        "b": b.tolist(),
        "product": (a @ b).tolist(),
        "sumOverRows": a.sum(axis=0).tolist(),
        "sumOverColumns": a.sum(axis=1).tolist(),
        "meanOverRows": a.mean(axis=0).tolist(),
        "maxOverColumns": a.max(axis=1).tolist(),
        "minOverRows": a.min(axis=0).tolist(),
        "argMaxOverRows": a.argmax(axis=0).tolist(),
        "argMinOverColumns": a.argmin(axis=1).tolist(),
        "frobenius": float(np.linalg.norm(a)),
        "positive": positive.tolist(),
        "functions": {
            "exp": np.exp(positive).tolist(),
            "log": np.log(positive).tolist(),
            "expm1": np.expm1(positive).tolist(),
            "log1p": np.log1p(positive).tolist(),
            "sin": np.sin(positive).tolist(),
            "cos": np.cos(positive).tolist(),
            "tanh": np.tanh(positive).tolist(),
            "sqrt": np.sqrt(positive).tolist(),
            "square": np.square(positive).tolist(),
            "pow": np.power(positive, 1.7).tolist(),
        },
        "v": v.tolist(),
        "sum": float(np.longdouble(0) + v.astype(np.longdouble).sum()),
        "norm": float(np.linalg.norm(v)),
        "norm1": float(np.abs(v).sum()),
    }


def normal():
    p = [1e-300, 1e-100, 1e-20, 1e-15, 1e-12, 1e-10, 1e-5, 0.001, 0.0249, 0.075, 0.0751, 0.2, 0.4, 0.5, 0.6, 0.925, 0.93, 0.999, 1 - 1e-10]
    return {"probabilities": p, "quantiles": scipy.special.ndtri(p).tolist()}


golden = {
    "matrices": [factored(name, a) for name, a in matrices().items()],
    "symmetric": symmetric(),
    "statistics": statistics(),
    "arrays": arrays(),
    "normal": normal(),
}

with open("golden.json", "w") as file:
    json.dump(golden, file)
    file.write("\n")
