/// What makes an answer differ from run to run: chance without a generator, the clock, places in memory, and tasks that
/// go on beside it. The same file must get the same verdict every time.
struct ChanceRules {
  private let tokens: [SourceTokens.Token]

  init(_ tokens: [SourceTokens.Token]) { self.tokens = tokens }

  private static let refusedWords = [
    "Task": tasks("Task"), "await": tasks("await"), "DispatchQueue": tasks("DispatchQueue"),
    "Clock": clock("Clock"), "ContinuousClock": clock("ContinuousClock"), "SuspendingClock": clock("SuspendingClock"),
    "SystemRandomNumberGenerator":
      "SystemRandomNumberGenerator gives other numbers in each run; use the exercise's generator. \(withoutGenerator)",
    "ObjectIdentifier":
      "ObjectIdentifier is a place in memory, another one in each run; tell objects apart with === or a number of yours.",
  ]
  private static let withoutGenerator = "Where the exercise has none, its answer needs no chance."

  /// Swift's functions that draw from the system where they are given no generator, and what they then give.
  private static let draws = [
    "random": "another value", "randomElement": "another element", "shuffle": "another order",
    "shuffled": "another order",
  ]

  /// What is wrong with the word at this place, if anything is.
  func sentence(at index: Int) -> String? {
    let name = tokens[index].text
    if let sentence = Self.refusedWords[name] { return sentence }
    guard let what = Self.draws[name], !isDeclared(at: index) else { return nil }
    guard let arguments = arguments(after: index) else {
      guard isMember(at: index) else { return nil }
      return "\(name) without parentheses is Swift's own function, which gives \(what) in each run; call it as "
        + "\(name)(using: &generator), or give what is yours another name."
    }
    // Without a dot it is Swift's own only in an extension of Swift's types, where the file has none of this name.
    guard isMember(at: index) || !declares(name) else { return nil }
    let labels = Self.labels(of: arguments)
    if arguments.isEmpty {
      return "\(name)() without a generator gives \(what) in each run; write \(name)(using: &generator). "
        + Self.withoutGenerator
    }
    if name == "random", labels.first == "in", !labels.contains("using") {
      return
        "random(in:) without a generator gives another number in each run; write random(in: ..., using: &generator). "
        + Self.withoutGenerator
    }
    return nil
  }

  private func text(_ index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].text : nil }

  private func isDeclared(at index: Int) -> Bool { text(index - 1) == "func" }

  private func declares(_ name: String) -> Bool {
    tokens.indices.contains { text($0) == name && ["func", "let", "var"].contains(text($0 - 1)) }
  }

  /// Whether a dot stands before it; three of them are the sign of a range.
  private func isMember(at index: Int) -> Bool {
    let dots = tokens[..<index].reversed().prefix { $0.text == "." }.count
    return dots > 0 && dots != 3
  }

  /// What stands between the parentheses that follow a name; nothing where none do.
  private func arguments(after index: Int) -> ArraySlice<SourceTokens.Token>? {
    guard text(index + 1) == "(" else { return nil }
    var open = 0
    for place in tokens.indices.dropFirst(index + 1) where tokens[place].kind == .sign {
      open += Self.change(of: tokens[place])
      if open == 0 { return tokens[(index + 2)..<place] }
    }
    return nil
  }

  /// The arguments' own labels, without those of calls among them.
  private static func labels(of arguments: ArraySlice<SourceTokens.Token>) -> [String] {
    var open = 0
    return zip(arguments, arguments.dropFirst()).compactMap { token, next in
      if token.kind == .sign { open += change(of: token) }
      return open == 0 && token.kind == .word && next.text == ":" ? token.text : nil
    }
  }

  private static func change(of token: SourceTokens.Token) -> Int {
    if "([{".contains(token.text) { return 1 }
    return ")]}".contains(token.text) ? -1 : 0
  }

  private static func tasks(_ name: String) -> String {
    "\(name) isn't allowed: an answer is done when its function returns. Do one step after the other."
  }

  private static func clock(_ name: String) -> String {
    "\(name) isn't allowed: what rests on the time of day is another answer in each run."
  }
}
