import DeepLearning
import Foundation
import NumericCore
import Testing

/// Data sets of four files: that they belong together, and what the real ones hold.
@Suite struct DataImageDatasetTests {
  private static let images = idx(magic: 2051, sizes: [2, 1, 2], [0, 255, 51, 102])
  private static let labels = idx(magic: 2049, sizes: [2], [3, 9])
  private static let files: [String: [UInt8]] = [
    "train-images-idx3-ubyte": images, "train-labels-idx1-ubyte": labels,
    "t10k-images-idx3-ubyte.gz": gzip(images), "t10k-labels-idx1-ubyte.gz": gzip(labels),
  ]

  /// Reads a folder of the four files, some of which are replaced, or left out.
  private func dataset(replacing replaced: [String: [UInt8]?] = [:]) throws -> ImageDataset {
    try withTemporaryFolder { folder in
      for (name, bytes) in Self.files.merging(replaced.compactMapValues { $0 }, uniquingKeysWith: { $1 })
      where !replaced.keys.contains(name) || replaced[name] != .some(nil) {
        try Data(bytes).write(to: folder.appending(path: name))
      }
      return try ImageDataset(folder: folder)
    }
  }

  @Test func plainAndPackedFilesMayStandSideBySide() throws {
    let dataset = try dataset()
    #expect(dataset.training == dataset.test)
    #expect(dataset.test.labels == [3, 9])
    #expect(dataset.test.pixels == [[0, 1], [0.2, 0.4]])
    #expect(dataset.test.classCounts == [0, 0, 0, 1, 0, 0, 0, 0, 0, 1])
  }

  @Test func filesThatDontBelongTogetherAreNamed() {
    func problem(_ replaced: [String: [UInt8]?]) -> String? {
      dataError { _ = try dataset(replacing: replaced) }?.problem
    }
    #expect(
      problem(["train-labels-idx1-ubyte": idx(magic: 2049, sizes: [3], [1, 2, 3])])?
        .hasPrefix("There are 3 labels for the 2 images of") == true)
    #expect(
      problem(["train-labels-idx1-ubyte": idx(magic: 2049, sizes: [2], [1, 10])])
        == "Label 1 is 10, and there are classes 0 to 9 only.")
    #expect(
      problem(["t10k-images-idx3-ubyte.gz": idx(magic: 2051, sizes: [2, 2, 1], [0, 1, 2, 3])])
        == "The training images are 1 x 2 and the test images 2 x 1 pixels large.")
    #expect(problem(["train-labels-idx1-ubyte": Self.images])?.contains("file of images") == true)
    #expect(problem(["t10k-labels-idx1-ubyte.gz": nil])?.contains("No such file") == true)
  }

  /// What NumPy finds in the real files: the bytes of an image, each times its place from 1 on, added up.
  struct Known: Sendable {
    let name: String
    let training: [Int]
    let test: [Int]
    let trainingLabels: [Int]
    let counts: [Int]
    let testCounts: [Int]
  }

  @Test(.enabled(if: realData != nil, needsRealData), arguments: [mnist, fashion])
  func realFilesHoldWhatNumPyFinds(_ known: Known) throws {
    let dataset = try ImageDataset(folder: #require(realData).appending(path: known.name))
    #expect(dataset.training.count == 60_000)
    #expect(dataset.test.count == 10_000)
    for (part, sums) in [(dataset.training, known.training), (dataset.test, known.test)] {
      #expect(part.images.rows == 28 && part.images.columns == 28)
      #expect(part.pixels.columns == 784)
      for (row, sum) in zip([0, 1, 4999, part.count - 1], sums) {
        let bytes = part.pixels.row(row).elements.map { Int(($0 * 255).rounded()) }
        #expect(bytes.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } == sum, "row \(row)")
      }
    }
    #expect(Array(dataset.training.labels.prefix(10)) == known.trainingLabels)
    #expect(dataset.training.classCounts == known.counts)
    #expect(dataset.test.classCounts == known.testCounts)
  }

  static let mnist = Known(
    name: "mnist",
    training: [11_220_489, 12_269_779, 9_625_189, 8_549_722],
    test: [7_715_336, 11_675_909, 20_998_936, 16_588_239],
    trainingLabels: [5, 0, 4, 1, 9, 2, 1, 3, 1, 4],
    counts: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
    testCounts: [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])

  static let fashion = Known(
    name: "fashion-mnist",
    training: [35_954_273, 31_851_581, 12_115_788, 7_678_154],
    test: [16_008_570, 40_080_513, 11_770_470, 10_911_940],
    trainingLabels: [9, 0, 0, 3, 0, 2, 7, 2, 5, 5],
    counts: Array(repeating: 6000, count: 10),
    testCounts: Array(repeating: 1000, count: 10))
}
