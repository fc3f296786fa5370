import Foundation
import Testing

/// A lab whose images are there, but aren't what they should be.
struct DamagedImagesTests {
  private static let files = [
    "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
  ]

  @Test func damagedDataIsStatus65AndNamesTheFileAndThePlace() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-damaged-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "mnist"), withIntermediateDirectories: true)
    for name in Self.files { try Data("hello".utf8).write(to: folder.appending(path: "mnist/\(name)")) }
    let figures = folder.appending(path: "figures")
    let result = try Program("initializers").run(
      ["--dataset", "mnist", "--output", figures.path], variables: ["DESCENT_DATASETS": folder.path])
    #expect(result.status == 65)
    #expect(result.errorOutput.contains("\(folder.path)/mnist/"))
    #expect(result.errorOutput.contains(", byte 0: The magic number is "))
    #expect(!FileManager.default.fileExists(atPath: figures.path))
  }
}
