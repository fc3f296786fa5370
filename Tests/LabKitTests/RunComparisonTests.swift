import AnswerChecks
import Datasets
import Foundation
import Plotting
import Testing

@testable import LabKit

/// What changed between two runs, and how the new one takes the old one's place.
struct RunComparisonTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-runs-\(UUID().uuidString)")

  /// A toy lab whose figures have these slopes.
  private func draw(_ slopes: KeyValuePairs<String, Double>, into place: String, _ options: String...) throws {
    let experiments = slopes.map { name, slope in
      Experiment<Int>(name, "A line.") { _ in
        var table = Table("x", "y")
        for x in 0..<3 { table.append(.integer(x), .number(slope * Double(x))) }
        return Drawing(
          Figure(caption: "It rises.") { Chart("A line") { LineMark(x: [0, 1, 2], y: [0, slope, 2 * slope]) } },
          table: table, results: [name: .number(slope)], isMeasured: name == "times", size: (300, 200))
      }
    }
    let lab = Lab("toy", experiments: experiments, tolerances: ["loose": Tolerance(relative: 0.1, absolute: 0)])
    try lab.run(LabOptions.parse(options + ["--output", folder.appending(path: place).path])) { 0 }
  }

  private func comparison() throws -> RunComparison {
    try RunComparison(of: folder.appending(path: "new/toy"), with: folder.appending(path: "old/toy"))
  }

  @Test func everyFigureHasItsLine() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try draw(["same": 1, "loose": 1, "strict": 1, "went": 1, "times": 1], into: "old")
    try draw(["same": 1, "loose": 1.05, "strict": 1.05, "came": 1, "times": 2], into: "new")
    let comparison = try comparison()
    let lines = comparison.table.split(separator: "\n").map(String.init)
    func line(_ name: String) -> String? { lines.first { $0.hasPrefix("  \(name) ") }.map { String($0.dropFirst(11)) } }
    #expect(lines.first == "toy")
    #expect(line("same") == "unchanged")
    #expect(line("came") == "new" && line("went") == "gone")
    #expect(line("times") == "not compared: it shows measured times")
    #expect(line("loose")?.hasPrefix("within tolerance: \"y\", row 3, was 2.0 and is 2.1, off by 5.00 %") == true)
    #expect(line("loose")?.hasSuffix("(the lab allows 1.0e-01 of it, and 0.0e+00)") == true)
    #expect(line("strict")?.hasPrefix("changed: \"y\", row 3,") == true)
    #expect(line("strict")?.contains("2 of 6 numbers are too far off (rounding allows 1.0e-06 of it") == true)
    #expect(line("results")?.hasPrefix("2 of 3 changed:") == true)
    #expect(lines.contains("    strict is 1.05, and was 1."))
    #expect(!comparison.agrees)
  }

  @Test func twoEqualRunsAgree() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try draw(["same": 1, "times": 1], into: "old")
    try draw(["same": 1, "times": 3], into: "new")
    let comparison = try comparison()
    #expect(comparison.agrees)
    #expect(comparison.table.hasSuffix("results  unchanged, all 1"))
  }

  @Test func runsOfDifferentThingsSaySo() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try draw(["same": 1], into: "old")
    try draw(["same": 1], into: "new", "--seed", "2")
    #expect(try comparison().table.contains("not compared: These are runs of different things: the seed is 2"))
    #expect(throws: LabError.self) { try RunComparison(of: folder, with: folder) }
  }

  @Test func theNewOneTakesTheOldOnesPlace() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (old, new) = (folder.appending(path: "old"), folder.appending(path: "new"))
    try draw(["same": 1, "went": 1], into: "old")
    try draw(["same": 2, "came": 1], into: "new", "--format", "pdf")
    try Data("mine".utf8).write(to: old.appending(path: "toy/notes.txt"))
    let drawn = try Data(contentsOf: new.appending(path: "toy/same.csv"))
    let folders = try LabFolders(old: old, new: new)
    #expect(folders.pairs.count == 1 && folders.added.isEmpty)
    try folders.replace()
    let files = try FileManager.default.contentsOfDirectory(atPath: old.appending(path: "toy").path).sorted()
    #expect(
      files == [
        "came.csv", "came.pdf", "came.png", "manifest.json", "notes.txt", "same.csv", "same.pdf", "same.png",
      ])
    #expect(try Data(contentsOf: old.appending(path: "toy/same.csv")) == drawn)
    #expect(!FileManager.default.fileExists(atPath: new.appending(path: "toy").path))
  }

  @Test func aRunThatMissesFilesReplacesNothing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (old, new) = (folder.appending(path: "old"), folder.appending(path: "new"))
    try draw(["same": 1], into: "old")
    try draw(["same": 2], into: "new")
    try FileManager.default.removeItem(at: new.appending(path: "toy/same.csv"))
    let before = try Data(contentsOf: old.appending(path: "toy/same.png"))
    #expect(throws: LabError.self) { try LabFolders(old: old, new: new).replace() }
    #expect(try Data(contentsOf: old.appending(path: "toy/same.png")) == before)
    #expect(throws: LabError.self) { try LabFolders(old: old, new: folder.appending(path: "nowhere")) }
  }

  @Test func otherFormsLieBesideThePNG() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func bytes(_ place: String) throws -> [Data] {
      try draw(["same": 1], into: place, "--format", "pdf,svg")
      return try ["pdf", "svg", "png"].map { try Data(contentsOf: folder.appending(path: "\(place)/toy/same.\($0)")) }
    }
    let files = try bytes("old")
    #expect(try files == bytes("new"))
    let manifest = try Manifest(contentsOf: folder.appending(path: "old/toy/manifest.json"))
    let figure = try #require(manifest.figures.first)
    #expect(figure.pdf == "same.pdf" && figure.pdfSHA256 == SHA256.digest(files[0]))
    #expect(figure.svg == "same.svg" && figure.svgSHA256 == SHA256.digest(files[1]))
    #expect(String(decoding: files[0].prefix(5), as: UTF8.self) == "%PDF-")
    #expect(String(decoding: files[0], as: UTF8.self).contains("/FontFile"), "fonts are embedded")
    #expect(!String(decoding: files[1], as: UTF8.self).contains("<text"), "letters are shapes")
    #expect(throws: (any Error).self) { try LabOptions.parse(["--format", "gif"]) }
    #expect(throws: (any Error).self) { try LabOptions.parse(["--format", "png,"]) }
  }
}
