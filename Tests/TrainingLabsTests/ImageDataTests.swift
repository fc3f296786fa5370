import Datasets
import DeepLearning
import Foundation
import LabKit
import NumericCore
import Testing
import TrainingLabs

/// Which images a lab trains on.
struct ImageDataTests {
  private let nowhere = DatasetFolders(only: URL(filePath: "/nonexistent"))

  @Test func digitsAreDrawnWhereThereIsNoMNIST() throws {
    let data = try ImageData.load(nil, seed: 1, folders: nowhere)
    #expect(data.name == .synthetic && data.training.count == 60_000 && data.test.count == 10_000)
    #expect(data.dataset == Manifest.Dataset(name: "synthetic-digits"))
    let (training, test) = data.samples(training: 300, test: 20_000)
    #expect(training.count == 300 && test.count == 10_000)
    #expect(training.features == data.training.pixels[rows: 0..<300])
  }

  @Test func aNamedSetMustBeThere() throws {
    let error = #expect(throws: LabError.self) { try ImageData.load(.fashionMNIST, seed: 1, folders: nowhere) }
    #expect(
      error?.description == "/nonexistent/fashion-mnist can't be read: there is no such data set. "
        + "Type swift run descent datasets fetch fashion-mnist.")
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["DESCENT_DATASETS"] != nil,
      "DESCENT_DATASETS names no folder with MNIST and Fashion-MNIST"))
  func realImagesAreFound() throws {
    let root = ProcessInfo.processInfo.environment["DESCENT_DATASETS"] ?? ""
    let folders = DatasetFolders(only: URL(filePath: root))
    #expect(try ImageData.load(nil, seed: 1, folders: folders).name == .mnist)
    let fashion = try ImageData.load(.fashionMNIST, seed: 1, folders: folders)
    #expect(fashion.dataset.name == "fashion-mnist" && fashion.dataset.sha256?.count == 64)
  }

  @Test func aSweepKeepsTheOrderOfItsRuns() throws {
    let sweep = Sweep("test", steps: 40, progress: ProgressLine())
    let results = try sweep.results(of: Array(0..<20)) { run, step in
      step()
      step()
      return run * run
    }
    #expect(results == (0..<20).map { $0 * $0 })
  }
}
