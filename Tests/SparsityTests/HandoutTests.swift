import AnswerChecks
import Foundation
import LabProofs
import Testing

@testable import SparsityLab

@Suite("The handout of the sparsity lab")
struct HandoutTests {
  private let figures = proof.root.appending(path: "docs/figures/sparsity")

  private func handout() throws -> String {
    try String(contentsOf: proof.folder.appending(path: "README.md"), encoding: .utf8)
  }

  @Test("Every number about figures is the manifest's")
  func numbers() throws {
    let quoted = try proof.quotedNumbers()
    #expect(quoted.wrong == [])
    #expect(quoted.count >= 30)
  }

  @Test("Every figure is shown, and lies where the handout looks for it")
  func pictures() throws {
    let text = try handout()
    for experiment in sparsityExperiments {
      #expect(text.contains("](../../docs/figures/sparsity/\(experiment.name).png)"), "\(experiment.name)")
      #expect(
        FileManager.default.fileExists(atPath: figures.appending(path: "\(experiment.name).png").path),
        "\(experiment.name)")
    }
  }

  @Test("Every exercise is in the table, with its points and its file")
  func exercises() throws {
    let text = try handout()
    for exercise in try proof.book().exercises {
      let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| \(exercise.id) |") })
      #expect(row.contains("| \(exercise.points) |"))
      #expect(row.contains("(\(exercise.file))"))
    }
    let points = try proof.book().exercises.reduce(0) { $0 + $1.points }
    #expect(text.contains("Together \(points) points."))
  }
}
