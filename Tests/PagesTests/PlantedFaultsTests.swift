import Foundation
import Testing

/// The list of planted faults stays true while the code changes. Planting them is `make faults`.
@Suite("The list of planted faults")
struct PlantedFaultsTests {
  private let faults: [PlantedFault]

  init() throws { faults = try PlantedFault.list(in: House.text("Tests/Mutations/faults.txt")) }

  @Test("each text that a fault replaces stands in its file once")
  func texts() throws {
    for fault in faults {
      let places = try House.text(fault.file).ranges(of: fault.old).count
      #expect(places == 1, "\(fault.file), \"\(fault.sentence)\": its text stands there \(places) times.")
      #expect(fault.new != fault.old)
    }
  }

  @Test("each test that a fault names is there")
  func tests() throws {
    for fault in faults {
      for name in fault.tests {
        let parts = name.split { $0 == "." || $0 == "/" }.map(String.init)
        try #require(parts.count >= 2, "\(name)")
        let code = try Self.code(of: parts[0])
        #expect(code.contains(try Regex("(struct|class|enum) \(parts[1])\\b")), "\(name) of \"\(fault.sentence)\"")
        if parts.count > 2 { #expect(code.contains("func \(parts[2])("), "\(name) of \"\(fault.sentence)\"") }
      }
    }
  }

  @Test("both the numbers and the judge have their share, and no sentence stands twice")
  func share() {
    let ofNumbers = faults.count { fault in
      ["NumericCore", "DeepLearning", "Techniques"].contains { fault.file.hasPrefix("Sources/\($0)/") }
    }
    #expect(ofNumbers >= 35)
    #expect(faults.count - ofNumbers >= 35)
    #expect(Set(faults.map(\.sentence)).count == faults.count)
  }

  /// All Swift files of a test target.
  private static func code(of target: String) throws -> String {
    let folder = House.root.appending(path: "Tests/\(target)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
  }
}

/// An entry of Tests/Mutations/faults.txt.
struct PlantedFault {
  private(set) var file = ""
  private(set) var sentence = ""
  private(set) var tests: [String] = []
  private var oldLines: [Substring] = []
  private var newLines: [Substring] = []

  /// What stands in the file, and what is planted in its place.
  var old: String { oldLines.joined(separator: "\n") }
  var new: String { newLines.joined(separator: "\n") }

  /// The entries of a list: paragraphs of lines that begin with what they hold.
  static func list(in text: String) throws -> [PlantedFault] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    return try lines.split(separator: "").map { try PlantedFault($0) }
  }

  private init(_ lines: ArraySlice<Substring>) throws {
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let rest = parts.count == 2 ? parts[1] : ""
      switch parts[0] {
      case "file:": file = String(rest)
      case "fault:": sentence = String(rest)
      case "tests:": tests = rest.split(separator: " ").map(String.init)
      case "-": oldLines.append(rest)
      case "+": newLines.append(rest)
      default: Issue.record("A line of the list begins with no word that it knows: \(line)")
      }
    }
    try #require(!file.isEmpty && !sentence.isEmpty && !tests.isEmpty && !oldLines.isEmpty, "\(lines)")
  }
}
