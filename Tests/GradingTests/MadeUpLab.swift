import AnswerChecks
import Foundation

@testable import Grading

/// Makes a lab's exercise files as students would hand them in, out of the lab's own solutions.
struct MadeUpLab {
  /// How an exercise is answered.
  enum Answer {
    /// As the reference does.
    case right
    /// With these mistakes of the lab's, and otherwise right.
    case mistakes([String])
    /// By this body, with declarations after it and lines before everything.
    case code(String, declarations: String = "", prefix: String = "")
    /// By this text in the place of the whole file.
    case text(String)
  }

  /// The lab's folder, as `BatchSize`.
  let name: String
  /// Its public answers: what students could look up.
  let book: AnswerBook
  private let solutions: String

  init(_ lab: LabFolder) throws {
    name = lab.name
    book = try lab.answerBook()
    solutions = try Self.solutions(of: lab)
  }

  /// The files that differ from the stubs.
  func files(_ answers: [String: Answer]) throws -> [ExerciseFile] {
    var needsSolutions = answers.values.contains { $0.restsOnSolutions }
    return try book.exercises.compactMap { exercise in
      guard let answer = answers[exercise.id] else { return nil }
      var text = try Self.text(of: exercise, answering: answer)
      if needsSolutions, answer.restsOnSolutions {
        text = Self.importing(["NumericCore", "\(name)Questions"], in: text) + solutions
        needsSolutions = false
      }
      return ExerciseFile(lab: name, name: URL(filePath: exercise.file).lastPathComponent, text: text)
    }
  }

  private static func text(of exercise: RecordedExercise, answering answer: Answer) throws -> String {
    let blank = "throw NotAttempted(\"\(exercise.id)\")"
    func filled(_ body: String) -> String { exercise.stub.replacing(blank, with: body) }
    switch answer {
    case .right: return filled("return try ReferenceAnswers().\(try call(in: exercise.stub))")
    case .mistakes(let names):
      let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
      return filled("return try WrongAnswers(making: [\(list)]).\(try call(in: exercise.stub))")
    case .code(let body, let declarations, let prefix):
      return (prefix.isEmpty ? "" : prefix + "\n") + filled(body) + "\n" + declarations
    case .text(let text): return text
    }
  }

  private static func importing(_ modules: [String], in text: String) -> String {
    let missing = modules.filter { !text.contains("import \($0)\n") }
    return missing.map { "import \($0)\n" }.joined() + text
  }

  /// The call that passes a stub's own parameters on: `adamStep(weights: weights, memory: &memory)`.
  private static func call(in stub: String) throws -> String {
    guard let match = stub.firstMatch(of: /public func (?<name>\w+)\((?<list>[^)]*(\(\))?[^)]*)\)\s*throws/) else {
      throw GradingError.internalError("A stub has no function: \(stub)")
    }
    let arguments = String(match.list).split(separator: ",").filter { $0.contains(":") }.map { parameter in
      let parts = parameter.split(separator: ":", maxSplits: 1)
      let words = parts[0].split(whereSeparator: \.isWhitespace)
      let value = (parts[1].contains("inout ") ? "&" : "") + words[words.count - 1]
      return words[0] == "_" ? value : "\(words[0]): \(value)"
    }
    return "\(match.name)(\(arguments.joined(separator: ", ")))"
  }

  /// All that the lab's solutions are made of, to stand in one file: what isn't there for students stands in for itself.
  private static func solutions(of lab: LabFolder) throws -> String {
    let folder = lab.folder.appending(path: "Solutions")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter {
      $0.hasSuffix(".swift") && !$0.hasSuffix("Solutions.swift")
    }
    let origin = lab.workspace.root.appending(path: "Sources/AnswerChecks/Recording/Origin.swift")
    var texts = try ([origin] + names.map { folder.appending(path: $0) }).map { file in
      try String(contentsOf: file, encoding: .utf8)
        .replacing(/(?m)^import .*\n/, with: "")
        // The lists of mistakes: only the code that makes them is of use here.
        .replacing(/(?ms)^(private )?let \w+Misconceptions = \[\n.*?^\]\n/, with: "")
        .replacing(/\bpackage (?=func|var|let|static|struct|enum|init|typealias)/, with: "")
    }
    if texts.dropFirst().contains(where: { $0.contains("enum Origin {") }) { texts.removeFirst() }
    return texts.joined(separator: "\n") + """

      struct Misconception {
        init(_: String, _: String, _: String, source: String, section: String, credit: Double = 0) {}
      }

      """
  }
}

extension MadeUpLab.Answer {
  fileprivate var restsOnSolutions: Bool {
    switch self {
    case .right, .mistakes: true
    case .code, .text: false
    }
  }
}
