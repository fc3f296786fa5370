import Datasets
import Foundation
import LabKit
import NumericCore
import Testing
import TrainingLabs

@testable import SkewedClassesLab

@Suite struct DataTests {
  /// Two hundred samples with few different rows; some rows have both classes.
  private let copies: SkewedData = {
    var draws = Philox4x32x10(seed: 1, stream: "copies")
    let rows = (0..<200).map { _ in Vector([Double(draws.integer(below: 12)), Double(draws.integer(below: 3))]) }
    return SkewedData(
      title: "copies", features: Matrix(rows: rows), isPositive: rows.map { _ in draws.bernoulli(0.1) },
      dataset: Manifest.Dataset(name: "copies"))
  }()

  /// Rows that stand in more than one part.
  private func straddling(_ data: SkewedData, _ parts: [[Int]]) -> Int {
    var places: [Vector<Double>: Set<Int>] = [:]
    for (place, part) in parts.enumerated() {
      for sample in part { places[data.features.row(sample), default: []].insert(place) }
    }
    return places.values.count { $0.count > 1 }
  }

  @Test func equalRowsNeverStraddleASplit() {
    let split = GroupedSplit(copies)
    #expect(split.groups.count < 40 && split.groups.joined().sorted() == Array(0..<200))
    for seed in 1...20 as ClosedRange<UInt64> {
      let draws = Philox4x32x10(seed: seed, stream: "split")
      for parts in [split.parts([0.5, 0.25, 0.25], draws: draws), split.folds(5, draws: draws)] {
        #expect(straddling(copies, parts) == 0)
        #expect(parts.joined().sorted() == Array(0..<200))
        #expect(parts.allSatisfy { !$0.isEmpty })
      }
    }
    // The count sees what it looks for: halves of the file in its own order share rows.
    #expect(straddling(copies, [Array(0..<100), Array(100..<200)]) > 0)
  }

  @Test func partsHaveTheirSharesOfSamplesAndPositives() {
    let data = SkewedData.generated(seed: 3)
    let parts = GroupedSplit(data).parts([0.5, 0.25, 0.25], draws: Philox4x32x10(seed: 3, stream: "split"))
    #expect(parts.map(\.count) == [4000, 2000, 2000])
    #expect(parts.map { data[$0].positives } == [80, 40, 40])
    let others = GroupedSplit(data).parts([0.5, 0.25, 0.25], draws: Philox4x32x10(seed: 4, stream: "split"))
    #expect(parts != others)
  }

  @Test func generatedPointsAreSkewed() {
    let data = SkewedData.generated(seed: 1)
    #expect(data.isPositive.count == 8000 && data.positives == 160)
    #expect(data.features == SkewedData.generated(seed: 1).features)
    #expect(data.features != SkewedData.generated(seed: 2).features)
  }

  @Test func withoutFilesPointsAreGenerated() throws {
    let nowhere = DatasetFolders(only: FileManager.default.temporaryDirectory.appending(path: UUID().uuidString))
    #expect(try SkewedData.load(nil, seed: 1, folders: nowhere).dataset.name == "generated")
    #expect(throws: LabError.self) { try SkewedData.load(.abalone, seed: 1, folders: nowhere) }
  }

  @Test func aDamagedFileIsToldApartByItsLine() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skewed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func load(_ name: SkewedDataName, _ file: String, _ text: String) throws -> SkewedData {
      let place = folder.appending(path: file)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
      return try SkewedData.load(name, seed: 1, folders: DatasetFolders(only: folder))
    }
    let specks = (0..<40).map { "1,2,3,4,5,\($0),'\($0 < 20 ? -1 : 1)'" }.joined(separator: "\n")
    let good = try load(.mammography, "mammography/mammography.csv", specks)
    #expect(good.isPositive == (0..<40).map { $0 >= 20 } && good.features[1, 5] == 1)
    for bad in ["1,2,3,4,5,6,'2'", "1,2,3,4,5,six,'1'", "1,2,3,4,5,'1'", "1,2,3,4,5,?,'1'"] {
      #expect(throws: (any Error).self) {
        try load(.mammography, "mammography/mammography.csv", specks + "\n" + bad)
      }
    }
    let shells = (0..<40).map { "\($0 < 20 ? "M" : "I"),0.4,0.3,0.1,0.5,0.2,0.1,0.15,\($0 < 20 ? 15 : 19)\n" }.joined()
    let fine = try load(.abalone, "abalone/abalone.data", shells)
    #expect(fine.isPositive == (0..<40).map { $0 >= 20 })
    #expect(fine.features.row(0) == [0, 0, 0.4, 0.3, 0.1, 0.5, 0.2, 0.1, 0.15])
    #expect(fine.features[20, 1] == 1)
    #expect(throws: (any Error).self) { try load(.abalone, "abalone/abalone.data", shells + "X,1,1,1,1,1,1,1,9") }
  }

  @Test("A class that has hardly any samples is bad data", arguments: [(40, 0), (0, 40), (21, 19)])
  func oneClass(_ negatives: Int, _ positives: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skewed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "mammography/mammography.csv")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let lines = (0..<negatives + positives).map { "1,2,3,4,5,\($0),'\($0 < negatives ? -1 : 1)'\n" }
    try Data(lines.joined().utf8).write(to: file)
    let problem = "It has \(positives) positive and \(negatives) negative samples; 20 of each are needed."
    #expect(throws: LabError.badData(file: file.path, line: nil, problem: problem)) {
      try SkewedData.load(.mammography, seed: 1, folders: DatasetFolders(only: folder))
    }
  }
}

/// The real files, where `DESCENT_DATASETS` or `datasets` has them.
@Suite(.enabled(if: RealFiles.arePresent, "needs mammography and abalone in DESCENT_DATASETS"))
struct RealDataTests {
  @Test func mammographyHasItsCountsAndItsCopies() throws {
    let data = try SkewedData.load(.mammography, seed: 1)
    #expect(data.isPositive.count == 11183 && data.positives == 260)
    let split = GroupedSplit(data)
    #expect(split.groups.count == 7848)
    let largest = try #require(split.groups.max { $0.count < $1.count })
    #expect(largest.count == 3329 && largest.count { data.isPositive[$0] } == 7)
    for seed in 1...5 as ClosedRange<UInt64> {
      let parts = split.parts([0.5, 0.25, 0.25], draws: Philox4x32x10(seed: seed, stream: "split"))
      let rows = parts.map { part in Set(part.map { data.features.row($0) }) }
      #expect(
        rows[0].isDisjoint(with: rows[1]) && rows[0].isDisjoint(with: rows[2]) && rows[1].isDisjoint(with: rows[2]))
      #expect(parts.map { data[$0].positives } == [130, 65, 65])
    }
  }

  @Test func abaloneHasItsCounts() throws {
    let data = try SkewedData.load(.abalone, seed: 1)
    #expect(data.isPositive.count == 4177 && data.positives == 32)
    #expect(data.features.columns == 9)
  }
}

enum RealFiles {
  static var arePresent: Bool {
    ["mammography/mammography.csv", "abalone/abalone.data"].allSatisfy { path in
      DatasetFolders.ofThisProcess.all.contains {
        FileManager.default.fileExists(atPath: $0.appending(path: path).path)
      }
    }
  }
}
