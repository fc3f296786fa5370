import AnswerChecks

/// Why a part of a figure is left out.
struct Gap: Error, Equatable {
  /// As `6.5`.
  var exercise: String
  /// What became of it, as `is not attempted`.
  var problem: String

  init(exercise: String, problem: String) {
    self.exercise = exercise
    self.problem = problem
  }

  /// What keeps a run's outputs from being used; nothing where they can be.
  init?(_ exercise: String, _ run: AnswersRunner.Run) {
    self.exercise = exercise
    if run.replies.contains(.notAttempted) {
      problem = "is not attempted"
      return
    }
    for case .failure(let description) in run.replies {
      problem = "stopped with an error: \(description)"
      return
    }
    switch run.ending {
    case .crashed?: problem = "crashed"
    case .timedOut?: problem = "timed out"
    case .outOfMemory?: problem = "ran out of memory"
    case nil: return nil
    }
  }

  /// A sentence for the caption of a figure that does without `what`.
  func sentence(without what: String) -> String { "Left out: \(what), because exercise \(exercise) \(problem). " }
}

/// What `body` gives, or a sentence about what is missing.
func unlessMissing<Part>(_ what: String, _ body: () throws -> Part) throws -> (part: Part?, sentence: String) {
  do { return (try body(), "") } catch let gap as Gap { return (nil, gap.sentence(without: what)) }
}
