import Foundation
import Testing

@testable import Site

/// The reference of the code, made from what these tests are built of.
@Suite("The reference of the code", .serialized)
struct ReferenceTests {
  private static let made = Result { try Reference(of: CourseSite.project, builtIn: CourseSite.build) }

  @Test("every public declaration has a comment, and DocC warns of none")
  func isComplete() throws {
    let reference = try Self.made.get()
    #expect(reference.rooms.map(\.name) == Reference.roomNames)
    for room in reference.rooms {
      #expect(reference.files[room.address] != nil, "\(room.name)")
      #expect(room.summary.hasSuffix("."), "\(room.name)")
    }
  }

  @Test("the same sources give the same reference")
  func isReproducible() throws {
    let again = try Reference(of: CourseSite.project, builtIn: CourseSite.build)
    let first = try Self.made.get()
    #expect(first.files.keys.sorted() == again.files.keys.sorted())
    #expect(first.files.filter { again.files[$0.key] != $0.value }.keys.sorted() == [])
  }

  @Test(
    "its first pages open from a folder of a server (needs chromium and pandoc)",
    .enabled(if: CourseSite.hasBrowser, "\(CourseSite.needsBrowser)"))
  func opens() throws {
    let reference = try Self.made.get()
    let site = try Site(of: CourseSite.project, pandoc: Pandoc(), reference: reference)
    var inspection = try Inspection(of: site.files)
    defer { inspection.end() }
    for (name, address) in reference.rooms.map({ ($0.name, $0.address) }) {
      try inspection.open(address)
      let title = try inspection.evaluate(
        """
        new Promise(done => { let tries = 0; const look = () => { const heading = document.querySelector("h1");
          if (heading || ++tries > 200) done(heading ? heading.textContent.trim() : ""); else setTimeout(look, 50); }; look(); })
        """)
      #expect((title as? String)?.hasPrefix(name) == true, "\(address): \(title ?? "")")
    }
    #expect(inspection.problems == [])
  }

  @Test("a declaration without a comment, and a comment that DocC can't follow, are named")
  func strictness() throws {
    let folder = try TestFolder()
    try folder.write(
      """
      /// Nothing at all; see ``Missing``.
      public struct Toy {
        public var bare = 0
      }
      """, to: "Sources/Toy/Toy.swift")
    try folder.write("# ``Toy``\n\nA toy.\n", to: "docs/site/reference/Toy.md")
    let modules = folder.url.appending(path: "build/Modules")
    try FileManager.default.createDirectory(at: modules, withIntermediateDirectories: true)
    let compiler = try Tool(named: "swiftc", remedy: "")
    func compile() throws {
      let outcome = try compiler.run([
        "-emit-module", "-module-name", "Toy", "-parse-as-library", "-emit-module-path",
        modules.appending(path: "Toy.swiftmodule").path, folder.url.appending(path: "Sources/Toy/Toy.swift").path,
      ])
      #expect(outcome.status == 0, "\(outcome.errorOutput)")
    }
    func complaint() -> String {
      do {
        _ = try Reference(of: ["Toy"], in: .init(root: folder.url), builtIn: folder.url.appending(path: "build"))
        return ""
      } catch { return "\(error.exitStatus) \(error.description)" }
    }
    try compile()
    #expect(complaint().hasPrefix("65 1 place in the code where no comment says what it is"))
    #expect(complaint().hasSuffix("Sources/Toy/Toy.swift:3: Toy.bare"))
    try folder.write("/// See ``Missing``.\npublic struct Toy {}\n", to: "Sources/Toy/Toy.swift")
    try compile()
    #expect(complaint().contains("65 1 place in the code where DocC warns"))
    #expect(complaint().contains("Missing"))
    try folder.write("/// A toy.\npublic struct Toy {}\n", to: "Sources/Toy/Toy.swift")
    try compile()
    #expect(complaint() == "")
  }
}
