#if canImport(Techniques)
  import AnswerChecks
  import LabKit
  import NumericCore
  import Plotting
  import Techniques

  /// Four ways to solve one lasso: how far they are from the minimum, and how many weights are exactly 0.
  let solvers = Experiment<Setting>(
    "solvers", "Duality gap and exact zeros by round: coordinate descent, ISTA, FISTA, subgradient descent.",
    restsOn: []
  ) { setting in
    let data = SparseRegression.solved.data(testSamples: 1, draws: setting.draws("solvers"))
    let problem = try PenalizedRegression(features: data.features, targets: data.targets)
    let penalty = ElasticNet(strength: 0.1 * problem.largestStrength(), l1Share: 1)
    let most = setting.at(quick: 1000, lecture: 10_000)
    let runs = try SolverName.allCases.map { try SolverRun($0, problem, penalty, rounds: most) }
    let zeros = runs[0].zeros[runs[0].zeros.count - 1]
    let told = runs.map { run in
      run.roundsToGoal.map { "\(run.name.title) \($0)" } ?? "\(run.name.title) not in \(most)"
    }
    let caption =
      "A lasso of \(problem.features.columns) features, neighbours correlated by \(short(SparseRegression.solved.correlation)), at a "
      + "tenth of \\lambda_{max}. A round is a sweep or a step, each about as much work. Rounds to a relative gap of 10^{-6}: "
      + told.joined(separator: ", ") + ". At the minimum \(zeros) weights are exactly 0; subgradient descent has "
      + "\(runs[3].zeros[runs[3].zeros.count - 1]) of them. Lines end where the gap is rounding."
      + setting.at(quick: " Quick scale: fewer rounds.", lecture: "")
    return Drawing(
      solversFigure(runs, zeros: zeros, caption: caption), table: solversTable(runs),
      results: ["solvers": .record(Dictionary(uniqueKeysWithValues: runs.map { ($0.name.rawValue, $0.result) }))],
      size: (1200, 720))
  }

  extension SparseRegression {
    /// Features so alike that solvers have something to do.
    fileprivate static let solved = SparseRegression(
      samples: 200, features: 100, weights: [3, -2, 1.5, -1, 0.5], correlation: 0.9, noise: 2)
  }

  private enum SolverName: String, CaseIterable {
    case coordinateDescent = "coordinate-descent"
    case accelerated = "fista"
    case proximal = "ista"
    case subgradient

    var title: String {
      switch self {
      case .coordinateDescent: "coordinate descent"
      case .accelerated: "FISTA"
      case .proximal: "ISTA"
      case .subgradient: "subgradient descent"
      }
    }

    var style: SeriesStyle {
      switch self {
      case .coordinateDescent: SeriesStyle(name: title, color: .vermillion, dash: .solid)
      case .accelerated: SeriesStyle(name: title, color: .blue, dash: .dashed)
      case .proximal: SeriesStyle(name: title, color: .green, dash: .dashDotted)
      case .subgradient: SeriesStyle(name: title, color: Color(gray: 0.13), dash: .dotted)
      }
    }

    func solver(_ problem: PenalizedRegression, _ penalty: ElasticNet<Double>) throws -> any RegressionSolver {
      switch self {
      case .coordinateDescent: CoordinateDescent(problem, penalty)
      case .accelerated: try AcceleratedProximalGradient(problem, penalty)
      case .proximal: try ProximalGradient(problem, penalty)
      case .subgradient: try SubgradientDescent(problem, penalty)
      }
    }
  }

  /// What a solver had after each of the rounds that are drawn.
  private struct SolverRun {
    let name: SolverName
    private(set) var rounds: [Int] = []
    /// The duality gap over the objective of zero weights.
    private(set) var gaps: [Double] = []
    private(set) var zeros: [Int] = []
    /// The first round whose gap is a millionth.
    private(set) var roundsToGoal: Int?

    init(
      _ name: SolverName, _ problem: PenalizedRegression, _ penalty: ElasticNet<Double>, rounds most: Int
    ) throws {
      self.name = name
      var solver = try name.solver(problem, penalty)
      let whole = problem.meanSquaredTarget / 2
      var next = 1
      for round in 1...most {
        solver.advance()
        let gap = solver.gap / whole
        if roundsToGoal == nil, gap <= 1e-6 { roundsToGoal = round }
        let isOver = gap < 1e-12 || round == most
        guard round >= next || isOver else { continue }
        next = max(round + 1, round * 21 / 20)
        rounds.append(round)
        gaps.append(gap)
        zeros.append(solver.weights.count { $0 == 0 })
        if isOver { break }
      }
    }

    var result: Value {
      var record: [String: Value] = [
        "exact-zeros": .number(Double(zeros[zeros.count - 1])), "last-gap": .number(max(gaps[gaps.count - 1], 1e-12)),
      ]
      if let roundsToGoal { record["rounds"] = .number(Double(roundsToGoal)) }
      return .record(record)
    }
  }

  private func solversFigure(_ runs: [SolverRun], zeros: Int, caption: String) -> Figure {
    Figure(caption: caption, columns: 2) {
      Chart("How far from the minimum, at most") {
        for run in runs {
          LineMark(x: run.rounds.map(Double.init), y: run.gaps.map { max($0, 1e-12) }).foregroundStyle(
            by: run.name.title)
        }
      }
      .xAxis("round", scale: .log).yAxis("relative duality gap", scale: .log)
      Chart("Exact zeros") {
        RuleMark(y: Double(zeros), label: "at the minimum")
        for run in runs {
          LineMark(x: run.rounds.map(Double.init), y: run.zeros.map(Double.init)).foregroundStyle(by: run.name.title)
        }
      }
      .xAxis("round", scale: .log).yAxis("weights that are exactly 0", domain: -4...108)
    }
    .legend(.below).seriesStyles(SolverName.allCases.map(\.style))
  }

  private func solversTable(_ runs: [SolverRun]) -> Table {
    var table = Table("solver", "round", "relative duality gap", "weights exactly zero")
    for run in runs {
      for (place, round) in run.rounds.enumerated() {
        table.append(
          .text(run.name.rawValue), .integer(round), .number(run.gaps[place]), .integer(run.zeros[place]))
      }
    }
    return table
  }
#endif
