import Foundation
import NumericCore
import Techniques

/// Our linear models and metrics beside scikit-learn's and NumPy's, on the same data.
struct ModelBenchmarks {
  private let peer: PeerProcess
  private let progress: Progress
  private let folder: URL

  static func all(_ progress: Progress) throws -> [Benchmark] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-models-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    guard let peer = PeerProcess(["python3", Peer.script("scikit_learn_models.py").path, folder.path]) else {
      progress.note("scikit-learn isn't installed for python3: there is no comparison with it.")
      return []
    }
    let benchmarks = ModelBenchmarks(peer: peer, progress: progress, folder: folder)
    return try benchmarks.lassoPaths() + benchmarks.rankings() + [benchmarks.riskCurve()].compactMap { $0 }
  }

  /// A path of 100 strengths on 2,000 samples of 500 features; at scikit-learn's own tolerance, and at a tight one.
  private func lassoPaths() throws -> [Benchmark] {
    var draws = Philox4x32x10(seed: 1, stream: "benchmark-lasso")
    let features = Matrix<Double>.normal(rows: 2000, columns: 500, using: &draws)
    let truth = Vector<Double>(count: 500) { $0 % 10 == 0 ? 1 + Double($0) / 500 : 0 }
    let targets = features.dot(truth) + Vector.normal(2000, standardDeviation: 3, using: &draws)
    try write(features.elements, "regression-features")
    try write(targets.elements, "regression-targets")
    return [("lasso-path", 2e-4), ("lasso-path-to-1e-8", 2e-8)].compactMap { name, relativeGap in
      compare(name, rounds: 7, target: 1) {
        guard let problem = try? PenalizedRegression(features: features, targets: targets) else { return }
        _ = RegressionPath(problem, strengths: RegressionPath.strengths(for: problem), relativeGap: relativeGap)
      }
    }
  }

  /// Ten million scores, one in fifty positive.
  private func rankings() throws -> [Benchmark] {
    var draws = Philox4x32x10(seed: 1, stream: "benchmark-scores")
    let isPositive = (0..<10_000_000).map { _ in draws.uniform() < 0.02 }
    let scores = isPositive.map { draws.uniform() + ($0 ? 0.3 : 0) }
    try write(scores, "scores")
    try write(isPositive.map { $0 ? 1 : 0 }, "labels")
    let metrics: [(String, (RankedScores) -> Double?)] = [
      ("roc-area", \.rocArea), ("average-precision", \.averagePrecision),
    ]
    return metrics.compactMap { name, metric in
      compare(name, rounds: 3, target: 1) { _ = try? metric(RankedScores(scores, isPositive: isPositive)) }
    }
  }

  /// 1,000 samples, 20 widths up to 10,000 random features.
  private func riskCurve() throws -> Benchmark? {
    var draws = Philox4x32x10(seed: 1, stream: "benchmark-risk")
    let inputs = Matrix<Double>.normal(rows: 1000, columns: 100, using: &draws)
    let features = RandomReLUFeatures(inputs: 100, count: 10_000, draws: &draws).features(of: inputs)
    let targets = Matrix<Double>.normal(rows: 1000, columns: 10, using: &draws)
    let widths = (0..<20).map { Int((10 * pow(1000, Double($0) / 19)).rounded()) }
    try write(features.elements, "risk-features")
    try write(targets.elements, "risk-targets")
    try Data(widths.map(String.init).joined(separator: " ").utf8).write(to: folder.appending(path: "widths"))
    return compare("risk-curve", rounds: 3, target: 1.0 / 3) {
      guard var problem = try? NestedLeastSquares(features: features, targets: targets) else { return }
      for width in widths { _ = try? problem.weights(width: width) }
    }
  }

  private func write(_ numbers: [Double], _ name: String) throws {
    try numbers.withUnsafeBytes { try Data($0).write(to: folder.appending(path: name)) }
  }

  private func compare(_ name: String, rounds: Int, target: Double, _ work: @escaping () -> Void) -> Benchmark? {
    progress.say("models: \(name)")
    let times = medians(
      of: [
        Contestant("ours") { _ in measure(work) },
        Contestant(peer.name) { peer.milliseconds("once", name, batch: 1, seconds: $0) },
      ], rounds: rounds, seconds: 0)
    guard let ours = times[0], let theirs = times[1] else {
      progress.note("\(peer.name) gave no answer for \(name).")
      return nil
    }
    return Benchmark("models/\(name)", value: ours, bound: theirs, target: target, against: peer.name)
  }
}
