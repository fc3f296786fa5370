import AnswerChecks
import AnswerWire
import Foundation
import LabProofs
import NumericCore
import OptimizersChecks
import OptimizersQuestions
import OptimizersSolutions
import Testing

@Suite("Solutions of the optimizer lab")
struct SolutionsTests {
  @Test("The reference passes its check", arguments: Recorded.ids)
  func referencePasses(_ id: String) throws {
    let exercise = try Recorded.exercise(id)
    let verdict = exercise.verdict(on: try exercise.outputs(of: ReferenceAnswers()))
    #expect(verdict.status == .passed)
    #expect(verdict.points == Double(exercise.points))
  }

  @Test("Without a mistake, the wrong answers are right", arguments: Recorded.ids)
  func noMistake(_ id: String) throws {
    let exercise = try Recorded.exercise(id)
    #expect(exercise.verdict(on: try exercise.outputs(of: WrongAnswers(making: []))).status == .passed)
  }

  @Test("The recorded answers are those that the solutions give, but for the last bits of products")
  func isRecorded() throws {
    let kept = try Data(contentsOf: Recorded.folder.appending(path: "Checks/answers.json"))
    #expect(try RecordedFiles.agree(kept, Recorded.book().encoded()), "Type swift run optimizers-record.")
  }

  @Test("Seventeen exercises in order, with the points and files of their statements")
  func exercises() throws {
    #expect(Recorded.ids == (1...17).map { "1.\($0)" })
    for exercise in try Recorded.book().exercises {
      #expect(exercise.stub.contains("throw NotAttempted(\"\(exercise.id)\")"))
      let points = "(\(exercise.points) point" + (exercise.points == 1 ? ")." : "s).")
      let statement = try #require(exercise.stub.split(separator: "\n").first { $0.contains("/// **\(exercise.id) ") })
      #expect(statement.hasSuffix(points), "\(exercise.id) has other points in its statement.")
      #expect(!exercise.title.isEmpty && statement.contains(exercise.title.suffix(12)))
    }
  }

  @Test("Small cases first, and few enough to read", arguments: Recorded.ids)
  func sizes(_ id: String) throws {
    let exercise = try Recorded.exercise(id)
    #expect(exercise.cases.count <= (exercise.kind == .diagnose ? 16 : 6))
    let first = exercise.cases[0].input.summary.count
    #expect(exercise.kind == .diagnose || first <= exercise.cases[exercise.cases.count - 1].input.summary.count)
    let isFinite = exercise.expected.allSatisfy(\.isFinite)
    #expect(isFinite)
  }

  @Test("Three hints from general to specific, none of which gives the answer away", arguments: Recorded.ids)
  func hints(_ id: String) throws {
    let exercise = try Recorded.exercise(id)
    #expect(exercise.hints.count == 3)
    for hint in exercise.hints {
      #expect(hint.count >= 30 && hint.hasSuffix(".") || hint.hasSuffix("?"))
      for code in ["←", "return", "learningRate *", "memory.firstMoment", "memory.secondMoment", "velocity -", "1 - "]
      where id != "1.4" || code != "1 - " {
        #expect(!hint.contains(code), "A hint of \(id) gives code away: \(code)")
      }
    }
  }

  @Test("The book stays small")
  func size() throws {
    #expect(try Recorded.book().encoded().count < 1_500_000)
  }

  @Test("Two learning rates and a prediction agree with what runs do")
  func prediction() throws {
    for seed in [1, 5, 77] as [UInt64] {
      let exercise = try #require(try Recorded.book(seed: seed).exercises.first { $0.id == "1.16" })
      #expect(try exercise.outputs(of: ReferenceAnswers()) == exercise.expected)
    }
  }

  @Test("One suspect alone explains each trajectory, and all are at work somewhere")
  func suspects() throws {
    let exercise = try Recorded.exercise("1.17")
    var guilty: [Suspect] = []
    for recorded in exercise.cases {
      let input = try Wire.decode(TrajectoryInput.self, from: Wire.encode(recorded.input))
      let distances = Suspect.allCases.map { suspect in
        let run = suspect.trajectory(
          curvature: input.curvature, learningRate: input.learningRate, momentum: input.momentum,
          start: input.trajectory[0], steps: input.trajectory.count - 1)
        return abs(run - input.trajectory).max()
      }
      let fitting = zip(Suspect.allCases, distances).filter { $0.1 == 0 }.map(\.0)
      #expect(fitting.count == 1)
      #expect(distances.filter { $0 < 1e-3 }.count == 1)
      #expect(recorded.expected == .text(fitting.first?.rawValue ?? ""))
      guilty += fitting
    }
    #expect(Set(guilty) == Set(Suspect.allCases))
  }
}
