import AnswerChecks
import LabProofs
import Testing

struct QuotedNumbersTests {
  private let results = Value.record([
    "ensembles": .record(["dropout": .number(0.1344), "same-images": .list([.number(0.25), .number(-1.5)])]),
    "depth": .record(["relu": .number(7.378e23)]), "steps": .record(["kappa.100": .number(12)]),
  ])

  private func wrong(_ handout: String) -> [String] { QuotedNumbers(handout: handout, results: results).wrong }

  @Test(
    "What a result rounds to may be quoted",
    arguments: [
      "0.13<!-- ensembles.dropout -->", "0.1344<!-- ensembles.dropout -->", "13.4 %<!-- ensembles.dropout -->",
      "$13\\%$<!-- ensembles.dropout -->", "-1.5<!-- ensembles.same-images.1 -->",
      "$7.4\\cdot10^{23}$<!-- depth.relu -->", "12<!-- steps.kappa.100 -->", "0.9<!-- setting -->",
    ])
  func right(_ quote: String) {
    #expect(wrong("## The figures\n\nIt is \(quote) here.") == [])
    #expect(QuotedNumbers(handout: quote, results: results).count == (quote.contains("setting") ? 0 : 1))
  }

  @Test(
    "Anything else is wrong",
    arguments: [
      "0.14<!-- ensembles.dropout -->", "0.13 %<!-- ensembles.dropout -->", "13.5 %<!-- ensembles.dropout -->",
      "1.5<!-- ensembles.same-images.1 -->", "$7.4\\cdot10^{22}$<!-- depth.relu -->", "12.5<!-- steps.kappa.100 -->",
    ])
  func off(_ quote: String) throws {
    #expect(wrong(quote).count == 1)
    #expect(try #require(wrong(quote).first).contains(", which is "))
  }

  @Test(
    "A path that leads nowhere is wrong", arguments: ["nothing", "ensembles", "ensembles.same-images.2", "steps.kap"])
  func nowhere(_ path: String) throws {
    #expect(wrong("0.1<!-- \(path) -->") == ["The handout quotes 0.1 for \(path), and there is no such number."])
  }

  @Test("In what is said about figures, every number names where it is from")
  func unmarked() {
    let handout = """
      # Lab
      Momentum is 0.9.

      ## What the figures should show
      Two layers, 13.4 %<!-- ensembles.dropout --> wrong, then 0.25, 12 % and $7\\%$; 0.5<!-- setting --> kept.
      See exercise 2.7.

      ## Questions
      What is 0.1?
      """
    #expect(
      wrong(handout)
        == ["0.25", "12 %", "7\\%"].map { "About figures the handout says \($0), and not where it is from." })
  }
}
