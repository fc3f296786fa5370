/// Which case of a check catches which misconception, and whether the judge names it.
public struct DetectionMatrix: Sendable {
  /// One misconception.
  public struct Row: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Whether each case tells it from a right answer.
    public var caught: [Bool]
    /// The names that the judge gives to its outputs.
    public var diagnosed: [String]

    /// Caught by some case, and named as itself.
    public var isProven: Bool { caught.contains(true) && diagnosed.contains(name) }
  }

  private let exercise: RecordedExercise
  /// A row a misconception.
  public let rows: [Row]

  /// The matrix of one exercise.
  public init(_ exercise: RecordedExercise) {
    self.exercise = exercise
    let judge = Judge(exercise)
    rows = exercise.misconceptions.map { known in
      Row(
        name: known.misconception.name,
        caught: zip(known.outputs, exercise.cases).map {
          $0.difference(from: $1.expected, tolerance: exercise.tolerance) != nil
        },
        diagnosed: judge.diagnoses(of: known.outputs).map(\.name))
    }
  }

  /// One line: how many misconceptions are caught and named, and how many pairs.
  public var summary: String {
    let judge = Judge(exercise)
    let pairs = exercise.pairs.count { pair in
      Set(judge.diagnoses(of: pair.outputs).map(\.name)) == Set(pair.names)
    }
    return "\(exercise.id) \(exercise.title): \(rows.count(where: \.isProven)) of \(rows.count) misconceptions and "
      + "\(pairs) of \(exercise.pairs.count) pairs of them caught and named"
  }

  /// The summary, then a line a misconception with a mark a case: x caught, . not.
  public var table: String {
    let width = rows.map(\.name.count).max() ?? 0
    return
      ([summary]
      + rows.map { row in
        let name = row.name + String(repeating: " ", count: width - row.name.count)
        let marks = row.caught.map { $0 ? "x" : "." }.joined(separator: " ")
        return "  \(name)  \(marks)  \(row.isProven ? "named" : "NOT NAMED")"
      }).joined(separator: "\n")
  }
}
