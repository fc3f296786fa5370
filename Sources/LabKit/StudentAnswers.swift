import AnswerChecks
import AnswerWire
import Foundation
import Synchronization

/// A student's answers, asked for what figures rest on. Every question goes to the answers program, so whatever ends that
/// costs a part of a figure only.
public struct StudentAnswers: Sendable {
  private let program: StudentProgram
  private let cpuSeconds: Int
  private let answered = AnsweredExercises()

  /// The answers of a program that was built.
  ///
  /// - Parameters:
  ///   - program: the one that runs them.
  ///   - cpuSeconds: what the questions for one part of a figure may take; 20 by default.
  public init(program: StudentProgram, cpuSeconds: Int = 20) {
    self.program = program
    self.cpuSeconds = cpuSeconds
  }

  /// The answers in the Exercises folder of a lab, built now.
  ///
  /// - Parameter lab: its command, as `batch-size`.
  /// - Throws: `LabError.usage` outside of a copy of the course.
  public static func ofMyAnswers(to lab: String) throws -> StudentAnswers {
    let folder: LabFolder
    do { folder = try Workspace.current().lab(lab) } catch { throw LabError.usage(error.description) }
    return StudentAnswers(program: try StudentProgram.build(folder, isOptimized: true))
  }

  /// The outputs for all inputs, or why there are none; the terminal is told, too.
  ///
  /// Of several questions the first goes alone and gets two seconds, so that an endless loop is soon noticed.
  ///
  /// - Parameters:
  ///   - exercise: as `5.5`.
  ///   - question: how the program is asked, where the exercise alone isn't meant.
  ///   - inputs: one a question.
  ///   - read: makes of an output, and the input that it belongs to, what the figure needs; nothing where that can't be
  ///     drawn, or an error that says why.
  public func outputs<Input: Encodable, Output>(
    of exercise: String, question: String? = nil, inputs: [Input],
    _ read: (Value, Input) throws(MissingAnswer) -> Output?
  ) throws -> Result<[Output], MissingAnswer> {
    let result: Result<[Output], MissingAnswer>
    do throws(MissingAnswer) {
      let values = try self.values(of: exercise, question ?? exercise, inputs)
      var outputs: [Output] = []
      for (value, input) in zip(values, inputs) {
        guard let output = try read(value, input) else {
          throw MissingAnswer(exercise, "returned something of the wrong shape or size, or not finite")
        }
        outputs.append(output)
      }
      result = .success(outputs)
      answered.note(exercise, hasAnswer: true)
    } catch {
      answered.note(exercise, hasAnswer: false)
      complain(error.sentence)
      result = .failure(error)
    }
    return result
  }

  /// The same, where an output is read without its input.
  public func outputs<Output>(
    of exercise: String, question: String? = nil, inputs: [some Encodable],
    _ read: (Value) throws(MissingAnswer) -> Output?
  ) throws -> Result<[Output], MissingAnswer> {
    try outputs(of: exercise, question: question, inputs: inputs) { (value, _) throws(MissingAnswer) in
      try read(value)
    }
  }

  /// The same, where an output is a value of a type that can be decoded.
  public func outputs<Output: Decodable>(
    of exercise: String, question: String? = nil, inputs: [some Encodable], as type: Output.Type
  ) throws -> Result<[Output], MissingAnswer> {
    try outputs(of: exercise, question: question, inputs: inputs) { value, _ in
      try? Wire.decode(Output.self, from: Wire.encode(value))
    }
  }

  /// A caption's sentence about what was drawn with a student's answers, as ` Drawn with your answers to 5.1 and 5.2.`; empty where
  /// none came.
  ///
  /// - Parameter exercises: those that the figure asks for; of them the ones whose last answer could be drawn are named.
  public func credit(_ exercises: [String]) -> String {
    let named = exercises.filter(answered.holds)
    guard let last = named.last else { return "" }
    let list = named.count == 1 ? last : "\(named.dropLast().joined(separator: ", ")) and \(last)"
    return " Drawn with your answers to \(list)."
  }

  private func values(
    of exercise: String, _ question: String, _ inputs: [some Encodable]
  ) throws(MissingAnswer) -> [Value] {
    if let refusal = program.refused[exercise] {
      let first = refusal.split(separator: "\n").first.map(String.init)
      throw MissingAnswer(exercise, "does not compile", detail: first)
    }
    let first = inputs.count > 1 ? 1 : 0
    var values: [Value] = []
    for (part, seconds) in [(inputs.prefix(first), min(2, cpuSeconds)), (inputs.dropFirst(first), cpuSeconds)]
    where !part.isEmpty {
      let runner = AnswersRunner(program: program.path, limits: Limits(cpuSeconds: seconds))
      let run: AnswersRunner.Run
      do {
        run = try runner.ask(question, inputs: part.map { try Value(encoding: $0) })
      } catch {
        throw MissingAnswer(exercise, "could not be asked", detail: "\(error)")
      }
      for reply in run.replies { values.append(try reply.output(of: exercise)) }
      if run.replies.count < part.count { throw MissingAnswer(exercise, run.ending) }
    }
    return values
  }
}

/// The exercises whose last questions were answered.
private final class AnsweredExercises: Sendable {
  private let names = Mutex<Set<String>>([])

  func note(_ exercise: String, hasAnswer: Bool) {
    names.withLock { names in
      if hasAnswer { names.insert(exercise) } else { names.remove(exercise) }
    }
  }

  func holds(_ exercise: String) -> Bool { names.withLock { $0.contains(exercise) } }
}

extension AnswersSource {
  /// What figures of a lab rest on: a student's answers, built now, or the project's own.
  ///
  /// - Parameters:
  ///   - lab: its command, as `batch-size`.
  ///   - reference: the project's own.
  ///   - mine: makes the same of a student's.
  /// - Throws: `LabError.usage` where a student's are asked for outside of a copy of the course.
  public func answers<Answers>(
    to lab: String, reference: Answers, mine: (StudentAnswers) -> Answers
  ) throws -> Answers {
    switch self {
    case .reference: reference
    case .mine: mine(try .ofMyAnswers(to: lab))
    }
  }
}

/// Which exercise a figure lacks, and why.
public struct MissingAnswer: Error, Equatable {
  /// As `5.5`; nothing where nobody was asked.
  public var exercise: String?
  /// As `is not attempted`.
  public var problem: String
  /// The program's or the compiler's own words, for the terminal.
  public var detail: String?

  /// An exercise with what became of it.
  public init(_ exercise: String?, _ problem: String, detail: String? = nil) {
    self.exercise = exercise
    self.problem = problem
    self.detail = detail
  }

  /// An exercise whose answer has the right form, but can't be drawn.
  ///
  /// - Parameters:
  ///   - exercise: lab and exercise, as `1.11`.
  ///   - detail: a sentence that says why.
  public static func undrawable(_ exercise: String, _ detail: String) -> MissingAnswer {
    MissingAnswer(exercise, "returned what can't be drawn", detail: detail)
  }

  /// What a copy of the course doesn't draw by itself, because it is an exercise.
  public static func unasked(_ exercise: String) -> MissingAnswer {
    MissingAnswer(exercise, "isn't asked without --answers mine")
  }

  init(_ exercise: String, _ ending: AnswersRunner.Ending?) {
    switch ending {
    case .timedOut(let detail): self.init(exercise, "ran out of time", detail: detail)
    case .outOfMemory(let detail): self.init(exercise, "ran out of memory", detail: detail)
    case .crashed(let detail): self.init(exercise, "crashed", detail: detail)
    case nil: self.init(exercise, "crashed")
    }
  }

  /// For a caption: `exercise 5.5 is not attempted`.
  public var words: String { (exercise.map { "exercise \($0) " } ?? "") + problem }

  /// For the terminal.
  public var sentence: String { "Left out: \(words).\(detail.map { " \($0)" } ?? "")" }
}

/// A caption's sentence about what could not be drawn, as ` Left out: the paths (exercise 5.2 is not attempted).`; empty where
/// nothing is missing. Parts that lack the same exercise for the same reason stand together.
public func leftOut(_ parts: KeyValuePairs<String, MissingAnswer?>) -> String {
  leftOut(parts.map { ($0.key, $0.value) })
}

/// The same, where the parts are counted out.
public func leftOut(_ parts: [(what: String, missing: MissingAnswer?)]) -> String {
  var groups: [(reason: String, parts: [String])] = []
  for (what, missing) in parts {
    guard let reason = missing?.words else { continue }
    if let place = groups.firstIndex(where: { $0.reason == reason }) {
      groups[place].parts.append(what)
    } else {
      groups.append((reason, [what]))
    }
  }
  let missing = groups.map { "\($0.parts.joined(separator: ", ")) (\($0.reason))" }
  return missing.isEmpty ? "" : " Left out: \(missing.joined(separator: "; "))."
}

extension Result where Failure == MissingAnswer {
  /// Why there is no answer; nothing where there is one.
  public var missing: MissingAnswer? {
    if case .failure(let missing) = self { missing } else { nil }
  }

  /// The answer; nothing where there is none.
  public var answer: Success? { try? get() }
}

/// Writes a sentence on standard error.
public func complain(_ sentence: String) { FileHandle.standardError.write(Data((sentence + "\n").utf8)) }

extension AnswersRunner.Reply {
  fileprivate func output(of exercise: String) throws(MissingAnswer) -> Value {
    switch self {
    case .output(let value): return value
    case .notAttempted: throw MissingAnswer(exercise, "is not attempted")
    case .failure(let description): throw MissingAnswer(exercise, "stopped with an error", detail: description)
    }
  }
}
