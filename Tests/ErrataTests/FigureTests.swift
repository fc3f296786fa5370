import LabKit
import Testing

@testable import Errata

@Suite("Figures of the errata")
struct FigureTests {
  private static let setting = Setting(scale: .quick, seed: 3)

  @Test("A slip looks other than what is right", arguments: errata.map(\.name))
  func differs(name: String) throws {
    let picture = try #require(errata.first { $0.name == name }).picture(in: Self.setting)
    for panel in picture.panels {
      let right = panel.lines.filter { $0.role == .right }
      let slips = panel.lines.filter { $0.role != .right }
      #expect(!right.isEmpty && !slips.isEmpty, "\(panel.name) compares nothing.")
      #expect(
        slips.contains { slip in right.allSatisfy { $0.isFar(from: slip) } }, "In \(panel.name) no slip can be seen.")
    }
    for role in Set(picture.panels.flatMap { $0.lines.map(\.role) }).subtracting([.right]) {
      let isSeen = picture.panels.contains { panel in
        panel.lines.contains { line in
          line.role == role && panel.lines.allSatisfy { $0.role != .right || $0.isFar(from: line) }
        }
      }
      #expect(isSeen, "The \(role.rawValue) of \(name) is nowhere seen.")
    }
  }

  @Test("What is right is finite, and every line is named once in its panel", arguments: errata.map(\.name))
  func readable(name: String) throws {
    let picture = try #require(errata.first { $0.name == name }).picture(in: Self.setting)
    for panel in picture.panels {
      for line in panel.lines {
        #expect(line.x.count == line.y.count && line.x.count > 1, "\(line.name)")
        #expect(line.role != .right || line.y.allSatisfy(\.isFinite), "\(line.name)")
      }
      let places = panel.lines.filter { $0.place != nil }.map(\.name)
      #expect(Set(places).count == places.count, "\(panel.name)")
      #expect(panel.lines.contains { $0.role == .right && $0.place != nil }, "\(panel.name)")
      // A title that wraps takes a line from the chart beside it.
      #expect(panel.title.count <= (picture.panels.count > 1 ? 36 : 66), "\(panel.title)")
    }
    #expect(!picture.results.isEmpty)
  }

  @Test("Every figure but those without an exercise runs a lab's mistakes")
  func mistakes() {
    let without = errata.filter(\.mistakes.isEmpty).map(\.name)
    #expect(without == ["exploding-gradients", "saturation"])
    #expect(Set(errata.map(\.name)).count == errata.count)
  }
}

extension Line {
  /// Whether the two are further apart, somewhere, than a twentieth of what is right.
  fileprivate func isFar(from other: Line) -> Bool {
    zip(zip(x, y), zip(other.x, other.y)).contains { mine, others in
      mine.0 == others.0 && !(abs(mine.1 - others.1) <= 0.05 * abs(mine.1))
    }
  }
}
