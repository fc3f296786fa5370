/// The bytes of a file, unpacked where they are packed with gzip, which their first two bytes tell.
///
/// A packed file may consist of several members, one after another; what they hold is joined. At most two pieces are in
/// memory at a time, whatever the file unpacks to.
struct UnpackedBytes {
  /// Whether the file is packed.
  let isPacked: Bool

  /// How many unpacked bytes have been given out.
  private(set) var offset = 0

  private var source: ByteSource
  private let inflater: Inflater?
  private var input: ArraySlice<UInt8>
  private var inputOffset = 0
  private var isInsideMember = true

  /// Starts to read, and looks whether the bytes are packed.
  init(_ source: ByteSource) throws(DataError) {
    self.source = source
    input = try self.source.next()[...]
    if input.count == 1 { input += try self.source.next() }
    isPacked = input.starts(with: [0x1F, 0x8B])
    inflater = isPacked ? Inflater() : nil
  }

  /// The name of the file in messages.
  var name: String { source.name }

  /// About how many unpacked bytes the file's size lets expect; at most eight times that size.
  var expectedSize: Int { source.expectedSize * (isPacked ? 8 : 1) }

  /// Where the bytes given out end: the place to name when something is wrong with what follows.
  var place: DataError.Place { place(at: offset) }

  /// The place of an unpacked byte.
  func place(at offset: Int) -> DataError.Place { isPacked ? .unpackedByte(offset) : .byte(offset) }

  /// The next unpacked bytes, at least one and at most `limit`; none at the end.
  ///
  /// - Throws: `DataError.damaged` with the place in the packed file when that is damaged.
  mutating func next(atMost limit: Int = ByteSource.pieceSize) throws(DataError) -> [UInt8] {
    while true {
      if input.isEmpty { try refill() }
      if input.isEmpty {
        if isPacked && isInsideMember { throw damaged("The packed data end too early.") }
        return []
      }
      let output = try takeSome(atMost: min(limit, ByteSource.pieceSize))
      offset += output.count
      if !output.isEmpty { return output }
    }
  }

  /// All bytes that are left.
  ///
  /// - Throws: `DataError.damaged` where there are more than `limit`, so that a small file can't fill the memory.
  mutating func rest(limit: Int) throws(DataError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try next()
      if piece.isEmpty { return bytes }
      if bytes.count + piece.count > limit { throw damaged("The file holds more than \(limit) bytes.") }
      bytes += piece
    }
  }

  private mutating func takeSome(atMost limit: Int) throws(DataError) -> [UInt8] {
    guard let inflater else {
      let output = [UInt8](input.prefix(limit))
      take(output.count)
      return output
    }
    if !isInsideMember {
      // Another member follows, and nothing else may.
      if input.first != 0x1F { throw damaged("The packed data have ended here, but the file goes on.") }
      inflater.reset()
      isInsideMember = true
    }
    let step = inflater.step(input, limit: limit)
    take(step.taken)
    switch step.state {
    case .inside: break
    case .ended: isInsideMember = false
    case .damaged(let reason): throw damaged("The packed data are damaged (\(reason)).")
    }
    return step.output
  }

  private mutating func refill() throws(DataError) {
    input = try source.next()[...]
  }

  private mutating func take(_ count: Int) {
    input = input.dropFirst(count)
    inputOffset += count
  }

  private func damaged(_ problem: String) -> DataError {
    .damaged(file: source.name, place: .byte(inputOffset), problem: problem)
  }
}
