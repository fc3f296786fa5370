import LabProofs
import Testing

@testable import Errata

@Suite("The program errata")
struct ProgramTests {
  private let program = LabProgram("errata", options: [])

  @Test("The same bytes twice, the second time on one core")
  func steady() throws { #expect(try program.unsteadiness() == []) }

  #if arch(x86_64)
    @Test("Results agree between kernels of other processors")
    func agreement() throws { #expect(try program.disagreements() == []) }
  #endif

  @Test("Another seed draws other weights")
  func seeds() throws {
    let data = try ["1", "2"].map { try program.run(["--figure", "uniform-range", "--seed", $0]) }
      .map { $0.files["uniform-range.csv"] }
    #expect(data[0] != nil && data[1] != nil && data[0] != data[1])
  }

  @Test(
    "What can't be drawn is said in one sentence",
    arguments: [
      (["--figure", "no-such-figure"], "adam-root, adam-first-moment"), (["--answers", "mine"], "not your answers"),
    ])
  func refusals(options: [String], words: String) throws {
    let run = try program.run(options)
    #expect(run.status == 64)
    #expect(run.output.contains(words))
    #expect(run.manifest == nil)
  }

  @Test("The list has a line a figure")
  func list() throws {
    let lines = try program.run(["--list"]).output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != " " }) } == errata.map(\.name))
  }
}
