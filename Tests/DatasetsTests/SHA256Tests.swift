import Datasets
import Testing

struct SHA256Tests {
  /// Known answers: FIPS 180-4's examples as NIST publishes them ("abc", two blocks), and `sha256sum` for the rest.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownAnswers(text: String, digest: String) {
    #expect(SHA256.digest(Array(text.utf8)) == digest)
  }

  @Test func millionLettersA() {
    #expect(
      SHA256.digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: 50...70)
  func paddingNeverRepeatsADigest(length: Int) {
    // Around a block's end the padding changes its form; a slip there shows as two equal digests or as a trap.
    let digests = (0...length).map { SHA256.digest([UInt8](repeating: 0, count: $0)) }
    #expect(Set(digests).count == length + 1)
  }

  /// However the message is cut into pieces, its digest stays the same: lengths of pieces around a block's 64 bytes.
  @Test(arguments: [1, 7, 55, 56, 63, 64, 65, 127, 128, 129, 300])
  func piecesMakeTheSameDigest(length: Int) {
    let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var hash = SHA256()
    for start in stride(from: 0, to: message.count, by: length) {
      hash.update(Array(message[start..<min(start + length, message.count)]).span.bytes)
      hash.update([UInt8]().span.bytes)
    }
    #expect(hash.digest() == SHA256.digest(message))
  }

  /// Bytes that don't lie side by side in memory count as well.
  @Test func anyCollectionWillDo() {
    #expect(SHA256.digest("abc".utf8.lazy.map { $0 }) == SHA256.digest(Array("abc".utf8)))
  }
}
