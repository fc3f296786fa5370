import AnswerChecks
import BatchSizeQuestions
import Foundation
import LabKit
import LabProofs
import NumericCore
import Testing
import TrainingLabs

@testable import BatchSizeLab

/// Figures drawn with a student's answers: `--answers mine`.
@Suite(.enabled(if: areModulesBuilt, "needs the modules that `swift build` makes"))
struct LabStudentTests {
  private static let data = Result { try ImageData.load(.synthetic, seed: 1) }
  private static let right = Result { try studentFiles.program(StudentBodies.right) }

  private func setting(_ program: StudentProgram?) throws -> Setting {
    var setting = Setting(scale: .quick, seed: 1, images: try Self.data.get())
    setting.student = program.map { StudentAnswers(program: $0, cpuSeconds: 10) }
    return setting
  }

  @Test func rightAnswersDrawWhatTheLabDraws() throws {
    let (mine, house) = (try setting(Self.right.get()), try setting(nil))
    for experiment in [byUpdate, paths] {
      let (drawing, expected) = (try experiment.drawing(in: mine), try experiment.drawing(in: house))
      #expect(drawing.table.rows.count == expected.table.rows.count)
      #expect(drawing.figure.caption == expected.figure.caption)
      #expect(close(drawing.table, expected.table), "\(experiment.name)")
    }
    let rule = ScalingRule(baseRate: 0.05, baseBatchSize: 16)
    let rates = try rule.rates(batchSize: 256, updates: 40, by: mine.student).get()
    let expected = try rule.rates(batchSize: 256, updates: 40, by: nil).get()
    #expect(zip(rates, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func rightLinesOfTheoryAreTheLabs() throws {
    let noise = try GradientNoise(setting(nil))
    let lines = try noise.theory(at: noise.sizesOfLines, by: setting(Self.right.get()).student).get()
    #expect(lines.count > 50)
    let house = try noise.theory(at: lines.map(\.batchSize), by: nil).get()
    for (point, expected) in zip(lines, house) {
      #expect(abs(point.withReplacement / expected.withReplacement - 1) < 1e-6)
      #expect(abs(point.withoutReplacement - expected.withoutReplacement) < 1e-6 * house[0].withReplacement)
    }
  }

  @Test func rightTimesAreTheLabs() throws {
    let runs = try TradeOff.runs(setting(nil))
    let timed = TimedRuns(
      runs, secondsPerUpdate: runs.map { 1e-4 * Double($0.batchSize).squareRoot() }, samples: 2000, target: 0.7)
    let (times, missing) = try timed.timesToTarget(by: setting(Self.right.get()).student)
    let house = try timed.timesToTarget(by: nil).times
    #expect(missing == nil && times.count == runs.count && house.contains(where: \.isFinite))
    #expect(zip(times, house).allSatisfy { $0 == $1 || abs($0 - $1) < 1e-12 })
  }

  @Test func whatIsMissingIsLeftOutAndSaidSo() throws {
    let program = try studentFiles.program([
      "5.1": "return [1, 2][samples]", "5.3": "while true {}", "5.4": "return gradients[0]",
      "5.5": "return .nan",
      "5.7": "return TimeToAccuracy(first: .nan, second: nil, winner: .first)",
    ])
    let mine = try setting(program)
    func caption(_ experiment: Experiment<Setting>) throws -> String {
      try experiment.drawing(in: mine).figure.caption ?? ""
    }
    #expect(try caption(byUpdate).contains("Left out: all curves (exercise 5.1 crashed)."))
    #expect(try caption(paths).contains("Left out: the paths (exercise 5.2 is not attempted)."))
    #expect(
      try caption(gradientNoise).contains("Left out: the lines of theory (exercise 5.4 does not compile)."))
    #expect(
      try caption(generalization).contains(
        "Left out: the scaled rates (exercise 5.5 returned something of the wrong shape or size, or not finite).")
    )
    #expect(
      try caption(byTime).contains(
        "Left out: the times to the target (exercise 5.7 returned something of the wrong shape or size, or not finite)."
      ))
    let scaled = try generalization.drawing(in: mine).table.rows.filter { $0[0] == .text("scaled rate, warm-up") }
    #expect(scaled.isEmpty)
    // Nothing of what is left out keeps the picture from being drawn.
    for experiment in [byUpdate, paths, gradientNoise] {
      #expect(try !experiment.drawing(in: mine).figure.scene(width: 1200, height: 900).png().isEmpty)
    }
  }

  @Test func anEndlessLoopTimesOut() throws {
    var bodies = StudentBodies.right
    bodies["5.3"] = "while true {}"
    let drawing = try paths.drawing(in: setting(studentFiles.program(bodies)))
    #expect(drawing.figure.caption?.contains("Left out: the paths (exercise 5.3 ran out of time).") == true)
    #expect(drawing.table.rows.isEmpty)
  }

  @Test func aMistakeIsDrawnAsItIs() throws {
    var bodies = StudentBodies.right
    // The sum over the batch: the full batch's first step is 64 times as long.
    bodies["5.3"] = StudentBodies.right["5.3"]?.replacing(" / Double(batch.count)", with: "")
    let mine = try setting(studentFiles.program(bodies))
    let problem = LineFit(draws: mine.draws("line"))
    let (descents, missing) = try problem.descents(batchSizes: [64], epochs: 2, seed: 1, by: mine.student)
    let right = try ReferenceFigureAnswers.path(problem, problem.request(batchSize: 64, epochs: 2, seed: 1)).get()
    try #require(missing == nil)
    #expect(((descents[0].points[1] - LineFit.start) - 64 * (right[1] - LineFit.start)).norm < 1e-9)
  }

  @Test func allRightAnswersPass() throws {
    let check = LabCheck(
      try proof.book(), program: try Self.right.get())
    for exercise in try proof.book().exercises where StudentBodies.right[exercise.id] != nil {
      #expect(check.verdict(on: exercise).status == .passed, "\(exercise.id)")
    }
  }

  private func close(_ one: Table, _ other: Table) -> Bool {
    zip(one.rows, other.rows).allSatisfy { row, expected in
      zip(row, expected).allSatisfy { cell, wanted in
        guard case .number(let a) = cell, case .number(let b) = wanted else { return cell == wanted }
        return abs(a - b) <= 1e-9 * max(1, abs(b))
      }
    }
  }
}

/// Whether the modules lie beside this test program that a student's files are compiled against.
private let areModulesBuilt = FileManager.default.fileExists(
  atPath: StudentFiles.binaries.appending(path: "Modules/BatchSizeQuestions.swiftmodule").path)
