import AnswerChecks
import DoubleDescentQuestions
import NumericCore

extension WrongAnswers {
  /// A random feature map (7.1), with the mistakes asked for.
  public func randomFeatures(samples: Matrix<Double>, directions: Matrix<Double>) throws -> Matrix<Double> {
    let lengths = directions.reduced(over: .columns) { $0.norm }
    var scaled = directions
    if makes("columns-scaled") {
      scaled = directions.dividing(.rows, by: directions.reduced(over: .rows) { $0.norm })
    } else if !makes("lengths-kept") {
      scaled = directions.dividing(.columns, by: makes("lengths-squared") ? square(lengths) : lengths)
    }
    if makes("rectified-before") { scaled = maximum(scaled, 0) }
    var inputs = samples
    if makes("samples-scaled") { inputs = samples.dividing(.columns, by: samples.reduced(over: .columns) { $0.norm }) }
    let products = inputs.dot(scaled, transposingRight: true)
    if makes("sizes-taken") { return abs(products) }
    return makes("rectified-before") ? products : maximum(products, 0)
  }

  /// Where the threshold lies (7.4), with the mistakes asked for.
  public func thresholds(samples: Int, inputs: Int, outputs: Int) throws -> Thresholds {
    let equations = makes("outputs-forgotten") ? samples : samples * outputs
    let bias = makes("biases-forgotten") ? 0 : 1
    var width = 1
    while parameters(inputs, width, outputs, bias: bias) < equations { width += 1 }
    if makes("rounded-down"), parameters(inputs, width, outputs, bias: bias) > equations { width -= 1 }
    return Thresholds(
      features: makes("outputs-times-features") ? samples * outputs : samples,
      degree: makes("degree-without-constant") ? samples : samples - 1, parameters: equations, width: width)
  }

  private func parameters(_ inputs: Int, _ width: Int, _ outputs: Int, bias: Int) -> Int {
    (inputs + bias) * width + (makes("first-layer-only") ? 0 : (width + bias) * outputs)
  }

  /// Condition numbers (7.7), with the mistakes asked for.
  public func conditionNumbers(features: Matrix<Double>, tolerance: Double) throws -> ConditionNumbers {
    let values = makes("column-lengths") ? sorted(features) : try singularValues(features)
    func smallest(_ values: Vector<Double>) -> Double {
      let bound = makes("absolute-tolerance") ? tolerance : tolerance * values[0]
      return values.filter { makes("zeros-counted") || $0 > bound }.min() ?? values[0]
    }
    func quotient(_ values: Vector<Double>) -> Double {
      makes("upside-down") ? smallest(values) / values[0] : values[0] / smallest(values)
    }
    let own = quotient(values)
    let products =
      makes("product-like-factor") ? own : makes("zeros-of-squares") ? quotient(square(values)) : own * own
    let sizes = [features.rows, features.columns].map {
      makes("expected-without-roots") ? Double($0) : Double($0).squareRoot()
    }
    return ConditionNumbers(
      features: own, products: products, expected: (sizes[0] + sizes[1]) / Swift.abs(sizes[0] - sizes[1]))
  }

  /// The lengths of the columns, the largest first.
  private func sorted(_ features: Matrix<Double>) -> Vector<Double> {
    Vector(features.reduced(over: .rows) { $0.norm }.sorted(by: >))
  }
}

let featureMisconceptions = [
  Misconception(
    "7.1", "lengths-kept",
    "You use the directions at the length that they were drawn with. Divide each by its own first.",
    source: Origin.common("\"random directions\" are taken to be normal vectors"), section: Section.features),
  Misconception(
    "7.1", "lengths-squared",
    "You divide by |v|², the product of v with itself. Its length |v| is the root of that.",
    source: Origin.common("`v.dot(v)` in place of `v.norm`"), section: Section.features),
  Misconception(
    "7.1", "columns-scaled",
    "You scale over the wrong axis: all directions' numbers for one input. A direction is a row, and each row gets length 1.",
    source: Origin.common("`axis=0` for `axis=1`"), section: Section.features),
  Misconception(
    "7.1", "samples-scaled",
    "You bring the samples to length 1 too. Only the directions are scaled: a sample that is twice as long has features twice as large.",
    source: Origin.common("the cosine of the angle is taken for the product"), section: Section.features),
  Misconception(
    "7.1", "sizes-taken",
    "You take the size |x·v|. A rectifier puts 0 where the product is negative.",
    source: Origin.common("`abs` in place of max(0, ·)"), section: Section.features),
  Misconception(
    "7.1", "rectified-before",
    "You cut the directions at 0, and not the products. Then the map is linear, and more of it makes no better model.",
    source: Origin.common("the rectifier is put on the weights"), section: Section.features),
]

let thresholdMisconceptions = [
  Misconception(
    "7.4", "outputs-times-features",
    "You need n k features. Each output has weights of its own, so n features already give n k weights: the peak stays at n.",
    source: Origin.belkin + ", whose networks peak at n k parameters and whose random features at n",
    section: Section.threshold),
  Misconception(
    "7.4", "degree-without-constant",
    "A polynomial of degree n has n + 1 coefficients, the constant too. One of degree n - 1 passes through n points.",
    source: Origin.dey("The problem of overfitting") + ": order 9 fits 10 points exactly", section: Section.threshold),
  Misconception(
    "7.4", "outputs-forgotten",
    "You ask for n trained numbers. Every sample has k targets to meet, and with shared parameters that makes n k equations.",
    source: Origin.pujari("Double Descent") + ": parameters against the sample size", section: Section.threshold),
  Misconception(
    "7.4", "biases-forgotten",
    "Your network has no biases. With them each hidden unit has d + 1 + k trained numbers, and the outputs k more.",
    source: Origin.common("weights are counted and biases aren't"), section: Section.threshold),
  Misconception(
    "7.4", "first-layer-only",
    "You count the first layer alone. The weights and biases of the outputs are trained too.",
    source: Origin.common("width times inputs is taken for the size of a network"), section: Section.threshold),
  Misconception(
    "7.4", "rounded-down",
    "Your width is a unit short: with it, the network has fewer numbers than there are targets. Round up.",
    source: Origin.common("`Int(...)` of a quotient"), section: Section.threshold),
]

let conditionMisconceptions = [
  Misconception(
    "7.7", "zeros-counted",
    "You divide by singular values that count as zero. The condition number is of the part that isn't zero.",
    source: Origin.numpy + ", `linalg.cond`, which takes the smallest whatever it is", section: Section.condition),
  Misconception(
    "7.7", "absolute-tolerance",
    "You compare singular values with the tolerance itself. It is a share of the largest: multiply Φ by 1000 and nothing may change.",
    source: Origin.common("`s > 1e-10`"), section: Section.condition),
  Misconception(
    "7.7", "product-like-factor",
    "You give ΦᵀΦ the condition number of Φ. Its singular values are the squares of those of Φ, so the number is squared.",
    source: Origin.common("the normal equations are taken to be as good as Φ"), section: Section.condition),
  Misconception(
    "7.7", "zeros-of-squares",
    "You look anew for zeros among the squares, and lose some that Φ has kept. The product's zeros are those of Φ.",
    source: Origin.common("the same tolerance is used for a matrix and its product"), section: Section.condition),
  Misconception(
    "7.7", "upside-down",
    "You divide the smallest by the largest. A condition number is at least 1.",
    source: "LAPACK, whose `rcond` is the reciprocal", section: Section.condition),
  Misconception(
    "7.7", "column-lengths",
    "You compare the lengths of the columns. Columns may be equally long and nearly the same: take singular values.",
    source: Origin.common("conditioning is taken for the scales of features alone"), section: Section.condition),
  Misconception(
    "7.7", "expected-without-roots",
    "You expect (n + p) / |n - p|. Singular values grow as the roots of the sides: √n and √p.",
    source: Origin.common("the law for ΦᵀΦ, whose bounds are squared, is carried over"), section: Section.condition),
]
