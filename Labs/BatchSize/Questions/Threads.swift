import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs `body` for 0 to `count - 1` on as many threads as there are cores; returns when all are done.
///
/// Dispatch and Swift's tasks won't do: on Linux their threads are counted through `/proc`, which the sandbox for answers
/// doesn't have, and where it can't be read they end the program.
func onThreads(_ count: Int, _ body: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(body) { body in
    let work = Work(count: count, body: body)
    let cores = sysconf(CInt(_SC_NPROCESSORS_ONLN))
    // This thread is one of them. Where no other can be started, it does all the work.
    let helpers = (1..<max(1, min(count, cores))).compactMap { _ in work.startHelper() }
    work.run()
    for helper in helpers { pthread_join(helper, nil) }
  }
}

/// What threads take from, one number after the other.
private final class Work: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let body: @Sendable (Int) -> Void

  init(count: Int, body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  func run() {
    while case let index = next.add(1, ordering: .relaxed).oldValue, index < count { body(index) }
  }

  /// A thread that runs what is left.
  func startHelper() -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let work = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { pointer in
        Work.run(pointer)
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    return thread
  }

  private static func run(_ pointer: UnsafeMutableRawPointer?) {
    if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
  }
}
