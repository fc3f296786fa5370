import BatchSizeSolutions
import Dispatch
import Foundation
import NumericCore
import Testing

@testable import BatchSizeQuestions

/// The workers of 5.6.
@Suite struct WorkersTests {
  private let workers = Workers(count: 2, features: [[1, 2], [3, 4], [5, 6]], targets: [7, 8, 9])

  @Test func eachShardHasItsOwnSamplesAndResultsAreInOrder() throws {
    let targets = try workers.sideBySide([1..<3, 0..<1, 2..<2, 2..<9]) { shard in
      #expect(shard.features.rows == shard.count)
      return shard.targets
    }
    #expect(targets == [[8, 9], [7], [], [9]])
    #expect(workers.shardSizes == [[7, 2, 1, 0]])
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "needs two cores"))
  func shardsAreAtWorkAtTheSameTime() throws {
    // Each shard waits for the other: one after the other, the first would wait in vain.
    let arrivals = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    let met = try workers.sideBySide([0..<1, 1..<3]) { shard in
      arrivals[shard.count - 1].signal()
      return arrivals[2 - shard.count].wait(timeout: .now() + 60) == .success
    }
    #expect(met == [true, true])
  }

  @Test func theFirstErrorInOrderIsThrown() {
    struct Stop: Error, Equatable { var count: Int }
    #expect(throws: Stop(count: 2)) {
      try workers.sideBySide([0..<2, 0..<1]) { shard -> Int in throw Stop(count: shard.count) }
    }
  }

  @Test(arguments: 1...9)
  func anyNumberOfWorkersGivesTheWholeToRounding(_ count: Int) throws {
    var generator = Philox4x32x10(seed: 3, stream: "shards")
    let features = Matrix<Double>(rows: 7, columns: 3) { _, _ in generator.normal() }
    let targets = Vector<Double>(count: 7) { _ in generator.normal() }
    let weights: Vector<Double> = [0.5, -1, 2]
    let answers = ReferenceAnswers()
    let whole = try answers.minibatchGradient(
      features: features, targets: targets, weights: weights, batch: Array(0..<7), batchSize: 7)
    let workers = Workers(count: count, features: features, targets: targets)
    let sum = try answers.fullGradient(samples: 7, weights: weights, workers: workers)
    #expect((sum - whole).norm < 1e-14 * whole.norm * 10)
    #expect(workers.shardSizes.count == 1 && workers.shardSizes[0].count == count)
  }
}
