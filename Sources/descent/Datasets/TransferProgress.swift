import Datasets
import Foundation

/// One line on a terminal that says how far a file is; nothing where standard error is a pipe or a file.
final class TransferProgress {
  private let name: String
  private let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  /// What was here before: it doesn't count as speed.
  private var before: Int?

  init(name: String, total: Int) {
    (self.name, self.total) = (name, total)
  }

  /// Shows how many bytes are here, at most ten times a second.
  func show(_ count: Int) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    if let shown, now - shown < .milliseconds(100), count < total { return }
    shown = now
    let before = before ?? count
    self.before = min(before, count)
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let rate = seconds > 0 ? Int(Double(count - min(before, count)) / seconds) : 0
    let share = total > 0 ? count * 100 / total : 100
    write(
      "\r\u{1B}[K\(name)  \(ByteCount(count).short) of \(ByteCount(total).short)  \(share) %  "
        + "\(ByteCount(rate).short)/s")
  }

  /// Makes room for what is printed next.
  func clear() {
    if shown != nil { write("\r\u{1B}[K") }
    shown = nil
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
