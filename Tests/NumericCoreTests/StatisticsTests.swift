import NumericCore
import Testing

/// Statistics against NumPy's.
@Suite struct StatisticsTests {
  let known: Golden.Statistics

  init() throws {
    known = try Golden.read().statistics
  }

  @Test func momentsOfAVector() {
    let x = known.x
    #expect(isClose(mean(x), known.mean))
    #expect(isClose(variance(x, .population), known.populationVariance))
    #expect(isClose(variance(x, .sample), known.sampleVariance))
    #expect(isClose(standardDeviation(x, .sample), known.sampleDeviation))
  }

  @Test func varianceSurvivesALargeMean() {
    let x: Vector<Double> = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]
    #expect(variance(x, .sample) == 30)
  }

  @Test func mediansAndQuantiles() {
    #expect(isClose(median(known.x), known.median))
    #expect(isClose(median(Vector(known.x[0..<40])), known.evenMedian))
    #expect(quantiles(known.x, known.probabilities).isClose(to: known.quantiles, relative: 1e-13))
    #expect(quantile(known.x, 0) == known.x.min())
    #expect(quantile(known.x, 1) == known.x.max())
    #expect(median([3.0]) == 3)
    #expect(quantile([-.infinity, 0, .infinity], 0.5) == 0)
  }

  @Test func covariancesAndCorrelations() {
    #expect(covarianceMatrix(known.data, .sample).isClose(to: known.covariance, relative: 1e-12))
    #expect(correlationMatrix(known.data).isClose(to: known.correlation, relative: 1e-12))
    let constant = correlationMatrix([[1, 5], [2, 5]] as Matrix<Double>)
    #expect(constant[0, 0] == 1)
    #expect(constant[0, 1].isNaN && constant[1, 1].isNaN)
  }

  @Test func histograms() {
    for known in known.histograms {
      let range = known.range.isEmpty ? nil : known.range[0]...known.range[1]
      let found = histogram(known.x, bins: known.counts.count, in: range)
      #expect(found.counts == known.counts)
      #expect(found.edges.isClose(to: known.edges, relative: 1e-14))
      if !known.density.isEmpty { #expect(found.density.isClose(to: known.density, relative: 1e-12)) }
      #expect(found.counts.reduce(0, +) + found.below + found.above == known.x.count)
    }
  }

  @Test func histogramCountsWhatLiesOutside() {
    let found = histogram([-1, 0, 0.5, 1, 2, 3], bins: 2, in: 0...1)
    #expect(found.counts == [1, 2])
    #expect(found.below == 1)
    #expect(found.above == 2)
    #expect(found.centers == [0.25, 0.75])
  }

  private func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 1e-13 * abs(right) }
}
