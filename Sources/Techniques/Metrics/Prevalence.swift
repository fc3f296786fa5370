/// The precision of a classifier in a population, by Bayes' rule: r π / (r π + f (1 - π)).
///
/// Recall and false positive rate belong to the classifier; precision doesn't: it falls with the prevalence. Nil where nobody
/// is predicted to be positive.
///
/// - Parameters:
///   - recall: r, the share of the positives that are found, from 0 to 1.
///   - falsePositiveRate: f, the share of the negatives that are taken for positives, from 0 to 1.
///   - prevalence: π, the share of the population that is positive, from 0 to 1.
/// - Source: "Interpretation by physicians of clinical laboratory results", Casscells, Schoenberger, Graboys, 1978.
public func precision(recall: Double, falsePositiveRate: Double, prevalence: Double) -> Double? {
  for (share, name) in [(recall, "recall"), (falsePositiveRate, "false positive rate"), (prevalence, "prevalence")] {
    require(share >= 0 && share <= 1, "A \(name) lies between 0 and 1; \(share) doesn't.")
  }
  let found = recall * prevalence
  let predicted = found + falsePositiveRate * (1 - prevalence)
  return predicted == 0 ? nil : found / predicted
}

/// The predicted probability from which on it is cheaper to say "positive": w c / (w c + C).
///
/// - Parameters:
///   - costOfFalsePositive: c, finite and above 0.
///   - costOfFalseNegative: C, finite and above 0.
///   - positiveWeight: w, finite and above 0: how many times each positive counted in training, which multiplies predicted odds by w.
///     1 by default: probabilities as they are.
/// - Source: "The foundations of cost-sensitive learning", Elkan, 2001.
public func costThreshold(
  costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double = 1
) -> Double {
  for number in [costOfFalsePositive, costOfFalseNegative, positiveWeight] {
    require(number > 0 && number.isFinite, "A cost or a weight is finite, and above 0; \(number) isn't.")
  }
  let weighted = positiveWeight * costOfFalsePositive
  return weighted / (weighted + costOfFalseNegative)
}
