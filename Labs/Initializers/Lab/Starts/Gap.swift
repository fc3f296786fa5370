import LabKit

/// What a figure lacks because an exercise gave nothing that can be drawn.
struct Gap: Equatable, Sendable {
  /// What is left out, as `Glorot normal`.
  var what: String
  /// The exercise that it rests on, and why it gave nothing.
  var missing: MissingAnswer
}

extension [Gap] {
  /// The last words of a caption: all that is left out, or nothing.
  var caption: String { leftOut(map { ($0.what, $0.missing) }) }
}

/// What `body` returns, or which answer it lacks; other errors are thrown on.
func attempt<Success>(_ body: () throws -> Success) throws -> Result<Success, MissingAnswer> {
  do { return .success(try body()) } catch let missing as MissingAnswer { return .failure(missing) }
}
