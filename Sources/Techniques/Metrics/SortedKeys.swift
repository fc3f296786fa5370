// Sorting scores by their bits: in linear time, and ten million of them before a comparison sort has got far.

/// A whole number that grows as the score falls; both zeros have the same.
func sortKey(of score: Double) -> UInt64 {
  let bits = (score + 0).bitPattern
  let rising = bits >> 63 == 1 ? ~bits : bits | 1 << 63
  return ~rising
}

/// The score of a key.
func score(of key: UInt64) -> Double {
  let rising = ~key
  return Double(bitPattern: rising >> 63 == 1 ? rising & ~(1 << 63) : ~rising)
}

/// The keys in rising order, by radix sort: eleven bits at a time, from the last, each pass keeping the order of the one
/// before. A pass in which all keys agree is left out.
func sortedKeys(_ keys: [UInt64]) -> [UInt64] {
  guard keys.count > 256 else { return keys.sorted() }
  let (bits, passes) = (11, 6)
  let buckets = 1 << bits
  var counts = [Int](repeating: 0, count: passes * buckets)
  for key in keys {
    for pass in 0..<passes { counts[pass * buckets + digit(of: key, UInt64(pass * bits), buckets - 1)] += 1 }
  }
  var (from, to) = (keys, keys)
  for pass in 0..<passes {
    var places = Array(counts[pass * buckets..<(pass + 1) * buckets])
    if places.contains(keys.count) { continue }
    var next = 0
    for bucket in places.indices { (places[bucket], next) = (next, next + places[bucket]) }
    scatter(from, to: &to, by: UInt64(pass * bits), &places, mask: buckets - 1)
    swap(&from, &to)
  }
  return from
}

private func scatter(
  _ keys: [UInt64], to sorted: inout [UInt64], by shift: UInt64, _ places: inout [Int], mask: Int
) {
  sorted.withUnsafeMutableBufferPointer { sorted in
    places.withUnsafeMutableBufferPointer { places in
      for key in keys {
        let bucket = digit(of: key, shift, mask)
        sorted[places[bucket]] = key
        places[bucket] += 1
      }
    }
  }
}

@inline(__always)
private func digit(of key: UInt64, _ shift: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key >> shift) & mask }
