/// Why a training stopped.
public enum TrainingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number is infinite or not a number any more: in which epoch and step of it (both counted from 1), and where it was
  /// seen first.
  case notFinite(epoch: Int, step: Int, place: Place)

  /// Where numbers went wrong.
  public enum Place: Hashable, Sendable {
    /// In the samples themselves: a row and a column, counted from 0.
    case samples(row: Int, feature: Int)
    /// In the outputs of a layer: its index in the network's list, and what it is.
    case outputs(layer: Int, description: String)
    /// In the parameters of a layer: the name of their block.
    case parameters(layer: Int, block: String)
    /// In the loss alone.
    case loss
  }

  /// One sentence, and what to try.
  public var description: String {
    guard case .notFinite(let epoch, let step, let place) = self else { return "" }
    let when = "Training stopped in epoch \(epoch), step \(step):"
    let advice = "Try a smaller learning rate, or clip the gradient."
    switch place {
    case .samples(let row, let feature):
      return "\(when) feature \(feature) of sample \(row) isn't a finite number. Look at the data."
    case .outputs(let layer, let description):
      return "\(when) the outputs of layer \(layer) (\(description)) aren't finite numbers any more. \(advice)"
    case .parameters(_, let block):
      return "\(when) the parameters of \(block) aren't finite numbers any more. \(advice)"
    case .loss: return "\(when) the loss isn't a finite number any more. \(advice)"
    }
  }
}
