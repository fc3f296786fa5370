import Dispatch
import Synchronization

/// What the threads of a team share: the job at hand, and the tickets for its parts.
///
/// Who takes a ticket does that part. The caller takes tickets like everybody else, so it never waits for a thread that
/// hasn't woken up yet, only for parts that others have begun.
final class Crew: @unchecked Sendable {
  /// Work somewhere in the caller's memory, and of which type it is.
  struct Job {
    let work: UnsafeRawPointer
    let kind: any SharedWork.Type
  }

  /// The job. It is written before tickets are handed out and stays until all its parts are done: who holds a ticket may
  /// read it, and nobody else does. That is why the class may call itself `Sendable`.
  private var job: Job?

  /// Which job, how many parts, and the next part to take: 32, 16 and 16 bits, in one word so that they change together.
  private let tickets = Atomic<UInt64>(0)
  private let unfinished = Atomic<Int>(0)
  private let sleepers = Atomic<Int>(0)
  private let isBusy = Atomic<Bool>(false)
  private let isDismissed = Atomic<Bool>(false)
  private let wakeUp = DispatchSemaphore(value: 0)

  /// How often an idle thread looks for work before it sleeps: about a tenth of a millisecond.
  private static let looksBeforeSleep = 100_000

  /// Claims the crew for one caller; false where another has it.
  func begin() -> Bool { !isBusy.exchange(true, ordering: .acquiring) }

  /// Gives it back.
  func end() { isBusy.store(false, ordering: .releasing) }

  /// Does all parts together with the helpers.
  func perform(_ job: Job, parts: Int) {
    self.job = job
    unfinished.store(parts, ordering: .relaxed)
    let number = tickets.load(ordering: .relaxed) >> 32 &+ 1
    tickets.store(number << 32 | UInt64(parts) << 16, ordering: .sequentiallyConsistent)
    for _ in 0..<sleepers.exchange(0, ordering: .sequentiallyConsistent) { wakeUp.signal() }
    while performNextPart() {}
    while unfinished.load(ordering: .acquiring) > 0 {}
    self.job = nil
  }

  /// What a helper does until the team is gone.
  func workUntilDismissed() {
    var looks = 0
    while !isDismissed.load(ordering: .relaxed) {
      looks = performNextPart() ? 0 : looks + 1
      if looks == Self.looksBeforeSleep {
        sleep()
        looks = 0
      }
    }
  }

  /// Sends the helpers home.
  func dismiss(helpers: Int) {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    for _ in 0..<helpers { wakeUp.signal() }
  }

  /// Does a part if one is left; false where none is.
  private func performNextPart() -> Bool {
    let seen = tickets.load(ordering: .acquiring)
    guard Self.isOpen(seen) else { return false }
    let next = seen + 1
    guard tickets.compareExchange(expected: seen, desired: next, ordering: .acquiringAndReleasing).exchanged else {
      return true
    }
    if let job { job.kind.perform(part: Int(seen & 0xFFFF), ofWorkAt: job.work) }
    unfinished.subtract(1, ordering: .acquiringAndReleasing)
    return true
  }

  /// Sleeps until there is work. Work that came after the last look is seen here: a caller first hands out tickets and
  /// then counts the sleepers, a sleeper first counts itself and then looks at the tickets.
  private func sleep() {
    sleepers.add(1, ordering: .sequentiallyConsistent)
    let seen = tickets.load(ordering: .sequentiallyConsistent)
    if Self.isOpen(seen) || isDismissed.load(ordering: .sequentiallyConsistent) { return }
    wakeUp.wait()
  }

  /// Whether a part is left to take.
  private static func isOpen(_ tickets: UInt64) -> Bool { tickets & 0xFFFF < tickets >> 16 & 0xFFFF }
}
