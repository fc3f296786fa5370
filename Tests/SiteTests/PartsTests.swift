import LabKit
import Testing

@testable import Site

@Suite("Parts of the site")
struct PartsTests {
  @Test("paths lead there and back")
  func paths() {
    #expect(SitePath.resolve("../../docs/a.md", from: "Labs/Toy/README.md") == "docs/a.md")
    #expect(SitePath.resolve("./b.md", from: "docs/a.md") == "docs/b.md")
    #expect(SitePath.resolve("../../../a.md", from: "Labs/Toy/README.md") == nil)
    #expect(SitePath.link(from: "labs/toy/index.html", to: "figures/toy/a.html") == "../../figures/toy/a.html")
    #expect(SitePath.link(from: "labs/toy/index.html", to: "labs/toy/a.html#b") == "a.html#b")
    #expect(SitePath.link(from: "index.html", to: "labs/toy/index.html") == "labs/toy/index.html")
    #expect(SitePath.link(from: "labs/toy/index.html", to: "index.html") == "../../index.html")
    #expect(SitePath.isExternal("https://example.org/a"))
    #expect(!SitePath.isExternal("a.html#b:c"))
  }

  @Test("every page that the list of pages names is there")
  func planned() {
    for place in Navigation.plan.flatMap(\.places) { #expect(CourseSite.project.has(place), "\(place)") }
  }

  @Test("text that is put into HTML is escaped, and HTML isn't")
  func escaping() {
    let html: HTML = "<p title=\"\("a \"b\"")\">\("1 < 2 & 3")\(HTML("<br>"))</p>"
    #expect(html.text == "<p title=\"a &quot;b&quot;\">1 &lt; 2 &amp; 3<br></p>")
    #expect(html.plainText == "1 < 2 & 3")
  }

  @Test("links and pictures get other addresses, and nothing else does")
  func links() {
    let html = HTML("<a class=\"x\" href=\"a.md?b=1&amp;c\">href=\"no\"</a><img alt=\"y\" src=\"p.png\"/>")
    #expect(html.links == ["a.md?b=1&c", "p.png"])
    let changed = html.withLinks { $0 + "!" }
    #expect(changed.text == "<a class=\"x\" href=\"a.md?b=1&amp;c!\">href=\"no\"</a><img alt=\"y\" src=\"p.png!\"/>")
  }

  @Test("a formula's TeX is no part of what is read")
  func plainText() {
    let formula =
      "<math><semantics><mi>κ</mi><annotation encoding=\"application/x-tex\">\\kappa</annotation></semantics></math>"
    let text = "<p>The number\n\(formula) is <b>large</b>.</p>"
    #expect(HTML(text).plainText == "The number κ is large.")
  }

  @Test("tables and formulas get boxes that scroll")
  func boxes() {
    let table = HTML("<table><tr><th>a &amp; b</th><th></th></tr></table>").scrollingInsideItself
    #expect(
      table.text.hasPrefix(
        "<div class=\"table\" role=\"region\" aria-label=\"Table: a &amp; b\" tabindex=\"0\"><table>"))
    let formula = HTML("<p><math display=\"block\"><mi>x</mi></math>, <math display=\"inline\"></math></p>")
    #expect(formula.scrollingInsideItself.text.hasPrefix("<p><span class=\"formula\"><math display=\"block\">"))
    #expect(formula.scrollingInsideItself.text.matches(of: /class="formula"/).count == 1)
  }

  @Test("data with quotes, commas and line ends in its fields is read")
  func commaSeparated() throws {
    let table = try #require(CSVText("a,\"b,\"\"c\"\"\"\r\n1,\"two\r\nlines\"\r\n3,\n"))
    #expect(table.columns == ["a", "b,\"c\""])
    #expect(table.rows == [["1", "two\r\nlines"], ["3", ""]])
    #expect(CSVText("a\n1")?.rows == [["1"]])
    #expect(CSVText("") == nil)
  }

  @Test("sentences are told apart")
  func sentences() {
    #expect("One. Two is 3.5 long! Three".sentences(2) == "One. Two is 3.5 long!")
    #expect("Only one".firstSentence == "Only one")
  }

  @Test("a figure's place is told from others")
  func figurePlaces() {
    #expect(FigurePlace("docs/figures/toy/a-b.png")?.address == "figures/toy/a-b.html")
    #expect(FigurePlace("docs/figures/toy/a.csv") == nil)
    #expect(FigurePlace("docs/other/toy/a.png") == nil)
  }
}
