/// Ends the program with one sentence unless the condition holds. `fatalError`, because `precondition` loses its message
/// in release builds.
@inline(__always)
func require(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}
