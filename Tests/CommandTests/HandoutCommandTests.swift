import Foundation
import Testing

/// `descent handout`, as a lecturer types it.
struct HandoutCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-handout-\(UUID().uuidString)")

  @Test func oneLabIsHandedOutWithoutItsSolutions() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Program("descent").run("handout", "--lab", "batch-size", "--output", folder.path)
    #expect(result.status == 0, "\(result.errorOutput)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let count = files.count { !isFolder($0) }
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "\(folder.path): 1 labs, \(count) files.")
    #expect(lines.last?.hasSuffix("cd \(folder.path) && make check LAB=batch-size") == true)
    #expect(files.contains("README.md") && files.contains("Labs/BatchSize/Exercises"))
    #expect(!files.contains { $0.contains("Solutions") || $0.contains("Techniques") || $0.hasPrefix("Labs/Dropout") })
  }

  private func isFolder(_ place: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.appending(path: place).path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  @Test func anUnknownLabIsStatus64AndWritesNothing() throws {
    let result = try Program("descent").run("handout", "--lab", "cooking", "--output", folder.path)
    #expect(result.status == 64)
    #expect(result.errorOutput.hasPrefix("There is no lab \"cooking\""))
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
