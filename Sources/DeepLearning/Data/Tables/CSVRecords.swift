/// The records of a CSV file, one after another, each with its line.
struct CSVRecords {
  /// A line of the table; more than one line of the file where a quoted field holds line ends.
  struct Record {
    /// The fields' bytes, without separators and quotes; valid UTF-8.
    var bytes: [UInt8] = []
    /// Where each field ends in `bytes`.
    var ends: [Int] = []
    /// The line of the file on which it begins, counted from 1.
    var line = 1
  }

  private var bytes: UnpackedBytes
  private let format: CSVFormat
  private let separator: UInt8
  private let quote: UInt8
  private let comment: [UInt8]?

  private var piece: [UInt8] = []
  private var place = 0
  private var line = 1

  init(_ source: ByteSource, _ format: CSVFormat) throws(DataError) {
    bytes = try UnpackedBytes(source)
    self.format = format
    separator = UInt8(ascii: format.separator)
    quote = UInt8(ascii: format.quote)
    comment = format.comment.map { Array($0.utf8) }
  }

  /// The next record; nothing at the end. Empty lines and comments are left out.
  mutating func next() throws(DataError) -> Record? {
    while let text = try nextText() {
      if text.bytes.isEmpty || comment.map({ text.bytes.starts(with: $0) }) == true { continue }
      if !isValidUTF8(text.bytes) { throw damaged(text.line, "The line is no valid UTF-8.") }
      return try split(text)
    }
    return nil
  }

  /// The bytes up to a line end outside quotes, without it and without the file's byte order mark; nothing at the end.
  private mutating func nextText() throws(DataError) -> (bytes: [UInt8], line: Int)? {
    var text: [UInt8] = []
    let start = line
    var openQuote: Int?
    while let byte = try nextByte() {
      if byte == newline {
        line += 1
        if openQuote == nil { return (tidied(text, start), start) }
      }
      if byte == quote && !isComment(text) { openQuote = openQuote == nil ? line : nil }
      text.append(byte)
      if text.count > format.longestRecord {
        let quoted = openQuote.map { " A quote is open since line \($0)." } ?? ""
        throw damaged(start, "The line is longer than \(format.longestRecord) bytes.\(quoted)")
      }
    }
    if let openQuote { throw damaged(openQuote, "A quote is opened here, and the file ends before it is closed.") }
    return text.isEmpty ? nil : (tidied(text, start), start)
  }

  private func isComment(_ text: [UInt8]) -> Bool {
    comment.map { text.starts(with: $0) } ?? false
  }

  private func tidied(_ text: [UInt8], _ line: Int) -> [UInt8] {
    let end = text.last == carriageReturn ? text.count - 1 : text.count
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = line == 1 && text.starts(with: byteOrderMark) ? 3 : 0
    return Array(text[start..<max(start, end)])
  }

  @inline(__always)
  private mutating func nextByte() throws(DataError) -> UInt8? {
    if place == piece.count {
      piece = try bytes.next()
      place = 0
      if piece.isEmpty { return nil }
      if bytes.offset > format.largestFile {
        throw damaged(line, "The file is longer than \(format.largestFile) bytes.")
      }
    }
    defer { place += 1 }
    return piece[place]
  }

  /// Cuts a record into fields.
  private func split(_ text: (bytes: [UInt8], line: Int)) throws(DataError) -> Record {
    var record = Record(line: text.line)
    record.bytes.reserveCapacity(text.bytes.count)
    var rest = text.bytes[...]
    while true {
      let begin = format.trimsBlanks ? rest.drop(while: isBlank) : rest
      if begin.first == quote {
        rest = try takeQuoted(begin, into: &record)
      } else {
        let field = rest.prefix { $0 != separator }
        if field.contains(quote) {
          throw damaged(
            text.line, "Field \(record.ends.count + 1) holds a quote, and doesn't begin with one.")
        }
        record.bytes += format.trimsBlanks ? trimmed(field) : field
        rest = rest.dropFirst(field.count)
      }
      record.ends.append(record.bytes.count)
      if rest.isEmpty { return record }
      rest = rest.dropFirst()
    }
  }

  /// Takes a field in quotes, with what follows up to the separator, which may be blanks only.
  private func takeQuoted(_ text: ArraySlice<UInt8>, into record: inout Record) throws(DataError) -> ArraySlice<UInt8> {
    var rest = text.dropFirst()
    while let end = rest.firstIndex(of: quote) {
      record.bytes += rest[..<end]
      rest = rest[(end + 1)...]
      guard rest.first == quote else { break }
      record.bytes.append(quote)
      rest = rest.dropFirst()
    }
    if format.trimsBlanks { rest = rest.drop(while: isBlank) }
    if let next = rest.first, next != separator {
      throw damaged(record.line, "Field \(record.ends.count + 1) goes on after its closing quote.")
    }
    return rest
  }

  private func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let begin = field.drop(while: isBlank)
    return begin.prefix(upTo: begin.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? begin.startIndex)
  }

  private func isValidUTF8(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 < 0x80 } || String(validating: text, as: UTF8.self) != nil
  }

  private func damaged(_ line: Int, _ problem: String) -> DataError {
    .damaged(file: bytes.name, place: .line(line), problem: problem)
  }
}

private let newline: UInt8 = 10
private let carriageReturn: UInt8 = 13

private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
