import LabKit
import Synchronization

/// Trainings that don't depend on each other, side by side, with one progress line for all.
public struct Sweep: Sendable {
  private let name: String
  private let progress: ProgressLine
  private let total: Int
  private let done: Shared

  /// The steps done by all runs.
  private final class Shared: Sendable {
    let steps = Mutex(0)
  }

  /// - Parameters:
  ///   - name: what the line says is going on.
  ///   - steps: of all runs together.
  public init(_ name: String, steps: Int, progress: ProgressLine) {
    self.name = name
    self.progress = progress
    total = steps
    done = Shared()
  }

  /// The results of all runs, in their order; the same on any number of cores.
  ///
  /// - Parameter run: does one, and calls `step` after each of its steps.
  public func results<Run: Sendable, Outcome: Sendable>(
    of runs: [Run], _ run: @Sendable (Run, _ step: () -> Void) throws -> Outcome
  ) throws -> [Outcome] {
    try runs.sideBySide { item in
      try run(item) {
        let now = done.steps.withLock { steps in
          steps += 1
          return steps
        }
        progress.show(name, done: now, of: total)
      }
    }
  }
}
