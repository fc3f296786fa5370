import AnswerChecks
import BatchSizeSolutions
import Foundation
import LabProofs
import Testing

@Suite struct SolutionsTests {
  @Test(arguments: Recorded.ids)
  func theReferencePassesAndIsWhatNoMistakeMakes(_ id: String) throws {
    let exercise = try Recorded.exercise(id)
    let outputs = try exercise.outputs(of: ReferenceAnswers())
    #expect(exercise.verdict(on: outputs).status == .passed)
    #expect(try exercise.verdict(on: exercise.outputs(of: WrongAnswers(making: []))).status == .passed)
  }
  @Test func theRecordedAnswersAreThoseOfTheSolutionsButForTheLastBitsOfProducts() throws {
    let kept = try Data(contentsOf: Recorded.folder.appending(path: "Checks/answers.json"))
    #expect(try RecordedFiles.agree(kept, Recorded.book().encoded()), "Type swift run batch-size-record.")
  }
}
