import AnswerChecks
import Foundation
import LabKit

/// A lab that can draw, and what its figures are without a student.
///
/// A student's figure is shown where it rests on what they did: where its numbers aren't those that blank stubs give.
struct DrawingLab: Sendable {
  /// What draws.
  let program: LabProgram
  /// The numbers that blank stubs give, by the figure's name, of those figures that answers change.
  private let blank: [String: Data]
  /// The figures of the lecture, by name.
  private let lecture: [String: FeedbackFigure]

  /// Draws the lab's figures with the project's own answers and with blank stubs, to learn which of them answers change.
  ///
  /// - Parameters:
  ///   - blankAnswers: the program of the blank stubs.
  ///   - scratch: a folder for what is drawn; it is gone afterwards.
  init(_ program: LabProgram, blankAnswers: GradingJob.Lab, scratch: URL) throws {
    defer { try? FileManager.default.removeItem(at: scratch) }
    let reference = try program.draw([], with: nil, in: scratch)
    let blank = try program.draw([], with: blankAnswers, in: scratch)
    let changing = blank.filter { figure in reference.contains { $0.name == figure.name && $0.csv != figure.csv } }
    self.program = program
    self.blank = Dictionary(changing.map { ($0.name, $0.csv) }) { first, _ in first }
    lecture = Self.lecture(of: program)
  }

  /// The figures that a student's answers draw, each with the lecture's beside it; without those that fail.
  func figures(with answers: GradingJob.Lab, in folder: URL) -> [FeedbackFigure] {
    let names = blank.keys.sorted()
    if names.isEmpty { return [] }
    var drawn = draw(names, answers, in: folder)
    // One figure that fails must not take the others along.
    if drawn.isEmpty { drawn = names.flatMap { draw([$0], answers, in: folder) } }
    let own = drawn.filter { figure in blank[figure.name].map { $0 != figure.csv } ?? false }
    return own.flatMap { figure in
      let mine = FeedbackFigure(
        lab: program.lab, title: "\(Self.title(figure.name)), with your answers", png: figure.png,
        caption: figure.caption)
      return [mine] + (lecture[figure.name].map { [$0] } ?? [])
    }
  }

  private func draw(_ names: [String], _ answers: GradingJob.Lab, in folder: URL) -> [LabProgram.Drawn] {
    (try? program.draw(names, with: answers, in: folder)) ?? []
  }

  private static func lecture(of program: LabProgram) -> [String: FeedbackFigure] {
    let folder = program.project.appending(path: "docs/figures/\(program.lab)")
    guard let manifest = try? Manifest(contentsOf: folder.appending(path: "manifest.json")) else { return [:] }
    return manifest.figures.reduce(into: [:]) { figures, figure in
      guard let png = try? Data(contentsOf: folder.appending(path: figure.png)) else { return }
      figures[figure.name] = FeedbackFigure(
        lab: program.lab, title: "\(title(figure.name)), as in the lecture", png: png, caption: figure.caption)
    }
  }

  /// As `Paths by epoch`.
  private static func title(_ name: String) -> String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
