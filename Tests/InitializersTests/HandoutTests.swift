import Foundation
import LabProofs
import Testing

@Suite("The handout")
struct HandoutTests {
  @Test func itsNumbersAreThoseOfTheLecturesRun() throws {
    let quoted = try QuotedNumbers(
      handout: proof.folder.appending(path: "README.md"),
      manifest: proof.root.appending(path: "docs/figures/initializers/manifest.json"))
    #expect(quoted.wrong == [])
    #expect(quoted.count > 20)
  }

  @Test func itShowsEveryFigure() throws {
    let handout = try String(contentsOf: proof.folder.appending(path: "README.md"), encoding: .utf8)
    let shown = handout.matches(of: /\]\(\.\.\/\.\.\/(docs\/figures\/initializers\/[a-z-]+\.png)\)/).map(\.output.1)
    #expect(Set(shown).count == 5)
    for path in shown {
      #expect(FileManager.default.fileExists(atPath: proof.root.appending(path: String(path)).path), "\(path)")
    }
  }
}
