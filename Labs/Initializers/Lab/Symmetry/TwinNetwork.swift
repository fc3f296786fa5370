import DeepLearning
import NumericCore

/// A small network of rectifiers that is trained by products written out, to see whether its hidden units part.
struct TwinNetwork: Sendable {
  /// How the products over hidden units are taken.
  enum Products: String, CaseIterable, Sendable {
    /// One matrix-vector product a unit: each unit is treated alike.
    case unitByUnit
    /// The same, but for the units beyond the last whole block: theirs are added up in two halves, as a kernel may do at the
    /// edge of a block.
    case edgeInHalves
    /// One product of whole matrices, which BLAS cuts in blocks as its kernel for this processor does.
    case blocked
  }

  /// How many units a block holds.
  static let block = 16
  /// The first unit beyond the last whole block.
  static var edge: Int { hidden / block * block }

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
    if products == .blocked { return samples.dot(first) }
    return Matrix(columns: (0..<first.columns).map { product(samples, first.column($0), ofUnit: $0) })
  }

  /// What comes back to the hidden units, `[samples, hidden]`.
  private func backward(_ delta: Matrix<Float>) -> Matrix<Float> {
    if products == .blocked { return delta.dot(second.transposed) }
    return Matrix(columns: (0..<second.rows).map { product(delta, second.row($0), ofUnit: $0) })
  }

  /// The gradient of the outgoing weights, `[hidden, outputs]`.
  private func gradient(_ units: Matrix<Float>, _ delta: Matrix<Float>) -> Matrix<Float> {
    if products == .blocked { return units.transposed.dot(delta) }
    let turned = delta.transposed
    return Matrix(rows: (0..<units.columns).map { product(turned, units.column($0), ofUnit: $0) })
  }

  /// The gradient of the incoming weights, `[inputs, hidden]`.
  private func gradient(_ samples: Matrix<Float>, ofUnits back: Matrix<Float>) -> Matrix<Float> {
    let turned = samples.transposed
    if products == .blocked { return turned.dot(back) }
    return Matrix(columns: (0..<back.columns).map { product(turned, back.column($0), ofUnit: $0) })
  }

  /// A product that belongs to one unit.
  private func product(_ matrix: Matrix<Float>, _ vector: Vector<Float>, ofUnit unit: Int) -> Vector<Float> {
    guard products == .edgeInHalves, unit >= Self.edge else { return matrix.dot(vector) }
    let (half, whole) = (vector.count / 2, vector.count)
    return matrix[columns: 0..<half].dot(Vector(vector[0..<half]))
      + matrix[columns: half..<whole].dot(Vector(vector[half..<whole]))
  }
}
