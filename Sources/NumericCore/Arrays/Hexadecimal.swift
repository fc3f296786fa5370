extension CodingUserInfoKey {
  /// Whether vectors are coded as the bytes of their numbers, in hexadecimal digits, instead of a list of numbers.
  ///
  /// For many numbers that must come back bit for bit: `encoder.userInfo[.numbersAsBytes] = true`.
  public static let numbersAsBytes: CodingUserInfoKey = {
    guard let key = CodingUserInfoKey(rawValue: "numbersAsBytes") else { stop("A key needs a name.") }
    return key
  }()
}

/// Numbers as the hexadecimal digits of their bytes, lowest byte first, as they lie in memory on all machines that Swift
/// runs on.
enum Hexadecimal {
  /// Two digits a byte.
  static func text<Scalar: Real>(of numbers: [Scalar]) -> String {
    numbers.withUnsafeBytes { bytes in
      String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
        for (index, byte) in bytes.enumerated() {
          digits[2 * index] = digit(byte >> 4)
          digits[2 * index + 1] = digit(byte & 15)
        }
        return 2 * bytes.count
      }
    }
  }

  /// The numbers, or nothing where the text is no such digits.
  static func numbers<Scalar: Real>(in text: String, as type: Scalar.Type) -> [Scalar]? {
    var text = text
    return text.withUTF8 { digits in
      let size = 2 * MemoryLayout<Scalar>.size
      guard digits.count % size == 0 else { return nil }
      var isValid = true
      let numbers = [Scalar](unsafeUninitializedCapacity: digits.count / size) { numbers, count in
        let bytes = UnsafeMutableRawBufferPointer(numbers)
        for index in 0..<digits.count / 2 {
          let (high, low) = (value(digits[2 * index]), value(digits[2 * index + 1]))
          isValid = isValid && high < 16 && low < 16
          bytes[index] = high << 4 | low & 15
        }
        count = digits.count / size
      }
      return isValid ? numbers : nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// 16 for what is no digit.
  private static func value(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: 16
    }
  }
}
