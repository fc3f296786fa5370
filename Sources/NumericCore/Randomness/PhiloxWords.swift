// Many random words at once, for masks over whole batches.

extension Philox4x32x10 {
  /// Writes 32-bit words of this stream into memory, from any place on: what `next()` would draw, in halves.
  ///
  /// Word n is the lower half of the 64-bit word n / 2 where n is even, the upper one where it is odd, counted from the
  /// start of the stream. The generator itself doesn't move. So parts of a mask can be drawn side by side.
  ///
  /// - Parameters:
  ///   - first: the number of the first word, 0 or more.
  ///   - words: filled to its end.
  public func writeWords(from first: Int, into words: UnsafeMutableBufferPointer<UInt32>) {
    if first < 0 { stop("A stream starts at word 0; there is no word \(first).") }
    var block = UInt64(first / 4)
    var place = 4 * (first / 4) - first
    while place < words.count {
      let lanes = PhiloxLanes(firstBlock: block, stream: streamIdentifier, key: seed)
      if place >= 0, place + 4 * PhiloxLanes.count <= words.count {
        lanes.store(words, at: place)
      } else {
        for word in 0..<4 * PhiloxLanes.count where words.indices.contains(place + word) {
          words[place + word] = lanes[word]
        }
      }
      block += UInt64(PhiloxLanes.count)
      place += 4 * PhiloxLanes.count
    }
  }
}

/// Eight blocks in a row, computed side by side. Each lane holds a 32-bit word in 64 bits, as the products need them.
private struct PhiloxLanes {
  static let count = 8
  typealias Lanes = SIMD8<UInt64>

  private var word0: Lanes
  private var word1: Lanes
  private var word2: Lanes
  private var word3: Lanes

  @inline(__always)
  init(firstBlock: UInt64, stream: UInt64, key: UInt64) {
    let low32 = Lanes(repeating: 0xFFFF_FFFF)
    let blocks = Lanes(repeating: firstBlock) &+ Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    word0 = blocks & low32
    word1 = blocks &>> 32
    word2 = Lanes(repeating: stream & 0xFFFF_FFFF)
    word3 = Lanes(repeating: stream >> 32)
    var key0 = UInt32(truncatingIfNeeded: key)
    var key1 = UInt32(truncatingIfNeeded: key >> 32)
    for _ in 0..<10 {
      let product0 = (word0 & low32) &* Lanes(repeating: 0xD251_1F53)
      let product1 = (word2 & low32) &* Lanes(repeating: 0xCD9E_8D57)
      word0 = product1 &>> 32 ^ word1 ^ Lanes(repeating: UInt64(key0))
      word1 = product1 & low32
      word2 = product0 &>> 32 ^ word3 ^ Lanes(repeating: UInt64(key1))
      word3 = product0 & low32
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
  }

  /// Word n of the 32.
  subscript(word: Int) -> UInt32 {
    let lane = word / 4
    let value =
      switch word % 4 {
      case 0: word0[lane]
      case 1: word1[lane]
      case 2: word2[lane]
      default: word3[lane]
      }
    return UInt32(truncatingIfNeeded: value)
  }

  @inline(__always)
  func store(_ words: UnsafeMutableBufferPointer<UInt32>, at place: Int) {
    // Two words of a block make one of 64 bits; so two stores a block.
    let (first, second) = (word0 | word1 &<< 32, word2 | word3 &<< 32)
    guard let base = words.baseAddress else { return }
    let target = UnsafeMutableRawPointer(base + place)
    for lane in 0..<Self.count {
      target.storeBytes(of: first[lane].littleEndian, toByteOffset: 16 * lane, as: UInt64.self)
      target.storeBytes(of: second[lane].littleEndian, toByteOffset: 16 * lane + 8, as: UInt64.self)
    }
  }
}
