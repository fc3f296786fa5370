import Testing

@testable import NumericCore

/// The generator's bits against the published known answers (Random123, file kat_vectors, philox4x32 with 10 rounds).
@Suite struct PhiloxTests {
  typealias Words = PhiloxBlock.Words

  @Test func knownAnswers() {
    let zeros = PhiloxBlock(counter: Words(0, 0, 0, 0), key: 0)
    #expect(zeros.words == Words(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))

    let ones = PhiloxBlock(counter: Words(.max, .max, .max, .max), key: .max)
    #expect(ones.words == Words(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))

    let digitsOfPi = PhiloxBlock(
      counter: Words(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), key: 0x299F_31D0_A409_3822)
    #expect(digitsOfPi.words == Words(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }

  @Test func wordsComeInTheOrderOfTheBlocks() {
    var generator = Philox4x32x10(seed: 5)
    for block in 0..<3 {
      let words = PhiloxBlock(counter: Words(low: UInt64(block), high: generator.streamIdentifier), key: 5).words
      #expect(generator.next() == words.low)
      #expect(generator.next() == words.high)
    }
    #expect(generator.position == 6)
  }

  @Test func hashIsFNV1a() {
    var hash = StableHash()
    #expect(hash.value == 0xCBF2_9CE4_8422_2325)
    hash.add("foobar")
    #expect(hash.value == 0x8594_4171_F739_67E8)
  }

  /// Computed from the documented rule by another program; a change here would change every experiment.
  @Test func streamIdentifiersStayWhatTheyAre() {
    let root = Philox4x32x10(seed: 7)
    #expect(root.streamIdentifier == 0xCBF2_9CE4_8422_2325)
    #expect(root.stream("weights").streamIdentifier == 0xC9CD_0E82_BAED_F153)
    #expect(root.stream("run", 7).streamIdentifier == 0xD854_00EB_ADF8_B80C)
    #expect(root.stream("run", -1).streamIdentifier == 0x8C3C_1422_4951_8611)
    #expect(root.stream("a").stream("b").streamIdentifier == 0xD2B3_7181_9297_F98A)
  }

  @Test func streamsDoNotDependOnWhatWasDrawn() {
    var parent = Philox4x32x10(seed: 7)
    let before = parent.stream("weights")
    for _ in 0..<5 { _ = parent.next() }
    #expect(parent.stream("weights") == before)
    #expect(Philox4x32x10(seed: 7, stream: "weights") == before)
  }

  @Test func namesIndicesAndSeedsTellStreamsApart() {
    let root = Philox4x32x10(seed: 7)
    var streams = [
      root, root.stream(""), root.stream("ab"), root.stream("a").stream("b"), root.stream("b").stream("a"),
    ]
    streams += [root.stream("a"), Philox4x32x10(seed: 8, stream: "a")]
    streams += (-2..<1000).map { root.stream("a", $0) }
    let firstWords = streams.map { stream in
      var copy = stream
      return copy.next()
    }
    #expect(Set(firstWords).count == streams.count)
  }

  @Test func aCopyRepeats() {
    var original = Philox4x32x10(seed: 1, stream: "a")
    _ = original.next()
    var copy = original
    #expect((0..<5).map { _ in original.next() } == (0..<5).map { _ in copy.next() })
  }

  /// Words from any place of the stream are those that `next()` draws there, in halves.
  @Test func wordsFromAnyPlaceAreTheStreams() {
    var generator = Philox4x32x10(seed: 0x1234_5678_9ABC_DEF0, stream: "words")
    let start = generator
    let expected = (0..<150).flatMap { _ -> [UInt32] in
      let word = generator.next()
      return [UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32)]
    }
    for first in [0, 1, 2, 3, 4, 5, 31, 32, 33, 64, 100] {
      for count in [0, 1, 2, 3, 4, 7, 31, 32, 33, 64, 129, 200] {
        let words = [UInt32](unsafeUninitializedCapacity: count) { target, filled in
          start.writeWords(from: first, into: UnsafeMutableBufferPointer(rebasing: target[..<count]))
          filled = count
        }
        #expect(words == Array(expected[first..<first + count]), "\(count) words from \(first)")
      }
    }
  }
}
