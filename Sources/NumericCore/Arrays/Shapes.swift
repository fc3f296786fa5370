/// Ends the program with one sentence. `fatalError`, because `preconditionFailure` keeps silent in release builds.
@usableFromInline @inline(never)
internal func stop(_ sentence: String) -> Never {
  fatalError(sentence)
}

/// The sentence about two arrays that don't fit together: what they are, what was asked of them, and what they need.
@usableFromInline
internal func mismatchSentence(_ left: String, _ right: String, verb: String, need: String) -> String {
  "\(left) and \(right) can't be \(verb): they need \(need)."
}

extension Elementwise {
  /// Stops unless both arrays have the same shape.
  @inlinable @inline(__always)
  internal static func requireSameShape(_ left: Self, _ right: Self, verb: StaticString) {
    if !left.hasSameShape(as: right) { stopAtShapes(left, right, verb: verb) }
  }

  @usableFromInline @inline(never)
  internal static func stopAtShapes(_ left: Self, _ right: Self, verb: StaticString) -> Never {
    stop(
      mismatchSentence(
        left.shapeDescription, right.shapeDescription, verb: verb.description, need: "the same \(Self.shapeWord)"))
  }
}
