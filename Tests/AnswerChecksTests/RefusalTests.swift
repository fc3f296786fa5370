import Foundation
import Testing

@testable import AnswerChecks

/// Which refusals of a submission concern which exercise.
struct RefusalTests {
  private func exercise(_ id: String, _ file: String) -> RecordedExercise {
    RecordedExercise(
      id: id, title: "", kind: .write, points: 1, file: "Exercises/\(file)", tolerance: Tolerance(), hints: [],
      cases: [], misconceptions: [], pairs: [], stub: "")
  }

  private func refusal(_ lab: String, _ file: String, line: Int) -> Refusal {
    Refusal(lab: lab, file: file, line: line, sentence: "No.")
  }

  @Test func aRefusalConcernsItsOwnLabsFile() {
    let lab = LabFolder(name: "BatchSize", workspace: Workspace(root: URL(filePath: "/nowhere")))
    let refusals = [
      refusal("BatchSize", "A.swift", line: 3), refusal("Dropout", "A.swift", line: 4),
      refusal("BatchSize", "A.swift", line: 9), refusal("Dropout", "B.swift", line: 5),
    ]
    #expect(
      refusals.reasons(for: [exercise("5.1", "A.swift"), exercise("5.2", "B.swift")], of: lab)
        == ["5.1": "A.swift, line 3: No.\nA.swift, line 9: No."])
  }
}
