import Foundation
import Testing

@testable import AnswerChecks

/// The page from NumPy to NumericCore: what it says in Swift is compiled and run, and gives what the page says.
///
/// The same numbers from NumPy: `from_numpy.py`, beside this file.
@Suite(.enabled(if: ScreenerTests.isBuilt("Optimizers"), "needs a build of all labs")) struct FromNumPyPageTests {
  private let page: String
  private let folder: WorkFolder

  init() throws {
    page = try String(contentsOf: WorkspaceTests.root.appending(path: "docs/from-numpy.md"), encoding: .utf8)
    folder = try WorkFolder("numpy")
  }

  @Test func everyRowGivesItsResult() throws {
    let rows = page.matches(of: /\n\| `[^\n]*?` \| `(?<code>[^\n]*?)` \| (?<result>[^\n]*?) \|/)
      .map { (code: String($0.code), result: numbers(in: $0.result)) }
    #expect(rows.count > 40)
    let output = try run(try program(rows.map(\.code)))
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in zip(rows, lines) {
      let got = numbers(in: line)
      let isSame = got.count == row.result.count && zip(got, row.result).allSatisfy { abs($0 - $1) < 6e-8 }
      #expect(isSame, "\(row.code) gives \(line), and the page says \(row.result)")
    }
    #expect(lines.count >= rows.count)
  }

  private func numbers(in text: some StringProtocol) -> [Double] {
    text.split { "[], ".contains($0) }.compactMap { Double($0) }
  }

  private func program(_ rows: [String]) throws -> String {
    let start = try #require(page.firstMatch(of: /```swift\n(?<code>[^`]*)```/)).code
    return """
      import NumericCore
      \(start)
      func show(_ number: Double) { print(number) }
      func show(_ number: Int) { print(number) }
      func show(_ numbers: [Int]) { print(numbers) }
      func show(_ vector: Vector<Double>) { print(vector.elements) }
      func show(_ matrix: Matrix<Double>) { print(matrix.elements) }
      \(rows.map { "show(\($0))" }.joined(separator: "\n").replacing("show(try ", with: "try show("))

      """
  }

  /// Compiles and runs a program against this build's NumericCore.
  private func run(_ source: String) throws -> String {
    try folder.write(source, to: "main.swift")
    let binaries = ScreenerTests.binaries
    let objects = try PrebuiltRest.objects(in: binaries.appending(path: "NumericCore.build"))
    let openBLAS = WorkspaceTests.root.appending(path: "Sources/COpenBLAS/module.modulemap").path
    let program = folder.url.appending(path: "program").path
    let built = try BuildTool().run(
      ["swiftc", "-swift-version", "6", "-Onone", "-I", binaries.appending(path: "Modules").path]
        + ["-Xcc", "-fmodule-map-file=\(openBLAS)", folder.url.appending(path: "main.swift").path] + objects
        + ["-o", program], in: folder.url)
    try #require(built.status == 0, "\(built.output.prefix(2000))")
    return try BuildTool().run([program], in: folder.url).output
  }
}
