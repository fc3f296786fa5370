import AnswerChecks
import Foundation
import Testing

@testable import Grading

extension WorkspaceTests {
  /// One submission and what must come of it, in the pristine workspace: what a whole class rests on.
  @Suite(.enabled(if: hasBubblewrap, "needs bubblewrap")) struct SubmissionJudgeTests {
    private let folder: WorkFolder
    private let secrets: URL
    private let judge: SubmissionJudge
    private let lab: MadeUpLab

    init() throws {
      folder = try WorkFolder("judge")
      secrets = folder.url.appending(path: "secret")
      judge = try WorkspaceTests.judge(labs: ["optimizers"], secrets: secrets)
      lab = try MadeUpLab(Workspace(root: root).lab("optimizers"))
    }

    @Test func eachExerciseGetsItsVerdictBySecretAnswersAndTheScreen() throws {
      let answers: [String: MadeUpLab.Answer] = [
        // Right for each of the cases that students have, and for no other.
        "1.2": .code(try publicConditionNumbers().joined(separator: "\n    ") + "\n    return 1"),
        // Right whatever is drawn, but nobody can know that of every file that draws.
        "1.3": .code("return Double([1].shuffled()[0]) * (weights - learningRate * gradient)"),
        "1.4": .right,
      ]
      let submission = Submission(student: "s1", origin: "s1", files: try lab.files(answers))
      let graded = judge.grade(submission)
      let verdicts = graded.labs.flatMap(\.verdicts)
      #expect(verdicts.map(\.exercise) == lab.book.exercises.map(\.id))
      for verdict in verdicts {
        let expected: Status =
          switch verdict.exercise {
          case "1.2": .wrong
          case "1.3": .doesNotCompile
          case "1.4": .passed
          default: .notAttempted
          }
        #expect(verdict.status == expected, "\(verdict.exercise): \(verdict.detail ?? "")")
      }
      #expect(verdicts.first { $0.exercise == "1.3" }?.detail?.contains("shuffled() without a generator") == true)
      #expect(judge.grade(submission) == graded)
    }

    /// The public answers to 1.2, each by the first number of its matrix.
    private func publicConditionNumbers() throws -> [String] {
      let exercise = try #require(lab.book.exercises.first { $0.id == "1.2" })
      return try exercise.cases.map { recorded in
        let corner = try #require(recorded.input["hessian"]?.items?.first?.items?.first?.finiteNumber)
        let number = try #require(recorded.expected.finiteNumber)
        return "if hessian[0, 0] == \(corner) { return \(number) }"
      }
    }

    @Test func secretsAreTheOwnersAloneAndTheSeedStandsInNoMark() throws {
      let files = try filesBelow(secrets)
      #expect(files.keys.sorted() == ["optimizers.json", "optimizers.json.made-by"])
      for (name, data) in files {
        let attributes = try FileManager.default.attributesOfItem(atPath: secrets.appending(path: name).path)
        if name.hasSuffix(".made-by") {
          #expect(!String(decoding: data, as: UTF8.self).contains("\(WorkspaceTests.seed)"))
        } else {
          #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: secrets.path)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func answersAreRecordedAnewForAnotherSeedAndKeptForTheSame() throws {
      let file = secrets.appending(path: "optimizers.json")
      func recorded(seed: UInt64) throws -> Data {
        let project = Workspace(root: root)
        _ = try SecretAnswers(of: project, labs: [project.lab("optimizers")], in: secrets, seed: seed) { _ in }
        return try Data(contentsOf: file)
      }
      let first = try recorded(seed: WorkspaceTests.seed)
      try folder.write(first + Data("\n".utf8), to: "secret/optimizers.json")
      #expect(try recorded(seed: WorkspaceTests.seed) == first + Data("\n".utf8), "it was there already")
      #expect(try recorded(seed: WorkspaceTests.seed + 1) != first)
      #expect(try recorded(seed: WorkspaceTests.seed) == first)
    }
  }
}

/// A secret seed is taken only where its cases prove what the labs prove.
@Suite struct UnprovenAnswersTests {
  private let book: AnswerBook

  init() throws { book = try Workspace(root: WorkspaceTests.root).lab("optimizers").answerBook() }

  @Test func thePublicCasesProveAll() { #expect(book.unproven.isEmpty) }

  @Test func aMisconceptionThatPassesIsTold() throws {
    var book = book
    let place = try #require(book.exercises.firstIndex { $0.id == "1.11" })
    let exercise = book.exercises[place]
    book.exercises[place].misconceptions[0].outputs = exercise.cases.map(\.expected)
    #expect(book.unproven == ["1.11 \(exercise.misconceptions[0].misconception.name)"])
  }
}
