import Foundation
import Plotting

/// What a run does with recorded looks: it lays them behind a student's figures, or writes them down.
struct LookComparison {
  private let options: LabOptions
  private let dataset: String?
  private let recorded: ExpectedLooks?
  private let obstacle: String?

  /// - Parameters:
  ///   - dataset: the data that the lab ran on.
  ///   - recorded: the looks of this lab by default.
  init(lab: String, dataset: String?, _ publication: Publication, recorded: ExpectedLooks? = nil) {
    options = publication.options
    self.dataset = dataset
    self.recorded = recorded ?? ExpectedLooks(ofLab: lab)
    obstacle = options.missesRecorded(publication.command)
  }

  /// The drawing as it is published: a student's over what is expected of it.
  func compared(_ drawing: Drawing, _ name: String, _ grounds: Grounds) throws -> Drawing {
    guard grounds.contains(.answers) else { return drawing }
    let dataset = grounds.contains(.data) ? dataset : nil
    if let folder = options.recordExpected, !drawing.isMeasured {
      try ExpectedLooks(in: URL(filePath: folder)).record(drawing.figure.sketch(), of: name, dataset: dataset)
    }
    guard options.answers == .mine, let recorded else { return drawing }
    return drawing.over(try expected(drawing, name, dataset, recorded))
  }

  private func expected(
    _ drawing: Drawing, _ name: String, _ dataset: String?, _ recorded: ExpectedLooks
  ) throws -> ExpectedLook {
    if drawing.isMeasured { return .missing("times are measured anew each time") }
    if let obstacle { return .missing("the expected look was recorded \(obstacle)") }
    if let look = try recorded.look(of: name, dataset: dataset) { return .recorded(look) }
    return .missing("no expected look was recorded" + (dataset.map { " on \($0)" } ?? ""))
  }
}

extension LabOptions {
  /// Why figures that are drawn with these options can't be compared with recorded looks, as `with seed 1`; nothing where they
  /// can.
  ///
  /// - Parameter others: the lab's own options as they were given; which data set is compared elsewhere.
  func missesRecorded(_ others: [String]) -> String? {
    if scale != Defaults.scale { return "at \(Defaults.scale.rawValue) scale" }
    if seed != Defaults.seed { return "with seed \(Defaults.seed)" }
    guard let other = others.first(where: { !$0.hasPrefix("--dataset ") }) else { return nil }
    return "without \(other.split(separator: " ").first ?? "options")"
  }
}

extension Drawing {
  /// The drawing over what is expected of it, which its caption tells in a few words.
  func over(_ expected: ExpectedLook) -> Drawing {
    var drawing = self
    let words: String
    switch expected {
    case .recorded(let look):
      let (figure, differs) = figure.over(look, name: "expected")
      drawing.size = drawing.size(for: figure)
      drawing.figure = figure
      words = differs ? "Pale: what is expected, where yours differs." : "It looks as expected."
    case .missing(let reason): words = "Nothing to compare with: \(reason)."
    }
    drawing.figure.caption = [drawing.figure.caption, words].compactMap { $0 }.joined(separator: " ")
    return drawing
  }
}

extension Drawing {
  /// The size of the picture once its figure has more charts: as large for each as before.
  fileprivate func size(for larger: Figure) -> (width: Double, height: Double) {
    func rows(_ figure: Figure) -> Double {
      (Double(figure.charts.count) / Double(figure.columns)).rounded(.up)
    }
    if larger.columns > figure.columns { return (size.width * 1.7, size.height) }
    return (size.width, size.height * max(1, rows(larger) / max(rows(figure), 1)))
  }
}

/// What a figure is compared with.
enum ExpectedLook {
  /// How it looks with right answers.
  case recorded(Sketch)
  /// Nothing, and why.
  case missing(String)
}
