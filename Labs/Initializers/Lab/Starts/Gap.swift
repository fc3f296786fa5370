import AnswerChecks

/// What a figure lacks because an exercise gave nothing that can be drawn, and why.
struct Gap: Error, Equatable {
  /// What is left out, as `Glorot normal`.
  var what: String
  /// The exercise that it rests on.
  var exercise: String
  /// Why, in a few words.
  var reason: String
  /// A sentence on how it ended, where there is one.
  var detail: String?

  /// A gap that an answer left.
  init(_ what: String, exercise: String, _ status: Status, detail: String? = nil) {
    self.init(what, exercise: exercise, reason: status.rawValue, detail: detail)
  }

  private init(_ what: String, exercise: String, reason: String, detail: String? = nil) {
    self.what = what
    self.exercise = exercise
    self.reason = reason
    self.detail = detail
  }

  /// What this copy of the course doesn't draw itself, because it is an exercise.
  static func unasked(_ what: String, exercise: String) -> Gap {
    Gap(what, exercise: exercise, reason: "not asked without --answers mine")
  }

  /// As a caption writes it.
  var label: String { "\(what) (exercise \(exercise): \(reason))" }

  /// A sentence for the terminal.
  var sentence: String { "\(label) is left out." + (detail.map { " \($0)" } ?? "") }
}

extension [Gap] {
  /// The last words of a caption: all that is left out, or nothing.
  var caption: String { isEmpty ? "" : " Left out: " + map(\.label).joined(separator: ", ") + "." }
}
