extension Vector: CustomStringConvertible {
  /// The numbers in brackets.
  public var description: String { "[" + storage.map { "\($0)" }.joined(separator: ", ") + "]" }
}
extension Matrix: CustomStringConvertible {
  /// The rows in brackets, a line each.
  public var description: String {
    "[" + (0..<rows).map { row($0).description }.joined(separator: ",\n ") + "]"
  }
}
