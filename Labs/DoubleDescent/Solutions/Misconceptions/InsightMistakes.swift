import AnswerChecks
import DoubleDescentQuestions
import NumericCore

extension WrongAnswers {
  /// What is left of pure noise (7.9), with the mistakes asked for.
  public func predictedErrors(samples: Int, widths: [Int], deviation: Double) throws -> [NoiseErrors] {
    let noise = makes("deviation-for-variance") ? deviation : deviation * deviation
    return widths.map { width in
      let used = makes("no-stop") ? width : min(width, samples)
      let share = Double(used) / Double(samples)
      let extra = makes("noise-averages-out") ? 0 : (makes("twice-the-share") ? 2 : 1) * share
      return NoiseErrors(
        training: noise * (makes("noise-stays") ? 1 : 1 - share),
        fresh: noise * (makes("fresh-like-training") ? 1 - share : 1 + extra))
    }
  }

  /// Who made the risk curve (7.10), with the mistakes asked for.
  public func suspect(data: CurveData, widths: [Int], training: Vector<Double>, test: Vector<Double>) throws
    -> Suspect
  {
    let found = try ReferenceAnswers().suspect(data: data, widths: widths, training: training, test: test)
    switch found {
    case .firstFeatures: if makes("narrow-models-only") || makes("training-only") { return .minimumNorm }
    case .otherTestFeatures: if makes("training-only") { return .minimumNorm }
    case .trainingTwice:
      if makes("training-only") { return .minimumNorm }
      if makes("zero-is-a-leak") { return .testInTraining }
    case .truncated, .testInTraining: if makes("left-error-is-a-penalty") { return .ridge }
    case .halfTheSamples: if makes("any-peak-will-do") { return .minimumNorm }
    case .ridge: if makes("no-peak-is-truncation") { return .truncated }
    case .minimumNorm: break
    }
    return found
  }
}

let noiseMisconceptions = [
  Misconception(
    "7.9", "noise-stays",
    "You expect noise to stay in the training error. Each feature takes an n-th of it in, until with n features nothing is left.",
    source: Origin.common("irreducible noise is taken to bound the training error too"), section: Section.noise),
  Misconception(
    "7.9", "noise-averages-out",
    "You expect σ² on fresh noise whatever p is. What a fit took in of the old noise is an error on the new one: σ² p/n.",
    source: Origin.common("\"noise averages out\""), section: Section.noise),
  Misconception(
    "7.9", "fresh-like-training",
    "You expect the same error on fresh noise as on that which was fitted. A fit knows nothing about new noise.",
    source: Origin.common("the training error is taken for the error"), section: Section.noise),
  Misconception(
    "7.9", "no-stop",
    "You count features beyond n. n features have taken in all noise there is: from there on both errors stand still.",
    source: Origin.common("1 - p/n is used where p is above n"), section: Section.noise),
  Misconception(
    "7.9", "twice-the-share",
    "You add 2 p/n. That is the distance between the two errors; measured from σ², the error on fresh noise is p/n higher.",
    source: "\"Some comments on C_p\" (Mallows, 1973): the correction 2pσ²/n of a training error",
    section: Section.noise),
  Misconception(
    "7.9", "deviation-for-variance",
    "You scale with σ. A squared error grows as σ².",
    source: Origin.common("standard deviation for variance"), section: Section.noise),
]

let suspectMisconceptions = [
  Misconception(
    "7.10", "training-only",
    "You look at training errors. Several suspects fit the training samples alike and part on the test samples.",
    source: Origin.common("a test that training does well is taken for a test of the program"), section: Section.reading
  ),
  Misconception(
    "7.10", "narrow-models-only",
    "You look at widths up to n. Solutions are unique there; which one was taken among many shows beyond.",
    source: "MATLAB, `A\\b`, which beyond n gives a solution with zeros, and not the shortest", section: Section.reading
  ),
  Misconception(
    "7.10", "left-error-is-a-penalty",
    "You take every training error that stays above 0 for a penalty. Dropped singular values leave one too, and so do samples that were fitted but aren't counted.",
    source: Origin.common("regularization is the first explanation that comes to mind"), section: Section.reading),
  Misconception(
    "7.10", "zero-is-a-leak",
    "You take a test error of 0 for a leak. With test samples in training the peak moves to a larger p; look whether both curves are one.",
    source: Origin.common("too good a result is called leakage"), section: Section.reading),
  Misconception(
    "7.10", "any-peak-will-do",
    "You see a peak and are content. Its place says how many samples were fitted: it has to be at p = n.",
    source: Origin.pujari("Double Descent") + ": a curve without numbers on its axes", section: Section.reading),
  Misconception(
    "7.10", "no-peak-is-truncation",
    "You take a curve without a peak for dropped singular values. A penalty flattens the peak too: compare the numbers at small p, where nothing was dropped.",
    source: Origin.common("two remedies with one effect"), section: Section.reading),
]
