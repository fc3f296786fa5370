import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// What students get, and what they don't.
@Suite struct HandoutTests {
  private let project = Workspace(root: WorkspaceTests.root)
  private let folder: WorkFolder
  private let place: URL
  private let files: [String: Data]

  init() throws {
    folder = try WorkFolder("handout")
    place = folder.url.appending(path: "course")
    try Handout(of: project).write(to: place)
    files = try filesBelow(place)
  }

  @Test func nothingOfTheLecturersIsInIt() {
    let kept = [
      "/Solutions/", "/Recorder/", "/Checks/Adam", "/Reference", "Sources/Techniques/", "Sources/Grading/",
      "Sources/descent/Grading/", "Sources/Benchmarks/", "Sources/SealedStart/", "Sources/CArchive/",
      "Sources/Errata/", "errata.md", "Tests/Lab",
    ]
    for name in files.keys {
      for part in kept { #expect(!"/\(name)".contains(part), "\(name)") }
      #expect(!name.hasPrefix("Tests/") || name.contains("ExerciseTests/"), "\(name)")
    }
    #expect(files.keys.contains("Labs/Optimizers/Questions/OptimizersQuestions.swift"))
    #expect(files.keys.contains("Labs/Optimizers/Lab/main.swift"))
  }

  /// A line of an answer could be looked up; what many files have in common is no answer.
  @Test func noLineOfASolutionIsInIt() throws {
    let swift = files.filter { $0.key.hasSuffix(".swift") || $0.key.hasSuffix(".md") }
    let handedOut = Set(swift.values.flatMap { lines(String(decoding: $0, as: UTF8.self)) })
    var looked = 0
    for room in ["Sources/Techniques"] + project.labs().map({ "Labs/\($0.name)/Solutions" }) {
      for (name, data) in try filesBelow(project.root.appending(path: room)) {
        for line in lines(String(decoding: data, as: UTF8.self)) where isTelling(line) {
          looked += 1
          let isThere = handedOut.contains(line)
          #expect(!isThere, "\(room)/\(name): \(line)")
        }
      }
    }
    #expect(looked > 900)
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Whether a line computes something: arithmetic, in no comment and no head of a declaration.
  private func isTelling(_ line: String) -> Bool {
    let heads = [
      "//", "import ", "public ", "package ", "private ", "func ", "struct ", "extension ", "case ", "guard ", "#", "@",
    ]
    return line.count > 12 && !heads.contains { line.hasPrefix($0) } && line.contains(#/ [-+*/] /#)
      && line.contains(where: \.isLetter) && !Self.common.contains(line)
  }

  /// What rooms on both sides need, and answers nothing: a sum in eight lanes, a width, targets around their mean.
  private static let common: Set<String> =
    Set((1...7).map { "s\($0) += term(index + \($0))" }).union([
      "return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest", "self.targets = targets - targetMean",
      "let width = range.upperBound - range.lowerBound",
    ])

  @Test func exercisesAreBlank() throws {
    for lab in project.labs() {
      for exercise in try lab.answerBook().exercises {
        let stub = files["Labs/\(lab.name)/\(exercise.file)"].map { String(decoding: $0, as: UTF8.self) }
        #expect(stub == exercise.stub && exercise.stub.contains("NotAttempted(\"\(exercise.id)\")"))
      }
    }
  }

  @Test func figuresHaveWhatTheyAreComparedWith() throws {
    for lab in project.labs() {
      let looks = try filesBelow(lab.folder.appending(path: "Expected"))
      #expect(looks.count > 2, "\(lab.name) has recorded looks")
      for (name, data) in looks { #expect(files["Labs/\(lab.name)/Expected/\(name)"] == data, "\(lab.name) \(name)") }
    }
  }

  @Test func pagesLeadSomewhere() { expectWholeLinks(in: files, at: place) }

  private func expectWholeLinks(in files: [String: Data], at place: URL) {
    for (name, data) in files where name.hasSuffix(".md") {
      for link in String(decoding: data, as: UTF8.self).matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/) {
        let target = String(link.1)
        if target.contains("://") { continue }
        let page = place.appending(path: name).deletingLastPathComponent()
        let isThere = FileManager.default.fileExists(atPath: page.appending(path: target).standardizedFileURL.path)
        #expect(isThere, "\(name) leads to \(target)")
      }
    }
  }

  @Test func scriptsCanBeRun() {
    #expect(FileManager.default.isExecutableFile(atPath: place.appending(path: ".ci/setup").path))
  }

  @Test func anOlderHandoutIsBroughtUpToDate() throws {
    try folder.write("built", to: "course/.build/debug/program")
    try folder.write("old", to: "course/Labs/Optimizers/Exercises/Exercise99Old.swift")
    try folder.write("changed", to: "course/LICENSE")
    try Handout(of: project).write(to: place)
    var now = try filesBelow(place)
    #expect(now.removeValue(forKey: ".build/debug/program") == Data("built".utf8))
    #expect(now == files)
  }

  @Test func whatSomebodyElseHasThereStays() throws {
    try folder.write("mine", to: "home/thesis.tex")
    let home = folder.url.appending(path: "home")
    #expect(throws: GradingError.self) { try Handout(of: project).write(to: home) }
    #expect(try filesBelow(home) == ["thesis.tex": Data("mine".utf8)])
  }

  @Test func someLabsCanBeHandedOut() throws {
    let few = folder.url.appending(path: "few")
    try Handout(of: project, labs: ["dropout", "optimizers"]).write(to: few)
    let labs = try FileManager.default.contentsOfDirectory(atPath: few.appending(path: "Labs").path).sorted()
    #expect(labs == ["Dropout", "Optimizers"])
    expectWholeLinks(in: try filesBelow(few), at: few)
    #expect(throws: GradingError.self) { try Handout(of: project, labs: ["cooking"]) }
  }
}
