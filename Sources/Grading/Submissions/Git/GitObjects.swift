/// Commits in a `.git`, loose or in packs. Everything read is bounded, and nothing of it is believed.
struct GitObjects {
  /// An object's name: 20 bytes of SHA-1.
  struct ID: Equatable {
    let bytes: [UInt8]

    /// From 40 hexadecimal digits.
    init?(_ digits: String) {
      guard digits.utf8.count == 40 else { return nil }
      var bytes: [UInt8] = []
      var rest = Substring(digits)
      while !rest.isEmpty {
        guard rest.prefix(2).allSatisfy(\.isHexDigit), let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      }
      self.bytes = bytes
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    fileprivate var digits: String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  private static let largest = 1 << 20
  private static let deepest = 64
  private let folder: OpenFolder

  init(_ folder: OpenFolder) { self.folder = folder }

  /// A commit's text; nothing where it isn't there or isn't a commit.
  func commit(_ id: ID) -> [UInt8]? { loose(id) ?? packed(id) }

  private func loose(_ id: ID) -> [UInt8]? {
    let path = ["objects", String(id.digits.prefix(2)), String(id.digits.dropFirst(2))]
    guard let file = folder.file(at: path), let object = ZlibData.unpack(file, from: 0, atMost: Self.largest),
      object.starts(with: "commit ".utf8), let end = object.firstIndex(of: 0)
    else { return nil }
    return Array(object[(end + 1)...])
  }

  private func packed(_ id: ID) -> [UInt8]? {
    guard let packs = folder.folder(.init("objects"))?.folder(.init("pack")),
      let names = packs.names(atMost: 1000)
    else { return nil }
    for name in names where name.shown.hasSuffix(".idx") {
      let pack = OpenFolder.Name(name.shown.dropLast(4) + ".pack")
      guard let index = packs.file(name), let offset = self.offset(of: id, in: index), let file = packs.file(pack)
      else { continue }
      return object(at: offset, in: file, index: index, depth: 0)
    }
    return nil
  }

  /// Where a pack's index says that an object begins.
  ///
  /// The index: a mark and version 2, how many names begin with up to each byte, the names in order, a checksum each, an
  /// offset each.
  private func offset(of id: ID, in index: OpenFile) -> Int? {
    guard (try? index.bytes(from: 0, atMost: 8)) == [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2], let first = id.bytes.first,
      let total = number(in: index, at: 8 + 255 * 4), var high = number(in: index, at: 8 + Int(first) * 4),
      var low = first == 0 ? 0 : number(in: index, at: 8 + (Int(first) - 1) * 4)
    else { return nil }
    let names = 8 + 256 * 4
    while low < high {
      let middle = (low + high) / 2
      guard let name = try? index.bytes(from: names + middle * 20, atMost: 20), name.count == 20 else { return nil }
      if name == id.bytes {
        let offset = number(in: index, at: names + total * 24 + middle * 4)
        // A larger pack keeps its offsets elsewhere; a student's has no 2 GB.
        return offset.flatMap { $0 < 1 << 31 ? $0 : nil }
      }
      if name.lexicographicallyPrecedes(id.bytes) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func number(in file: OpenFile, at offset: Int) -> Int? {
    guard let bytes = try? file.bytes(from: offset, atMost: 4), bytes.count == 4 else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// A commit in a pack: whole, or as a difference to another.
  private func object(at offset: Int, in pack: OpenFile, index: OpenFile, depth: Int) -> [UInt8]? {
    guard depth < Self.deepest, offset >= 12, let head = try? pack.bytes(from: offset, atMost: 64),
      let first = head.first
    else { return nil }
    var place = (head.firstIndex { $0 < 0x80 } ?? head.count) + 1
    let base: [UInt8]?
    switch first >> 4 & 7 {
    case 1: return ZlibData.unpack(pack, from: offset + place, atMost: Self.largest)
    case 6:
      guard let distance = Self.distance(head, &place), distance > 0 else { return nil }
      base = object(at: offset - distance, in: pack, index: index, depth: depth + 1)
    case 7:
      guard place + 20 <= head.count else { return nil }
      let id = ID(bytes: Array(head[place..<(place + 20)]))
      place += 20
      base = self.offset(of: id, in: index).flatMap { object(at: $0, in: pack, index: index, depth: depth + 1) }
    default: return nil
    }
    guard let base, let change = ZlibData.unpack(pack, from: offset + place, atMost: Self.largest) else { return nil }
    return Self.apply(change, to: base)
  }

  /// How far back a base lies: seven bits a byte, and one more for each byte that follows.
  private static func distance(_ bytes: [UInt8], _ place: inout Int) -> Int? {
    var distance = -1
    while place < bytes.count, distance < 1 << 40 {
      let byte = bytes[place]
      place += 1
      distance = (distance + 1) << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return distance }
    }
    return nil
  }

  /// Makes an object from its base: two lengths, then pieces to copy from the base and pieces that are new.
  static func apply(_ change: [UInt8], to base: [UInt8]) -> [UInt8]? {
    var rest = change[...]
    for _ in 0..<2 {
      guard let end = rest.firstIndex(where: { $0 < 0x80 }) else { return nil }
      rest = rest[(end + 1)...]
    }
    var object: [UInt8] = []
    while let operation = rest.popFirst() {
      if operation & 0x80 != 0 {
        var numbers = [0, 0]
        for bit in 0..<7 where operation & (1 << bit) != 0 {
          guard let byte = rest.popFirst() else { return nil }
          numbers[bit / 4] |= Int(byte) << (bit % 4 * 8)
        }
        let count = numbers[1] == 0 ? 1 << 16 : numbers[1]
        guard numbers[0] + count <= base.count else { return nil }
        object += base[numbers[0]..<(numbers[0] + count)]
      } else {
        guard operation > 0, rest.count >= operation else { return nil }
        object += rest.prefix(Int(operation))
        rest = rest.dropFirst(Int(operation))
      }
      if object.count > largest { return nil }
    }
    return object
  }
}
