import COpenBLAS
import Foundation
import Synchronization

extension Arrangement {
  /// Makes this many steps with threads that never sleep between them, and returns the milliseconds of one.
  ///
  /// The threads live for this call only, and OpenBLAS is back at one thread after it: whoever is measured next has the
  /// machine for itself. Two steps before the clock starts wait for all threads to be there.
  func millisecondsOfStep(steps: Int) -> Double {
    openblas_set_num_threads(Int32(threadsInside))
    defer { openblas_set_num_threads(1) }
    let together = SpinningThreads(self)
    let done = DispatchSemaphore(value: 0)
    for helper in 1..<threads {
      Thread.detachNewThread {
        together.perform(steps: 2, as: helper, first: 0)
        together.perform(steps: steps, as: helper, first: 2)
        done.signal()
      }
    }
    together.perform(steps: 2, as: 0, first: 0)
    let time = measure { together.perform(steps: steps, as: 0, first: 2) }
    for _ in 1..<threads { done.wait() }
    return time / Double(steps)
  }
}

/// Threads that go through the phases of an arrangement together: nobody begins a phase before all are done with the one
/// before. They wait by looking again and again, as waking up would take longer than a small step.
private final class SpinningThreads: Sendable {
  private let phases: [[[Product]]]
  private let threads: Int
  private let batches: Int
  /// How often a thread has finished a phase.
  private let finished = Atomic<Int>(0)

  init(_ arrangement: Arrangement) {
    phases = arrangement.phases
    threads = arrangement.threads
    batches = arrangement.batches
  }

  /// Does a thread's products; `first` is the number of steps that were made before.
  func perform(steps: Int, as thread: Int, first: Int) {
    var expected = first * phases.count * threads
    for step in first..<first + steps {
      for phase in phases {
        for product in phase[thread] { product.perform(batch: step % batches) }
        if threads == 1 { continue }
        expected += threads
        finished.add(1, ordering: .acquiringAndReleasing)
        while finished.load(ordering: .acquiring) < expected {}
      }
    }
  }
}
