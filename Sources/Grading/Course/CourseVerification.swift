import AnswerChecks

extension Course {
  /// The course, once every lab, exercise and misconception that it names is known.
  ///
  /// - Parameter books: the recorded answers of all labs.
  /// - Throws: `GradingError` with the first name that isn't known, and the nearest that is.
  @discardableResult
  public func verified(against books: [AnswerBook]) throws(GradingError) -> Course {
    let exercises = books.flatMap(\.exercises)
    let ids = exercises.map(\.id)
    for choice in labs {
      guard let book = books.first(where: { $0.lab == choice.lab }) else {
        throw Self.unknown("lab", choice.lab, among: books.map(\.lab), "labs")
      }
      let own = book.exercises.map(\.id)
      if let id = choice.exercises.first(where: { !own.contains($0) }) {
        throw Self.unknown("exercise", id, among: own, "exercises of \(book.lab)")
      }
    }
    if let id = points.keys.sorted().first(where: { !ids.contains($0) }) {
      throw Self.unknown("exercise", id, among: ids, "exercises")
    }
    for name in credit.keys.sorted() {
      let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let exercise = exercises.first(where: { $0.id == parts[0] }) else {
        throw Self.unknown("exercise", parts[0], among: ids, "exercises")
      }
      let known = exercise.misconceptions.map(\.misconception.name)
      guard parts.count == 2, known.contains(parts[1]) else {
        throw Self.unknown(
          "misconception", parts.count == 2 ? parts[1] : "", among: known, "misconceptions of exercise \(exercise.id)")
      }
    }
    return self
  }

  private static func unknown(_ kind: String, _ name: String, among known: [String], _ all: String) -> GradingError {
    let near = Nearest.name(to: name, among: known)
    let hint = near.map { "did you mean \"\($0)\"?" } ?? "the \(all) are \(Nearest.some(known))."
    return .badData("The course names the \(kind) \"\(PrintableName.of(name))\", which there isn't; \(hint)")
  }
}
