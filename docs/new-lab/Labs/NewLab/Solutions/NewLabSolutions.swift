import AnswerChecks
import NewLabQuestions

/// The reference answers and everything known about wrong ones.
public let newLabSolutions = SolutionSet<any NewLabQuestions>(
  exercises: newLabExercises, reference: ReferenceAnswers(), misconceptions: rootMeanSquareMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// The handout's headings that explain a mistake.
private enum Section {
  static let size = "How large numbers are"
}

private let rootMeanSquareMisconceptions = [
  Misconception(
    "99.1", "root-forgotten",
    "This is the mean of the squares. Its unit is the square of x's; take the root of it.",
    source: Origin.common("the name is read without its first word"), section: Section.size),
  Misconception(
    "99.1", "mean-forgotten",
    "This is the length of x: it grows with the number of values. Divide the sum of the squares by n before the root.",
    source: Origin.common("a function `norm` is at hand and taken"), section: Section.size),
  Misconception(
    "99.1", "absolute-values",
    "This is the mean of the absolute values. Large values count for more here: square them, and take the root of the mean.",
    source: Origin.common("signs are removed in the other way"), section: Section.size),
  Misconception(
    "99.1", "mean-subtracted",
    "This is the standard deviation: the mean is subtracted before squaring. Square the values as they are.",
    source: Origin.common("the two agree where the mean is 0"), section: Section.size),
  Misconception(
    "99.1", "one-fewer",
    "You divide by n - 1. That belongs to a variance around an estimated mean; here no mean is estimated. Divide by n.",
    source: Origin.common("the sample variance's divisor is carried over"), section: Section.size),
]
