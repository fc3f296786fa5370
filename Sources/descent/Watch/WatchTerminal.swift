import Dispatch
import Foundation

/// The terminal as the watching process sees it: keys, size, and a picture that is drawn in place.
struct WatchTerminal {
  private var drawn: [String] = []
  /// The terminal's size when they were drawn.
  private(set) var drawnSize: Size?

  /// Rows and columns.
  struct Size: Equatable, Sendable {
    var rows: Int
    var columns: Int
  }

  /// The size of the terminal now.
  static var size: Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return Size(rows: 24, columns: 80)
    }
    return Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }

  /// Puts lines over those that are there; nothing is written where they are the same.
  mutating func draw(_ lines: [String], size: Size) {
    guard lines != drawn || size != drawnSize else { return }
    let isResized = size != drawnSize
    (drawn, drawnSize) = (lines, size)
    // No line end after the last row: it would scroll. Rows are cleared first: behind a full one that takes its last sign.
    let text = lines.map { "\u{1B}[2K\($0)" }.joined(separator: "\r\n")
    Self.write((isResized ? "\u{1B}[2J" : "") + "\u{1B}[H" + text)
  }

  /// The keys pressed since, after waiting so many milliseconds for one.
  mutating func keys(waiting milliseconds: Int32) -> [WatchKey] {
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    // The terminal is gone, as when a connection breaks.
    guard count > 0 else { return [.quit] }
    return Self.keys(in: Array(buffer[..<count]))
  }

  /// What bytes of a keyboard ask for; arrows go on and back, control-C and control-D leave.
  static func keys(in bytes: [UInt8]) -> [WatchKey] {
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing(/\u{1B}[\[O][AD]/, with: "p").replacing(/\u{1B}[\[O][BC]/, with: "n")
      .replacing(/\u{1B}[\[O][0-9;]*[A-Za-z~]/, with: "")
    return text.compactMap { character in
      character == "\u{3}" || character == "\u{4}"
        ? .quit : WatchKey(rawValue: Character(character.lowercased()))
    }
  }

  /// What ends a program from outside.
  static let endingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Does something on a signal, in place of what the signal does by itself.
  static func onSignal(_ number: Int32, _ body: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: body)
    source.activate()
    return source
  }

  /// Writes at once; a terminal that is gone is no error here, since its end shows in its keys.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      done += count
    }
  }
}
