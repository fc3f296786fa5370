import Foundation

/// The commands that a page shows: what its code blocks and its words in code type hold.
struct PageCommands {
  /// The words of each command, without the variables that are set for it.
  let commands: [[Substring]]

  init(_ page: String) {
    let block = /```[^\n]*\n(.*?)```/.dotMatchesNewlines()
    let blocks = page.matches(of: block).flatMap { match in
      match.1.replacing("\\\n", with: " ").split(separator: "\n").map { $0.replacing(/(?:^|\s)#.*/, with: "") }
    }
    let spans = page.replacing(block, with: "").matches(of: /`([^`]+)`/).map { $0.1.replacing("\n", with: " ") }
    commands = (blocks + spans).flatMap { $0.split(separator: /[;&|()\[\]]+/) }
      .map { Array($0.split(separator: /\s+/).drop { $0.contains("=") }) }.filter { !$0.isEmpty }
  }

  /// What follows `make`: its first word, where that is a verb.
  var verbs: [String] {
    commands.compactMap { words in
      guard words.first == "make", let verb = words.dropFirst().first, isName(verb) else { return nil }
      return String(verb)
    }
  }

  /// What follows `swift run` and its options, where that is a name and no stand-in for one.
  var programs: [String] {
    runs.compactMap { words in words.first.flatMap { isName($0) ? String($0) : nil } }
  }

  /// What follows `descent`, however it is started.
  var descentArguments: [[Substring]] {
    (runs + commands).compactMap { words in
      guard let program = words.first, program == "descent" || program.hasSuffix("/descent") else { return nil }
      return Array(words.dropFirst())
    }
  }

  /// What `swift run` starts, with its arguments.
  private var runs: [[Substring]] {
    commands.compactMap { words in
      guard words.starts(with: ["swift", "run"]) else { return nil }
      var rest = words.dropFirst(2)
      while let word = rest.first, word.hasPrefix("-") { rest = rest.dropFirst(word == "-c" ? 2 : 1) }
      return Array(rest)
    }
  }

  private func isName(_ word: Substring) -> Bool { word.wholeMatch(of: /[a-z][a-z-]*/) != nil }
}
