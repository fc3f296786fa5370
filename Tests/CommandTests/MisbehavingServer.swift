import Foundation
import Synchronization

/// A web server on 127.0.0.1 that behaves as it is told, well or badly.
///
/// It answers one request a connection, on a thread of its own, and never waits longer than half a minute.
final class MisbehavingServer: Sendable {
  /// What was asked for.
  struct Request: Sendable, Equatable {
    /// The path, as `/toy/a.bin`.
    var path: String
    /// The first byte of `Range: bytes=N-`; nil where the whole is asked for.
    var start: Int?
  }

  /// What is done on a connection, one after the other; then it is closed.
  enum Step: Sendable {
    case send([UInt8])
    case pause(milliseconds: Int)
    /// Sends this again and again, until the other side has gone.
    case flood([UInt8])
    /// Waits until the other side has gone.
    case stall
  }

  /// What is done for a request.
  struct Behaviour: Sendable {
    let steps: @Sendable (Request) -> [Step]
  }

  /// Its address, without a slash at the end.
  let address: String
  private let listener: Int32
  private let behaviour: Mutex<Behaviour>
  private let seen = Mutex<[Request]>([])
  private let isStopped = Atomic(false)

  /// Listens on a port that the system chooses.
  init(_ behaviour: Behaviour) throws {
    self.behaviour = Mutex(behaviour)
    #if os(Linux)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, stream, 0)
    self.listener = listener
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    // A child that inherited the socket would keep its connections open.
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
    Thread.detachNewThread { [self] in acceptAll() }
  }

  /// What was asked for so far.
  var requests: [Request] { seen.withLock { $0 } }

  /// Behaves like this from now on, and forgets what was asked for.
  func become(_ behaviour: Behaviour) {
    self.behaviour.withLock { $0 = behaviour }
    seen.withLock { $0 = [] }
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  private func acceptAll() {
    while !isStopped.load(ordering: .relaxed) {
      var entry = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, 50) > 0 else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      Thread.detachNewThread { [self] in
        serve(connection)
        close(connection)
      }
    }
    close(listener)
  }

  private func serve(_ connection: Int32) {
    guard let request = readRequest(connection) else { return }
    seen.withLock { $0.append(request) }
    let behaviour = behaviour.withLock { $0 }
    for step in behaviour.steps(request) {
      switch step {
      case .send(let bytes): guard send(bytes, to: connection) else { return }
      case .pause(let milliseconds): usleep(UInt32(milliseconds) * 1000)
      case .flood(let bytes): for _ in 0..<1000 { guard send(bytes, to: connection) else { return } }
      case .stall: waitForEnd(of: connection)
      }
    }
    // Closing with bytes unread would take back what was sent.
    shutdown(connection, Int32(SHUT_WR))
    waitForEnd(of: connection)
  }

  private func readRequest(_ connection: Int32) -> Request? {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: text, as: UTF8.self).contains("\r\n\r\n") {
      guard isReadable(connection) else { return nil }
      let count = read(connection, &buffer, buffer.count)
      guard count > 0, text.count < 65_536 else { return nil }
      text += buffer[..<count]
    }
    let lines = String(decoding: text, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
    let start = range.flatMap { Int($0.dropFirst("range: bytes=".count).dropLast()) }
    return Request(path: String(words[1]), start: start)
  }

  private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags = Int32(0)
    #endif
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func waitForEnd(of connection: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while isReadable(connection), read(connection, &buffer, buffer.count) > 0 {}
  }

  private func isReadable(_ connection: Int32) -> Bool {
    var entry = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 30_000) > 0
  }
}

extension MisbehavingServer.Step {
  /// An answer of HTTP: these lines, and a body.
  static func reply(_ status: String, _ fields: [String] = [], _ body: [UInt8] = []) -> Self {
    let lines = ["HTTP/1.1 \(status)"] + fields + ["Connection: close", "", ""]
    return .send(Array(lines.joined(separator: "\r\n").utf8) + body)
  }

  /// An answer that says how long its body is.
  static func ok(_ body: [UInt8]) -> Self { reply("200 OK", ["Content-Length: \(body.count)"], body) }
}

extension MisbehavingServer.Behaviour {
  /// As it should be: the file, or the rest of it where that is asked for.
  static func serving(_ bytes: [UInt8]) -> Self {
    Self { request in
      guard let start = request.start else { return [.ok(bytes)] }
      guard start < bytes.count else { return [.reply("416 Range Not Satisfiable", ["Content-Length: 0"])] }
      let range = "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)"
      return [.reply("206 Partial Content", [range, "Content-Length: \(bytes.count - start)"], Array(bytes[start...]))]
    }
  }

  /// Always the same, whatever is asked for.
  static func always(_ steps: MisbehavingServer.Step...) -> Self { Self { _ in steps } }

  /// The start of the file under a head that promises all of it; then the connection is closed.
  static func cuttingOff(_ bytes: [UInt8], after count: Int) -> Self {
    always(.reply("200 OK", ["Content-Length: \(bytes.count)"], Array(bytes[..<count])))
  }

  /// A part of the file from this place, as `bytes 5-9/10`, whatever is asked for.
  static func part(_ range: String, _ body: some Collection<UInt8> & Sendable) -> Self {
    always(.reply("206 Partial Content", ["Content-Range: \(range)"], Array(body)))
  }

  /// One way with a request for the rest, another with a request for the whole.
  static func resuming(_ rest: Self, whole: Self) -> Self {
    Self { $0.start == nil ? whole.steps($0) : rest.steps($0) }
  }

  /// The file in ten pieces, with pauses between them.
  static func trickling(_ bytes: [UInt8]) -> Self {
    let size = bytes.count / 10
    let pieces = stride(from: 0, to: bytes.count, by: size).flatMap { start -> [MisbehavingServer.Step] in
      [.pause(milliseconds: 50), .send(Array(bytes[start..<min(start + size, bytes.count)]))]
    }
    return Self { _ in [.reply("200 OK", ["Content-Length: \(bytes.count)"])] + pieces }
  }

  /// A head that comes in two pieces, cut in the middle of a field's name.
  static func pausingInTheHead(_ bytes: [UInt8]) -> Self {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\nConnection: close\r\n\r\n".utf8)
    return always(.send(Array(head[..<25])), .pause(milliseconds: 200), .send(head[25...] + bytes))
  }

  /// The body as HTTP's chunks: each with its length in hexadecimal digits before it.
  static func chunked(_ bytes: [UInt8]) -> Self {
    let starts = stride(from: 0, to: bytes.count, by: 30_000)
    let pieces = starts.map { Array(bytes[$0..<min($0 + 30_000, bytes.count)]) } + [[]]
    let newline = Array("\r\n".utf8)
    let body = pieces.flatMap { Array(String($0.count, radix: 16).utf8) + newline + $0 + newline }
    return always(.reply("200 OK", ["Transfer-Encoding: chunked"], body))
  }

  /// Elsewhere, and there the file.
  static func redirecting(to bytes: [UInt8]) -> Self {
    Self { request in
      guard request.path != "/elsewhere" else { return serving(bytes).steps(request) }
      return [.reply("302 Found", ["Location: /elsewhere", "Content-Length: 4"], Array("away".utf8))]
    }
  }
}
