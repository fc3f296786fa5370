import Foundation

/// A number with two digits, for captions: `0.10`, `2.5`, and `9.3 \times 10^{-10}` in the markup of labels.
func short(_ number: Double) -> String {
  if number == 0 { return "0" }
  if abs(number) >= 0.001 { return abs(number) < 10 ? String(format: "%#.2g", number) : String(format: "%.0f", number) }
  let parts = String(format: "%.1e", number).split(separator: "e")
  return "\(parts[0]) \\times 10^{\(Int(parts[1]) ?? 0)}"
}

extension Setting {
  /// What was trained, in words.
  var trainingCaption: String {
    let count = scale == .quick ? Lecture.quickImages : images?.training.count ?? 0
    return
      "[784, \(Lecture.hidden), 10] with rectifiers on \(count) images of \(images?.name.title ?? "nothing"), "
      + "\(Lecture.epochs) epochs, batches of \(Lecture.batchSize), learning rate \(Lecture.learningRate)."
  }

  /// Which trainings ended before their time.
  var brokenCaption: String {
    let broken = trainings.starts.filter { $0.all.contains(where: \.isBroken) }.map(\.name.title)
    return broken.isEmpty ? "" : " Ended by a number that overflowed: \(broken.joined(separator: ", "))."
  }
}
