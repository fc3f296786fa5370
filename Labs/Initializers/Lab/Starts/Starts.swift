import AnswerChecks
import LabKit
import NumericCore

/// The starts that are drawn, and those that can't be.
struct Starts: Sendable {
  /// In the lecture's order.
  private(set) var drawn: [Start] = []
  /// What is left out, in the same order.
  private(set) var gaps: [Gap] = []

  /// The project's own. Without Techniques those that are exercises are left out.
  static var ofTheHouse: Starts {
    var starts = Starts()
    for name in StartName.allCases {
      if let rule = name.houseRule {
        starts.drawn.append(Start(name: name, rule: rule))
      } else {
        starts.gaps.append(name.unasked)
      }
    }
    return starts
  }

  /// Those of a student: what is an exercise is drawn by its answer, after a first small layer that it has to survive.
  static func of(_ answers: StudentAnswers) throws -> Starts {
    let tried = try StartName.allCases.sideBySide { name -> Result<Start, MissingAnswer> in
      guard let rule = name.rule(by: answers) ?? name.houseRule else { return .failure(name.unasked.missing) }
      return try attempt {
        var generator = Philox4x32x10(seed: 1, stream: "first-layer")
        _ = try rule.weights(of: LayerShape(inputs: 6, outputs: 4), using: &generator)
        return Start(name: name, rule: rule)
      }
    }
    var starts = Starts()
    for (name, result) in zip(StartName.allCases, tried) {
      switch result {
      case .success(let start): starts.drawn.append(start)
      case .failure(let missing): starts.gaps.append(Gap(what: name.title, missing: missing))
      }
    }
    return starts
  }
}

extension StartName {
  /// What is left out where nobody is asked how it is drawn.
  fileprivate var unasked: Gap { Gap(what: title, missing: .unasked(exercise ?? "")) }

  /// How a student's answers draw it; nothing where it is no exercise.
  fileprivate func rule(by answers: StudentAnswers) -> (any WeightRule)? {
    switch self {
    case .zeros, .zerosWithBiases, .standardNormal, .fanInUniform: nil
    case .glorotUniform: AnsweredRange(answers: answers)
    case .glorotNormal: AnsweredDeviation(exercise: "2.3", isUniform: false, answers: answers)
    case .heUniform: AnsweredDeviation(exercise: "2.4", isUniform: true, answers: answers)
    case .leCunNormal: AnsweredDeviation(exercise: "2.5", isUniform: false, answers: answers)
    case .leCunUniform: AnsweredDeviation(exercise: "2.5", isUniform: true, answers: answers)
    case .orthogonal: AnsweredWeights(exercise: .orthogonal, answers: answers)
    case .heNormal: AnsweredWeights(exercise: .heNormal, answers: answers)
    }
  }
}
