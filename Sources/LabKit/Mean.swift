extension [Double] {
  /// The mean, added from first to last; not a number where there is none.
  public var mean: Double { reduce(0, +) / Double(count) }
}
