"""The benchmark's linear models and metrics in scikit-learn and NumPy, on data that the benchmark program has written.

    python3 scikit_learn_models.py FOLDER

It says what it is, then answers one request a line: `once NAME 1 0` does the named work once and says how long it took.
"""

import json
import os
import pathlib
import sys
import time
import warnings

for name in [name for name in os.environ if name.startswith("OPENBLAS_")]:
    del os.environ[name]  # every library shall choose the kernel that it finds best

import numpy
import sklearn
from sklearn.linear_model import lasso_path
from sklearn.metrics import average_precision_score, roc_auc_score

warnings.filterwarnings("ignore")
folder = pathlib.Path(sys.argv[1])


def numbers(name, columns=1):
    values = numpy.fromfile(folder / name)
    return values.reshape(-1, columns) if columns > 1 else values


def path(tolerance):
    x, y = numpy.asfortranarray(numbers("regression-features", 500)), numbers("regression-targets")

    def work():
        features, targets = x - x.mean(axis=0), y - y.mean()  # ours centres, too
        lasso_path(features, targets, eps=1e-3, n_alphas=100, tol=tolerance, max_iter=100_000)

    return work


def ranking(metric):
    scores, labels = numbers("scores"), numbers("labels").astype(int)
    return lambda: metric(labels, scores)


def risk_curve():
    features, targets = numbers("risk-features", 10_000), numbers("risk-targets", 10)
    widths = [int(word) for word in (folder / "widths").read_text().split()]
    parts = [numpy.ascontiguousarray(features[:, :width]) for width in widths]

    def work():
        for part in parts:
            numpy.linalg.lstsq(part, targets, rcond=None)

    return work


kinds = {
    "lasso-path": lambda: path(1e-4), "lasso-path-to-1e-8": lambda: path(1e-8),
    "roc-area": lambda: ranking(roc_auc_score), "average-precision": lambda: ranking(average_precision_score),
    "risk-curve": risk_curve,
}
works = {}

print(json.dumps({"peer": f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}"}), flush=True)
for line in sys.stdin:
    name = line.split()[1]
    if name not in works:
        works[name] = kinds[name]()
    start = time.perf_counter()
    works[name]()
    print(json.dumps({"milliseconds": 1000 * (time.perf_counter() - start)}), flush=True)
