import AnswerChecks
import Foundation

/// A page with a session at a terminal: what is typed, what comes back, and what an editor puts into a file.
struct Transcript {
  /// One thing that is done.
  enum Step: Equatable {
    /// Something typed after `$`, with the lines that come back; `...` stands for any line or lines, or any part of one.
    case command(String, answer: [String])
    /// In a file, the only line that has `old` gets `new` in the place of it.
    case edit(file: String, old: String, new: String)
  }

  let steps: [Step]

  /// Reads a page: its blocks marked `console`, and those marked `swift` after a sentence that says what they replace.
  init(page: String) {
    var steps: [Step] = []
    let parts = page.components(separatedBy: "```")
    // Outside and inside of a block by turns.
    for index in stride(from: 1, to: parts.count, by: 2) {
      var lines = parts[index].components(separatedBy: "\n")
      let kind = lines.removeFirst()
      if lines.last == "" { lines.removeLast() }
      if kind == "console" {
        steps += Self.commands(in: lines)
      } else if kind == "swift",
        let sentence = parts[index - 1].matches(of: /In `([^`]+)`, this takes the place of `([^`]+)`:/).last
      {
        steps.append(
          .edit(file: String(sentence.1), old: String(sentence.2), new: lines.joined(separator: "\n")))
      }
    }
    self.steps = steps
  }

  private static func commands(in lines: [String]) -> [Step] {
    var commands: [(text: String, answer: [String])] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), []))
      } else if let last = commands.indices.last {
        if commands[last].answer.isEmpty, line == ">" || line.hasPrefix("> ") {
          commands[last].text += "\n" + line.dropFirst(2)
        } else {
          commands[last].answer.append(line)
        }
      }
    }
    return commands.map { .command($0.text, answer: $0.answer) }
  }

  /// Does all of it in a folder; returns what came otherwise than the page says, the first such thing only.
  func replay(in folder: URL) throws -> String? {
    for step in steps {
      switch step {
      case .edit(let file, let old, let new):
        if let problem = try Self.replace(old, by: new, in: folder.appending(path: file)) { return problem }
      case .command(let text, let answer):
        let result = try Self.run(text, in: folder)
        guard result.status == 0 else { return "\(text)\nended with status \(result.status):\n\(result.output)" }
        guard Self.agrees(result.output, with: answer) else {
          return "\(text)\nwas answered by\n\(result.output)\nand not by\n\(answer.joined(separator: "\n"))"
        }
      }
    }
    return nil
  }

  private static func replace(_ old: String, by new: String, in file: URL) throws -> String? {
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else { return "\(file.lastPathComponent) has \(old) \(parts.count - 1) times, not once." }
    try parts.joined(separator: new).write(to: file, atomically: true, encoding: .utf8)
    return nil
  }

  private static func run(_ text: String, in folder: URL) throws -> ToolResult {
    // A `make` that runs the tests is no part of the session.
    let others = ["DESCENT_LAB", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"].flatMap { ["-u", $0] }
    return try BuildTool().run(others + ["bash", "-c", text], in: folder)
  }

  /// Whether an output is what a page says. An answer without a line leaves the output open only where there is none.
  static func agrees(_ output: String, with answer: [String]) -> Bool {
    // Tables end their lines as RFC 4180 says.
    var lines = output.replacing("\r\n", with: "\n").components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return agree(lines[...], answer[...])
  }

  private static func agree(_ lines: ArraySlice<String>, _ answer: ArraySlice<String>) -> Bool {
    guard let first = answer.first else { return lines.isEmpty }
    guard first != "..." else {
      // The left-out lines are as few as possible.
      return (lines.startIndex...lines.endIndex).contains { agree(lines[$0...], answer.dropFirst()) }
    }
    guard let line = lines.first, agrees(line: line, with: first) else { return false }
    return agree(lines.dropFirst(), answer.dropFirst())
  }

  /// Whether a line has the pieces around `...` in their order, the first at its start and the last at its end.
  private static func agrees(line: String, with pattern: String) -> Bool {
    var pieces = pattern.components(separatedBy: "...")
    guard pieces.count > 1 else { return line == pattern }
    let (head, tail) = (pieces.removeFirst(), pieces.removeLast())
    guard line.count >= head.count + tail.count, line.hasPrefix(head), line.hasSuffix(tail) else { return false }
    var rest = line.dropFirst(head.count).dropLast(tail.count)
    for piece in pieces where !piece.isEmpty {
      guard let place = rest.range(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }
}
