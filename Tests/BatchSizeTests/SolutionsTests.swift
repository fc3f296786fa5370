import AnswerChecks
import BatchSizeSolutions
import Testing

@Suite struct SolutionsTests {
  @Test(arguments: Recorded.ids)
  func theReferencePassesAndIsWhatNoMistakeMakes(_ id: String) throws {
    let exercise = try Recorded.exercise(id)
    let outputs = try exercise.outputs(of: ReferenceAnswers())
    #expect(exercise.verdict(on: outputs).status == .passed)
    #expect(try exercise.verdict(on: exercise.outputs(of: WrongAnswers(making: []))).status == .passed)
  }
}
