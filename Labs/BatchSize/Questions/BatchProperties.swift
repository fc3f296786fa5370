/// What is judged of mini-batches: everything but the order that chance gave.
public struct BatchProperties: Codable, Sendable, Equatable {
  /// The sizes of the batches, an epoch a list.
  public var sizes: [[Int]]
  /// The number of epochs in which every sample came exactly once, and nothing else came.
  public var completeEpochs: Int
  /// How many epochs have an order that no epoch before them had.
  public var differentOrders: Int
  /// How many epochs put samples together as no epoch before them did, whatever the order.
  public var differentGroupings: Int
  /// The number of epochs that took the samples from first to last.
  public var unshuffledEpochs: Int

  /// The properties of batches of the samples 0 to `samples - 1`.
  public init(of batches: [[[Int]]], samples: Int) {
    let orders = batches.map { epoch in epoch.flatMap { $0 } }
    sizes = batches.map { epoch in epoch.map(\.count) }
    completeEpochs = orders.count { $0.sorted() == Array(0..<samples) }
    differentOrders = Set(orders).count
    differentGroupings = Set(batches.map { epoch in Set(epoch.map { $0.sorted() }) }).count
    unshuffledEpochs = orders.count { $0 == $0.sorted() }
  }
}
