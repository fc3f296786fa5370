import DeepLearning
import Foundation
import NumericCore
import Testing

/// IDX files, plain and packed: what is read, and what each kind of damage leads to.
@Suite struct DataIDXTests {
  @Test func bytesBecomeGreyValues() throws {
    let images = try IDX.images(bytes: smallImages, file: "small")
    #expect(images.pixels.rows == 3)
    #expect(images.pixels.columns == 20)
    #expect(images.rows == 4)
    #expect(images.columns == 5)
    for index in 0..<60 { #expect(images.pixels.elements[index] == Float(index * 4) / 255) }
    #expect(try IDX.images(bytes: idx(magic: 2051, sizes: [1, 1, 1], [255]), file: "one").pixels == [[1]])
    #expect(try IDX.labels(bytes: idx(magic: 2049, sizes: [3], [7, 0, 255]), file: "labels") == [7, 0, 255])
  }

  @Test func packingChangesNothing() throws {
    let plain = try IDX.images(bytes: smallImages, file: "small")
    #expect(try IDX.images(bytes: gzip(smallImages), file: "packed") == plain)
    for cut in [0, 1, 7, 16, 40, smallImages.count] {
      let members = gzip(Array(smallImages[..<cut])) + gzip([]) + gzip(Array(smallImages[cut...]))
      #expect(try IDX.images(bytes: members, file: "members") == plain)
    }
  }

  /// More than one piece of input and of output, at sizes around the borders of pieces.
  @Test func sizesAroundAPieceAreRead() throws {
    var generator = Philox4x32x10(seed: 3)
    for count in [65_535, 65_536, 65_537, 65_528, 131_072, 300_001] {
      let elements = (0..<count).map { _ in UInt8(generator.integer(below: 256)) }
      let file = idx(magic: 2049, sizes: [UInt32(count)], elements)
      #expect(try IDX.labels(bytes: file, file: "plain") == elements)
      #expect(try IDX.labels(bytes: gzip(file), file: "packed") == elements)
    }
  }

  @Test func filesAreReadAsTheirBytesAre() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "images")
      for bytes in [smallImages, gzip(smallImages)] {
        try Data(bytes).write(to: file)
        #expect(try IDX.images(contentsOf: file) == IDX.images(bytes: smallImages, file: "small"))
      }
      let missing = dataError { _ = try IDX.images(contentsOf: folder.appending(path: "none")) }
      #expect(missing?.description.hasSuffix("none can't be read: No such file or directory.") == true)
      guard case .unreadable = dataError({ _ = try IDX.images(contentsOf: folder) }) else {
        Issue.record("a folder was read")
        return
      }
    }
  }

  @Test func eachKindOfDamageHasItsSentence() {
    func sentence(_ bytes: [UInt8]) -> String? {
      dataError { _ = try IDX.images(bytes: bytes, file: "f") }?.description
    }
    #expect(sentence([]) == "f, byte 0: The file is empty.")
    #expect(sentence([0, 0]) == "f, byte 2: The file ends inside its magic number.")
    #expect(sentence(Array(smallImages[..<9])) == "f, byte 9: The file ends inside the sizes in its header.")
    #expect(
      sentence(smallImages.dropLast()) == "f, byte 75: The file ends after 59 of the 60 bytes that its header promises."
    )
    #expect(sentence(smallImages + [1]) == "f, byte 76: The file goes on after the 60 bytes that its header promises.")
    #expect(
      sentence(gzip(smallImages + [1]))
        == "f, unpacked byte 76: The file goes on after the 60 bytes that its header promises.")
    #expect(
      sentence(idx(magic: 2049, sizes: [1], [7])) == "f, byte 0: This is a file of labels (2049), not of images (2051)."
    )
    #expect(
      sentence(idx(magic: 2052, sizes: [1], [7]))
        == "f, byte 0: The magic number is 2052 instead of 2051: this is no IDX file of images.")
    #expect(sentence(idx(magic: 2051, sizes: [1, 0, 3], [])) == "f, byte 8: The header gives a size of 0.")
    let packed = gzip(smallImages)
    #expect(
      sentence(packed.dropLast(5)) == "f, byte \(packed.count - 5): The packed data end too early.")
    #expect(
      sentence(packed + [0, 0]) == "f, byte \(packed.count): The packed data have ended here, but the file goes on.")
    var wrongSum = packed
    wrongSum[packed.count - 8] ^= 1
    #expect(sentence(wrongSum)?.contains("The packed data are damaged (incorrect data check).") == true)
    var wrongLength = packed
    wrongLength[packed.count - 1] ^= 1
    #expect(sentence(wrongLength)?.contains("The packed data are damaged (incorrect length check).") == true)
    let labels = dataError { _ = try IDX.labels(bytes: smallImages, file: "f") }
    #expect(labels?.description == "f, byte 0: This is a file of images (2051), not of labels (2049).")
  }

  /// A header may claim anything: nothing is set aside for it. Were memory taken for the claim, this would end the
  /// test.
  @Test func aClaimCostsNothing() {
    for sizes: [UInt32] in [[4_000_000_000, 28, 28], [.max, .max, .max], [1 << 31, 1 << 31, 4]] {
      let file = idx(magic: 2051, sizes: sizes, [1, 2, 3])
      for bytes in [file, gzip(file)] {
        #expect(dataError { _ = try IDX.images(bytes: bytes, file: "f") }?.problem.contains("are the most") == true)
        let unlimited = dataError { _ = try IDX.images(bytes: bytes, file: "f", maximumElements: .max) }
        #expect(unlimited?.problem.contains("The file ends after 3 of the") == true)
      }
    }
    let oneTooMany = dataError { _ = try IDX.images(bytes: smallImages, file: "f", maximumElements: 59) }
    #expect(
      oneTooMany?.description
        == "f, byte 4: The header promises 3 x 4 x 5 elements, and 59 are the most that is read.")
    #expect(throws: Never.self) { try IDX.images(bytes: smallImages, file: "f", maximumElements: 60) }
  }

  /// 64 MiB of zeros behind a header that promises 60 bytes: unpacking stops at byte 61.
  @Test func aBombStopsAtTheHeadersSize() {
    let bomb = gzip(smallImages + [UInt8](repeating: 0, count: 1 << 26))
    #expect(bomb.count < 1 << 17)
    let error = dataError { _ = try IDX.images(bytes: bomb, file: "bomb") }
    #expect(
      error?.description == "bomb, unpacked byte 76: The file goes on after the 60 bytes that its header promises.")
  }

  @Test func cutAtAnyByteIsAnError() {
    for file in [smallImages, gzip(smallImages), gzip(Array(smallImages[..<30])) + gzip(Array(smallImages[30...]))] {
      for length in 0..<file.count {
        #expect(dataError { _ = try IDX.images(bytes: Array(file[..<length]), file: "cut") } != nil, "\(length)")
      }
    }
  }

  /// A changed pixel of a plain file can't be told from a true one; everything else is an error or changes nothing.
  @Test func flippedBitsAreErrors() throws {
    let whole = try IDX.images(bytes: smallImages, file: "small")
    for (bit, file) in (0..<smallImages.count * 8).map({ ($0, flip(smallImages, $0)) }) {
      var images: IDX.Images?
      let error = dataError { images = try IDX.images(bytes: file, file: "flipped") }
      if bit < 16 * 8 { #expect(error != nil, "bit \(bit)") } else { #expect(images?.pixels.rows == 3) }
    }
    let packed = gzip(smallImages)
    for bit in 0..<packed.count * 8 {
      var images: IDX.Images?
      let error = dataError { images = try IDX.images(bytes: flip(packed, bit), file: "flipped") }
      // Without meaning are the time, the system and the hints in gzip's header (bytes 3 to 9), and the bits that fill
      // up the last byte before the 8 bytes of checksum and length.
      let isIdle = (3...9).contains(bit / 8) || bit / 8 == packed.count - 9
      if error == nil { #expect(images == whole && isIdle, "bit \(bit)") }
    }
  }

  @Test func thousandsOfDamagedFilesEndInASentence() {
    var generator = Philox4x32x10(seed: 20, stream: "damage")
    let files = [smallImages, gzip(smallImages), gzip(smallImages) + gzip([])]
    for _ in 0..<6000 {
      var bytes = files[generator.integer(below: 3)]
      for _ in 0...generator.integer(below: 6) {
        switch generator.integer(below: 4) {
        case 0: bytes = flip(bytes, generator.integer(below: bytes.count * 8))
        case 1: bytes[generator.integer(below: bytes.count)] = [0, 1, 0x7F, 0x80, 0xFF][generator.integer(below: 5)]
        case 2: bytes.remove(at: generator.integer(below: bytes.count))
        default: bytes.insert(UInt8(generator.integer(below: 256)), at: generator.integer(below: bytes.count))
        }
      }
      for read in [{ _ = try IDX.images(bytes: bytes, file: "f") }, { _ = try IDX.labels(bytes: bytes, file: "f") }] {
        _ = dataError(read)
      }
    }
  }

  @Test func randomBytesAreNoImages() {
    var generator = Philox4x32x10(seed: 21)
    for _ in 0..<1000 {
      let start: [UInt8] = [[], [0x1F, 0x8B], [0x1F, 0x8B, 8, 0], [0, 0, 8, 3]][generator.integer(below: 4)]
      let bytes = start + (0..<generator.integer(below: 200)).map { _ in UInt8(generator.integer(below: 256)) }
      #expect(dataError { _ = try IDX.images(bytes: bytes, file: "noise") } != nil)
    }
  }

  private func flip(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
  }
}
