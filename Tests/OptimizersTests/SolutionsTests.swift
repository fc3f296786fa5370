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
  @Test("Seventeen exercises in order")
  func exercises() throws {
    #expect(proof.ids == (1...17).map { "1.\($0)" })
    #expect(try proof.size() < 1_500_000)
  }

  @Test("No hint gives a formula away", arguments: proof.ids)
  func hints(_ id: String) throws {
    for hint in try proof.exercise(id).hints {
      for code in ["learningRate *", "memory.firstMoment", "memory.secondMoment", "velocity -", "1 - "]
      where id != "1.4" || code != "1 - " {
        #expect(!hint.contains(code), "A hint of \(id) gives code away: \(code)")
      }
    }
  }

  @Test("Two learning rates and a prediction agree with what runs do")
  func prediction() throws {
    for seed in [1, 5, 77] as [UInt64] {
      let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "1.16" })
      #expect(try exercise.outputs(of: ReferenceAnswers()) == exercise.expected)
    }
  }

  @Test("One suspect alone explains each trajectory, and all are at work somewhere")
  func suspects() throws {
    let exercise = try proof.exercise("1.17")
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
