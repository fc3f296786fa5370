import Datasets
import Foundation

/// The head of an HTTP answer: status and fields.
///
/// curl passes the heads of all answers on, those of redirects too; the last one is followed by the body.
struct ReplyHead {
  let status: Int
  private let fields: [String: String]

  /// The last head in these bytes and how long all heads are together; nil where more bytes are needed.
  static func last(in bytes: [UInt8]) -> (head: ReplyHead, length: Int)? {
    var start = 0
    while let end = endOfBlock(in: bytes, from: start) {
      guard let head = ReplyHead(String(decoding: bytes[start..<end], as: UTF8.self)) else { return nil }
      if !head.isFollowed { return (head, end) }
      start = end
    }
    return nil
  }

  /// Lines as `HTTP/1.1 200 OK` and `Content-Length: 5`.
  private init?(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let words = lines.first?.split(separator: " "), words.count >= 2, words[0].hasPrefix("HTTP/"),
      let status = Int(words[1])
    else { return nil }
    self.status = status
    fields = lines.dropFirst().reduce(into: [:]) { fields, line in
      guard let colon = line.firstIndex(of: ":") else { return }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }

  /// Whether another answer comes after this one: it is preliminary, or curl goes on to where it points.
  private var isFollowed: Bool { status < 200 || (300..<400).contains(status) && fields["location"] != nil }

  private static func endOfBlock(in bytes: [UInt8], from start: Int) -> Int? {
    let newline = UInt8(ascii: "\n")
    var lineStart = start
    while let end = bytes[lineStart...].firstIndex(of: newline) {
      let line = bytes[lineStart..<end]
      if line.isEmpty || line.elementsEqual([UInt8(ascii: "\r")]) { return end + 1 }
      lineStart = end + 1
    }
    return nil
  }

  /// Where the body starts in the file, for one who has `length` of `wanted` bytes already.
  ///
  /// - Throws: `Obstacle`, where the body is not the file or not the rest of it.
  func start(having length: Int, of wanted: Int) throws(Obstacle) -> Int {
    let start: Int
    var size = fields["content-length"].flatMap { Int($0) }
    switch status {
    case 200: start = 0
    case 206:
      guard let range = range, range.start == length else { throw refusal(having: length) }
      start = range.start
      size = range.size ?? size.map { $0 + range.start }
    case 416: throw refusal(having: length)
    default: throw .refused(status: status)
    }
    if fields["content-type"]?.lowercased().hasPrefix("text/html") == true { throw .webPage }
    if let size, size != wanted { throw .otherSize(size) }
    return start
  }

  private func refusal(having length: Int) -> Obstacle { length > 0 ? .cannotContinue : .refused(status: status) }

  /// `Content-Range: bytes 100-199/200`: where the body starts, and the size of the whole where it is said.
  private var range: (start: Int, size: Int?)? {
    let words = fields["content-range"]?.split(separator: " ") ?? []
    guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
    let parts = words[1].split(separator: "/")
    guard parts.count == 2, let first = parts[0].split(separator: "-").first, let start = Int(first) else { return nil }
    return (start, Int(parts[1]))
  }
}
