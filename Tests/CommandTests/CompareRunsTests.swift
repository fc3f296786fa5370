import Foundation
import Testing

/// `descent compare`, as it is typed after figures were drawn anew.
struct CompareRunsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-compare-\(UUID().uuidString)")
  private let descent = Program("descent")
  private var old: URL { folder.appending(path: "old") }
  private var new: URL { folder.appending(path: "new") }

  /// Two copies of a lab's figures as the lecture shows them.
  private func with(_ body: () throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for place in [old, new] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Program.root.appending(path: "docs/figures/optimizers"), to: place.appending(path: "optimizers"))
    }
    try body()
  }

  private func compare(_ options: String...) throws -> Program.Result {
    try descent.run(["compare", old.path, new.path] + options)
  }

  /// Makes the first number of the last row of a figure's data a hundred times as large; gives the file's new text.
  private func change(_ name: String) throws -> String {
    let file = new.appending(path: "optimizers/\(name).csv")
    var rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    var cells = rows[rows.count - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let number = try #require(cells.lastIndex { Double($0).map { $0 != 0 } == true })
    cells[number] = "\(try #require(Double(cells[number])) * 100)"
    rows[rows.count - 1] = cells.joined(separator: ",")
    let text = rows.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: file)
    return text
  }

  @Test func equalFiguresAreStatus0() throws {
    try with {
      let result = try compare()
      #expect(result.status == 0)
      #expect(result.output.contains("trajectories"))
      #expect(result.errorOutput.isEmpty)
    }
  }

  @Test func aChangedNumberIsStatus1AndNamesItsFigure() throws {
    try with {
      let same = try compare().output
      _ = try change("trajectories")
      let result = try compare()
      #expect(result.status == 1)
      let changed = Set(result.output.split(separator: "\n")).subtracting(same.split(separator: "\n"))
      #expect(changed.count == 1 && changed.first?.contains("trajectories") == true, "\(changed)")
    }
  }

  @Test func theNewFiguresTakeTheOldOnesPlaceOnlyWhereThatIsAsked() throws {
    try with {
      let text = try change("trajectories")
      let file = old.appending(path: "optimizers/trajectories.csv")
      _ = try compare()
      #expect(try String(contentsOf: file, encoding: .utf8) != text)
      #expect(try compare("--replace").status == 1)
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
      #expect(!FileManager.default.fileExists(atPath: new.appending(path: "optimizers").path))
    }
  }

  @Test func aNewLabHasNothingToBeComparedWith() throws {
    try with {
      try FileManager.default.removeItem(at: old.appending(path: "optimizers"))
      let result = try compare()
      #expect(result.status == 1)
      #expect(result.output == "optimizers\n  new: there is nothing to compare it with\n")
    }
  }

  @Test func aFolderWithoutFiguresIsStatus74() throws {
    try with {
      try FileManager.default.removeItem(at: new.appending(path: "optimizers"))
      let result = try compare()
      #expect(result.status == 74)
      #expect(result.errorOutput.hasSuffix("no lab has drawn figures there.\n"))
    }
  }
}
