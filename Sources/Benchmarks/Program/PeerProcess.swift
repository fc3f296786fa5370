import Foundation

/// A program that measures another system's training, and answers a line of JSON to a line of request.
///
/// It goes on running between requests, without working, so that it can take turns with our own training.
final class PeerProcess {
  /// What it says first.
  struct Greeting: Codable {
    let peer: String
  }

  /// What it says to a request.
  struct Answer: Codable {
    /// The time of a step.
    let milliseconds: Double
    /// The best of several ways, where it has chosen one.
    let arrangement: String?
  }

  /// What it is, as `PyTorch 2.13.0`.
  private(set) var name = ""
  /// The way that it chose when it last answered.
  private(set) var arrangement: String?

  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private var unread = Data()
  private let patience: TimeInterval
  /// Whether it was silent once; then it is asked no more.
  private var hasFailed = false

  /// Starts a program; nothing where it can't run, as a script can't whose library isn't installed.
  ///
  /// - Parameters:
  ///   - command: its path and arguments.
  ///   - environment: variables to add. OpenBLAS's own are taken away, so that every library chooses for itself.
  ///   - inherited: the variables that it has anyway, those of this process by default.
  ///   - patience: after so many seconds without an answer it is stopped. Compilers take their time at the first request.
  init?(
    _ command: [String], environment: [String: String] = [:],
    inherited: [String: String] = ProcessInfo.processInfo.environment, patience: TimeInterval = 120
  ) {
    self.patience = patience
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = inherited.filter { !$0.key.hasPrefix("OPENBLAS_") }.merging(environment) { $1 }
    process.standardInput = requests
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    guard let greeting = next(Greeting.self) else {
      hasFailed = true
      return nil
    }
    name = greeting.peer
  }

  deinit {
    // Without requests it ends by itself, and so do the helpers that it may have.
    try? requests.fileHandleForWriting.close()
    let deadline = Date(timeIntervalSinceNow: hasFailed ? 0 : 2)
    while process.isRunning, deadline.timeIntervalSinceNow > 0 { Thread.sleep(forTimeInterval: 0.01) }
    stop()
  }

  /// Kills it: a child may have inherited a mask that keeps gentler signals from it.
  private func stop() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Works for about so many seconds and gives the milliseconds of a step; nothing where it didn't answer.
  func milliseconds(_ kind: String, _ optimizer: String, batch: Int, seconds: Double) -> Double? {
    let request = Data("\(kind) \(optimizer) \(batch) \(seconds)\n".utf8)
    guard !hasFailed, (try? requests.fileHandleForWriting.write(contentsOf: request)) != nil,
      let answer = next(Answer.self), answer.milliseconds > 0
    else {
      hasFailed = true
      return nil
    }
    arrangement = answer.arrangement
    return answer.milliseconds
  }

  /// Reads a line; nothing where the program ended, lost itself, or said something else.
  private func next<Message: Decodable>(_ type: Message.Type) -> Message? {
    let deadline = Date(timeIntervalSinceNow: patience)
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = unread[..<end]
        unread = Data(unread[(end + 1)...])
        return try? JSONDecoder().decode(type, from: line)
      }
      var descriptor = pollfd(fd: answers.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let wait = Int32(max(deadline.timeIntervalSinceNow, 0) * 1000)
      guard poll(&descriptor, 1, wait) > 0 else {
        stop()
        return nil
      }
      let more = answers.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }
}
