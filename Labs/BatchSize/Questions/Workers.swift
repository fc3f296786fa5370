import NumericCore
import Synchronization

/// The samples of one worker, in 5.6.
public struct Shard: Sendable {
  /// x, a sample a row, `[samples, inputs]`; no row where the shard is empty.
  public let features: Matrix<Double>
  /// t, `[samples]`.
  public let targets: Vector<Double>

  /// How many samples it has, 0 or more.
  public var count: Int { targets.count }
}

/// Workers that hold the data, and compute on their shards of it side by side, in 5.6.
public struct Workers: Sendable {
  /// K, 1 or more.
  public let count: Int

  private let features: Matrix<Double>
  private let targets: Vector<Double>
  private let calls = Calls()

  /// The shards of each call, for the judge.
  private final class Calls: Sendable {
    let shards = Mutex<[[Range<Int>]]>([])
  }

  /// So many workers, who hold these samples: x, `[samples, inputs]`, and t, `[samples]`.
  public init(count: Int, features: Matrix<Double>, targets: Vector<Double>) {
    self.count = count
    self.features = features
    self.targets = targets
  }

  /// Runs `work` for all shards, in parallel on as many cores as there are.
  ///
  /// - Parameters:
  ///   - shards: ranges of samples; the samples of one that leaves the data are those that exist.
  ///   - work: gets a shard. It may use what stands around it, but change nothing there: several run at once.
  /// - Returns: what `work` returned, in the order of the shards.
  /// - Throws: the first error of `work`, in the order of the shards.
  public func sideBySide<Outcome: Sendable>(
    _ shards: [Range<Int>], _ work: @Sendable (Shard) throws -> Outcome
  ) throws -> [Outcome] {
    calls.shards.withLock { $0.append(shards) }
    let outcomes = Mutex([Result<Outcome, any Error>?](repeating: nil, count: shards.count))
    onThreads(shards.count) { index in
      let outcome = Result { try work(shard(shards[index])) }
      outcomes.withLock { $0[index] = outcome }
    }
    return try outcomes.withLock { $0 }.compactMap { try $0?.get() }
  }

  /// The sizes of the shards that each call handed over, the largest first.
  var shardSizes: [[Int]] { calls.shards.withLock { $0.map { $0.map(\.count).sorted(by: >) } } }

  private func shard(_ range: Range<Int>) -> Shard {
    let inside = range.clamped(to: 0..<targets.count)
    return Shard(features: features[rows: inside], targets: Vector(inside.map { targets[$0] }))
  }
}
