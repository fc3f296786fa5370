import Synchronization

/// A result that several figures share: computed by the first that asks.
final class Once<Result: Sendable>: Sendable {
  private let result = Mutex<Result?>(nil)

  /// The result; `compute` runs the first time only.
  func callAsFunction(_ compute: () throws -> Result) rethrows -> Result {
    try result.withLock { result in
      if let result { return result }
      let new = try compute()
      result = new
      return new
    }
  }
}
