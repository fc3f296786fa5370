/// Compares what an answers program returns with what was recorded, and says what is wrong and why.
public struct Judge: Sendable {
  /// What is known of the exercise.
  public let exercise: RecordedExercise

  /// A judge of one exercise.
  public init(_ exercise: RecordedExercise) {
    self.exercise = exercise
  }

  /// Runs the program on all cases and judges what comes back.
  public func verdict(from runner: AnswersRunner) -> Verdict {
    do {
      return verdict(on: try runner.ask(exercise.id, inputs: exercise.cases.map(\.input)))
    } catch {
      return graderError("\(error)")
    }
  }

  /// The verdict where the checker itself failed: the points stay open.
  public func graderError(_ reason: String) -> Verdict {
    var verdict = empty(.graderError)
    verdict.detail = reason
    return verdict
  }

  /// Judges one run.
  public func verdict(on run: AnswersRunner.Run) -> Verdict {
    var verdict = judge(run)
    verdict.printed = run.printed
    return verdict
  }

  /// The verdict on a file that the compiler refused.
  public func doesNotCompile(_ diagnostics: String) -> Verdict {
    var verdict = empty(.doesNotCompile)
    verdict.detail = diagnostics
    return verdict
  }

  private func judge(_ run: AnswersRunner.Run) -> Verdict {
    if run.replies.contains(.notAttempted) { return empty(.notAttempted) }
    if let ending = run.ending { return ended(ending, afterReplies: run.replies.count) }
    guard run.replies.count == exercise.cases.count, !exercise.cases.isEmpty else {
      return graderError("The program replied to \(run.replies.count) of \(exercise.cases.count) cases.")
    }
    let failures = zip(exercise.cases, run.replies).enumerated().compactMap { index, pair in
      failure(of: pair.1, in: pair.0, at: index)
    }
    guard let first = failures.first else {
      var verdict = empty(.passed)
      verdict.points = Double(exercise.points)
      return verdict
    }
    return wrong(first, replies: run.replies)
  }

  /// What is wrong with one reply, or nothing where it is right.
  private func failure(of reply: AnswersRunner.Reply, in recorded: RecordedCase, at index: Int) -> FailedCase? {
    switch reply {
    case .output(let got):
      got.difference(from: recorded.expected, tolerance: exercise.tolerance).map {
        FailedCase(index: index, input: recorded.input, expected: recorded.expected, outcome: .returned(got, $0))
      }
    case .failure(let error):
      FailedCase(index: index, input: recorded.input, expected: recorded.expected, outcome: .threw(error))
    case .notAttempted: nil
    }
  }

  private func wrong(_ failure: FailedCase, replies: [AnswersRunner.Reply]) -> Verdict {
    var verdict = empty(.wrong)
    verdict.failure = failure
    let outputs = replies.compactMap { if case .output(let output) = $0 { output } else { nil } }
    guard outputs.count == replies.count else { return verdict }
    verdict.diagnoses = diagnoses(of: outputs)
    if verdict.diagnoses.isEmpty {
      verdict.outputs = outputs
      let pairs = zip(outputs, exercise.cases).map { (got: $0, expected: $1.expected) }
      verdict.pattern = Pattern.find(in: pairs, tolerance: exercise.tolerance)
    } else if verdict.diagnoses.count == 1 {
      verdict.points = verdict.diagnoses[0].credit * Double(exercise.points)
    }
    return verdict
  }

  private func ended(_ ending: AnswersRunner.Ending, afterReplies count: Int) -> Verdict {
    let (status, sentence): (Status, String) =
      switch ending {
      case .crashed(let sentence): (.crashed, sentence)
      case .timedOut(let sentence): (.timedOut, sentence)
      case .outOfMemory(let sentence): (.outOfMemory, sentence)
      }
    var verdict = empty(status)
    verdict.detail = sentence
    if count < exercise.cases.count {
      let recorded = exercise.cases[count]
      verdict.failure = FailedCase(index: count, input: recorded.input, expected: recorded.expected, outcome: .ended)
    }
    return verdict
  }

  /// The misconceptions that give these outputs in all cases: one, several that no case can tell apart, or two at once.
  ///
  /// Never a guess: a near miss in a single number of a single case matches nothing.
  public func diagnoses(of outputs: [Value]) -> [Misconception] {
    let single = exercise.misconceptions.filter { matches(outputs, $0.outputs) }
    if !single.isEmpty { return single.map(\.misconception) }
    guard let pair = exercise.pairs.first(where: { matches(outputs, $0.outputs) }) else { return [] }
    return exercise.misconceptions.map(\.misconception).filter { pair.names.contains($0.name) }
  }

  private func matches(_ outputs: [Value], _ recorded: [Value]) -> Bool {
    outputs.count == recorded.count
      && zip(outputs, recorded).allSatisfy { $0.matches($1, tolerance: exercise.tolerance) }
  }

  private func empty(_ status: Status) -> Verdict {
    Verdict(
      exercise: exercise.id, title: exercise.title, status: status, points: status == .graderError ? nil : 0,
      possible: exercise.points)
  }
}
