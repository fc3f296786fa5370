import CLauncher

/// What an answers program may use. Set before its image loads.
public struct Limits: Sendable, Equatable {
  /// Processor seconds, over all its threads; this decides "timed out".
  public var cpuSeconds: Int
  /// Seconds on the clock. A backstop only, so at least five times the processor's: an honest answer on a busy machine
  /// must not time out.
  public var wallSeconds: Int
  /// Bytes of address space.
  public var memoryBytes: Int
  /// Bytes of a file that it may write.
  public var fileBytes: Int
  /// Descriptors that it may have open.
  public var openFiles: Int
  /// How much of its standard output and error is kept, in bytes; the rest is read and dropped.
  public var keptOutputBytes: Int
  /// How much reply is taken, in bytes.
  public var replyBytes: Int

  /// - Parameters:
  ///   - cpuSeconds: 2 by default; honest answers take milliseconds.
  ///   - wallSeconds: ten times the processor seconds by default.
  ///   - memoryBytes: 2 GiB by default, of which the numeric library reserves some 100 MB.
  ///   - fileBytes: 1 MiB by default; an answer has no file to write.
  ///   - openFiles: 256 by default.
  ///   - keptOutputBytes: 64 KiB by default: enough for what a student printed to look at.
  ///   - replyBytes: 64 MiB by default: long trajectories of large problems.
  public init(
    cpuSeconds: Int = 2, wallSeconds: Int? = nil, memoryBytes: Int = 2 << 30, fileBytes: Int = 1 << 20,
    openFiles: Int = 256, keptOutputBytes: Int = 64 << 10, replyBytes: Int = 64 << 20
  ) {
    self.cpuSeconds = cpuSeconds
    self.wallSeconds = wallSeconds ?? 10 * cpuSeconds
    self.memoryBytes = memoryBytes
    self.fileBytes = fileBytes
    self.openFiles = openFiles
    self.keptOutputBytes = keptOutputBytes
    self.replyBytes = replyBytes
  }

  /// The limit on processes counts all of the user's, so it is generous: it stops a bomb, and the end of the process
  /// group stops the rest. A sandbox sets a limit of its own, which counts the sandbox's processes alone.
  var launcherLimits: descent_limits {
    descent_limits(
      cpu_seconds: UInt64(cpuSeconds), memory_bytes: UInt64(memoryBytes), file_bytes: UInt64(fileBytes),
      open_files: UInt64(openFiles), processes: 4096)
  }
}
