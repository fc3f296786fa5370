import Foundation
import LabKit
import LabProofs
import Testing

@testable import Errata

@Suite("The page of errata")
struct PageTests {
  private let page: ErrataPage

  init() throws { page = try ErrataPage() }

  @Test("Every mistake whose source is a lecture stands on the page")
  func complete() {
    let named = Set(ErrataPage.Name.all(in: page.text))
    let missing = ErrataPage.ofLectures.map(ErrataPage.Name.init).filter { !named.contains($0) }
    #expect(missing == [])
    #expect(ErrataPage.ofLectures.count > 90)
    // All five lectures are the source of some.
    for author in ["Myrvoll", "Dey", "Kretov", "Falcão", "Pujari"] {
      #expect(ErrataPage.ofLectures.contains { $0.source.contains(author) }, "\(author) is the source of none.")
    }
  }

  @Test("Every mistake on the page is one that a lab catches")
  func known() {
    let known = Set(ErrataPage.known.map(ErrataPage.Name.init))
    #expect(ErrataPage.Name.all(in: page.text).filter { !known.contains($0) } == [])
  }

  @Test(
    "Every row of a table is whole",
    arguments: [
      ("Mistakes", 6, 11), ("Differences of convention", 6, 15), ("Right, and easily misread", 4, 15),
      ("No exercise yet", 6, 8),
    ])
  func whole(heading: String, columns: Int, atLeast: Int) {
    let rows = page.rows(under: heading)
    #expect(rows.count >= atLeast)
    for row in rows { #expect(row.cells.count == columns, "\(row.title) has \(row.cells.count) cells.") }
  }

  @Test("Every slip is caught by an exercise, and shown in a figure that runs what it names")
  func shown() throws {
    for row in page.rows(under: "Mistakes") {
      #expect(row.mistakes != [], "\(row.title) names no mistake.")
      let figure = try #require(row.figures.first, "\(row.title) has no figure.")
      let run = try #require(errata.first { $0.name == figure }, "There is no figure \(figure).").mistakes
      #expect(
        run.map(ErrataPage.Name.init).contains { row.mistakes.contains($0) },
        "\(figure) runs no mistake of the row \(row.title).")
    }
  }

  @Test("What no exercise asks for yet names a lab of the course map")
  func planned() throws {
    let map = try String(contentsOf: ErrataPage.root.appending(path: "docs/course-map.md"), encoding: .utf8)
    for row in page.rows(under: "No exercise yet") {
      let lab = try #require(row.cells.last)
      #expect(map.contains("\n| \(lab) |") || map.contains("\n| [\(lab)]("), "There is no lab \(lab).")
    }
  }

  @Test("Page, figures drawn and figures listed are the same")
  func figures() throws {
    let folder = ErrataPage.root.appending(path: "docs/figures/errata")
    let manifest = try Manifest(contentsOf: folder.appending(path: "manifest.json"))
    #expect(manifest.scale == .lecture)
    #expect(manifest.figures.map(\.name) == errata.map(\.name))
    let linked = page.text.matches(of: /\(figures\/(?<path>[a-z-]+\/[a-z-]+\.png)\)/).map { String($0.path) }
    for path in linked {
      let file = folder.deletingLastPathComponent().appending(path: path).path
      #expect(FileManager.default.fileExists(atPath: file), "There is no figure \(path).")
    }
    // In a table, and with its numbers.
    for name in errata.map(\.name) { #expect(linked.filter { $0 == "errata/\(name).png" }.count >= 2, "\(name)") }
  }

  @Test("Quoted numbers are those of the run")
  func quotes() throws {
    let numbers = try QuotedNumbers(
      handout: ErrataPage.root.appending(path: "docs/errata.md"),
      manifest: ErrataPage.root.appending(path: "docs/figures/errata/manifest.json"))
    #expect(numbers.wrong == [])
    #expect(numbers.count >= 25)
  }
}
