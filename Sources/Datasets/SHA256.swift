/// SHA-256 of bytes as they come: the checksum that others can repeat with `sha256sum`.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(firstPiece.span.bytes)
/// hash.update(secondPiece.span.bytes)
/// let digits = hash.digest()
/// ```
///
/// Source: "Secure Hash Standard", FIPS 180-4 (NIST, 2015). The constants are the first 32 bits of the fractional
/// parts of the square (state) and cube (round) roots of the first primes.
public struct SHA256: Sendable {
  private static let blockSize = 64

  private var state = Self.initialState
  /// The start of a block whose end hasn't come yet.
  private var unfinished: [UInt8] = []
  private var length: UInt64 = 0

  /// The hash of no bytes yet.
  public init() {}

  /// The digest of all of these bytes, as 64 hexadecimal digits.
  public static func digest(_ bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { hash.update($0.span.bytes) }
    if isDone == nil { hash.update(Array(bytes).span.bytes) }
    return hash.digest()
  }

  /// Takes the next bytes of the message.
  public mutating func update(_ bytes: RawSpan) {
    length += UInt64(bytes.byteCount)
    var taken = 0
    if !unfinished.isEmpty {
      taken = min(Self.blockSize - unfinished.count, bytes.byteCount)
      append(bytes.extracting(0..<taken))
      guard unfinished.count == Self.blockSize else { return }
      state = Self.compressed(unfinished.span.bytes, from: state)
      unfinished.removeAll(keepingCapacity: true)
    }
    let end = bytes.byteCount - (bytes.byteCount - taken) % Self.blockSize
    state = Self.compressed(bytes.extracting(taken..<end), from: state)
    append(bytes.extracting(end..<bytes.byteCount))
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  public consuming func digest() -> String {
    let bits = length * 8
    var padding = [UInt8](repeating: 0, count: 1 + (119 - unfinished.count) % Self.blockSize)
    padding[0] = 0x80
    padding += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    update(padding.span.bytes)
    return (0..<8).map { index in
      let digits = String(state[index], radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func append(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { unfinished.append(contentsOf: $0) }
  }

  /// The state after these blocks: as many as there are, each of 64 bytes.
  private static func compressed(_ blocks: RawSpan, from start: SIMD8<UInt32>) -> SIMD8<UInt32> {
    var state = start
    var words = [UInt32](repeating: 0, count: 64)
    let constants = roundConstants
    for block in stride(from: 0, to: blocks.byteCount, by: blockSize) {
      for index in 0..<16 {
        words[index] = UInt32(
          bigEndian: blocks.unsafeLoadUnaligned(fromByteOffset: block + 4 * index, as: UInt32.self))
      }
      for index in 16..<64 {
        let (early, late) = (words[index - 15], words[index - 2])
        let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
        let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
        words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for index in 0..<64 {
        let mix = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let choice = e & f ^ ~e & g
        let first = h &+ mix &+ choice &+ constants[index] &+ words[index]
        let majority = a & b ^ a & c ^ b & c
        let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      state &+= SIMD8(a, b, c, d, e, f, g, h)
    }
    return state
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

  private static let primes: [UInt32] = {
    var primes: [UInt32] = []
    var candidate: UInt32 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  private static let initialState = SIMD8(primes.prefix(8).map { fraction(of: $0, root: 2) })
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
