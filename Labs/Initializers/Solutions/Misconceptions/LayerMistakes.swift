import AnswerChecks
import InitializersQuestions
import NumericCore

extension WrongAnswers {
  /// An orthogonal matrix from a Gaussian one (2.6), with the mistakes asked for.
  public func orthogonal(gaussian: Matrix<Double>) throws -> Matrix<Double> {
    let isTall = gaussian.rows >= gaussian.columns || makes("wide-not-transposed")
    let q = try orthonormal(isTall ? gaussian : gaussian.transposed)
    return isTall != makes("transposed") ? q : q.transposed
  }

  private func orthonormal(_ tall: Matrix<Double>) throws -> Matrix<Double> {
    if makes("columns-normalized") {
      return Matrix(columns: (0..<tall.columns).map { unit(tall.column($0)) })
    }
    if makes("only-scaled") { return tall / Double(tall.rows).squareRoot() }
    let factors = try qr(tall)
    if makes("triangle-returned") { return factors.r }
    return makes("signs-turned") ? -factors.q : factors.q
  }

  private func unit(_ x: Vector<Double>) -> Vector<Double> { x / x.dot(x).squareRoot() }

  /// What a layer does to mean squares (2.7), with the mistakes asked for.
  public func layerMoments(fanIn: Int, inputMean: Double, inputVariance: Double, weightVariance: Double) throws
    -> LayerMoments
  {
    let square = makes("mean-ignored") ? 0 : makes("mean-not-squared") ? inputMean : inputMean * inputMean
    let weight = makes("deviation-for-variance") ? weightVariance.squareRoot() : weightVariance
    let fan = makes("fan-in-forgotten") ? 1 : Double(fanIn)
    let outputVariance = fan * weight * (inputVariance + square)
    var share = makes("half-forgotten") ? 1 : makes("amplitude-halved") ? 0.25 : 0.5
    if makes("variance-for-second-moment") { share -= 1 / (2 * Double.pi) }
    return LayerMoments(outputVariance: outputVariance, rectifiedSecondMoment: outputVariance * share)
  }

  /// Draw a layer's weights (2.8), with the mistakes asked for.
  public func sampleHeNormal(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) throws
    -> Matrix<Double>
  {
    let fan = Double(makes("fan-out-for-fan-in") ? outputs : inputs)
    let variance = (makes("factor-forgotten") ? 1 : 2) / fan
    let spread = makes("variance-for-deviation") ? variance : variance.squareRoot()
    let (rows, columns) = makes("transposed") ? (outputs, inputs) : (inputs, outputs)
    var copy = makes("fixed-seed") ? Philox4x32x10(seed: 42) : generator
    let weights = draw(rows, columns, spread, using: &copy)
    if !makes("fixed-seed"), !makes("generator-copied") { generator = copy }
    return weights
  }

  private func draw(_ rows: Int, _ columns: Int, _ spread: Double, using generator: inout Philox4x32x10)
    -> Matrix<Double>
  {
    if makes("one-draw-for-all") {
      return Matrix(rows: rows, columns: columns, repeating: generator.normal(standardDeviation: spread))
    }
    if makes("uniform") { return .uniform(rows: rows, columns: columns, in: -spread..<spread, using: &generator) }
    return .normal(rows: rows, columns: columns, standardDeviation: spread, using: &generator)
  }
}

let orthogonalMisconceptions = [
  Misconception(
    "2.6", "columns-normalized",
    "Your columns have length 1 but aren't at right angles. Normalizing is only half of it: take Q of the QR factors.",
    source: Origin.common("orthonormal is read as normal"), section: Section.orthogonal),
  Misconception(
    "2.6", "only-scaled",
    "You scale the Gaussian matrix. Its columns are at right angles only on average, and the more so the longer they are.",
    source: Origin.common("random directions in many dimensions are nearly orthogonal"), section: Section.orthogonal),
  Misconception(
    "2.6", "triangle-returned", "You return R, the triangle. The orthonormal factor is Q.",
    source: Origin.common("the second of the two factors is taken"), section: Section.orthogonal),
  Misconception(
    "2.6", "signs-turned",
    "Your matrix has all signs turned: it is orthogonal, but belongs to a negative diagonal of R.",
    source: "\"How to generate random matrices from the classical compact groups\" (Mezzadri, 2007), section 5",
    section: Section.orthogonal, credit: 0.5),
  Misconception(
    "2.6", "wide-not-transposed",
    "Your wide matrices come out square. Factor the transpose, which is tall, and transpose Q back.",
    source: Origin.common("QR is applied to a wide matrix as it is"), section: Section.orthogonal),
  Misconception(
    "2.6", "transposed", "Your matrix is transposed. Give it the shape of the Gaussian one, [inputs, outputs].",
    source: "PyTorch's weights lie as [outputs, inputs]", section: Section.orthogonal),
]

let momentsMisconceptions = [
  Misconception(
    "2.7", "variance-for-second-moment",
    """
    Your second value is the variance of y, about 0.34 of Var[z]. The next layer's sum needs the second moment, which \
    is half of it: y has a mean, and its square counts too.
    """,
    source: Origin.hePaper + ", section 2.2, warns of it: E[x²] isn't Var[x] where the mean isn't 0",
    section: Section.moments),
  Misconception(
    "2.7", "mean-ignored",
    "You use the variance of the inputs alone. With weights of mean 0, the sum's variance is made of E[x²].",
    source: Origin.glorotPaper + ", whose inputs have mean 0", section: Section.moments),
  Misconception(
    "2.7", "mean-not-squared", "You add the mean itself to the variance. E[x²] is the variance plus the squared mean.",
    source: Origin.common("the square is forgotten"), section: Section.moments),
  Misconception(
    "2.7", "fan-in-forgotten",
    "You have one input's share only. Variances of independent terms add up: times the fan-in.",
    source: Origin.common("the sum is taken for an average of equal terms"), section: Section.moments),
  Misconception(
    "2.7", "deviation-for-variance",
    "You multiply by the standard deviation of the weights. It is the variance that multiplies E[x²].",
    source: Origin.common("σ and σ² are mixed up"), section: Section.moments),
  Misconception(
    "2.7", "half-forgotten",
    "Your rectifier lets everything through. Half of a symmetric signal is cut off, so E[y²] is half.",
    source: Origin.glorotPaper + ", whose units are linear", section: Section.moments),
  Misconception(
    "2.7", "amplitude-halved",
    "You halve the signal and then square it. The rectifier keeps half of the values whole: the mean square is halved.",
    source: Origin.common("half of the values is read as half of each value"), section: Section.moments),
]

let samplingMisconceptions = [
  Misconception(
    "2.8", "fan-out-for-fan-in", "Your spread follows the fan-out. It is 2 over the number of inputs under the root.",
    source: Origin.hePaper + ", equation 14: the backward form", section: Section.he),
  Misconception(
    "2.8", "factor-forgotten", "Your spread is too small by √2: the rectifier's factor 2 is missing.",
    source: "\"Efficient BackProp\" (LeCun and others, 1998)", section: Section.he),
  Misconception(
    "2.8", "variance-for-deviation", "You pass the variance where a standard deviation is asked for. Take the root.",
    source: Origin.falcao(on: "weight initialization") + ", whose table gives σ²", section: Section.spread),
  Misconception(
    "2.8", "transposed", "Your matrix is [outputs, inputs]. Weights lie as [inputs, outputs] here.",
    source: "PyTorch's weights lie as [outputs, inputs]", section: Section.fans),
  Misconception(
    "2.8", "uniform",
    "Your weights are uniform between plus and minus the standard deviation. Asked is the normal form.",
    source: Origin.common("the standard deviation is used as a bound"), section: Section.spread),
  Misconception(
    "2.8", "fixed-seed",
    "Your weights don't follow the generator that is given: you made one with a seed of its own. Draw from `generator`.",
    source: Origin.common("seed 42 is copied from a notebook"), section: Section.sampling),
  Misconception(
    "2.8", "generator-copied",
    "You draw from a copy of the generator. It never moves on, so every layer of this shape gets the same weights.",
    source: Origin.common("`var mine = generator` copies a value"), section: Section.sampling),
  Misconception(
    "2.8", "one-draw-for-all", "All your weights are one draw. Each needs its own, or the units never part.",
    source: Origin.common("`repeating:` draws once and copies"), section: Section.sampling),
]
