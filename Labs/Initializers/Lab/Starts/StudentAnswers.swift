import AnswerChecks
import AnswerWire
import Foundation
import InitializersQuestions
import LabKit
import NumericCore

/// A student's answers program, asked for what figures rest on. Whatever ends it ends one answer only.
struct StudentAnswers: Sendable {
  private let runner: AnswersRunner
  private let refused: [String: String]

  /// The program, under limits that drawing a layer of 500 x 500 weights keeps with ease.
  init(program: StudentProgram, limits: Limits = Limits(cpuSeconds: 20)) {
    runner = AnswersRunner(program: program.path, limits: limits)
    refused = program.refused
  }

  /// The program of the student's folder.
  static func ofMyAnswers() throws -> StudentAnswers {
    let lab: LabFolder
    do { lab = try Workspace.current().lab("initializers") } catch { throw LabError.usage(error.description) }
    return StudentAnswers(program: try StudentProgram.build(lab, isOptimized: true))
  }

  /// What an exercise returns for one input, read as `Output`.
  ///
  /// - Parameters:
  ///   - exercise: what is judged, as `2.6`.
  ///   - request: the name that the program knows it by; the exercise's own by default.
  ///   - what: rests on it, as `orthogonal`.
  /// - Throws: `Gap` where it returns nothing of that kind.
  func answer<Output: Decodable>(
    _ exercise: String, as request: String? = nil, to input: some Encodable, for what: String
  ) throws -> Output {
    let outputs: [Output] = try answers(exercise, as: request, to: [input], for: what)
    return outputs[0]
  }

  /// What an exercise returns for several inputs, one run of the program for all.
  func answers<Output: Decodable>(
    _ exercise: String, as request: String? = nil, to inputs: [some Encodable], for what: String
  ) throws -> [Output] {
    if let refusal = refused[exercise] {
      let first = refusal.split(separator: "\n").first.map(String.init)
      throw Gap(what, exercise: exercise, .doesNotCompile, detail: first)
    }
    let run = try runner.ask(request ?? exercise, inputs: inputs.map { try Value(encoding: $0) })
    return try inputs.indices.map { index in
      switch index < run.replies.count ? run.replies[index] : nil {
      case .output(let output):
        guard let output = try? Wire.decode(Output.self, from: Wire.encode(output)) else {
          throw Gap(what, exercise: exercise, .wrong, detail: "What it returned has another form.")
        }
        return output
      case .notAttempted: throw Gap(what, exercise: exercise, .notAttempted)
      case .failure(let words): throw Gap(what, exercise: exercise, .wrong, detail: words)
      case nil: throw Gap(what, exercise: exercise, after: run.ending)
      }
    }
  }
}

extension Gap {
  /// What a program left that ended before it replied.
  fileprivate init(_ what: String, exercise: String, after ending: AnswersRunner.Ending?) {
    switch ending {
    case .timedOut(let detail): self.init(what, exercise: exercise, .timedOut, detail: detail)
    case .outOfMemory(let detail): self.init(what, exercise: exercise, .outOfMemory, detail: detail)
    case .crashed(let detail): self.init(what, exercise: exercise, .crashed, detail: detail)
    case nil: self.init(what, exercise: exercise, .crashed)
    }
  }
}

/// A sentence on standard error.
func complain(_ sentence: String) { FileHandle.standardError.write(Data((sentence + "\n").utf8)) }
