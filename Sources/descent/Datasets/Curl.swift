import Datasets
import Foundation

/// Transfers by the system's `curl`: it knows TLS, proxies and redirects, and this program starts no slower for it.
///
/// curl writes heads and body to a pipe. What to believe of them, and when to stop, is decided here.
struct Curl {
  private static let longestHead = 1 << 18

  /// How many seconds of silence end a transfer.
  let patience: Int

  /// Adds what the part lacks; returns where that started. It may end early: the part's length tells.
  func send(_ address: URL, to part: inout PartialFile) throws -> Int {
    let process = Process()
    process.executableURL = try Self.program()
    process.arguments = arguments(address, from: part.length)
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      throw CommandError("curl can't be started: \(error.localizedDescription)", exitStatus: EX_UNAVAILABLE)
    }
    let started: Int?
    do { started = try Self.receive(from: pipe.fileHandleForReading.fileDescriptor, into: &part) } catch {
      Self.end(process)
      throw error
    }
    // A complete part needs no more, whatever the server would still send.
    if part.isComplete { Self.end(process) }
    process.waitUntilExit()
    if let started, part.isComplete || process.terminationStatus == 0 { return started }
    throw obstacle(process.terminationStatus, started == nil ? 0 : part.length)
  }

  /// Ends curl at once. Not by SIGTERM: a program started from a thread that blocks it passes that on to its children.
  private static func end(_ process: Process) {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// Reads until the part is complete or curl ends; returns where the body started, nil where none came.
  private static func receive(from descriptor: Int32, into part: inout PartialFile) throws -> Int? {
    var head: [UInt8] = []
    var started: Int?
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !part.isComplete {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      if started != nil {
        try buffer.withUnsafeBytes { try part.append(.init(rebasing: $0.prefix(count))) }
        continue
      }
      head += buffer[..<count]
      guard let (reply, length) = ReplyHead.last(in: head) else {
        if head.count > longestHead { throw Obstacle.notHTTP }
        continue
      }
      let start = try reply.start(having: part.length, of: part.wanted)
      if start == 0 { try part.restart() }
      started = start
      try head.withUnsafeBytes { try part.append(.init(rebasing: $0.dropFirst(length))) }
    }
    return started
  }

  private func arguments(_ address: URL, from start: Int) -> [String] {
    // --disable first: a student's .curlrc may change what is printed. A transfer of less than a byte a second, or no
    // answer at all, for as long as our patience lasts, ends it.
    ["--disable", "--silent", "--include", "--no-buffer", "--globoff"]
      + ["--location", "--max-redirs", "5", "--proto", "=http,https"]
      + ["--suppress-connect-headers", "--connect-timeout", "\(patience)"]
      + ["--speed-limit", "1", "--speed-time", "\(patience)"]
      + (start > 0 ? ["--range", "\(start)-"] : []) + ["--url", address.absoluteString]
  }

  /// The first `curl` on the path.
  private static func program() throws(CommandError) -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let places = folders.map { URL(filePath: String($0)).appending(path: "curl") }
    guard let place = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw CommandError(
        "Fetching needs the program curl, and there is none here. Install it (apt-get install curl), or put the files in "
          + "place by hand.",
        exitStatus: EX_UNAVAILABLE)
    }
    return place
  }

  /// What curl's exit status says; source: "curl.1 the man page", section "Exit codes".
  private func obstacle(_ status: Int32, _ received: Int) -> Obstacle {
    switch status {
    case 28: .silent(seconds: patience)
    case 5: .unreachable("can't be reached: the name of the proxy is not known")
    case 6: .unreachable("can't be reached: the server's name is not known, or there is no network")
    case 7: .unreachable("can't be reached: nothing answers there")
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
      .unreachable("can't be trusted: the secure connection (TLS) failed")
    case 47: .unreachable("sends the request in circles")
    case 1, 8: .notHTTP
    case 16, 18, 52, 55, 56, 92: .cutOff(received)
    case _ where received > 0: .cutOff(received)
    default: .unreachable("gave nothing: curl ended with status \(status)")
    }
  }
}
