/// Random bits by counting: Philox4x32-10, whose n-th block is a function of n, of the seed and of the stream's name.
///
/// ```swift
/// var weights = Philox4x32x10(seed: 7, stream: "weights")
/// var run = Philox4x32x10(seed: 7).stream("run", 3)      // run 3 draws the same whether or not run 2 came before
/// let w = Vector<Double>.normal(10, using: &weights)
/// ```
///
/// The same seed and names give the same bits on every machine. A copy of a generator repeats what the original draws;
/// for independent numbers ask for a stream of another name.
///
/// How a stream is made: the block function has a key of 64 bits and a counter of 128. The key is the seed. The lower half
/// of the counter counts blocks; the upper half is the stream, the FNV-1a hash (64 bits) of the path of names that leads
/// to it: each name's UTF-8 bytes, then 0xFE and the index as 8 bytes (lowest first) where one is given, then 0xFF. Two
/// seeds never share a block; two streams of a seed share one only if their hashes collide. A stream does not depend on
/// how much its parent has drawn.
///
/// It is made for simulation, not for secrets.
///
/// Source: "Parallel Random Numbers: As Easy as 1, 2, 3" (Salmon, Moraes, Dror, Shaw, 2011); "The FNV Non-Cryptographic
/// Hash Algorithm" (Fowler, Noll, Vo, Eastlake, 2011).
public struct Philox4x32x10: RandomNumberGenerator, Hashable, Codable, Sendable {
  /// The seed: the key of the block function.
  public let seed: UInt64

  /// The hash of the names that lead to this stream.
  public let streamIdentifier: UInt64

  /// How many 64-bit words have been drawn, which is where the stream stands.
  public private(set) var position: UInt64 = 0

  /// The second word of the block of which the first was drawn last.
  private var second: UInt64 = 0

  /// The root stream of a seed.
  public init(seed: UInt64) {
    self.init(seed: seed, streamIdentifier: StableHash().value)
  }

  /// The stream of a seed that has this name: the same as `Philox4x32x10(seed: seed).stream(name)`.
  public init(seed: UInt64, stream name: String) {
    self = Philox4x32x10(seed: seed).stream(name)
  }

  private init(seed: UInt64, streamIdentifier: UInt64) {
    self.seed = seed
    self.streamIdentifier = streamIdentifier
  }

  /// A stream below this one, from its start; it does not depend on how much this one has drawn.
  public func stream(_ name: String) -> Philox4x32x10 {
    var hash = StableHash(value: streamIdentifier)
    hash.add(name)
    hash.add(byte: 0xFF)
    return Philox4x32x10(seed: seed, streamIdentifier: hash.value)
  }

  /// A numbered stream below this one, from its start: `stream("run", 7)`.
  public func stream(_ name: String, _ index: Int) -> Philox4x32x10 {
    var hash = StableHash(value: streamIdentifier)
    hash.add(name)
    hash.add(byte: 0xFE)
    hash.add(UInt64(bitPattern: Int64(index)))
    hash.add(byte: 0xFF)
    return Philox4x32x10(seed: seed, streamIdentifier: hash.value)
  }

  /// The next 64 random bits. Each block of four 32-bit words gives two: words 0 and 1, then 2 and 3, lower word first.
  public mutating func next() -> UInt64 {
    defer { position &+= 1 }
    if position % 2 == 1 { return second }
    let block = PhiloxBlock(
      counter: PhiloxBlock.Words(low: position / 2, high: streamIdentifier), key: seed)
    second = block.words.high
    return block.words.low
  }
}

/// The block function of Philox4x32-10: ten rounds that mix a counter of 128 bits under a key of 64.
struct PhiloxBlock {
  /// Four 32-bit words, the first one lowest.
  struct Words: Equatable {
    var word0: UInt32
    var word1: UInt32
    var word2: UInt32
    var word3: UInt32

    init(_ word0: UInt32, _ word1: UInt32, _ word2: UInt32, _ word3: UInt32) {
      (self.word0, self.word1, self.word2, self.word3) = (word0, word1, word2, word3)
    }

    init(low: UInt64, high: UInt64) {
      self.init(
        UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32),
        UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high >> 32))
    }

    var low: UInt64 { UInt64(word0) | UInt64(word1) << 32 }
    var high: UInt64 { UInt64(word2) | UInt64(word3) << 32 }
  }

  let words: Words

  init(counter: Words, key: UInt64) {
    var words = counter
    var key0 = UInt32(truncatingIfNeeded: key)
    var key1 = UInt32(truncatingIfNeeded: key >> 32)
    for _ in 0..<10 {
      let product0 = UInt64(words.word0) * 0xD251_1F53
      let product1 = UInt64(words.word2) * 0xCD9E_8D57
      words = Words(
        UInt32(truncatingIfNeeded: product1 >> 32) ^ words.word1 ^ key0, UInt32(truncatingIfNeeded: product1),
        UInt32(truncatingIfNeeded: product0 >> 32) ^ words.word3 ^ key1, UInt32(truncatingIfNeeded: product0))
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
    self.words = words
  }
}

/// FNV-1a with 64 bits: the same on every machine and in every run, as Swift's own hashing is not.
struct StableHash {
  /// The hash of what was added; the offset basis at first.
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }
}
