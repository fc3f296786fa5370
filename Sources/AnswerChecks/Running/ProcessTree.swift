import CLauncher
import Foundation

/// The processes of one sandbox: a launcher, and all that came of it.
///
/// A limit on processor time binds each process alone, so many short ones could go on for ever: their sum is looked at.
/// Inside a sandbox no process can leave the tree, because the first one of its namespace adopts what is orphaned.
/// Without a sandbox the process group is all there is.
struct ProcessTree {
  private let root: pid_t
  private let isSealed: Bool
  private var watch: Int32 = -1
  private var nextLook = ContinuousClock.now

  /// Processor seconds of all its processes at the last look.
  private(set) var seconds = 0.0

  init(root: pid_t, isSealed: Bool) {
    self.root = root
    self.isSealed = isSealed
  }

  /// Looks at the processes, twenty times a second at most: walking the list costs some microseconds a process.
  mutating func look() {
    guard isSealed, ContinuousClock.now >= nextLook else { return }
    #if os(Linux)
      if watch < 0, let first = Self.children(of: root).first { watch = descent_watch(first) }
      // A tree is looked at often until its first process is seen: that one's end is the end of all.
      nextLook = .now + .milliseconds(watch < 0 ? 1 : 50)
      seconds = max(seconds, Self.seconds(of: root))
    #endif
  }

  /// Waits until the sandbox's last process has ended, which the kernel sees to once its launcher is killed.
  mutating func waitUntilGone() {
    guard watch >= 0 else { return }
    _ = descent_is_gone(watch, 10_000)
    close(watch)
    watch = -1
  }

  #if os(Linux)
    private static func seconds(of root: pid_t) -> Double {
      var sum = 0.0
      var open = [root]
      var seen = 0
      while let process = open.popLast(), seen < 10_000 {
        seen += 1
        sum += ownSeconds(of: process)
        open += children(of: process)
      }
      return sum
    }

    /// The processor time of a process and of its children that ended and were waited for.
    private static func ownSeconds(of process: pid_t) -> Double {
      // The name, in parentheses, may hold anything; the numbers come after the last one.
      guard let text = text(at: "/proc/\(process)/stat"), let end = text.lastIndex(of: UInt8(ascii: ")")) else {
        return 0
      }
      let fields = text[(end + 1)...].split(separator: UInt8(ascii: " "))
      guard fields.count > 14 else { return 0 }
      let ticks = fields[11...14].reduce(0.0) { $0 + (Double(String(decoding: $1, as: UTF8.self)) ?? 0) }
      return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The processes that any thread of a process started.
    private static func children(of process: pid_t) -> [pid_t] {
      let folder = "/proc/\(process)/task"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return threads.flatMap { thread in
        (text(at: "\(folder)/\(thread)/children") ?? []).split(separator: UInt8(ascii: " "))
          .compactMap { pid_t(String(decoding: $0, as: UTF8.self)) }
      }
    }

    private static func text(at path: String) -> [UInt8]? {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
      return bytes
    }
  #endif
}
