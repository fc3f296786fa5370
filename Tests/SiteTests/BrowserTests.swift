import Foundation
import Testing

@testable import Site

/// The site in a real browser.
@Suite("The site in a browser (needs chromium and pandoc)", .serialized)
struct BrowserTests {
  @Test(
    "every page is whole, fits a phone, can be read in the dark, and leads nowhere that isn't there",
    .enabled(if: CourseSite.hasBrowser, "\(CourseSite.needsBrowser)"))
  func everyPage() throws {
    let site = try CourseSite.site()
    var inspection = try Inspection(of: site.files)
    defer { inspection.end() }
    try inspection.visit(site.pages)
    #expect(inspection.problems == [])
  }

  @Test(
    "every kind of page can be used by keyboard", .enabled(if: CourseSite.hasBrowser, "\(CourseSite.needsBrowser)"))
  func keyboard() throws {
    let site = try CourseSite.site()
    var inspection = try Inspection(of: site.files)
    defer { inspection.end() }
    for page in ["index.html", "labs/optimizers/index.html", "figures/optimizers/trajectories.html", "pages.html"] {
      try inspection.tab(through: page)
    }
    #expect(inspection.problems == [])
  }

  @Test("formulas are drawn on every lab's page", .enabled(if: CourseSite.hasBrowser, "\(CourseSite.needsBrowser)"))
  func formulas() throws {
    let site = try CourseSite.site()
    var inspection = try Inspection(of: site.files)
    defer { inspection.end() }
    for page in site.pages where page.hasPrefix("labs/") {
      try inspection.open(page)
      let count = try inspection.evaluate(
        "[...document.querySelectorAll('math')].filter(m => m.getBoundingClientRect().height > 5).length")
      #expect((count as? Int ?? 0) > 20, "\(page)")
    }
  }

  /// A page with one fault each, in the frame of the real ones.
  static let faults: [(body: String, problem: String)] = [
    ("<a href=\"nowhere.html\">x</a>", "links to nowhere.html, which isn't there"),
    ("<a href=\"index.html#nowhere\">x</a>", "links to index.html#nowhere, and that place isn't there"),
    ("<figure><img src=\"missing.png\" alt=\"x\"></figure>", "the picture missing.png isn't there"),
    ("<figure><img src=\"icon.svg\" width=\"99\"></figure>", "the picture icon.svg has no words beside it"),
    ("<script>console.error(\"planted\")</script>", "console: planted"),
    ("<script>undefined.planted</script>", "script: TypeError"),
    ("<link rel=\"stylesheet\" href=\"http://127.0.0.1:9/style.css\">", "asks for http://127.0.0.1:9/style.css"),
    ("<p style=\"width:500px\">wide</p>", "on a phone: wider than the window"),
    ("<p style=\"color:#999;background:#fff\">pale</p>", "the contrast of \"pale\" is 2.85"),
    ("<p style=\"color:#222\">black</p>", "in the dark: the contrast of \"black\""),
    ("<h4>low</h4>", "the heading \"low\" leaves out a level"),
    ("<h1>again</h1>", "2 headings of level 1"),
    ("<p>$\\kappa$</p>", "a formula is still TeX"),
    ("<math display=\"none\" style=\"display:none\"><mi>x</mi></math>", "a formula has no size: x"),
  ]

  @Test(
    "a planted fault is seen", .enabled(if: CourseSite.hasBrowser, "\(CourseSite.needsBrowser)"))
  func plantedFaults() throws {
    var files = try CourseSite.site().files.filter { ["style.css", "icon.svg"].contains($0.key) }
    let template = String(decoding: try CourseSite.project.data(at: "docs/site/page.html"), as: UTF8.self)
    let navigation = Navigation(
      labs: [], pages: [:],
      decisions: Navigation.Entry(link: Link(address: "index.html", title: "Index"), summary: ""), hasReference: false)
    let frame = Frame(template: template, navigation: navigation)
    func page(_ address: String, _ body: String) -> Data {
      let content = "<h1>Toy</h1>\(HTML(body))" as HTML
      let text = frame.page(Page(address: address, title: "Toy", summary: "", content: content))
      // The toy site has one page that everything may lead to.
      return Data(text.replacing(/href="(\.\/)?(pages|figures\/index)\.html[^"]*"/, with: "href=\"index.html\"").utf8)
    }
    files["index.html"] = page("index.html", "<h2 id=\"labs\">Labs</h2>")
    for (index, fault) in Self.faults.enumerated() { files["\(index).html"] = page("\(index).html", fault.body) }
    var inspection = try Inspection(of: files)
    defer { inspection.end() }
    try inspection.visit(["index.html"])
    #expect(inspection.problems == [])
    try inspection.visit(Self.faults.indices.map { "\($0).html" })
    for (index, fault) in Self.faults.enumerated() {
      let found = inspection.problems.filter { $0.hasPrefix("\(index).html") }
      #expect(found.contains { $0.contains(fault.problem) }, "\(fault.body): \(found)")
    }
  }

  @Test(
    "a place that the keyboard misses, and one that doesn't show its focus, are seen",
    .enabled(if: CourseSite.hasBrowser, "\(CourseSite.needsBrowser)"))
  func plantedFocus() throws {
    let head =
      "<!DOCTYPE html><html lang=en><title>x</title><link rel=icon href=data:,><body><a href=\"#content\">Skip</a>"
    let files = [
      "missed.html": Data("\(head)<main id=content><a href=\"#content\" tabindex=-1>never</a></main>".utf8),
      "hidden.html": Data("\(head)<main id=content><a href=\"#content\" style=\"outline:none\">unseen</a></main>".utf8),
    ]
    var inspection = try Inspection(of: files)
    defer { inspection.end() }
    try inspection.tab(through: "missed.html")
    try inspection.tab(through: "hidden.html")
    #expect(inspection.problems.contains { $0.contains("1 places aren't reached, the first is A never") })
    #expect(inspection.problems.contains { $0.contains("no outline around unseen") })
  }
}
