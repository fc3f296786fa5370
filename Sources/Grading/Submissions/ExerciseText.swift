/// The text of an exercise file, from its bytes.
enum ExerciseText {
  /// The text, with plain line ends and without a byte order mark.
  ///
  /// - Throws: `NotText` where the bytes are no text that a compiler reads.
  static func read(_ bytes: [UInt8]) throws(NotText) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw NotText(reason: "its text is UTF-16; save it as UTF-8")
    }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let plain = plainLineEnds(bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...])
    if plain.contains(0) { throw NotText(reason: "it holds NUL bytes, so it is no text") }
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw NotText(reason: "its text is not UTF-8; save it as UTF-8")
    }
    return text
  }

  /// Why bytes aren't text: one clause.
  struct NotText: Error, Equatable {
    var reason: String
  }

  private static func plainLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let newline: UInt8 = 10
    let carriageReturn: UInt8 = 13
    guard bytes.contains(carriageReturn) else { return Array(bytes) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == carriageReturn {
        plain.append(newline)
      } else if byte != newline || previous != carriageReturn {
        plain.append(byte)
      }
      previous = byte
    }
    return plain
  }
}
