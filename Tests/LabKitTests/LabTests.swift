import AnswerChecks
import Datasets
import Foundation
import LabKit
import Plotting
import Testing

/// A lab of two figures, run into a folder of its own.
struct LabTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-lab-\(UUID().uuidString)")

  private let lab = Lab<Double>(
    "toy",
    experiments: [
      Experiment("line", "A line.") { slope in
        var table = Table("x", "y")
        for x in 0..<3 { table.append(.integer(x), .number(slope * Double(x))) }
        let chart = Chart("A line") { LineMark(x: [0, 1, 2], y: [0, slope, 2 * slope]) }
        return Drawing(
          Figure(caption: "It rises.") { chart }, table: table, results: ["slope": .number(slope)], size: (300, 200))
      },
      Experiment("times", "What a clock measured.") { _ in
        Drawing(
          Figure(caption: "Measured.") { Chart("Times") { LineMark(x: [0, 1], y: [0, 0.1]) } }, table: Table("seconds"),
          results: ["seconds": .number(0.1)], isMeasured: true, size: (300, 200))
      },
      Experiment("broken", "Never drawn.") { _ in throw LabError.badData(file: "x.csv", line: 3, problem: "No number.")
      },
    ], tolerances: ["slope": Tolerance(relative: 0, absolute: 1e-3)])

  private func options(_ arguments: String...) throws -> LabOptions {
    try LabOptions.parse(arguments + ["--output", folder.path])
  }

  @Test func filesAndManifestBelongTogether() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try lab.run(options("--figure", "line", "--seed", "7"), dataset: .init(name: "points")) { 2 }
    let data = try Data(contentsOf: folder.appending(path: "toy/manifest.json"))
    let manifest = try JSONDecoder().decode(Manifest.self, from: data)
    #expect(manifest.lab == "toy")
    #expect(manifest.seed == 7)
    #expect(manifest.dataset == .init(name: "points"))
    #expect(manifest.results == ["slope": .number(2)])
    let figure = try #require(manifest.figures.first)
    #expect(manifest.figures.count == 1)
    #expect(figure.caption == "It rises.")
    let png = try Data(contentsOf: folder.appending(path: "toy/\(figure.png)"))
    #expect(SHA256.digest(png) == figure.pngSHA256)
    #expect(String(decoding: png, as: UTF8.self).contains("swift run -c release toy --seed 7"))
    let csv = try Data(contentsOf: folder.appending(path: "toy/\(figure.csv)"))
    #expect(SHA256.digest(csv) == figure.csvSHA256)
    #expect(String(decoding: csv, as: UTF8.self) == "x,y\r\n0,0.0\r\n1,2.0\r\n2,4.0\r\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "toy").path).sorted()
    #expect(names == ["line.csv", "line.png", "manifest.json"])
  }

  @Test func sameSeedGivesTheSameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func bytes() throws -> [Data] {
      try lab.run(options("--figure", "line")) { 2 }
      return try ["line.png", "line.csv"].map { try Data(contentsOf: folder.appending(path: "toy/\($0)")) }
    }
    #expect(try bytes() == bytes())
  }

  @Test func whatAClockMeasuredStandsApart() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try lab.run(options("--figure", "line", "--figure", "times")) { 2 }
    let manifest = try Manifest(contentsOf: folder.appending(path: "toy/manifest.json"))
    #expect(manifest.figures.map(\.name) == ["line"])
    #expect(manifest.results == ["slope": .number(2)])
    let measured = try #require(manifest.measured)
    #expect(measured.figures.map(\.name) == ["times"])
    #expect(measured.results == ["seconds": .number(0.1)])
  }

  @Test func resultsAreComparedWithThoseOfARunBefore() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let former = folder.appending(path: "former").path
    try lab.run(LabOptions.parse(["--figure", "line", "--output", former])) { 2 }
    try lab.run(options("--figure", "line", "--compare", former)) { 2.0005 }
    let error = #expect(throws: LabError.self) {
      try lab.run(options("--figure", "line", "--compare", former)) { 2.002 }
    }
    #expect(
      error?.description == "1 result is too far from that of the run before:\n  slope is 2.002, and was 2.")
    #expect(error?.exitStatus == 1)
    let drawn = try Manifest(contentsOf: folder.appending(path: "toy/manifest.json"))
    #expect(drawn.results == ["slope": .number(2.002)])
  }

  @Test func aRunBeforeThatIsNotThereStopsBeforeAnythingIsDrawn() throws {
    let error = #expect(throws: LabError.self) {
      try lab.run(options("--figure", "line", "--compare", "nowhere")) { 2 }
    }
    #expect(
      error?.description
        == "nowhere/toy/manifest.json can't be read: no run wrote one there, or you may not read it.")
    #expect(error?.exitStatus == 74)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func unknownFigureIsWrongUsageAndWritesNothing() throws {
    let error = #expect(throws: LabError.self) { try lab.run(options("--figure", "circle")) { 2 } }
    #expect(error?.description == "There is no figure \"circle\"; the figures are line, times, broken.")
    #expect(error?.exitStatus == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func errorsKeepTheirExitStatus() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let error = #expect(throws: LabError.self) { try lab.run(options("--figure", "broken")) { 2 } }
    #expect(error?.description == "x.csv, line 3: No number. Get the file again.")
    #expect(error?.exitStatus == 65)
  }

  @Test func experimentsAreDrawnIfChosenOrAllAre() throws {
    let (line, times) = (lab.experiments[0], lab.experiments[1])
    #expect(try options().draws([line]))
    #expect(try options("--figure", "line").draws([line, times]))
    #expect(try !options("--figure", "line").draws([times]))
    #expect(try !options("--list").draws([line]) && !options("--list", "--figure", "line").draws([line]))
    #expect(try !options("--figure", "circle").draws(lab.experiments))
  }

  @Test func leftOutNamesReasonsOnce() {
    let (blank, crashed) = (MissingAnswer("4.5", "is not attempted"), MissingAnswer("4.6", "crashed"))
    #expect(leftOut(["paths": nil]) == "")
    #expect(leftOut(["paths": blank]) == " Left out: paths (exercise 4.5 is not attempted).")
    #expect(
      leftOut([("lasso", blank), ("ridge", crashed), ("elastic net", blank), ("rest", nil)])
        == " Left out: lasso, elastic net (exercise 4.5 is not attempted); ridge (exercise 4.6 crashed).")
  }

  @Test func referenceAnswersAreThoseOfTheProject() throws {
    #expect(try AnswersSource.reference.answers(to: "no lab", reference: 1) { _ in 2 } == 1)
  }
}
