import AnswerChecks
import Foundation
import LabProofs
import NumericCore
import Testing

/// Answers that attack the checker. Each must get its own status, and its neighbours must keep theirs.
///
/// Every attack is a student's file: it takes the place of Exercise03GradientDescent.swift and is compiled with the
/// other files. Next to it stand a right answer (1.5), a wrong one (1.6) and blank stubs.
@Suite(.enabled(if: Fixture.isBuilt, "needs the modules that `swift build` makes"))
struct HostileAnswersTests {
  @Test(arguments: Attack.all)
  func statusIsItsOwn(of attack: Attack) throws {
    let fixture = try Fixture()
    let program = try fixture.program(replacing: attack.files)
    let verdict = try fixture.verdict(on: "1.3", of: program)
    #expect(attack.expected.contains(verdict.status), "\(attack.name): \(verdict.status), \(verdict.detail ?? "")")
    if let words = attack.words { #expect(Explanation(verdict).lines.joined(separator: "\n").contains(words)) }
    #expect(try fixture.verdict(on: "1.5", of: program).status == attack.neighbour)
    #expect(
      try fixture.verdict(on: "1.6", of: program).status == (attack.neighbour == .passed ? .wrong : attack.neighbour))
  }

  @Test func forkedSleeperDoesNotOutliveItsAnswer() throws {
    let fixture = try Fixture()
    let mark = "descent-sleeper-\(UUID().uuidString)"
    let program = try fixture.program(replacing: [Fixture.file: Attack.sleeper(named: mark)])
    #expect(try fixture.verdict(on: "1.3", of: program).status == .passed)
    // A killed process is gone at once for itself, and a moment later for those who look.
    for _ in 0..<200 where processes(naming: mark) { usleep(25_000) }
    #expect(!processes(naming: mark))
  }

  @Test func fileThatDoesNotCompileCostsItsOwnExercise() throws {
    let fixture = try Fixture()
    let program = try fixture.program(replacing: [
      Fixture.file: Fixture.gradientDescent("return weights - learningRate * gradeint")
    ])
    let verdict = try fixture.verdict(on: "1.3", of: program)
    #expect(verdict.status == .doesNotCompile)
    #expect(verdict.detail?.contains("cannot find 'gradeint' in scope") == true)
    #expect(verdict.detail?.contains("/") == false, "paths are no help")
    #expect(try fixture.verdict(on: "1.5", of: program).status == .passed)
    #expect(try fixture.verdict(on: "1.7", of: program).status == .notAttempted)
  }

  @Test func changedSignatureIsNamed() throws {
    let fixture = try Fixture()
    let program = try fixture.program(replacing: [
      Fixture.file: """
      import NumericCore
      import OptimizersQuestions
      extension MyAnswers {
        public func gradientDescentStep(w: Vector<Double>, g: Vector<Double>) throws -> Vector<Double> { w - g }
      }
      """
    ])
    let verdict = try fixture.verdict(on: "1.3", of: program)
    #expect(verdict.status == .doesNotCompile)
    #expect(verdict.detail?.contains("must hold the function gradientDescentStep") == true)
  }

  @Test func missingFileIsABlankStub() throws {
    let fixture = try Fixture()
    let program = try fixture.program(replacing: [:], removing: [Fixture.file])
    #expect(try fixture.verdict(on: "1.3", of: program).status == .notAttempted)
    #expect(try fixture.verdict(on: "1.5", of: program).status == .passed)
  }

  /// Whether any process has `mark` in its command line.
  private func processes(naming mark: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.contains { name in
      let line = (try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline"))) ?? Data()
      return String(decoding: line, as: UTF8.self).contains(mark)
    }
  }
}
