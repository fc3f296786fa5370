import DropoutQuestions
import NumericCore

/// What the outputs of a dropout layer give away, one sign at a time.
struct LayerSigns {
  /// Kept units come out divided by p in training.
  var isDividedInTraining: Bool
  /// All units come out multiplied by p in inference.
  var isMultipliedInInference: Bool
  /// Units are missing in inference.
  var dropsInInference: Bool
  /// The share that is kept lies nearer to 1 - p than to p.
  var keepsFewOrMany: Bool
  /// All samples miss the same units.
  var sharesItsMask: Bool

  init(keepProbability: Double, activations: Vector<Double>, training: Matrix<Double>, inference: Matrix<Double>) {
    let kept = training.elements.filter { $0 != 0 }
    let share = Double(kept.count) / Double(training.elements.count)
    let factors = zip(training.elements, Self.repeated(activations, training.rows)).filter { $0.0 != 0 }.map { $0 / $1 }
    let factor = factors.reduce(0, +) / Double(max(factors.count, 1))
    let rows = Set((0..<training.rows).map { training.row($0) })
    isDividedInTraining = Swift.abs(factor - 1 / keepProbability) < Swift.abs(factor - 1)
    isMultipliedInInference = Swift.abs(inference[0, 0] - activations[0]) > 1e-9 * Swift.abs(activations[0])
    dropsInInference = inference.elements.contains(0)
    keepsFewOrMany = Swift.abs(share - keepProbability) > Swift.abs(share - (1 - keepProbability))
    sharesItsMask = rows.count == 1
  }

  /// The suspect with these signs.
  var suspect: Suspect {
    if dropsInInference { return .stillDropping }
    if isDividedInTraining, isMultipliedInInference { return .scaledTwice }
    if isMultipliedInInference { return .plain }
    if !isDividedInTraining { return .neverScaled }
    if sharesItsMask { return .oneMask }
    return keepsFewOrMany ? .dropsWithP : .inverted
  }

  private static func repeated(_ row: Vector<Double>, _ count: Int) -> [Double] {
    (0..<count).flatMap { _ in row.elements }
  }
}
