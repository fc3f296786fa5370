import Techniques
import Testing

@Suite("Prevalence and costs")
struct PrevalenceTests {
  @Test("Precision is that of the counts of a population", arguments: [0.5, 0.1, 0.02, 0.001])
  func precisionIsCounted(prevalence: Double) {
    let positives = Int((1e6 * prevalence).rounded())
    let counts = BinaryCounts(
      truePositives: positives * 8 / 10, falsePositives: (1_000_000 - positives) / 20,
      falseNegatives: positives * 2 / 10, trueNegatives: (1_000_000 - positives) / 20 * 19)
    let predicted = precision(recall: 0.8, falsePositiveRate: 0.05, prevalence: prevalence)
    #expect(abs((predicted ?? 0) - (counts.precision ?? 1)) < 1e-12)
  }

  @Test("Nobody predicted, no precision")
  func undefined() {
    #expect(precision(recall: 0, falsePositiveRate: 0, prevalence: 0.1) == nil)
    #expect(precision(recall: 0.5, falsePositiveRate: 0, prevalence: 0) == nil)
    #expect(precision(recall: 0, falsePositiveRate: 0.1, prevalence: 0.1) == 0)
  }

  @Test("At the threshold both answers cost the same", arguments: [1.0, 4, 0.25])
  func bothCostTheSame(weight: Double) {
    let threshold = costThreshold(costOfFalsePositive: 2, costOfFalseNegative: 7, positiveWeight: weight)
    // The probability that ordinary training would have predicted.
    let odds = threshold / (1 - threshold) / weight
    let probability = odds / (1 + odds)
    #expect(abs((1 - probability) * 2 - probability * 7) < 1e-12)
  }
}
