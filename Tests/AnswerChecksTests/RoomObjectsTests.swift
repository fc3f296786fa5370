import Foundation
import Testing

@testable import AnswerChecks

struct RoomObjectsTests {
  @Test func whatAFormerSourceLeftIsNotLinked() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "room-\(UUID().uuidString).build")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["New.swift.o", "Both.swift.o", "Former.swift.o"] {
      try Data().write(to: folder.appending(path: name))
    }
    let list = """
      {"": {"swift-dependencies": "/elsewhere/primary.swiftdeps"},
      "/room/New.swift": {"object": "/elsewhere/New.swift.o"}, "/room/Both.swift": {"object": "/elsewhere/Both.swift.o"}}
      """
    try Data(list.utf8).write(to: folder.appending(path: "output-file-map.json"))
    let objects = try PrebuiltRest.objects(in: folder)
    #expect(objects == ["Both", "New"].map { folder.appending(path: "\($0).swift.o").path })
  }
}
