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
      Experiment("broken", "Never drawn.") { _ in throw LabError.badData(file: "x.csv", line: 3, problem: "No number.")
      },
    ])

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

  @Test func unknownFigureIsWrongUsageAndWritesNothing() throws {
    let error = #expect(throws: LabError.self) { try lab.run(options("--figure", "circle")) { 2 } }
    #expect(error?.description == "There is no figure \"circle\"; the figures are line, broken.")
    #expect(error?.exitStatus == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func errorsKeepTheirExitStatus() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let error = #expect(throws: LabError.self) { try lab.run(options("--figure", "broken")) { 2 } }
    #expect(error?.description == "x.csv, line 3: No number. Get the file again.")
    #expect(error?.exitStatus == 65)
  }
}
