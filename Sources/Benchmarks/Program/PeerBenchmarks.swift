import DeepLearning
import Foundation

/// Our training beside PyTorch's and JAX's, where they are installed: samples per second of one training, and of eight
/// independent trainings.
struct PeerBenchmarks {
  private let peers: [PeerProcess]
  private let samples = OurTraining.samples()
  /// For single samples, where an epoch of 60,000 takes long. Still more than a processor's caches hold, as batches are
  /// gathered from all over the data.
  private let fewerSamples = OurTraining.samples(12_000)
  private let progress: Progress

  static func all(_ progress: Progress) -> [Benchmark] {
    let scripts = ["PyTorch": "pytorch_training.py", "JAX": "jax_training.py"]
    let peers = scripts.sorted { $0.key > $1.key }.compactMap { name, script in
      let process = PeerProcess(["python3", Peer.script(script).path, "--answer"])
      if process == nil { progress.note("\(name) isn't installed for python3: there is no comparison with it.") }
      return process
    }
    return peers.isEmpty ? [] : PeerBenchmarks(peers: peers, progress: progress).all()
  }

  private init(peers: [PeerProcess], progress: Progress) {
    self.peers = peers
    self.progress = progress
  }

  private func all() -> [Benchmark] {
    let single = OurTraining.Method.allCases.flatMap { method in
      BareProducts.batches.flatMap { batch in
        compare(
          "step", method.rawValue, batch, rounds: batch < 8 ? 5 : 7,
          OurTraining.training(method, batch: batch, on: batch == 1 ? fewerSamples : samples, isShuffled: true),
          samplesOfStep: batch,
          targets: (pyTorch: Self.target(batch), better: Self.targetOfBetter(batch)))
      }
    }
    let sweeps = [32, 128].flatMap { batch in
      compare(
        "sweep", "momentum", batch, rounds: 5, OurTraining.sweep(batch: batch, on: samples), samplesOfStep: 8 * batch,
        targets: (pyTorch: 3, better: Self.targetOfBetter(batch)))
    }
    return single + sweeps
  }

  /// What our rate shall be, as a multiple of PyTorch's.
  static func target(_ batch: Int) -> Double {
    switch batch {
    case 512...: 1.2
    case 128...: 2
    default: 3
    }
  }

  /// What it shall be as a multiple of the better peer's.
  static func targetOfBetter(_ batch: Int) -> Double { (8...128).contains(batch) ? 1.5 : 1 }

  private func compare(
    _ kind: String, _ method: String, _ batch: Int, rounds: Int, _ train: @escaping (Int) -> Int, samplesOfStep: Int,
    targets: (pyTorch: Double, better: Double)
  ) -> [Benchmark] {
    progress.say("peers: \(kind == "step" ? "one training" : "eight trainings") with \(method), batch \(batch)")
    let others = peers.map { peer in
      Contestant(peer.name) { peer.milliseconds(kind, method, batch: batch, seconds: $0) }
    }
    let times = medians(of: [Contestant.making("ours", steps: train)] + others, rounds: rounds, seconds: 0.1)
    guard let ours = times[0].map({ Double(samplesOfStep) / $0 * 1e3 }) else { return [] }
    let rates = zip(peers, times.dropFirst()).compactMap { peer, time -> (name: String, rate: Double)? in
      guard let time else {
        progress.note("\(peer.name) gave no answer for batch \(batch) with \(method).")
        return nil
      }
      let way = peer.arrangement.map { ", \($0)" } ?? ""
      return (peer.name + way, Double(samplesOfStep) / time * 1e3)
    }
    let name = "peers/\(kind == "step" ? "training" : "sweep-of-eight")/\(method)/\(batch)"
    func benchmark(_ suffix: String, _ peer: (name: String, rate: Double), _ target: Double) -> Benchmark {
      Benchmark(
        name + suffix, unit: .samplesPerSecond, value: ours, bound: peer.rate, target: target, against: peer.name)
    }
    let pyTorch = rates.filter { $0.name.hasPrefix("PyTorch") }.map {
      benchmark("-against-pytorch", $0, targets.pyTorch)
    }
    let better = rates.max { $0.rate < $1.rate }.map { benchmark("-against-the-better", $0, targets.better) }
    return pyTorch + (better.map { [$0] } ?? [])
  }
}
