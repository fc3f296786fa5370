import NumericCore

extension Vector: @retroactive CustomDebugStringConvertible {
  /// A lie.
  public var debugDescription: String { "passed" }
}

private func attack() {}
