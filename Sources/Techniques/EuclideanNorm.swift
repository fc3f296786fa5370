/// √(Σ x²) in double precision, as scale · root, so that it neither overflows nor vanishes.
struct EuclideanNorm {
  private let scale: Double
  private let root: Double

  /// Squares with a sum in this range have lost nothing by overflow or underflow.
  private static let safeSums = 1e-280...1e300

  /// The norm of numbers whose squares were summed already; where that sum can't be relied on, they are scaled and summed
  /// again.
  init(sumOfSquares: Double, count: Int, element: (Int) -> Double) {
    if Self.safeSums.contains(sumOfSquares) {
      (scale, root) = (1, sumOfSquares.squareRoot())
      return
    }
    var largest = 0.0
    for index in 0..<count { largest = max(largest, abs(element(index))) }
    guard largest > 0 else {
      (scale, root) = (1, 0)
      return
    }
    var sum = 0.0
    for index in 0..<count {
      let share = element(index) / largest
      sum += share * share
    }
    (scale, root) = (largest, sum.squareRoot())
  }

  /// What the numbers must be multiplied by to have this norm; nothing where theirs isn't larger. Where one of them is
  /// infinite or no number, the root is no number or 0, and neither is larger.
  func factor(downTo limit: Double) -> Double? {
    let limit = limit / scale
    return root > limit ? limit / root : nil
  }
}
