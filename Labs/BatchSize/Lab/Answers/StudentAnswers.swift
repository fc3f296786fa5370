import AnswerChecks
import LabKit
import NumericCore

/// A student's answers, asked for what figures rest on. Each question goes to the answers program, so whatever ends that
/// costs one figure's share only.
struct StudentAnswers: Sendable {
  private let program: StudentProgram
  private let cpuSeconds: Int

  /// The answers of a program that was built.
  ///
  /// - Parameter cpuSeconds: what a figure's questions may take.
  init(program: StudentProgram, cpuSeconds: Int = 20) {
    self.program = program
    self.cpuSeconds = cpuSeconds
  }

  /// The answers in the student's folder.
  static func ofMyAnswers() throws -> StudentAnswers {
    let lab: LabFolder
    do { lab = try Workspace.current().lab("batch-size") } catch { throw LabError.usage(error.description) }
    return StudentAnswers(program: try StudentProgram.build(lab, isOptimized: true))
  }

  /// The outputs for all inputs, or in a few words why there are none.
  ///
  /// - Parameters:
  ///   - exercise: as `5.5`.
  ///   - question: how the program is asked where the exercise alone isn't meant.
  ///   - read: makes of an output what the figure needs; nothing where that can't be drawn.
  func outputs<Output>(
    of exercise: String, question: String? = nil, inputs: [some Encodable], _ read: (Value) -> Output?
  ) throws -> Result<[Output], MissingAnswer> {
    if program.refused[exercise] != nil { return .failure(MissingAnswer(exercise, "does not compile")) }
    let values = try inputs.map { try Value(encoding: $0) }
    var outputs: [Output] = []
    // The first question goes alone and gets little time, so that an endless loop is soon noticed.
    for (part, seconds) in [(values.prefix(1), min(2, cpuSeconds)), (values.dropFirst(), cpuSeconds)]
    where !part.isEmpty {
      let runner = AnswersRunner(program: program.path, limits: Limits(cpuSeconds: seconds))
      let run = try runner.ask(question ?? exercise, inputs: Array(part))
      if let missing = MissingAnswer(exercise, run) { return .failure(missing) }
      for reply in run.replies {
        guard case .output(let value) = reply, let output = read(value) else {
          return .failure(MissingAnswer(exercise, "returned what can't be drawn"))
        }
        outputs.append(output)
      }
    }
    return .success(outputs)
  }
}

/// Which exercise a figure lacks, and why.
struct MissingAnswer: Error, Equatable {
  /// As `5.5`; nothing where nobody was asked.
  var exercise: String?
  /// As `is not attempted`.
  var problem: String

  init(_ exercise: String?, _ problem: String) {
    self.exercise = exercise
    self.problem = problem
  }

  /// What keeps a run's outputs from being used; nothing where they can be.
  init?(_ exercise: String, _ run: AnswersRunner.Run) {
    self.exercise = exercise
    for case .failure(let description) in run.replies.prefix(1) {
      problem = "stopped with an error: \(description)"
      return
    }
    if run.replies.contains(.notAttempted) {
      problem = "is not attempted"
    } else {
      switch run.ending {
      case .crashed?: problem = "crashed"
      case .timedOut?: problem = "timed out"
      case .outOfMemory?: problem = "ran out of memory"
      case nil: return nil
      }
    }
  }

  /// As `exercise 5.5 is not attempted`.
  var words: String { (exercise.map { "exercise \($0) " } ?? "") + problem }

  /// A sentence for the caption of a figure that does without `what`.
  func sentence(without what: String) -> String { "Left out: \(what), because \(words). " }
}

extension Value {
  /// A finite number.
  var finiteNumber: Double? {
    if case .number(let number) = self, number.isFinite { number } else { nil }
  }

  /// So many finite numbers.
  func finiteVector(of count: Int) -> Vector<Double>? {
    guard case .list(let items) = self, items.count == count else { return nil }
    let numbers = items.compactMap(\.finiteNumber)
    return numbers.count == count ? Vector(numbers) : nil
  }

  /// What a record holds under a name.
  subscript(name: String) -> Value? {
    if case .record(let record) = self { record[name] } else { nil }
  }
}
