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
        starts.gaps.append(.unasked(name.title, exercise: name.exercise ?? ""))
      }
    }
    return starts
  }

  /// Those of a student: what is an exercise is drawn by its answer, after a first small layer that it has to survive.
  static func of(_ answers: StudentAnswers) throws -> Starts {
    let tried = try StartName.allCases.sideBySide { name -> Result<Start, Gap> in
      guard let rule = name.rule(by: answers) ?? name.houseRule else {
        return .failure(.unasked(name.title, exercise: name.exercise ?? ""))
      }
      return try attempt {
        var generator = Philox4x32x10(seed: 1, stream: "first-layer")
        _ = try rule.weights(of: LayerShape(inputs: 6, outputs: 4), using: &generator)
        return Start(name: name, rule: rule)
      }
    }
    var starts = Starts()
    for result in tried {
      switch result {
      case .success(let start): starts.drawn.append(start)
      case .failure(let gap): starts.gaps.append(gap)
      }
    }
    return starts
  }

}

/// What `body` returns, or the gap that it throws; other errors are thrown on.
func attempt<Success>(_ body: () throws -> Success) throws -> Result<Success, Gap> {
  do { return .success(try body()) } catch let gap as Gap { return .failure(gap) }
}

extension StartName {
  /// How a student's answers draw it; nothing where it is no exercise.
  fileprivate func rule(by answers: StudentAnswers) -> (any WeightRule)? {
    switch self {
    case .zeros, .zerosWithBiases, .standardNormal, .fanInUniform: nil
    case .glorotUniform: AnsweredRange(name: self, answers: answers)
    case .glorotNormal: AnsweredDeviation(name: self, exercise: "2.3", isUniform: false, answers: answers)
    case .heUniform: AnsweredDeviation(name: self, exercise: "2.4", isUniform: true, answers: answers)
    case .leCunNormal: AnsweredDeviation(name: self, exercise: "2.5", isUniform: false, answers: answers)
    case .leCunUniform: AnsweredDeviation(name: self, exercise: "2.5", isUniform: true, answers: answers)
    case .orthogonal: AnsweredWeights(name: self, exercise: .orthogonal, answers: answers)
    case .heNormal: AnsweredWeights(name: self, exercise: .heNormal, answers: answers)
    }
  }
}
