import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// No room that is handed out computes what an exercise asks for.
@Suite struct HandoutEquivalentsTests {
  private let project = Workspace(root: WorkspaceTests.root)
  /// The Swift files that students get, by place.
  private let handedOut: [String: String]
  /// Those that they don't, of the rooms that compute.
  private let keptBack: [String: String]

  init() throws { (handedOut, keptBack) = try Self.files.get() }

  /// Read once: there are as many tests as exercises.
  private static let files = Result {
    let folder = try WorkFolder("equivalents")
    let root = WorkspaceTests.root
    try Handout(of: Workspace(root: root)).write(to: folder.url)
    let handedOut = try swift(below: folder.url)
    let keptBack = try ["Sources", "Labs"].reduce(into: [String: String]()) { all, room in
      for (name, text) in try swift(below: root.appending(path: room)) where handedOut["\(room)/\(name)"] == nil {
        all["\(room)/\(name)"] = text
      }
    }
    return (handedOut, keptBack)
  }

  private static func swift(below folder: URL) throws -> [String: String] {
    try filesBelow(folder).filter { $0.key.hasSuffix(".swift") }.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func everyExerciseHasAnEntry() throws {
    let known = try project.labs().flatMap { try $0.answerBook().exercises.map(\.id) }
    #expect(Set(known) == Set(Equivalent.all.map(\.exercise)))
    #expect(known.count == Equivalent.all.count && known.count > 80)
  }

  @Test(arguments: Equivalent.all) func whatComputesItIsKeptBack(_ equivalent: Equivalent) {
    for declaration in equivalent.declarations {
      let parts = declaration.split(separator: "/").map(String.init)
      let file = declaration.hasSuffix(".swift") ? declaration : parts.count > 1 ? "\(parts[0]).swift" : nil
      if let file {
        let places = keptBack.keys.filter { $0.hasSuffix("/\(file)") }
        #expect(!places.isEmpty, "\(file) is gone")
        #expect(!handedOut.keys.contains { $0.hasSuffix("/\(file)") }, "\(file)")
        if parts.count > 1 { #expect(places.contains { declares(parts[1], keptBack[$0] ?? "") }, "\(declaration)") }
      } else {
        #expect(
          keptBack.contains { $0.key.contains("Techniques/") && declares(declaration, $0.value) }, "\(declaration)")
        for (place, text) in handedOut { #expect(!declares(declaration, text), "\(declaration) in \(place)") }
      }
    }
  }

  private func declares(_ name: String, _ text: String) -> Bool {
    let words = ["func", "struct", "enum", "protocol", "typealias", "var", "let", "class"]
    return words.contains { word in
      text.ranges(of: "\(word) \(name)").contains { range in
        range.upperBound == text.endIndex || !(text[range.upperBound].isLetter || text[range.upperBound].isNumber)
      }
    }
  }

  // MARK: The form of what is computed

  /// A formula under other names: what stands right of `=`, behind `return` or in a body, with names replaced by letters in
  /// their order.
  @Test func noFormulaOfASolutionIsInItUnderOtherNames() {
    let solutions = keptBack.filter { $0.key.contains("/Solutions/Reference") }
    let formulas = Dictionary(
      solutions.flatMap { place, text in forms(text).map { ($0, place) } }, uniquingKeysWith: { first, _ in first })
    #expect(formulas.count > 40)
    for (place, text) in handedOut {
      for form in forms(text) where !Self.common.contains(form) {
        #expect(formulas[form] == nil, "\(place): \(form), as in \(formulas[form] ?? "")")
      }
    }
  }

  /// Forms that rooms on both sides need, and that answer nothing.
  private static let common: Set<String> = [
    // Where a part of several starts and ends: threads share work, workers in 5.6 share samples.
    "v0 * v1 / v2<v0 * (v1 + 1) / v3"
  ]

  private func forms(_ text: String) -> Set<String> {
    var forms: Set<String> = []
    for line in text.split(separator: "\n") where line.utf8.count(where: isOperator) >= 3 && !line.contains("//") {
      for part in line.split(separator: #/return | = |\{ | in | \? | : | \}|, /#) {
        if let form = form(String(part).trimmingCharacters(in: .whitespaces)) { forms.insert(form) }
      }
    }
    return forms
  }

  private func isOperator(_ byte: UInt8) -> Bool { "+-*/".utf8.contains(byte) }

  /// Nothing where there are too few operators to tell a formula from any other line.
  private func form(_ expression: String) -> String? {
    guard expression.matches(of: #/ [-+*/] /#).count >= 3 else { return nil }
    var letters: [Substring: String] = [:]
    return expression.replacing(#/[A-Za-z_$][A-Za-z0-9_.]*/#) { match in
      let letter = letters[match.output] ?? "v\(letters.count)"
      letters[match.output] = letter
      return letter
    }
  }
}
