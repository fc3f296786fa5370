import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of `body` for all elements, in their order, computed on as many cores as there are.
  ///
  /// For work that is independent: the results are the same on one core. Where some fail, the first error in the order
  /// of the elements is thrown, so that too is the same.
  public func sideBySide<Outcome: Sendable>(_ body: @Sendable (Element) throws -> Outcome) throws -> [Outcome] {
    let results = Mutex([Result<Outcome, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { try body(self[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }
}
