/// Stops the program with a sentence when a mark was given data that can't be drawn. Unlike `precondition`, it says the
/// sentence in optimized builds too.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard condition else { fatalError(message()) }
}

/// Stops the program when two lists of one mark differ in length; `names` says which lists they are.
func requireEqualCounts(_ mark: String, _ one: Int, _ other: Int, _ names: String = "x and y") {
  require(one == other, "\(mark) needs as many \(names) values, and was given \(one) and \(other).")
}
