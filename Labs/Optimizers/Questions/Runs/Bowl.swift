import NumericCore

/// A quadratic bowl described by its principal axes: f(w) = 1/2 Σ λᵢ cᵢ², where cᵢ is how far w lies from the minimum
/// along axis i.
public struct Bowl: Codable, Sendable, Equatable {
  /// λ, the curvature along each axis, `[dimensions]`.
  public let eigenvalues: Vector<Double>
  /// The axes as columns, `[dimensions, dimensions]`, orthogonal and of length 1.
  public let axes: Matrix<Double>
  /// Where f is smallest, `[dimensions]`.
  public let minimum: Vector<Double>

  /// A bowl with these axes.
  public init(eigenvalues: Vector<Double>, axes: Matrix<Double>, minimum: Vector<Double>) {
    self.eigenvalues = eigenvalues
    self.axes = axes
    self.minimum = minimum
  }

  /// A bowl in the plane whose first axis is turned by `degrees` from the w₁ axis, against the clock.
  public init(eigenvalues: Vector<Double>, rotatedBy degrees: Double, minimum: Vector<Double> = [0, 0]) {
    let angle = degrees * .pi / 180
    self.init(
      eigenvalues: eigenvalues, axes: [[cos(angle), -sin(angle)], [sin(angle), cos(angle)]], minimum: minimum)
  }

  /// H = Q diag(λ) Qᵀ, with the axes as the columns of Q.
  public var hessian: Matrix<Double> {
    Matrix(rows: minimum.count, columns: minimum.count) { row, column in
      eigenvalues.indices.reduce(0) { $0 + eigenvalues[$1] * axes[row, $1] * axes[column, $1] }
    }
  }

  /// b, so that f(w) is 1/2 wᵀHw - bᵀw up to a constant.
  public var linearTerm: Vector<Double> {
    Vector(count: minimum.count) { hessian.row($0).dot(minimum) }
  }

  func value(at w: Vector<Double>) -> Double {
    var sum = 0.0
    for axis in eigenvalues.indices {
      let distance = distance(from: w, along: axis)
      sum += eigenvalues[axis] * distance * distance
    }
    return sum / 2
  }

  func gradient(at w: Vector<Double>, into gradient: inout Vector<Double>) {
    for index in gradient.indices { gradient[index] = 0 }
    for axis in eigenvalues.indices {
      let slope = eigenvalues[axis] * distance(from: w, along: axis)
      for index in gradient.indices { gradient[index] += slope * axes[index, axis] }
    }
  }

  private func distance(from w: Vector<Double>, along axis: Int) -> Double {
    var sum = 0.0
    for index in w.indices { sum += axes[index, axis] * (w[index] - minimum[index]) }
    return sum
  }
}
