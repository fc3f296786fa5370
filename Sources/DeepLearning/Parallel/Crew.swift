import Dispatch
import Synchronization

/// What the threads of a team share: the job at hand, and which of its parts have been taken.
///
/// Each thread takes its own share first, parts that follow one another: what lies in its part of a vector, it finds in its
/// processor's cache from the job before. Parts that nobody has taken after a while are free to all. So a thread that is kept from working holds
/// nobody up for long; the caller only ever waits for parts that others have begun.
final class Crew: @unchecked Sendable {
  /// Work somewhere in the caller's memory, and of which type it is.
  struct Job {
    let work: UnsafeRawPointer
    let kind: any SharedWork.Type
    let parts: Int
  }

  /// The job. It is written before parts can be taken and stays until all are done: who has taken a part may read it, and
  /// nobody else does. That is why the class may call itself `Sendable`.
  private var job: Job?

  /// Which job, how many groups of parts it has, and which of them are taken: 32, 16 and 16 bits, in one word so that
  /// they change together.
  private let state = Atomic<UInt64>(0)
  private let unfinished = Atomic<Int>(0)
  private let sleepers = Atomic<Int>(0)
  private let isBusy = Atomic<Bool>(false)
  private let isDismissed = Atomic<Bool>(false)
  private let wakeUp = DispatchSemaphore(value: 0)
  private let threads: Int

  /// The most groups that can be taken; with more parts, a group has several.
  private static let maximumGroups = 16
  /// How often a thread looks before it helps others, and before it sleeps: some ten microseconds, and a tenth of a
  /// millisecond.
  private static let looks = (beforeHelping: 10_000, beforeSleep: 100_000)

  init(threads: Int) { self.threads = threads }

  /// Claims the crew for one caller; false where another has it.
  func begin() -> Bool { !isBusy.exchange(true, ordering: .acquiring) }

  /// Gives it back.
  func end() { isBusy.store(false, ordering: .releasing) }

  /// Does all parts together with the helpers. The caller is thread 0.
  func perform(_ job: Job) {
    self.job = job
    let groups = min(job.parts, Self.maximumGroups)
    unfinished.store(groups, ordering: .relaxed)
    let number = state.load(ordering: .relaxed) >> 32 &+ 1
    state.store(number << 32 | UInt64(groups) << 16, ordering: .sequentiallyConsistent)
    for _ in 0..<sleepers.exchange(0, ordering: .sequentiallyConsistent) { wakeUp.signal() }
    takeParts(of: share(of: 0, groups))
    var looks = 0
    while unfinished.load(ordering: .acquiring) > 0 {
      looks += 1
      if looks.isMultiple(of: Self.looks.beforeHelping) { takeParts(of: 0..<groups) }
    }
    self.job = nil
  }

  /// What a helper does until the team is gone.
  func workUntilDismissed(as thread: Int) {
    var looks = 0
    var last: UInt64 = 0
    while !isDismissed.load(ordering: .relaxed) {
      let seen = state.load(ordering: .acquiring)
      looks += 1
      if seen >> 32 != last {
        last = seen >> 32
        looks = 0
        takeParts(of: share(of: thread, Self.groups(seen)))
      } else if looks == Self.looks.beforeHelping {
        takeParts(of: 0..<Self.groups(seen))
      } else if looks == Self.looks.beforeSleep {
        sleep(after: last)
        looks = 0
      }
    }
  }

  /// Sends the helpers home.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    for _ in 1..<threads { wakeUp.signal() }
  }

  /// Does all parts of some groups that nobody has taken.
  private func takeParts(of groups: Range<Int>) {
    while true {
      let seen = state.load(ordering: .acquiring)
      let count = Self.groups(seen)
      guard let group = groups.first(where: { $0 < count && seen >> UInt64($0) & 1 == 0 }) else { return }
      let taken = seen | 1 << UInt64(group)
      guard state.compareExchange(expected: seen, desired: taken, ordering: .acquiringAndReleasing).exchanged else {
        continue
      }
      if let job {
        for part in job.parts * group / count..<job.parts * (group + 1) / count {
          job.kind.perform(part: part, ofWorkAt: job.work)
        }
      }
      unfinished.subtract(1, ordering: .acquiringAndReleasing)
    }
  }

  /// The groups that are a thread's own.
  private func share(of thread: Int, _ groups: Int) -> Range<Int> {
    groups * thread / threads..<groups * (thread + 1) / threads
  }

  /// Sleeps until there is another job than the one with this number. A job that came after the last look is seen here: a
  /// caller first offers its parts and then counts the sleepers, a sleeper first counts itself and then looks again.
  private func sleep(after last: UInt64) {
    sleepers.add(1, ordering: .sequentiallyConsistent)
    let isNew = state.load(ordering: .sequentiallyConsistent) >> 32 != last
    if isNew || isDismissed.load(ordering: .sequentiallyConsistent) { return }
    wakeUp.wait()
  }

  private static func groups(_ state: UInt64) -> Int { Int(state >> 16 & 0xFFFF) }
}
