import AnswerChecks

extension RecordedExercise {
  /// The outputs that are right.
  package var expected: [Value] { cases.map(\.expected) }

  /// The verdict on an answer that returned these outputs.
  package func verdict(on outputs: [Value]) -> Verdict {
    Judge(self).verdict(on: AnswersRunner.Run(replies: outputs.map { .output($0) }))
  }

  /// The names of the mistakes found in these outputs.
  package func diagnoses(of outputs: [Value]) -> [String] { verdict(on: outputs).diagnoses.map(\.name) }
}
