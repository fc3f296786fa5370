import LabKit
import NumericCore
import OptimizersQuestions
import OptimizersSolutions
import Testing

@testable import OptimizersLab

@Suite struct LabExperimentTests {
  @Test func stepsGrowWithTheConditionNumberAsTheorySays() throws {
    let experiment = StepsByConditionNumber(
      conditionNumbers: [30, 100, 300, 1000], rotation: 30, cap: 10_000,
      search: SettingsSearch(perDecade: 1, refinements: 0))
    let names: [OptimizerName] = [.gradientDescent, .momentum, .coupledMomentum, .nesterov]
    let results = try experiment.results(names, by: ReferenceTrajectories())
    let slopes = results.slopes
    #expect(abs(try #require(slopes["gradient-descent"]) - 1) < 0.01)
    #expect(abs(try #require(slopes["momentum"]) - 0.5) < 0.07)
    #expect(abs(try #require(slopes["nesterov"]) - 0.5) < 0.03)
    #expect(slopes["coupled-momentum"] == slopes["momentum"])
    #expect(results.curves.map(\.title).contains("Momentum, a = 0.9"))
  }

  @Test("Gradient descent needs as many steps as the formula predicts", arguments: [3.0, 10, 100, 316])
  func gradientDescentNeedsThePredictedSteps(_ conditionNumber: Double) throws {
    let race = Race(conditionNumber: conditionNumber, rotatedBy: 30, reduction: 1e-6, cap: 10_000)
    let settings = try #require(OptimizerName.gradientDescent.knownSettings(conditionNumber: conditionNumber))
    let run = try ReferenceTrajectories().run([race.request(.gradientDescent, settings)])[0].get()
    let predicted = try ReferenceAnswers().predictedSteps(
      smallestEigenvalue: 1, largestEigenvalue: conditionNumber, reduction: 1e-6)
    #expect(abs(run.steps - predicted) <= 1)
  }

  @Test func searchFindsGradientDescentsBestRate() throws {
    let race = Race(conditionNumber: 10, rotatedBy: 0, reduction: 1e-6, cap: 1000)
    let search = SettingsSearch(rates: 1e-3...1, perDecade: 8, refinements: 3)
    let memories = OptimizerName.gradientDescent.memories
    let best = try search.fewestSteps(.gradientDescent, in: race, memories: memories, by: ReferenceTrajectories()).get()
    #expect(abs(try #require(best).settings.learningRate / (2.0 / 11) - 1) < 0.05)
    #expect((34...35).contains(try #require(best).steps))
  }

  @Test func searchFindsNothingWithinTooFewSteps() throws {
    let race = Race(conditionNumber: 1000, rotatedBy: 0, reduction: 1e-6, cap: 20)
    let best = try SettingsSearch().fewestSteps(
      .gradientDescent, in: race, memories: OptimizerName.gradientDescent.memories, by: ReferenceTrajectories())
    #expect(try best.get() == nil)
  }

  @Test("Divergence begins at the largest stable rate: 2/λ, 2(1+a)/λ and 2(1+a)/((1+2a)λ)")
  func divergenceBeginsAtTheStableRate() throws {
    let bounds: [OptimizerName: Double] = [
      .gradientDescent: 0.02, .momentum: 0.038, .coupledMomentum: 0.38, .nesterov: 0.02 * 1.9 / 2.8,
    ]
    for name in Family.velocity.members {
      let bound = try #require(bounds[name])
      let ratios = try [0.95, 1.1].map { factor in
        let request = RunRequest(
          name, settings: OptimizerSettings(learningRate: factor * bound),
          on: .quadratic(Bowl(eigenvalues: [1, 100], rotatedBy: 30)), from: [-9, -2], steps: 400, keepsAll: false)
        return lossRatio((request, try ReferenceTrajectories().run([request])[0].get()))
      }
      #expect(ratios[0] < 1, "\(name)")
      #expect(ratios[1] == .infinity, "\(name)")
    }
  }

  @Test func adaptiveMethodsDoNotDiverge() throws {
    var setting = labSetting(Family.rates.members + Family.both.members)
    setting.scale = .quick
    let drawing = try learningRateSensitivity.drawing(in: setting)
    #expect(drawing.table.rows.allSatisfy { $0[3] == .text("no") })
  }

  @Test func momentumsMapFollowsItsRoots() throws {
    let map = try MomentumPhase(cells: 10, steps: 120).map(by: ReferenceTrajectories())
    #expect(map.rates.count == 10)
    for (scaledRate, row) in zip(map.scaledRates, map.rates) {
      for (a, measured) in zip(map.momenta, row) {
        let expected = theoreticalRate(momentum: a, scaledRate: scaledRate)
        let isDiverging = MomentumRegion(momentum: a, scaledRate: scaledRate) == .diverging
        #expect(isDiverging == (expected >= 1), "a \(a), rate \(scaledRate)")
        if abs(expected - 1) > 0.05 { #expect(isDiverging == (measured >= 1), "a \(a), rate \(scaledRate)") }
        if !isDiverging { #expect(abs(measured - expected) < 0.08, "a \(a), rate \(scaledRate)") }
      }
    }
  }

  @Test("Regions of momentum 0.25: borders at 0.25, 2.25 and 2.5")
  func regionsHaveTheirBorders() {
    let rates = [0.24, 0.26, 2.24, 2.26, 2.49, 2.51]
    let regions = rates.map { MomentumRegion(momentum: 0.25, scaledRate: $0) }
    #expect(regions == [.monotone, .oscillating, .oscillating, .alternating, .alternating, .diverging])
  }

  @Test func turningTheBowlMattersToAdagradAlone() throws {
    let experiment = RotationExperiment(
      angles: [0, 45], conditionNumber: 100, search: SettingsSearch(perDecade: 2, refinements: 0), cap: 2000)
    let results = try experiment.results([.gradientDescent, .momentum, .adagrad], by: ReferenceTrajectories())
    let steps = try results.finishes.map { try $0.finishes.map { try #require($0).steps } }
    #expect(abs(steps[0][0] - steps[0][1]) <= 1)
    #expect(abs(steps[1][0] - steps[1][1]) <= 1)
    #expect(steps[2][1] > 10 * steps[2][0])
    #expect(steps[2][0] < steps[1][0])
  }

  @Test func momentumFiltersAsItsFrequencyResponseSays() throws {
    let results = try MomentumFilter(seed: 1).results(by: ReferenceTrajectories())
    for (momentum, gains) in zip(MomentumFilter.momenta, results.gains) {
      for (frequency, gain) in zip(results.frequencies, gains) {
        #expect(abs(gain / momentumGain(momentum, frequency: frequency) - 1) < 1e-6)
      }
    }
    #expect(abs(momentumGain(0.9, frequency: 0) - 1) < 1e-12)
    #expect(abs(momentumGain(0.9, frequency: 0.5) - 0.1 / 1.9) < 1e-12)
  }

  @Test func adaptiveMethodsGiveTheFlatCoordinateTheLargerRate() throws {
    let results = try EffectiveRates.results(
      Family.rates.members + Family.both.members, by: ReferenceTrajectories())
    #expect(results.rates.count == 7)
    for (name, rates) in results.rates {
      let last = rates.rows - 1
      #expect(abs(rates[last, 1] / rates[last, 0] - 100) < 6, "\(name)")
    }
    let adagrad = try #require(results.rates.first { $0.optimizer == .adagrad }?.rates)
    let rmsprop = try #require(results.rates.first { $0.optimizer == .rmsprop }?.rates)
    #expect(adagrad[199, 0] < adagrad[0, 0])
    #expect(rmsprop[199, 0] > rmsprop[20, 0])
  }

  @Test func levelSetsLieOnTheirLevels() throws {
    let bowl = Bowl(eigenvalues: [2, 18], rotatedBy: 0)
    let table = levelSetsTable([bowl])
    #expect(table.rows.count == 3 * 72)
    for row in table.rows {
      guard case .number(let level) = row[1], case .number(let x) = row[2], case .number(let y) = row[3] else {
        Issue.record("A row without numbers.")
        return
      }
      #expect(abs(Problem.quadratic(bowl).value(at: [x, y]) - level) < 1e-12)
    }
  }

  @Test func conditioningTakesSevenAndAHundredAndFourSteps() throws {
    let results = try conditioning.drawing(in: labSetting()).results
    #expect(results["conditioning.steps"] == .list([.number(7), .number(104)]))
  }

  @Test func landscapesShowRunsThatGetLower() throws {
    var setting = labSetting([.gradientDescent, .adam])
    setting.learningRate = 0.01
    for landscape in [Landscape.beale, .saddle] {
      let runs = try landscape.runs(setting)
      #expect(runs.finished.count == 2)
      for (request, run) in runs.finished {
        let last = try #require(run.weights.last)
        #expect(request.problem.value(at: last) < request.problem.value(at: request.start))
      }
    }
  }
}
