import Datasets
import Foundation
import Testing

struct CatalogueTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func projectsOwnCatalogueIsSound() throws {
    let catalogue = try Catalogue(contentsOf: Catalogue.file(ofProject: Self.root))
    #expect(
      catalogue.sets.map(\.name) == [
        "mnist", "fashion-mnist", "breast-cancer-wdbc", "breast-cancer-original", "adult", "optdigits", "mammography",
        "abalone",
      ])
    #expect(catalogue.sets.flatMap(\.files).count == 16)
    #expect(catalogue.sets.allSatisfy { !$0.licence.isEmpty && !$0.citation.isEmpty && $0.page.host != nil })
    #expect(try catalogue.set(named: "adult").size == ByteCount(5_977_458))
  }

  /// What people read and what the program reads can't drift apart.
  @Test func readmeSaysTheSame() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "datasets/README.md"), encoding: .utf8)
    for set in try Catalogue(contentsOf: Catalogue.file(ofProject: Self.root)).sets {
      #expect(readme.contains(set.licence), "\(set.name)")
      for file in set.files {
        #expect(
          readme.contains("| `\(file.path)` | \(ByteCount(file.bytes).grouped) | `\(file.sha256)` |"), "\(file.path)")
      }
    }
  }

  @Test func unknownNameListsTheNames() throws {
    let catalogue = try Catalogue(json: Data(Self.json().utf8), file: "c.json")
    let error = #expect(throws: DatasetError.self) { try catalogue.set(named: "toi") }
    #expect(error?.description == "There is no data set \"toi\"; the data sets are toy.")
    #expect(error?.exitStatus == 64)
  }

  /// One thing wrong at a time, and what is said of it.
  @Test(arguments: [
    ("{", "it is no JSON"),
    ("{}", "there is no \"sets\""),
    ("{\"sets\": []}", "it names no set"),
    (json(name: "../toy"), "\"../toy\" is no name for a set"),
    (json(name: ".toy"), "\".toy\" is no name for a set"),
    (json(path: "toy/../a"), "\"toy/../a\" is no path of toy: it must be toy/ and a plain file name"),
    (json(path: "toy/.."), "\"toy/..\" is no path of toy: it must be toy/ and a plain file name"),
    (json(path: "/toy/a"), "\"/toy/a\" is no path of toy: it must be toy/ and a plain file name"),
    (json(path: "other/a"), "\"other/a\" is no path of toy: it must be toy/ and a plain file name"),
    (json(path: "toy/a b"), "\"toy/a b\" is no path of toy: it must be toy/ and a plain file name"),
    (json(path: "toy/ä"), "\"toy/ä\" is no path of toy: it must be toy/ and a plain file name"),
    (json(bytes: "0"), "toy/a has the size 0"),
    (json(sha256: "abc"), "the sha256 of toy/a is not 64 hexadecimal digits in lower case"),
    (
      json(sha256: String(repeating: "A", count: 64)),
      "the sha256 of toy/a is not 64 hexadecimal digits in lower case"
    ),
    (json(addresses: ""), "toy/a has no address"),
    (
      json(addresses: "\"file:///etc/passwd\""),
      "toy/a has the address \"file:///etc/passwd\", which is neither http nor https"
    ),
    (json(addresses: "\"https:///a\""), "toy/a has the address \"https:///a\", which is neither http nor https"),
  ])
  func damageIsSaid(json: String, problem: String) throws {
    let error = #expect(throws: DatasetError.self) { try Catalogue(json: Data(json.utf8), file: "c.json") }
    guard case .damagedCatalogue("c.json", let said)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(said.hasPrefix(problem) || said == problem)
    #expect(error?.exitStatus == 65)
  }

  @Test func wrongTypeNamesItsPlace() throws {
    let error = #expect(throws: DatasetError.self) {
      try Catalogue(json: Data(Self.json(bytes: "\"many\"").utf8), file: "c.json")
    }
    #expect(error?.description.hasPrefix("c.json is damaged: sets, 0, files, 0, bytes: ") == true)
  }

  @Test func twiceIsOnceTooOften() throws {
    var catalogue = try Catalogue(json: Data(Self.json().utf8), file: "c.json")
    catalogue.sets[0].files.append(catalogue.sets[0].files[0])
    let doubled = try JSONEncoder().encode(catalogue)
    #expect(throws: DatasetError.damagedCatalogue(file: "c", problem: "toy names a file twice")) {
      try Catalogue(json: doubled, file: "c")
    }
    catalogue.sets[0].files.removeLast()
    catalogue.sets.append(catalogue.sets[0])
    let twins = try JSONEncoder().encode(catalogue)
    #expect(throws: DatasetError.damagedCatalogue(file: "c", problem: "two sets have the same name")) {
      try Catalogue(json: twins, file: "c")
    }
    catalogue.sets = [catalogue.sets[0]]
    catalogue.sets[0].files = []
    let empty = try JSONEncoder().encode(catalogue)
    #expect(throws: DatasetError.damagedCatalogue(file: "c", problem: "toy has no files")) {
      try Catalogue(json: empty, file: "c")
    }
  }

  private static func json(
    name: String = "toy", path: String = "toy/a", bytes: String = "5",
    sha256: String = String(repeating: "0f", count: 32), addresses: String = "\"https://example.org/a\""
  ) -> String {
    """
    {"sets": [{"name": "\(name)", "title": "Toy", "licence": "CC0", "citation": "Nobody", "page": "https://example.org",
      "files": [{"path": "\(path)", "bytes": \(bytes), "sha256": "\(sha256)", "addresses": [\(addresses)]}]}]}
    """
  }
}
