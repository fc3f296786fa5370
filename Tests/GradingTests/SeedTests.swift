import Foundation
import Testing

@testable import Grading

/// The seed of the secret answers is drawn once, and is its owner's alone.
struct SeedTests {
  private let folder: WorkFolder
  private var file: URL { folder.url.appending(path: "secret/seed") }

  init() throws { folder = try WorkFolder() }

  private func permissions(_ place: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
  }

  @Test func itIsDrawnOnce() throws {
    let seed = try Seed.kept(in: folder.url)
    #expect(seed > 0)
    #expect(try Seed.kept(in: folder.url) == seed)
    #expect(try String(contentsOf: file, encoding: .utf8) == "\(seed)\n")
    try FileManager.default.removeItem(at: file)
    #expect(try Seed.kept(in: folder.url) != seed, "1 in 9 · 10^18 that the same comes again")
  }

  @Test func onlyItsOwnerReadsIt() throws {
    _ = try Seed.kept(in: folder.url)
    #expect(try permissions(file) == 0o600)
    #expect(try permissions(file.deletingLastPathComponent()) == 0o700)
  }

  @Test func aSeedThatIsThereIsTaken() throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(" 41\n".utf8).write(to: file)
    #expect(try Seed.kept(in: folder.url) == 41)
    try Data("forty-one\n".utf8).write(to: file)
    #expect(throws: GradingError.self) { try Seed.kept(in: folder.url) }
  }
}
