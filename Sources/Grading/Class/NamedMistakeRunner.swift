import AnswerChecks
import Foundation
import LabKit

/// Runs the code that stands for a named mistake.
protocol NamedMistakeRunner: Sendable {
  /// What an exercise file by itself, beside blank stubs, returns for every case of the exercise in each of these forms.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - forms: one exercise with the cases of several seeds.
  ///   - book: the lab, for its stubs.
  /// - Throws: `NamedMistakeFlaw` where the file is to blame, `GradingError` where it isn't.
  func outputs(of text: String, for forms: [RecordedExercise], in book: AnswerBook) throws -> [[Value]]
}

/// Why a file can't stand for a mistake: a clause that follows "because".
struct NamedMistakeFlaw: Error, Equatable {
  let reason: String
}

/// Compiles and runs such files sealed, like any submission: it is a student's code.
struct SealedMistakeRunner: NamedMistakeRunner {
  let workspace: GradingWorkspace
  let seal: Seal
  /// A folder for what is made.
  let scratch: URL

  func outputs(of text: String, for forms: [RecordedExercise], in book: AnswerBook) throws -> [[Value]] {
    guard let exercise = forms.first, let lab = workspace.lab(book.lab) else { return [] }
    defer { try? FileManager.default.removeItem(at: scratch) }
    let program = try program(of: text, for: exercise, lab: lab, book: book)
    return try forms.map { form in
      let runner = AnswersRunner(program: program.path, launcher: seal.launcher(of: program))
      let run: AnswersRunner.Run
      do { run = try runner.ask(form.id, inputs: form.cases.map(\.input)) } catch {
        throw GradingError.internalError("A named mistake can't be run: \(error)")
      }
      return try Self.outputs(of: run)
    }
  }

  private func program(
    of text: String, for exercise: RecordedExercise, lab: LabFolder, book: AnswerBook
  ) throws -> StudentProgram {
    let name = exercise.fileName
    var sources: [String: String]
    do {
      let refusals = try seal.refusals(
        in: [ExerciseFile(lab: lab.name, name: name, text: text)], scratch: scratch.appending(path: "screening"))
      if let refusal = refusals.first { throw NamedMistakeFlaw(reason: "its file is refused: \(refusal)") }
      sources = try lab.exerciseSources()
      sources[name] = text
      let program = try seal.compiler(of: lab, in: scratch.appending(path: lab.name))
        .program(from: sources, stubs: book.exercises)
      if let refusal = program.refused[exercise.id] {
        throw NamedMistakeFlaw(
          reason: "its file doesn't compile by itself: \(refusal.split(separator: "\n").first ?? "")")
      }
      return program
    } catch let flaw as NamedMistakeFlaw { throw flaw } catch {
      throw GradingError.internalError("The file of a named mistake can't be compiled: \(error)")
    }
  }

  private static func outputs(of run: AnswersRunner.Run) throws -> [Value] {
    switch run.ending {
    case .crashed(let sentence), .timedOut(let sentence), .outOfMemory(let sentence):
      throw NamedMistakeFlaw(reason: "its code doesn't return: \(sentence)")
    case nil: break
    }
    return try run.replies.map { reply in
      guard case .output(let output) = reply else {
        throw NamedMistakeFlaw(reason: "its code returns nothing in some case")
      }
      return output
    }
  }
}
