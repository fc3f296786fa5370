import Foundation

/// Work in parts that don't touch each other's numbers, so that they can be done in any order, by any thread.
protocol SharedWork {
  /// Does one part, counted from 0.
  func perform(part: Int)
}

extension SharedWork {
  /// Does one part of work of this type that lies at an address. A closure would be allocated anew for each step.
  static func perform(part: Int, ofWorkAt address: UnsafeRawPointer) {
    address.assumingMemoryBound(to: Self.self).pointee.perform(part: part)
  }
}

/// Threads that do the parts of a training step side by side.
///
/// The work decides on its parts by its own size, never by the number of threads, and parts share no sums. So the
/// numbers are the same bytes on one core and on many. A step of a small network takes a tenth of a millisecond, less
/// than waking a thread does: between steps the threads keep looking for work for a little while before they sleep.
///
/// One training may use a team at a time; a second one that comes meanwhile does its work alone.
public final class Team: Sendable {
  /// How many threads work, the caller's among them.
  public let threads: Int

  private let crew: Crew?

  /// A team of this many threads; by default one a core, at most four, which is all that a step can use.
  public init(threads: Int = min(ProcessInfo.processInfo.activeProcessorCount, 4)) {
    if threads < 1 { fatalError("A team needs 1 or more threads, not \(threads).") }
    self.threads = threads
    guard threads > 1 else {
      crew = nil
      return
    }
    let crew = Crew(threads: threads)
    self.crew = crew
    for thread in 1..<threads {
      let helper = Thread { crew.workUntilDismissed(as: thread) }
      helper.name = "Descent team"
      helper.start()
    }
  }

  deinit { crew?.dismiss() }

  /// The caller's own thread and no other: for runs of which several go side by side.
  public static let alone = Team(threads: 1)

  /// Does all parts, and returns when the last is done. Nothing is allocated.
  func perform<Work: SharedWork>(_ work: Work, parts: Int) {
    guard let crew, parts > 1, crew.begin() else {
      for part in 0..<parts { work.perform(part: part) }
      return
    }
    withUnsafePointer(to: work) { address in
      crew.perform(Crew.Job(work: UnsafeRawPointer(address), kind: Work.self, parts: parts))
    }
    crew.end()
  }
}
