import DeepLearning
import NumericCore

/// A small network of rectifiers that is trained by products written out, to see whether its hidden units part.
struct TwinNetwork: Sendable {
  /// How the products over hidden units are taken.
  enum Products: String, CaseIterable, Sendable {
    /// One matrix-vector product a unit: each unit is treated alike.
    case unitByUnit
    /// One product of whole matrices, which BLAS cuts in blocks.
    case blocked
  }

  static let hidden = 50
  private static let learningRate: Float = 0.1

  let products: Products
  private(set) var first: Matrix<Float>
  private(set) var second: Matrix<Float>

  /// A network that starts at these weights, without biases.
  init(_ products: Products, first: Matrix<Float>, second: Matrix<Float>) {
    self.products = products
    self.first = first
    self.second = second
  }

  /// The largest difference between the incoming weights of two hidden units.
  var unlikeness: Double { Double((first.max(over: .columns) - first.min(over: .columns)).max()) }

  /// Takes one step of gradient descent. Returns the loss before it.
  mutating func step(_ samples: Matrix<Float>, _ labels: [Int]) -> Double {
    let sums = forward(samples)
    let units = sums.map { max($0, 0) }
    let (loss, delta) = Loss.softmaxCrossEntropy.gradient(
      outputs: units.dot(second), targets: .classes(labels))
    let back = backward(delta) * sums.map { $0 > 0 ? 1 : 0 }
    let secondGradient = gradient(units, delta)
    first = first - Self.learningRate * gradient(samples, ofUnits: back)
    second = second - Self.learningRate * secondGradient
    return loss
  }

  /// The sums of the hidden units, `[samples, hidden]`.
  private func forward(_ samples: Matrix<Float>) -> Matrix<Float> {
    switch products {
    case .blocked: samples.dot(first)
    case .unitByUnit: Matrix(columns: (0..<first.columns).map { samples.dot(first.column($0)) })
    }
  }

  /// What comes back to the hidden units, `[samples, hidden]`.
  private func backward(_ delta: Matrix<Float>) -> Matrix<Float> {
    switch products {
    case .blocked: delta.dot(second.transposed)
    case .unitByUnit: Matrix(columns: (0..<second.rows).map { delta.dot(second.row($0)) })
    }
  }

  /// The gradient of the outgoing weights, `[hidden, outputs]`.
  private func gradient(_ units: Matrix<Float>, _ delta: Matrix<Float>) -> Matrix<Float> {
    switch products {
    case .blocked: return units.transposed.dot(delta)
    case .unitByUnit:
      let turned = delta.transposed
      return Matrix(rows: (0..<units.columns).map { turned.dot(units.column($0)) })
    }
  }

  /// The gradient of the incoming weights, `[inputs, hidden]`.
  private func gradient(_ samples: Matrix<Float>, ofUnits back: Matrix<Float>) -> Matrix<Float> {
    let turned = samples.transposed
    switch products {
    case .blocked: return turned.dot(back)
    case .unitByUnit: return Matrix(columns: (0..<back.columns).map { turned.dot(back.column($0)) })
    }
  }
}
