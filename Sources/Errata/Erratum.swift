import AnswerChecks
import LabKit
import NumericCore

/// What figures are drawn from.
struct Setting: Sendable {
  /// How much is run.
  var scale: Scale
  /// The seed of all draws.
  var seed: UInt64

  /// One of two values by scale.
  func at<Value>(quick: Value, lecture: Value) -> Value { scale == .quick ? quick : lecture }

  /// The random draws of a figure.
  func draws(_ figure: String) -> Philox4x32x10 { Philox4x32x10(seed: seed, stream: "errata/\(figure)") }
}

/// A figure that shows what slips of the lectures lead to.
struct Erratum: Sendable {
  /// The figure's name, as `adam-root`.
  let name: String
  /// One sentence for `--list`.
  let summary: String
  /// The mistakes of the labs that the figure runs; none where no lab asks for it yet.
  let mistakes: [Misconception]
  private let draw: @Sendable (Setting) throws -> Picture

  /// A figure that `draw` makes.
  init(
    _ name: String, _ summary: String, mistakes: [Misconception] = [],
    draw: @escaping @Sendable (Setting) throws -> Picture
  ) {
    (self.name, self.summary, self.mistakes, self.draw) = (name, summary, mistakes, draw)
  }

  /// What is drawn, before it has its place on a page.
  func picture(in setting: Setting) throws -> Picture { try draw(setting) }

  /// The figure as a lab draws it: the caption names the exercises that ask for what is right.
  var experiment: Experiment<Setting> {
    Experiment(name, summary) { setting in
      try picture(in: setting).drawing(name, credit: credit)
    }
  }

  private var credit: String {
    let names = mistakes.map { "\($0.exercise) \($0.name)" }
    return names.isEmpty ? "" : " Exercise and mistake: \(names.joined(separator: ", "))."
  }
}

/// Answers that make one known mistake of a lab, or several at once as a slide does.
struct Slip<Answers: Sendable>: Sendable {
  /// What the lab says about them.
  let mistakes: [Misconception]
  /// Answers that are right but for them.
  let answers: Answers
}

extension SolutionSet {
  /// Answers with the mistakes `names` of `exercise`. A name that the lab doesn't know would silently give right answers,
  /// so it stops the program.
  func slip(_ exercise: String, _ names: String...) -> Slip<Answers> {
    let mistakes = names.map { name in
      guard let known = misconceptions.first(where: { $0.exercise == exercise && $0.name == name }) else {
        fatalError("Exercise \(exercise) has no mistake \(name).")
      }
      return known
    }
    return Slip(mistakes: mistakes, answers: wrong(Set(names)))
  }
}
