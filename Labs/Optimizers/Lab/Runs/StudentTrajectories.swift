import AnswerChecks
import Foundation
import LabKit
import NumericCore
import OptimizersQuestions

/// The student's steps: each whole run happens in the answers program, so whatever ends it ends one method's runs only.
struct StudentTrajectories: TrajectoryRunner {
  /// Who takes the steps.
  let runner: AnswersRunner
  /// Methods that failed a short first run; they are not asked again.
  let missing: [OptimizerName: Gap]

  /// The student's program, after a short first run of each method.
  init(program: StudentProgram, optimizers: [OptimizerName], limits: Limits = Limits(cpuSeconds: 20)) throws {
    let probe = AnswersRunner(program: program.path, limits: Limits(cpuSeconds: min(2, limits.cpuSeconds)))
    missing = try optimizers.reduce(into: [:]) { missing, name in
      if let refusal = program.refused[name.exercise] {
        let first = refusal.split(separator: "\n").first.map(String.init)
        missing[name] = Gap(optimizer: name, status: .doesNotCompile, detail: first)
      } else if case .failure(let gap) = try probe.trajectories([Self.firstRun(name)])[0] {
        missing[name] = gap
      }
    }
    runner = AnswersRunner(program: program.path, limits: limits)
  }

  /// The program of the student's folder; says on standard error which methods are left out, and why.
  static func ofMyAnswers(_ optimizers: [OptimizerName]) throws -> StudentTrajectories {
    let lab: LabFolder
    do { lab = try Workspace.current().lab("optimizers") } catch { throw LabError.usage(error.description) }
    let program = try StudentProgram.build(lab, isOptimized: true)
    let mine = try StudentTrajectories(program: program, optimizers: optimizers)
    for gap in optimizers.compactMap({ mine.missing[$0] }) { complain(gap.sentence) }
    return mine
  }

  /// A few steps on a gentle bowl, which every right method survives.
  private static func firstRun(_ name: OptimizerName) -> RunRequest {
    RunRequest(
      name, settings: OptimizerSettings(learningRate: 0.1), on: .quadratic(Bowl(eigenvalues: [1, 2], rotatedBy: 30)),
      from: [1, -1], steps: 10)
  }

  func run(_ requests: [RunRequest]) throws -> [Result<Trajectory, Gap>] {
    let methods = OptimizerName.allCases.filter { name in requests.contains { $0.optimizer == name } }
    let ofMethods = try methods.sideBySide { name in
      let own = requests.filter { $0.optimizer == name }
      return try missing[name].map { gap in own.map { _ in .failure(gap) } } ?? runner.trajectories(own)
    }
    var rest = Dictionary(uniqueKeysWithValues: zip(methods, ofMethods.map { $0[...] }))
    return requests.map { request in
      rest[request.optimizer]?.popFirst() ?? .failure(Gap(optimizer: request.optimizer, status: .graderError))
    }
  }

  func steps(_ name: OptimizerName, settings: OptimizerSettings, gradients: Matrix<Double>) throws
    -> Result<[Vector<Double>], Gap>
  {
    if let gap = missing[name] { return .failure(gap) }
    var input = StepsInput(
      weights: .zeros(gradients.columns), gradients: gradients, learningRate: settings.learningRate)
    (input.momentum, input.rho, input.epsilon) = (settings.momentum, settings.rho, settings.epsilon)
    (input.beta1, input.beta2) = (settings.beta1, settings.beta2)
    let run = try runner.ask(name.exercise, inputs: [Value(encoding: input)])
    return run.result(of: 0, by: name).flatMap { output in
      guard let path = output.vectors(of: gradients.columns), path.count == gradients.rows else {
        return .failure(Gap(optimizer: name, status: .wrong, detail: "Its weights have the wrong shape."))
      }
      guard path.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
        return .failure(Gap(optimizer: name, status: .wrong, detail: "It returned a number that is not finite."))
      }
      return .success(path)
    }
  }
}

extension Gap {
  /// A sentence for the terminal.
  var sentence: String {
    "\(optimizer.title) is left out: \(status.rawValue) (exercise \(optimizer.exercise))."
      + (detail.map { " \($0)" } ?? "")
  }
}

/// A sentence on standard error.
func complain(_ sentence: String) { FileHandle.standardError.write(Data((sentence + "\n").utf8)) }

extension AnswersRunner {
  /// Runs requests of one method in one program.
  fileprivate func trajectories(_ requests: [RunRequest]) throws -> [Result<Trajectory, Gap>] {
    let run = try ask("run", inputs: requests.map { try Value(encoding: $0) })
    return requests.enumerated().map { index, request in
      run.result(of: index, by: request.optimizer).flatMap { $0.trajectory(for: request) }
    }
  }
}

extension AnswersRunner.Run {
  /// The output at `index`, or what became of it.
  fileprivate func result(of index: Int, by name: OptimizerName) -> Result<Value, Gap> {
    guard index < replies.count else { return .failure(gap(name)) }
    switch replies[index] {
    case .output(let output): return .success(output)
    case .notAttempted: return .failure(Gap(optimizer: name, status: .notAttempted))
    case .failure(let description): return .failure(Gap(optimizer: name, status: .wrong, detail: description))
    }
  }

  private func gap(_ name: OptimizerName) -> Gap {
    switch ending {
    case .timedOut(let detail): Gap(optimizer: name, status: .timedOut, detail: detail)
    case .outOfMemory(let detail): Gap(optimizer: name, status: .outOfMemory, detail: detail)
    case .crashed(let detail): Gap(optimizer: name, status: .crashed, detail: detail)
    case nil: Gap(optimizer: name, status: .crashed)
    }
  }
}

extension Value {
  /// A list of vectors of this many dimensions; nothing where it is anything else.
  fileprivate func vectors(of dimensions: Int) -> [Vector<Double>]? {
    guard case .list(let rows) = self else { return nil }
    let vectors = rows.compactMap { $0.vector(of: dimensions) }
    return vectors.count == rows.count ? vectors : nil
  }

  private func vector(of dimensions: Int) -> Vector<Double>? {
    guard case .list(let items) = self, items.count == dimensions else { return nil }
    let numbers = items.compactMap { item -> Double? in
      switch item {
      case .number(let number): number
      case .text("nan"): .nan
      case .text("inf"): .infinity
      case .text("-inf"): -.infinity
      default: nil
      }
    }
    return numbers.count == dimensions ? Vector(numbers) : nil
  }

  /// The run that answers `request`. Why it ended is looked up in its weights, not in the reply.
  fileprivate func trajectory(for request: RunRequest) -> Result<Trajectory, Gap> {
    func wrong(_ detail: String) -> Result<Trajectory, Gap> {
      .failure(Gap(optimizer: request.optimizer, status: .wrong, detail: detail))
    }
    guard case .record(let record) = self, case .number(let taken)? = record["steps"],
      let steps = Int(exactly: taken), (0...request.steps).contains(steps),
      let path = record["weights"]?.vectors(of: request.start.count),
      path.count == (request.keepsAll ? steps + 1 : min(steps, 1) + 1), let last = path.last
    else { return wrong("Its run has the wrong shape.") }
    // A run may overflow only once it has grown beyond all measure.
    let before = path.dropLast().last ?? request.start
    guard last.allSatisfy(\.isFinite) || before.contains(where: { abs($0) > 1e30 }) else {
      return wrong("It returned a number that is not finite.")
    }
    return .success(Trajectory(weights: path, steps: steps, end: request.end(at: last) ?? .outOfSteps))
  }
}
