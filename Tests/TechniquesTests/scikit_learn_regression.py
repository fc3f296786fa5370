"""Makes scikit_learn_regression.json: what scikit-learn's Lasso, ElasticNet and Ridge find.

    python3 Tests/TechniquesTests/scikit_learn_regression.py > Tests/TechniquesTests/scikit_learn_regression.json

Needs scikit-learn (1.9.1 made the file). Objectives are 1/(2n) |y - Xw|^2 + strength (share sum|w| + (1 - share) sum w^2),
worked out here from scikit-learn's weights and intercept on the data as they are, not centred.
"""

import json
import warnings

import numpy
from sklearn.linear_model import ElasticNet, Ridge

warnings.filterwarnings("error")  # a solver that didn't converge is no reference


def problem(seed, samples, features):
    random = numpy.random.default_rng(seed)
    mixing = random.normal(size=(features, features)) / features**0.5 + numpy.eye(features)
    x = random.normal(size=(samples, features)) @ mixing + random.normal(size=features)
    truth = numpy.where(random.uniform(size=features) < 0.3, random.normal(size=features) * 2, 0)
    y = x @ truth + random.normal(size=samples) + 3
    return numpy.round(x, 6), numpy.round(y, 6)


def fit(x, y, strength, share):
    n = len(y)
    if share == 0:
        return Ridge(alpha=2 * n * strength, solver="svd").fit(x, y)
    l1, l2 = strength * share, 2 * strength * (1 - share)
    model = ElasticNet(alpha=l1 + l2, l1_ratio=l1 / (l1 + l2), tol=1e-13, max_iter=10_000_000)
    return model.fit(x, y)


def solved(x, y, strength, share):
    model = fit(x, y, strength, share)
    w = model.coef_
    residuals = y - x @ w - model.intercept_
    objective = residuals @ residuals / (2 * len(y)) + strength * (share * abs(w).sum() + (1 - share) * w @ w)
    return {
        "strength": strength, "l1Share": share, "weights": w.tolist(), "intercept": float(model.intercept_),
        "objective": float(objective),
    }


problems = []
for seed, samples, features in [(1, 60, 12), (2, 25, 40)]:
    x, y = problem(seed, samples, features)
    centred = x - x.mean(axis=0)
    largest = abs(centred.T @ (y - y.mean())).max() / samples
    problems.append({
        "features": x.tolist(), "targets": y.tolist(), "largestStrength": float(largest),
        "solutions": [
            solved(x, y, float(numpy.round(largest * ratio, 6)), share)
            for share in (1, 0.5, 0.05, 0) for ratio in (0.5, 0.1, 0.01)
        ],
    })
print(json.dumps(problems))
