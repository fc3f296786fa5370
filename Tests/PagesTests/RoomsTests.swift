import AnswerChecks
import Foundation
import Grading
import Testing

/// What docs/architecture.md says and shows of the rooms is what Package.swift has.
@Suite("The page of rooms")
struct RoomsTests {
  private let house: House
  private let picture: RoomsPicture

  init() throws {
    house = try House.whole()
    picture = try RoomsPicture(House.text("docs/rooms.svg"))
  }

  @Test("the table has every room, with what it imports")
  func table() throws {
    let rows = try rowsOfTheTable()
    let known = Set(house.imports.keys).union(house.imports.values.flatMap { $0 })
    // Data, and the tests of each module, are folders of the house and no rooms.
    #expect(Set(rows.keys) == Set(house.imports.keys).union(["Expected", "ModuleTests"]))
    for (room, imports) in house.imports.sorted(by: { $0.key < $1.key }) {
      let said = (rows[room] ?? []).filter { known.contains($0) }
      #expect(said == imports, "docs/architecture.md on \(room)")
    }
  }

  @Test("the picture has every room, under its name")
  func boxes() {
    #expect(Set(picture.boxes.keys) == Set(house.imports.keys))
    for (room, name) in picture.names { #expect(room == name) }
  }

  @Test("the picture has an arrow for every import that doesn't follow from others")
  func arrows() {
    let shown = picture.lines.map(\.arrow)
    #expect(Set(shown).subtracting(house.arrows).sorted { $0.description < $1.description } == [])
    #expect(house.arrows.subtracting(shown).sorted { $0.description < $1.description } == [])
    #expect(shown.count == Set(shown).count)
  }

  @Test("arrows start and end at the boxes that they name, and lead down")
  func ends() throws {
    for line in picture.lines {
      let start = try #require(picture.boxes[line.arrow.from])
      let end = try #require(picture.boxes[line.arrow.to])
      #expect(start.hasOnItsEdge(line.start), "\(line.arrow) starts elsewhere.")
      #expect(end.hasOnItsEdge(line.end), "\(line.arrow) ends elsewhere.")
      #expect(start.y.upperBound < end.y.lowerBound, "\(line.arrow) leads up.")
    }
  }

  @Test("boxes are coloured by who has them: a student, a handout, or the whole project alone")
  func kinds() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "descent-rooms-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try Handout(of: Workspace(root: House.root)).write(to: place)
    for (room, folders) in house.folders.sorted(by: { $0.key < $1.key }) {
      let isHandedOut = folders.contains { hasCode(place.appending(path: $0)) }
      let kind = room == "Exercises" ? "student" : isHandedOut ? "everybody" : "lecturer"
      #expect(picture.boxes[room]?.kind == kind, "\(room)")
    }
  }

  /// Whether code or a module map lies somewhere in a folder.
  private func hasCode(_ folder: URL) -> Bool {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return files.contains { file in [".swift", ".c", ".modulemap"].contains { file.hasSuffix($0) } }
  }

  /// The words of the third column by the room of the first. What stands in brackets are reasons, no imports.
  private func rowsOfTheTable() throws -> [String: Set<String>] {
    let page = try House.text("docs/architecture.md")
    var rows: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      try #require(cells.count == 6, "\(line)")
      let words = cells[3].replacing(/\([^)]*\)/, with: "").split { !$0.isLetter && !$0.isNumber }.map(String.init)
      for place in cells[1].matches(of: /`([^`]+)`/) {
        let name = place.1.split(separator: "/").last.map { $0.filter(\.isLetter) } ?? ""
        #expect(rows.updateValue(Set(words), forKey: name) == nil, "\(name) has two rows.")
      }
    }
    return rows
  }
}
