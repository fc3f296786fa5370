import Foundation
import Synchronization

/// One line on a terminal that says how far long work is: a bar, what is going on, and the time left. Nothing is written
/// where standard error is a pipe or a file.
///
/// ```swift
/// let progress = ProgressLine()
/// try training.run(on: samples, team: team) { now in
///   progress.show("epoch \(now.epoch), loss \(now.loss)", done: now.done, of: now.total)
/// }
/// progress.clear()
/// ```
///
/// It may be called at every step and from any thread: it writes ten times a second at most.
public final class ProgressLine: Sendable {
  private let isShown: Bool
  private let times: Mutex<Times>

  private struct Times {
    var start = ContinuousClock.now
    var last: ContinuousClock.Instant?
  }

  /// A line for work that starts now.
  public init() {
    isShown = isatty(STDERR_FILENO) == 1
    times = Mutex(Times())
  }

  /// Shows how far the work is.
  ///
  /// - Parameters:
  ///   - text: what is going on, in a few words; made only when it is shown.
  ///   - done: the steps done.
  ///   - total: the steps in all.
  public func show(_ text: @autoclosure () -> String, done: Int, of total: Int) {
    guard isShown else { return }
    let elapsed: Duration? = times.withLock { times in
      let now = ContinuousClock.now
      if let last = times.last, now - last < .milliseconds(100), done < total { return nil }
      times.last = now
      return now - times.start
    }
    guard let elapsed else { return }
    write("\r\u{1B}[K" + Self.line(text(), done: done, of: total, elapsed: elapsed))
  }

  /// Removes the line.
  public func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// `[######..................] 25 %  epoch 3, loss 0.21, 12 s left`
  static func line(_ text: String, done: Int, of total: Int, elapsed: Duration) -> String {
    let width = 24
    let share = total > 0 ? min(max(Double(done) / Double(total), 0), 1) : 1
    let filled = Int(share * Double(width))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let percent = String(repeating: " ", count: share < 0.1 ? 1 : 0) + "\(Int(share * 100)) %"
    let left = timeLeft(share: share, elapsed: elapsed).map { ", \($0) left" } ?? ""
    return "[\(bar)] \(percent)  \(text)\(left)"
  }

  /// About how long it will take, in words; nothing before a second has passed, when nobody can tell.
  private static func timeLeft(share: Double, elapsed: Duration) -> String? {
    let seconds = elapsed / .seconds(1)
    guard share > 0, share < 1, seconds >= 1 else { return nil }
    let left = Int((seconds * (1 - share) / share).rounded(.up))
    return left < 100 ? "\(left) s" : "\((left + 59) / 60) min"
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
