/// An IDX file being read: first the header, which is checked, then the elements.
struct IDXReader {
  /// What a file holds.
  enum Kind: UInt32 {
    case labels = 2049
    case images = 2051

    /// The number of dimensions.
    var dimensions: Int { self == .images ? 3 : 1 }

    var name: String { self == .images ? "images" : "labels" }
  }

  /// The size of each dimension, the number of samples first; each is 1 or more.
  private(set) var sizes: [Int] = []

  private var bytes: UnpackedBytes
  private let kind: Kind

  /// Reads and checks the header.
  init(_ source: ByteSource, kind: Kind, maximumElements: Int) throws(DataError) {
    bytes = try UnpackedBytes(source)
    self.kind = kind
    try checkMagic(try number("its magic number"))
    for _ in 0..<kind.dimensions {
      let place = bytes.place
      let size = try number("the sizes in its header")
      if size == 0 { throw damaged(place, "The header gives a size of 0.") }
      sizes.append(Int(size))
    }
    if elementCount > maximumElements {
      throw damaged(
        bytes.place(at: 4),
        "The header promises \(sizes.map(String.init).joined(separator: " x ")) elements, and "
          + "\(maximumElements) are the most that is read.")
    }
  }

  /// How many elements the header promises; the largest number where that is more than a number can hold.
  private var elementCount: Int {
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow { return .max }
      count = product
    }
    return count
  }

  /// Reads all elements, converted a piece at a time, and the end of the file after them.
  mutating func elements<Element>(_ convert: ([UInt8]) -> [Element]) throws(DataError) -> [Element] {
    let count = elementCount
    var elements: [Element] = []
    elements.reserveCapacity(min(count, bytes.expectedSize))
    while elements.count < count {
      let piece = try bytes.next(atMost: count - elements.count)
      if piece.isEmpty {
        throw damaged(
          bytes.place, "The file ends after \(elements.count) of the \(count) bytes that its header promises.")
      }
      elements += convert(piece)
    }
    let end = bytes.place
    if try !bytes.next(atMost: 1).isEmpty {
      throw damaged(end, "The file goes on after the \(count) bytes that its header promises.")
    }
    return elements
  }

  /// A number of the header: four bytes, the highest first.
  private mutating func number(_ what: String) throws(DataError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try bytes.next(atMost: 1).first else {
        throw damaged(bytes.place, bytes.offset == 0 ? "The file is empty." : "The file ends inside \(what).")
      }
      number = number << 8 | UInt32(byte)
    }
    return number
  }

  private func checkMagic(_ magic: UInt32) throws(DataError) {
    if magic == kind.rawValue { return }
    let start = bytes.place(at: 0)
    if let other = Kind(rawValue: magic) {
      throw damaged(start, "This is a file of \(other.name) (\(magic)), not of \(kind.name) (\(kind.rawValue)).")
    }
    throw damaged(
      start, "The magic number is \(magic) instead of \(kind.rawValue): this is no IDX file of \(kind.name).")
  }

  private func damaged(_ place: DataError.Place, _ problem: String) -> DataError {
    .damaged(file: bytes.name, place: place, problem: problem)
  }
}
