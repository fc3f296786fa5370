import DeepLearning
import Foundation

/// A training step (forward, backward, update) beside the time of its products alone.
enum StepBenchmarks {
  static func all(_ progress: Progress) -> [Benchmark] {
    let others = BareProducts.otherKernels()
    return BareProducts.batches.flatMap { batch in
      progress.say("training: a step of \(batch)")
      return benchmarks(batch, others)
    }
  }

  /// What a step may take, as a multiple of its products. In smaller batches the update weighs more than the products,
  /// and there is no target.
  static func target(_ batch: Int) -> Double? {
    switch batch {
    case 128...: 1.2
    case 32...: 1.5
    default: nil
    }
  }

  private static func benchmarks(_ batch: Int, _ otherKernels: [PeerProcess]) -> [Benchmark] {
    // As many samples as the products have, so that both find them in the same cache.
    let samples = OurTraining.samples(batch * StepMemory.batches(of: batch))
    let ours = OurTraining.Method.allCases.map { method in
      Contestant.making(
        method.rawValue, steps: OurTraining.training(method, batch: batch, on: samples, isShuffled: false))
    }
    let products = BareProducts.contestants(batch: batch)
    let others = otherKernels.map { kernel in
      Contestant(kernel.name) { kernel.milliseconds("products", "any", batch: batch, seconds: $0) }
    }
    let times = medians(of: ours + products + others, rounds: 9, seconds: 0.04)
    let names = products.map(\.name) + otherKernels.map { $0.arrangement ?? $0.name }
    let limits = zip(names, times.dropFirst(ours.count)).compactMap { name, time in time.map { (name, $0) } }
    guard let limit = limits.min(by: { $0.1 < $1.1 }) else { return [] }
    return zip(ours, times).compactMap { contestant, time in
      time.map {
        Benchmark(
          "training/step/\(contestant.name)/\(batch)", value: $0, bound: limit.1, target: target(batch),
          against: "products alone: \(limit.0)")
      }
    }
  }
}
