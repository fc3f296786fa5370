import Foundation
import NumericCore

/// What PyTorch gave; torch_techniques.py asked it.
struct TorchNumbers: Decodable {
  struct Clipping: Decodable {
    let gradient: Vector<Double>
    let firstBlock: Int
    let limit: Double
    let byValue: Vector<Double>
    let byNorm: Vector<Double>
    let byGlobalNorm: Vector<Double>
  }

  struct Initializers: Decodable {
    let inputs: Int
    let outputs: Int
    let glorotUniform: Double
    let glorotNormal: Double
    let heUniform: Double
    let heNormal: Double
    let leCunUniform: Double
    let leCunNormal: Double
    let fanInUniform: Double
  }

  struct Penalties: Decodable {
    struct Penalty: Decodable {
      let value: Double
      let gradient: Vector<Double>
    }

    let weights: Vector<Double>
    let l1: Penalty
    let l2: Penalty
    let elasticNet: Penalty
    let lossGradient: Vector<Double>
    let decayed: Vector<Double>
  }

  struct MaxNorm: Decodable {
    let weights: Matrix<Double>
    let limit: Double
    let restored: Matrix<Double>
  }

  let schedules: [String: Vector<Double>]
  let clipping: Clipping
  let initializers: Initializers
  let penalties: Penalties
  let maxNorm: MaxNorm
  let optimizers: [String: [Vector<Float>]]

  /// The file next to this one.
  static func read(from source: String = #filePath) throws -> TorchNumbers {
    let file = URL(filePath: source).deletingLastPathComponent().appending(path: "torch_techniques.json")
    return try JSONDecoder().decode(TorchNumbers.self, from: Data(contentsOf: file))
  }
}
