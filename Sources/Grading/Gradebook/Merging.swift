import Foundation

extension Gradebook {
  /// Takes over how everybody stands in another gradebook, as one run of this one: a part of the class that another
  /// machine graded.
  ///
  /// Students of the other one who handed nothing in are enrolled. Overrides and comments stay where they were made; give
  /// them in the whole gradebook.
  /// - Parameter regraded: whether other answers than what was merged before are expected, as after a mistake was named.
  /// - Returns: how many submissions came.
  /// - Throws: `GradingError` where the parts were judged by other answers than what is here already.
  public func takeOver(_ other: Gradebook, regraded: Bool = false, at now: Date) throws(GradingError) -> Int {
    guard let last = try other.runs().last(where: { $0.finished != nil }) else {
      throw .badData("The gradebook \(other.file.path) has no finished run; grade its part to the end first.")
    }
    if !regraded, let mine = try runs().last?.run, mine.checksFingerprint != last.run.checksFingerprint {
      throw .badData(
        "\(other.file.path) was judged by other answers than what was merged before; use one version of Descent, one "
          + "secret seed and the same named mistakes for all parts, or say --regraded where all parts were graded anew."
      )
    }
    var run = last.run
    run.reason = "merged from \(other.file.path): \(run.reason)"
    let standings = try other.standings(files: true)
    let known = Set(try self.standings().map(\.student.id))
    try enrol(standings.map(\.student).filter { !known.contains($0.id) })
    let id = try begin(run: run, at: now)
    var count = 0
    for standing in standings {
      guard let submission = standing.submission, let graded = standing.graded else { continue }
      try record(graded, submission: submission, run: id, at: now)
      count += 1
    }
    try finish(run: id, at: now)
    return count
  }
}
