/// SHA-256 of bytes, for the manifest: the checksum that others can repeat with `sha256sum`.
///
/// Source: "Secure Hash Standard", FIPS 180-4 (NIST, 2015). The constants are the first 32 bits of the fractional
/// parts of the square (state) and cube (round) roots of the first primes.
public enum SHA256 {
  /// The digest as 64 hexadecimal digits.
  public static func digest(_ bytes: some Collection<UInt8>) -> String {
    var state = initialState
    for block in blocks(of: bytes) { compress(block, into: &state) }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The message with its padding, in blocks of 16 words.
  private static func blocks(of bytes: some Collection<UInt8>) -> [[UInt32]] {
    var padded = Array(bytes) + [0x80]
    padded += Array(repeating: 0, count: (120 - padded.count % 64) % 64)
    let bits = UInt64(bytes.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    return stride(from: 0, to: padded.count, by: 64).map { start in
      (0..<16).map { word in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[start + 4 * word + $1]) }
      }
    }
  }

  private static func compress(_ block: [UInt32], into state: inout [UInt32]) {
    var words = block
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
      let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
      words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let mix = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = e & f ^ ~e & g
      let first = h &+ mix &+ choice &+ roundConstants[index] &+ words[index]
      let majority = a & b ^ a & c ^ b & c
      let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  private static let primes: [UInt32] = {
    var primes: [UInt32] = []
    var candidate: UInt32 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  private static let initialState = primes.prefix(8).map { fraction(of: $0, root: 2) }
  private static let roundConstants = primes.map { fraction(of: $0, root: 3) }

  /// floor(2³² · frac(prime^(1/root))): the largest x with x^root <= prime · 2^(32 root), without its whole part.
  ///
  /// Whole numbers all the way, so that no rounding of a library's cube root can change a constant.
  private static func fraction(of prime: UInt32, root: Int) -> UInt32 {
    let target = UInt128(prime) << (32 * UInt128(root))
    var value: UInt128 = 0
    for bit in (0..<36).reversed() {
      let candidate = value | 1 << UInt128(bit)
      let power = (1..<root).reduce(candidate) { product, _ in product * candidate }
      if power <= target { value = candidate }
    }
    return UInt32(truncatingIfNeeded: value)
  }
}
