import Foundation
import Plotting
import Testing

@testable import LabKit

/// What a student's figure is compared with, and what its caption says where there is nothing.
struct ExpectedLookTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-looks-\(UUID().uuidString)")

  private func drawing(_ slope: Double, isMeasured: Bool = false) -> Drawing {
    let chart = Chart("A line") { LineMark(x: [0, 1], y: [0, slope]) }.yAxis(domain: 0...4)
    return Drawing(Figure(caption: "It rises.") { chart }, table: Table("x"), isMeasured: isMeasured)
  }

  /// The caption of a student's figure over what was recorded with slope 1, after its own words.
  private func caption(
    _ drawing: Drawing, _ options: [String] = [], others: [String] = [], dataset: String? = nil,
    grounds: Grounds = .answers
  ) throws -> String? {
    let looks = ExpectedLooks(in: folder)
    try looks.record(self.drawing(1).figure.sketch(), of: "line", dataset: nil)
    try looks.record(self.drawing(2).figure.sketch(), of: "line", dataset: "points")
    defer { try? FileManager.default.removeItem(at: folder) }
    let options = try LabOptions.parse(["--answers", "mine"] + options)
    let comparison = LookComparison(
      lab: "toy", dataset: dataset, Publication(lab: "toy", options: options, command: others), recorded: looks)
    let compared = try comparison.compared(drawing, "line", grounds)
    return compared.figure.caption.map { String($0.dropFirst("It rises.".count)) }
  }

  @Test func whatAgreesSaysSo() throws {
    #expect(try caption(drawing(1)) == " It looks as expected.")
    #expect(try caption(drawing(3)) == " Pale: what is expected, where yours differs.")
  }

  @Test func otherConditionsAreNamed() throws {
    let start = " Nothing to compare with: "
    #expect(try caption(drawing(1), ["--seed", "2"]) == start + "the expected look was recorded with seed 1.")
    #expect(
      try caption(drawing(1), ["--scale", "lecture"]) == start + "the expected look was recorded at quick scale.")
    let other = ["--condition-number 30.0"]
    #expect(
      try caption(drawing(1), others: other) == start
        + "the expected look was recorded without --condition-number.")
    #expect(
      try caption(drawing(1, isMeasured: true)) == start + "times are measured anew each time.")
  }

  @Test func dataHaveTheirOwnLook() throws {
    let grounds: Grounds = [.answers, .data]
    #expect(
      try caption(drawing(2), others: ["--dataset points"], dataset: "points", grounds: grounds)
        == " It looks as expected.")
    #expect(try caption(drawing(1), dataset: "points") == " It looks as expected.", "it rests on answers alone")
    #expect(
      try caption(drawing(1), dataset: "clouds", grounds: grounds)
        == " Nothing to compare with: no expected look was recorded on clouds.")
  }

  @Test func figuresWithoutAnswersAndReferencesAreLeftAlone() throws {
    #expect(try caption(drawing(3), grounds: []) == "")
    #expect(try caption(drawing(3), ["--answers", "reference"]) == "")
  }

  @Test func looksSurviveTheirFileAndShowWhatIsStale() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (known, new) = (ExpectedLooks(in: folder), ExpectedLooks(in: folder.appending(path: "new")))
    let look = drawing(1).figure.sketch()
    try known.record(look, of: "line", dataset: nil)
    #expect(try known.look(of: "line", dataset: nil) == look)
    #expect(try known.look(of: "other", dataset: nil) == nil)
    try new.record(drawing(1.1).figure.sketch(), of: "line", dataset: nil)
    #expect(try known.differences(from: new, allowance: 0.05) == [])
    #expect(try known.differences(from: new, allowance: 0.01) == ["line.json is stale: it is 0.025 of a chart off."])
    try new.record(look, of: "line", dataset: "points")
    #expect(try known.differences(from: new, allowance: 0.05) == ["line.points.json isn't recorded."])
    try Data("{}".utf8).write(to: folder.appending(path: "line.json"))
    #expect(throws: LabError.self) { try known.look(of: "line", dataset: nil) }
  }
}
