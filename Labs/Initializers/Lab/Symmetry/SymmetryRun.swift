import DeepLearning
import LabKit
import NumericCore
import TrainingLabs

/// A run of the small network: how unlike its hidden units are after each step, and the loss before it.
struct SymmetryRun: Sendable {
  /// In tables and the manifest.
  let name: String
  /// In figures.
  let title: String
  /// Whether all weights are the same at the start.
  let isConstant: Bool
  /// From before the first step to after the last.
  private(set) var unlikeness: [Double] = []
  /// Before each step.
  private(set) var losses: [Double] = []

  /// The first step after which two units differed; nothing where none ever did.
  var firstUnlikeStep: Int? { unlikeness.firstIndex { $0 > 0 } }
  /// Whether all units were the same to the last bit at every step.
  var isAlike: Bool { firstUnlikeStep == nil }

  /// A constant start by each kind of product, and a random start.
  static func all(on images: ImageData, _ setting: Setting) throws -> [SymmetryRun] {
    let plans = [
      (constantByUnit, "constant, unit by unit", TwinNetwork.Products.unitByUnit, true),
      (constantInHalves, "constant, edge in halves", .edgeInHalves, true),
      (constantBlocked, "constant, BLAS", .blocked, true),
      ("random", "uniform 1/\\sqrt{m}", .blocked, false),
    ]
    return try plans.sideBySide { name, title, products, isConstant in
      var run = SymmetryRun(name: name, title: title, isConstant: isConstant)
      run.train(
        start(products, isConstant: isConstant, inputs: images.training.pixels.columns, setting.seed), images,
        steps: setting.scale == .quick ? 300 : 3000)
      return run
    }
  }

  static let constantByUnit = "constant-unit-by-unit"
  static let constantInHalves = "constant-edge-in-halves"
  static let constantBlocked = "constant-blocked"

  private static func start(
    _ products: TwinNetwork.Products, isConstant: Bool, inputs: Int, _ seed: UInt64
  ) -> TwinNetwork {
    func weights(_ rows: Int, _ columns: Int, layer: Int) -> Matrix<Float> {
      if isConstant { return Matrix(rows: rows, columns: columns, repeating: 0.01) }
      var draws = Philox4x32x10(seed: seed, stream: "symmetry").stream("weights", layer)
      return Matrix(converting: FanInUniform().weights(inputs: rows, outputs: columns, using: &draws))
    }
    return TwinNetwork(
      products, first: weights(inputs, TwinNetwork.hidden, layer: 0),
      second: weights(TwinNetwork.hidden, 10, layer: 1))
  }

  private mutating func train(_ start: TwinNetwork, _ images: ImageData, steps: Int) {
    var network = start
    let batch = 100
    let batches = images.training.count / batch
    unlikeness.append(network.unlikeness)
    for step in 0..<steps {
      let rows = step % batches * batch..<(step % batches + 1) * batch
      losses.append(network.step(images.training.pixels[rows: rows], Array(images.training.labels[rows])))
      unlikeness.append(network.unlikeness)
    }
  }
}
