import AnswerChecks
import Foundation
import Testing

@testable import Site

/// What the site is made of, and what is refused.
@Suite("The site (needs pandoc)", .enabled(if: CourseSite.hasPandoc, "\(CourseSite.needsPandoc)"))
struct SiteTests {
  @Test("it has every handout, every guide and every figure, and no link of it is broken")
  func isWhole() throws {
    let site = try CourseSite.site()
    for lab in CourseSite.project.labs() { #expect(site.pages.contains("labs/\(lab.command)/index.html")) }
    for guide in try SiteMap.names(in: "docs", of: CourseSite.project.root) where guide.hasSuffix(".md") {
      #expect(site.pages.contains(guide.replacing(".md", with: ".html")))
    }
    for figure in try CourseFigure.all(of: CourseSite.project) {
      #expect(site.pages.contains(figure.address))
      #expect(site.files[figure.pictureAddress] == figure.picture)
      #expect(site.files[figure.dataAddress] == figure.data)
    }
    #expect(
      site.files["rooms.svg"] == (try Data(contentsOf: CourseSite.project.root.appending(path: "docs/rooms.svg"))))
    #expect(site.brokenLinks == [])
  }

  @Test("every page can be come to from the first")
  func isConnected() throws {
    let site = try CourseSite.site()
    var reached: Set<String> = []
    var open = ["index.html"]
    while let address = open.popLast() {
      guard reached.insert(address).inserted, let data = site.files[address] else { continue }
      for link in HTML(String(decoding: data, as: UTF8.self)).links where !SitePath.isExternal(link) {
        let path = SitePath.parts(of: link).path
        if let target = SitePath.resolve(path, from: address), target.hasSuffix(".html") { open.append(target) }
      }
    }
    #expect(Set(site.pages).subtracting(reached).sorted() == [])
  }

  @Test("the same sources give the same bytes")
  func isReproducible() throws {
    let again = try Site(of: CourseSite.project, pandoc: Pandoc())
    let site = try CourseSite.site()
    #expect(again.pages == site.pages)
    #expect(again.files == site.files)
  }

  @Test("a figure says what is seen, its command and its data")
  func figurePage() throws {
    let page = String(
      decoding: try #require(try CourseSite.site().files["figures/optimizers/level-sets.html"]), as: UTF8.self)
    #expect(
      page.contains("alt=\"Circles for κ = 1, narrow ellipses for κ = 9.\"") || page.contains("alt=\"Circles for"))
    #expect(page.contains("--answers reference --figure level-sets</code>"))
    #expect(page.contains("href=\"level-sets.csv\" download"))
    #expect(page.contains("href=\"../../labs/optimizers/index.html#figure-level-sets\""))
  }

  @Test("it is written anew over an older one, and over nothing else")
  func writing() throws {
    let folder = try TestFolder()
    let site = try CourseSite.site()
    try site.write(to: folder.url)
    let mark = try String(contentsOf: folder.url.appending(path: Site.mark), encoding: .utf8)
    try folder.write(mark + "0  gone.html\n0  ../outside.html\n", to: Site.mark)
    try folder.write("old", to: "gone.html")
    try folder.write("changed", to: "index.html")
    try site.write(to: folder.url)
    #expect(try Data(contentsOf: folder.url.appending(path: "index.html")) == site.files["index.html"])
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "gone.html").path))
    let other = try TestFolder()
    try other.write("mine", to: "thesis.txt")
    let error = #expect(throws: SiteError.self) { try site.write(to: other.url) }
    #expect(error?.exitStatus == EX_USAGE)
    #expect(error?.description.contains("something else than a site") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path) == ["thesis.txt"])
  }

  @Test("a link to what isn't there, and a figure that isn't there, are named with their page")
  func missing() throws {
    let toy = try ToyProject()
    try toy.folder.write("# Guide\n\n![x](figures/toy/lost.png)\n", to: "docs/guide.md")
    #expect(
      toy.complaint()
        == "65 docs/guide.md leads to figures/toy/lost.png, which isn't there; draw it: make lecture-figures")
    try toy.folder.write("# Guide\n\n[x](nowhere.md)\n", to: "docs/guide.md")
    #expect(toy.complaint() == "65 docs/guide.md leads to nowhere.md, which isn't there.")
    try toy.folder.write("# Guide\n\n[x](#nowhere)\n", to: "docs/guide.md")
    #expect(toy.complaint() == "65 guide.html links to #nowhere, and there is no such place on that page.")
    try toy.folder.write("# Guide\n\n[x](../../outside.md)\n", to: "docs/guide.md")
    #expect(toy.complaint().contains("leads to ../../outside.md, which isn't there"))
    try toy.folder.write("# Guide\n\n$\\frac$\n", to: "docs/guide.md")
    #expect(toy.complaint().hasPrefix("65 docs/guide.md can't be made a page; pandoc says:"))
    try toy.folder.write("# Guide\n", to: "docs/guide.md")
    #expect(toy.complaint() == "")
    try toy.folder.write(try toy.manifest, to: "docs/figures/toy/manifest.json")
    #expect(toy.complaint().hasPrefix("65 docs/figures/toy/manifest.json names a.png, which isn't there"))
    try toy.folder.write("no picture", to: "docs/figures/toy/a.png")
    #expect(toy.complaint().hasPrefix("65 docs/figures/toy/a.png isn't the file that its manifest.json names"))
    try toy.folder.write("{}", to: "docs/figures/toy/manifest.json")
    #expect(toy.complaint().hasPrefix("65 docs/figures/toy/manifest.json is no manifest"))
  }
}

@Suite("Tools that are missing")
struct MissingToolTests {
  @Test("pandoc that isn't there is one sentence and status 69")
  func pandoc() {
    let error = #expect(throws: SiteError.self) { try Pandoc(on: "/nowhere") }
    #expect(error?.exitStatus == EX_UNAVAILABLE)
    #expect(
      error?.description.hasPrefix("The program pandoc is needed for the site, and isn't here. Install it") == true)
  }
}

/// A project with one guide and no lab.
struct ToyProject {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    for name in ["page.html", "style.css", "icon.svg"] {
      try folder.write(
        String(decoding: CourseSite.project.data(at: "docs/site/\(name)"), as: UTF8.self), to: "docs/site/\(name)")
    }
    try folder.write("# Toy\n\nA toy.\n\n## Labs\n\nNone.\n", to: "docs/site/index.md")
    try folder.write("# One\n", to: "docs/decisions/0001-one.md")
    try folder.write("// swift", to: "Package.swift")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "docs/figures/toy"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.url.appending(path: "Labs"), withIntermediateDirectories: true)
  }

  /// The status and the sentence of what keeps it from becoming a site; empty where nothing does.
  func complaint() -> String {
    do {
      _ = try Site(of: Workspace(root: folder.url), pandoc: Pandoc())
      return ""
    } catch { return "\(error.exitStatus) \(error.description)" }
  }

  /// Names the figure `a`, with a checksum that no file has.
  var manifest: String {
    get throws {
      let text = try String(
        contentsOf: CourseSite.project.root.appending(path: "docs/figures/optimizers/manifest.json"), encoding: .utf8)
      return text.replacing("level-sets.png", with: "a.png").replacing("\"optimizers\"", with: "\"toy\"")
    }
  }
}
