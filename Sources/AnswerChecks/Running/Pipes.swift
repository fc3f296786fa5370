import CLauncher
import Foundation

/// The five pipes between the judge and a child.
struct Pipes {
  let input: Pipe
  let output: Pipe
  let errorOutput: Pipe
  let reply: Pipe
  /// Where a launcher says that the program starts.
  let status: Pipe

  /// Opens all of them, or none.
  init() throws(Pipe.Failure) {
    var opened: [Pipe] = []
    do {
      for end in [Pipe.End.writing, .reading, .reading, .reading, .reading] { opened.append(try Pipe(ourEnd: end)) }
    } catch {
      for pipe in opened { pipe.close() }
      throw error
    }
    (input, output, errorOutput, reply, status) = (opened[0], opened[1], opened[2], opened[3], opened[4])
  }

  func closeTheirs() {
    for pipe in [input, output, errorOutput, reply, status] { Foundation.close(pipe.theirs) }
  }

  func closeOurs() {
    for pipe in [input, output, errorOutput, reply, status] { Foundation.close(pipe.ours) }
  }
}

/// Two descriptors, both closed on exec; ours never blocks.
struct Pipe {
  struct Failure: Error { let code: Int32 }
  enum End { case reading, writing }
  let ours: Int32
  let theirs: Int32

  init(ourEnd: End) throws(Failure) {
    var ends: [Int32] = [0, 0]
    let code = descent_pipe(&ends)
    guard code == 0 else { throw Failure(code: code) }
    ours = ourEnd == .reading ? ends[0] : ends[1]
    theirs = ourEnd == .reading ? ends[1] : ends[0]
    _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
  }

  func close() {
    Foundation.close(ours)
    Foundation.close(theirs)
  }
}

/// Writes a request as fast as the child takes it.
struct Sender {
  let descriptor: Int32
  var rest: Data

  var pollEntry: pollfd? { rest.isEmpty ? nil : pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0) }

  mutating func send() {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        // A child that has closed its input gets no more of it; the missing replies tell the rest.
        if count < 0 && errno != EAGAIN && errno != EINTR { rest = Data() }
        return
      }
    }
  }
}

/// Reads a pipe as fast as it fills, and keeps the first `limit` bytes.
struct Collector {
  let descriptor: Int32
  let limit: Int
  var data = Data()
  var lineCount = 0
  var atEnd = false

  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  var pollEntry: pollfd? { atEnd ? nil : pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0) }

  mutating func collect() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    // At most a megabyte a turn: a flood on one pipe must not keep the loop from the others, or from the clock.
    for _ in 0..<16 where !atEnd {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { atEnd = true }
      guard count > 0 else { return }
      let kept = buffer[..<min(count, max(0, limit - data.count))]
      lineCount += kept.count { $0 == UInt8(ascii: "\n") }
      data += kept
    }
  }

  func lines(atMost count: Int) -> [Data] {
    let newline = UInt8(ascii: "\n")
    let pieces: [Data] = data.split(separator: newline, omittingEmptySubsequences: false)
    return Array(pieces.prefix(min(count, lineCount)))
  }
}
