import AnswerChecks
import DropoutSolutions
import Foundation
import LabProofs
import Testing

@Suite("The recorded answers")
struct AnswersFileTests {
  @Test("answers.json is what the recorder writes, but for the last bits of products")
  func isCurrent() throws {
    let kept = try Data(contentsOf: Recorded.folder.appending(path: "Checks/answers.json"))
    #expect(try RecordedFiles.agree(kept, Recorded.book().encoded()), "Type swift run dropout-record.")
  }

  @Test("A predicted number is what the run gives: the reference's formula agrees with all masks")
  func prediction() throws {
    let exercise = try Recorded.exercise("3.9")
    let formula = try exercise.outputs(of: ReferenceAnswers())
    #expect(exercise.kind == .predict)
    #expect(exercise.verdict(on: formula).status == .passed)
  }
}
