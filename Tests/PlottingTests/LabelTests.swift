import Testing

@testable import Plotting

struct LabelTests {
  /// Runs as text: subscripts in `_{}`, superscripts in `^{}`.
  private func parsed(_ markup: String) -> String {
    Label(markup).runs.map { run in
      switch run.script {
      case .normal: run.text
      case .subscripted: "_{\(run.text)}"
      case .superscripted: "^{\(run.text)}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("w_1", "w_{1}"), ("10^{-6}", "10^{−6}"), ("10^-6", "10^{−6}"), ("\\kappa", "κ"), ("\\lambda_{max}", "λ_{max}"),
    ("f(w_t) - f(w^*)", "f(w_{t}) − f(w^{*})"), ("w_10", "w_{10}"), ("x^2y", "x^{2}y"),
    ("\\sqrt{\\eta\\lambda}", "√ηλ"),
    ("\\eta \\lambda", "η λ"), ("\\beta_1, \\beta_2", "β_{1}, β_{2}"), ("\\nabla f", "∇ f"), ("e^\\alpha", "e^{α}"),
  ])
  func `Scripts and Greek letters are understood`(markup: String, expected: String) {
    #expect(parsed(markup) == expected)
  }

  @Test(arguments: [
    ("batch\\_size", "batch_size"), ("mini-batch", "mini-batch"), ("-0.5", "−0.5"), ("1e-3", "1e-3"),
    ("a < b & c", "a < b & c"),
    ("<b>bold</b>", "<b>bold</b>"), ("\\unknown", "\\unknown"), ("_", "_"), ("^", "^"), ("a_", "a_"), ("a_{", "a"),
    ("", ""), ("\\", "\\"), ("{}", ""), ("a_{b_{c}}", "a_{bc}"), ("100 %", "100 %"), ("0 - 1", "0 − 1"),
  ])
  func `Anything else stays as it is`(markup: String, expected: String) {
    #expect(parsed(markup) == expected)
  }

  @Test func `Text has width, and scripts are narrower`() {
    let typesetter = Typesetter()
    let plain = typesetter.width("w1", size: 24)
    let script = typesetter.width("w_1", size: 24)
    #expect(plain > script)
    #expect(script > typesetter.width("w", size: 24))
    #expect(typesetter.width("", size: 24) == 0)
  }

  @Test func `Long text is broken at spaces`() {
    let typesetter = Typesetter()
    let lines = typesetter.wrapped("one two three four five six", size: 20, width: 120)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == "one two three four five six")
    #expect(lines.allSatisfy { typesetter.width($0, size: 20) <= 120 })
    #expect(typesetter.wrapped("unbreakable", size: 20, width: 5) == ["unbreakable"])
  }
}
