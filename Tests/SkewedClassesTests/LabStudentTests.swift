import AnswerChecks
import Foundation
import LabKit
import LabProofs
import Testing

@testable import SkewedClassesLab

/// The lab's stubs, to be filled in.
private let studentFiles = StudentFiles("skewed-classes", root: proof.root)

private let areModulesBuilt = FileManager.default.fileExists(
  atPath: StudentFiles.binaries.appending(path: "Modules/SkewedClassesQuestions.swiftmodule").path)

/// Figures drawn with a student's answers: `--answers mine`.
@Suite(.enabled(if: areModulesBuilt, "needs the modules that `swift build` makes"))
struct LabStudentTests {
  private static let right = Result { try studentFiles.program(StudentBodies.right) }

  private func setting(_ program: StudentProgram?) -> Setting {
    let source = program.map { FigureAnswers.Source.student(StudentAnswers(program: $0, cpuSeconds: 5)) }
    return Setting(
      scale: .quick, seed: 1, data: .generated(samples: 1200, seed: 1),
      answers: FigureAnswers(source ?? .questions(ReferenceFigureAnswers())))
  }

  @Test(arguments: skewedClassesExperiments.map(\.name))
  func rightAnswersDrawWhatTheLabDraws(_ name: String) throws {
    let experiment = try #require(skewedClassesExperiments.first { $0.name == name })
    let mine = try experiment.drawing(in: setting(Self.right.get()))
    let house = try experiment.drawing(in: setting(nil))
    #expect(mine.table.rows.count == house.table.rows.count)
    #expect(Value.record(mine.results).difference(from: .record(house.results)) == nil)
    let caption = try #require(mine.figure.caption)
    #expect(caption.contains("Drawn with your answers to 6.") && !caption.contains("Left out"))
  }

  @Test func allRightAnswersPass() throws {
    let check = LabCheck(try proof.book(), program: try Self.right.get())
    for exercise in try proof.book().exercises where StudentBodies.right[exercise.id] != nil {
      #expect(check.verdict(on: exercise).status == .passed, "\(exercise.id)")
    }
  }

  @Test func whatIsMissingIsLeftOutAndSaidSo() throws {
    let mine = setting(
      try studentFiles.program([
        "6.1": StudentBodies.right["6.1"] ?? "", "6.3": "return counts[0]", "6.5": "return []",
        "6.8": "while true {}", "6.10": "return [nil]", "6.12": "return .infinity",
      ]))
    func caption(_ experiment: Experiment<Setting>) throws -> String {
      let drawing = try experiment.drawing(in: mine)
      #expect(try !drawing.figure.scene(width: 1200, height: 900).png().isEmpty)
      return try #require(drawing.figure.caption)
    }
    #expect(try caption(confusion).contains("Left out: the model's tables (exercise 6.8 ran out of time); "))
    #expect(try caption(accuracyParadox).contains("Left out: the curves (exercise 6.2 is not attempted)."))
    #expect(
      try caption(threshold).contains(
        "(exercise 6.5 returned 0 points for 300 different scores)"))
    #expect(try caption(calibration).contains("(exercise 6.10 returned what can't be drawn)."))
    #expect(try caption(rocAndPR).contains("Left out: the curves (exercise 6.6 is not attempted)."))
  }

  /// Numbers that no metric can be are drawn as far as there is room for them.
  @Test func numbersThatCantBeAreNoTrouble() throws {
    var bodies = StudentBodies.right
    bodies["6.1"] = """
      return FourCounts(
        truePositives: -3, falsePositives: 100_000_000_000_000, falseNegatives: 0, trueNegatives: 5)
      """
    bodies["6.2"] = "return Accuracies(accuracy: 7, baseline: -2, balanced: nil)"
    bodies["6.3"] = "return PrecisionAndRecall(precision: -1, recall: 1e14)"
    bodies["6.4"] = "return -3"
    bodies["6.6"] = "return 1e14"
    bodies["6.7"] = "return -1"
    bodies["6.8"] = "return -2"
    bodies["6.9"] = "return CheapestThreshold(cost: -5, threshold: -1)"
    bodies["6.10"] = "return [1, 1e6]"
    bodies["6.12"] = "return 1e14"
    let mine = setting(try studentFiles.program(bodies))
    for experiment in skewedClassesExperiments {
      let drawing = try experiment.drawing(in: mine)
      #expect(try !drawing.figure.scene(width: 1200, height: 900).png().isEmpty, "\(experiment.name)")
    }
  }

  @Test(
    "Weights that nothing can be trained with are left out", arguments: ["[1e-12, 1e12]", "[1, -1]", "[0, 1]", "[1]"])
  func weightsThatCantBe(_ weights: String) throws {
    var bodies = StudentBodies.right
    bodies["6.10"] = "return \(weights)"
    let caption = try calibration.drawing(in: setting(studentFiles.program(bodies))).figure.caption
    #expect(caption?.contains("(exercise 6.10 returned what can't be drawn).") == true)
  }

  @Test("The most different weights can be drawn", arguments: ["[1e-6, 1]", "[1, 1e-6]", "[1e6, 1]", "[1e-6, 1e-6]"])
  func weightsThatCanBe(_ weights: String) throws {
    var bodies = StudentBodies.right
    bodies["6.10"] = "return \(weights)"
    let caption = try calibration.drawing(in: setting(studentFiles.program(bodies))).figure.caption
    #expect(caption?.contains("Left out") == false)
  }

  /// Who takes recall for precision gets the diagonal, and sees it.
  @Test func aMistakeIsDrawnAsItIs() throws {
    var bodies = StudentBodies.right
    bodies["6.12"] = "return recall"
    let drawing = try rocAndPR.drawing(in: setting(studentFiles.program(bodies)))
    let rows = drawing.table.rows.filter { $0[0] == .text("1 in 1000, predicted") }
    #expect(!rows.isEmpty && rows.allSatisfy { $0[2] == $0[3] })
  }
}
