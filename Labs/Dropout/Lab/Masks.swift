import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting

extension Setting {
  /// What layers of dropout multiply by, for networks that keep with these probabilities: exercise 3.1.
  func masks(for learners: [Learner]) throws -> Answered<any DropoutMasks<Float>> {
    let keeps = Set(learners.flatMap { [$0.inputKeep, $0.hiddenKeep] }).filter { $0 < 1 }
    return try answers.masks(keeping: keeps.sorted())
  }
}

/// A figure that rests on masks, where there are none: it says which answer is missing.
func drawing(without masks: MissingAnswer, _ setting: Setting) -> Drawing {
  let caption = leftOut(["everything": masks]).trimmingPrefix(" ") + " " + setting.provenance
  return Drawing(Figure(Chart {}.caption(String(caption))), table: Table("left out"))
}
