import Foundation

/// What the benchmarks tell while they run, on standard error.
struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// What is measured now: one line of a terminal, overwritten by the next; nothing where it isn't a terminal.
  func say(_ text: String) {
    if isTerminal { write("\r\u{1B}[K\(text)") }
  }

  /// Something that whoever reads the table should know.
  func note(_ sentence: String) { write((isTerminal ? "\r\u{1B}[K" : "") + sentence + "\n") }

  /// Leaves the line empty.
  func finish() { say("") }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
