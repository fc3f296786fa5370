"""Makes scikit_learn_metrics.json: what scikit-learn's metrics give.

    python3 Tests/TechniquesTests/scikit_learn_metrics.py > Tests/TechniquesTests/scikit_learn_metrics.json

Needs scikit-learn (1.9.1 made the file). A metric that isn't defined is null here if scikit-learn says not-a-number, and the
number that it puts there otherwise; the tests know which is which.
"""

import json
import math
import warnings

import numpy
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.utils.class_weight import compute_class_weight

warnings.filterwarnings("ignore")  # about metrics that aren't defined


def number(value):
    value = float(value)
    return None if math.isnan(value) else value


def binary(predicted, actual):
    table = metrics.confusion_matrix(actual, predicted, labels=[0, 1])
    return {
        "counts": table.ravel().tolist(),  # tn, fp, fn, tp
        "accuracy": number(metrics.accuracy_score(actual, predicted)),
        "precision": number(metrics.precision_score(actual, predicted)),
        "recall": number(metrics.recall_score(actual, predicted)),
        "specificity": number(metrics.recall_score(actual, predicted, pos_label=0)),
        "f1": number(metrics.f1_score(actual, predicted)),
        "f2": number(metrics.fbeta_score(actual, predicted, beta=2)),
        "fHalf": number(metrics.fbeta_score(actual, predicted, beta=0.5)),
        "balancedAccuracy": number(metrics.balanced_accuracy_score(actual, predicted)),
        "matthewsCorrelation": number(metrics.matthews_corrcoef(actual, predicted)),
        "cohensKappa": number(metrics.cohen_kappa_score(actual, predicted)),
    }


def curves(scores, actual):
    fpr, tpr, cuts = metrics.roc_curve(actual, scores, drop_intermediate=False)
    precision, recall, thresholds = metrics.precision_recall_curve(actual, scores)
    return {
        "falsePositiveRates": [number(x) for x in fpr], "truePositiveRates": [number(x) for x in tpr],
        "thresholds": cuts[1:].tolist(), "precisions": precision[:-1][::-1].tolist(), "recalls": recall[:-1][::-1].tolist(),
    }


def ranking(scores, actual):
    try:
        area = number(metrics.roc_auc_score(actual, scores))
    except ValueError:
        area = None
    return {"rocArea": area, "averagePrecision": number(metrics.average_precision_score(actual, scores))}


def forecasts(scores, actual):
    shares, means = calibration_curve(actual, scores, n_bins=10)
    return {
        "logLoss": number(metrics.log_loss(actual, scores, labels=[0, 1])),
        "brierScore": number(metrics.brier_score_loss(actual, scores, labels=[0, 1])),
        "shares": shares.tolist(), "means": means.tolist(),
    }


def case(name, scores, actual):
    scores, actual = numpy.asarray(scores, float), numpy.asarray(actual, int)
    return {
        "name": name, "scores": scores.tolist(), "actual": actual.tolist(),
        "binary": binary((scores >= 0.5).astype(int), actual), "curves": curves(scores, actual),
        "ranking": ranking(scores, actual), "forecasts": forecasts(scores, actual),
    }


def multiclass(actual, predicted, classes):
    labels = list(range(classes))
    averages = {
        f"{metric}.{average}": number(function(actual, predicted, labels=labels, average=average, zero_division=0))
        for metric, function in [
            ("precision", metrics.precision_score), ("recall", metrics.recall_score), ("f1", metrics.f1_score)
        ]
        for average in ["micro", "macro", "weighted"]
    }
    return {
        "actual": actual.tolist(), "predicted": predicted.tolist(), "classes": classes, "averages": averages,
        "counts": metrics.confusion_matrix(actual, predicted, labels=labels).tolist(),
        "accuracy": number(metrics.accuracy_score(actual, predicted)),
        "balancedAccuracy": number(metrics.balanced_accuracy_score(actual, predicted)),
        "matthewsCorrelation": number(metrics.matthews_corrcoef(actual, predicted)),
        "cohensKappa": number(metrics.cohen_kappa_score(actual, predicted)),
    }


def mixed(count, start):
    """Whole numbers that look random: SplitMix64, which is a few lines in any language."""
    z = (numpy.arange(count, dtype=numpy.uint64) + numpy.uint64(start + 1)) * numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return z ^ (z >> numpy.uint64(31))


def million(levels):
    count = 1_000_000
    uniform = (mixed(count, 0) >> numpy.uint64(11)).astype(float) * 2.0**-53
    scores = numpy.floor(uniform * levels) / levels if levels else uniform
    actual = ((mixed(count, count) >> numpy.uint64(11)).astype(float) * 2.0**-53 < 0.2 * scores).astype(int)
    return {
        "levels": levels, "binary": binary((scores >= 0.5).astype(int), actual), "ranking": ranking(scores, actual),
        "forecasts": forecasts(scores, actual),
    }


random = numpy.random.default_rng(1)
uniform = numpy.round(random.uniform(size=200), 6)
labels = (random.uniform(size=200) < uniform).astype(int)
rare = (random.uniform(size=200) < 0.1 * uniform).astype(int)
actual, predicted = random.integers(0, 5, 300), random.integers(0, 5, 300)
predicted = numpy.where(random.uniform(size=300) < 0.6, actual, predicted)
some = numpy.array([0, 0, 1, 1, 2, 2, 2])
print(json.dumps({
    "cases": [
        case("random", uniform, labels), case("rare", uniform, rare), case("tied", numpy.round(uniform, 1), labels),
        case("constant", numpy.full(50, 0.5), labels[:50]), case("no positives", uniform[:40], numpy.zeros(40)),
        case("no negatives", uniform[:40], numpy.ones(40)), case("none found", uniform[:40] / 4, labels[:40]),
        case("certain", [0, 1, 1, 0, 1], [0, 1, 0, 0, 1]), case("perfect", [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]),
    ],
    "multiclass": [
        multiclass(actual, predicted, 5), multiclass(some, numpy.array([0, 1, 1, 1, 2, 2, 0]), 3),
        multiclass(some, numpy.array([0, 0, 0, 0, 2, 2, 0]), 4),
    ],
    "millions": [million(0), million(100)],
    "classWeights": {
        "labels": actual.tolist(),
        "weights": compute_class_weight("balanced", classes=numpy.arange(5), y=actual).tolist(),
    },
}))
