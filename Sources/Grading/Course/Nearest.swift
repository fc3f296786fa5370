/// Names that somebody may have meant.
enum Nearest {
  /// The known name that takes the fewest changes of a letter to get to; nothing where none is near.
  static func name(to name: String, among known: some Sequence<String>) -> String? {
    let near = known.map { (distance: distance(name, $0), name: $0) }.min {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }
    guard let near, near.distance <= max(1, (min(name.count, near.name.count) + 1) / 3) else { return nil }
    return near.name
  }

  /// The known names, or the first of them where there are many.
  static func some(_ known: [String]) -> String {
    let some = known.prefix(30).joined(separator: ", ")
    return known.isEmpty ? "none" : known.count > 30 ? "\(some) and \(known.count - 30) more" : some
  }

  /// How many letters are to be put in, taken out or exchanged (Levenshtein, 1966).
  private static func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first.lowercased().prefix(100))
    let second = Array(second.lowercased().prefix(100))
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        let exchange = previous[column] + (letter == other ? 0 : 1)
        current.append(min(exchange, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }
}
