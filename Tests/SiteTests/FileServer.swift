import Foundation
import Synchronization

/// A web server on 127.0.0.1 that serves files from memory, below the folder `/course/`: a site has to work wherever it is put.
///
/// One connection a request, each on a thread of its own that never waits longer than ten seconds.
final class FileServer: Sendable {
  /// Its address, with the slash at the end.
  let address: String
  private let files: [String: Data]
  private let listener: Int32
  private let isStopped = Atomic(false)

  /// Listens on a port that the system chooses.
  init(_ files: [String: Data]) throws {
    self.files = files
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
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))/course/"
    Thread.detachNewThread { self.serve() }
  }

  func stop() {
    isStopped.store(true, ordering: .relaxed)
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func serve() {
    while !isStopped.load(ordering: .relaxed) {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      Thread.detachNewThread { self.answer(connection) }
    }
    close(listener)
  }

  private func answer(_ connection: Int32) {
    defer { close(connection) }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var head = Data()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while head.range(of: Data("\r\n\r\n".utf8)) == nil, head.count < 1 << 16 {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      head.append(contentsOf: buffer[..<count])
    }
    let words = String(decoding: head, as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { return }
    send(reply(to: String(words[1])), on: connection)
  }

  /// Folders are answered by their `index.html`, as servers of files do.
  private func reply(to target: String) -> Data {
    let path = (target.split(separator: "?").first.map(String.init) ?? "").removingPercentEncoding ?? ""
    guard path.hasPrefix("/course/") else { return Self.head("404 Not Found", "text/plain", 0) }
    var name = String(path.dropFirst("/course/".count))
    if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
    guard let file = files[name] else { return Self.head("404 Not Found", "text/plain", 0) }
    return Self.head("200 OK", Self.type(of: name), file.count) + file
  }

  private static func head(_ status: String, _ type: String, _ size: Int) -> Data {
    Data("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(size)\r\nConnection: close\r\n\r\n".utf8)
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "ico": "image/x-icon"
    case "csv": "text/csv; charset=utf-8"
    default: "application/octet-stream"
    }
  }

  private func send(_ data: Data, on connection: Int32) {
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    data.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var sent = 0
      while sent < bytes.count {
        let count = Foundation.send(connection, start + sent, bytes.count - sent, flags)
        guard count > 0 else { return }
        sent += count
      }
    }
  }
}
