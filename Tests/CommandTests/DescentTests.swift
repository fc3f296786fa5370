import AnswerChecks
import Foundation
import Testing

/// The real `descent`, run as a user runs it. `check` builds, so it is tested through `LabCheck` with the lab's tests.
struct DescentTests {
  private let descent = Program("descent")

  @Test func listNamesEveryLabAndExercise() throws {
    let result = try descent.run("list")
    #expect(result.status == 0)
    #expect(result.errorOutput.isEmpty)
    for lab in Workspace(root: Program.root).labs() {
      let book = try lab.answerBook()
      #expect(result.output.contains("\(lab.command): \(book.exercises.count) exercises"))
      for exercise in book.exercises { #expect(result.output.contains("  \(exercise.id)  \(exercise.title)")) }
    }
  }

  @Test func matrixShowsEveryMisconceptionCaughtAndNamed() throws {
    let result = try descent.run("checks", "optimizers", "--matrix")
    #expect(result.status == 0)
    let book = try Workspace(root: Program.root).lab("optimizers").answerBook()
    let named = result.output.split(separator: "\n").filter { $0.hasSuffix("  named") }
    #expect(named.count == book.exercises.reduce(0) { $0 + $1.misconceptions.count })
    #expect(!result.output.contains("NOT NAMED"))
  }

  @Test(arguments: [["check", "cooking"], ["handout", "--lab", "cooking"]])
  func anUnknownLabIsSaid(arguments: [String]) throws {
    let result = try descent.run(arguments)
    let labs = Workspace(root: Program.root).labs().map(\.command).joined(separator: ", ")
    #expect(result.status == 64)
    #expect(result.errorOutput == "There is no lab \"cooking\"; the labs are \(labs).\n")
  }

  @Test(arguments: [
    (["bake"], 64, "Unexpected argument 'bake'\n"),
    (["checks", "--matrx"], 64, "Unknown option '--matrx'. Did you mean '--matrix'?\n"),
  ])
  func wrongUsageGetsOneSentence(arguments: [String], status: Int32, sentence: String) throws {
    let result = try descent.run(arguments)
    #expect(result.status == status)
    #expect(result.errorOutput == sentence)
    #expect(result.output.isEmpty)
  }

  @Test func placeWithoutAPackageIsSaid() throws {
    // The program itself lies in the package, so a copy elsewhere is what a lost user runs.
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-lost-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = try descent.copied(to: folder)
    let result = try copy.run(["list"], in: folder)
    #expect(result.status == 64)
    #expect(result.errorOutput == "There is no Descent package here; change into its folder, where Package.swift is.\n")
  }

  @Test func helpAndVersionEndWell() throws {
    #expect(try descent.run("--help").status == 0)
    #expect(try descent.run("--version").output == descentVersion + "\n")
  }
}

/// The real `optimizers`.
struct LabProgramTests {
  private let optimizers = Program("optimizers")
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-out-\(UUID().uuidString)")

  @Test func listNamesTheTwelveFigures() throws {
    let result = try optimizers.run("--list")
    #expect(result.status == 0)
    let names = result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(
      names == [
        "level-sets", "conditioning", "trajectories", "loss", "steps-by-condition-number",
        "learning-rate-sensitivity", "momentum-phase", "landscapes", "feature-scales", "rotation", "momentum-filter",
        "effective-learning-rate",
      ])
  }

  @Test(arguments: [
    ["--scale", "huge"], ["--seed", "-1"], ["--figure", "nothing"], ["--condition-number", "0.5"],
    ["--condition-number", "nan"], ["--optimizer", "adm"], ["--steps", "-3"], ["--learning-rate", "0"],
    ["--start", "1"], ["--start", "1,b"], ["--answers", "yours"], ["--nonsense"],
  ])
  func wrongValueGetsOneSentenceAndStatus64(arguments: [String]) throws {
    let result = try optimizers.run(arguments + ["--output", folder.path])
    #expect(result.status == 64, "\(result.errorOutput)")
    #expect(result.errorOutput.split(separator: "\n").count == 1, "\(result.errorOutput)")
    #expect(!FileManager.default.fileExists(atPath: folder.path), "nothing is written")
  }

  @Test func unwritableOutputIsStatus73() throws {
    try Data().write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try optimizers.run("--figure", "level-sets", "--output", folder.path)
    #expect(result.status == 73)
    #expect(result.errorOutput.split(separator: "\n").count == 1)
    #expect(result.errorOutput.contains("can't be written"))
  }

  @Test func sameBytesTwiceAndOnOneCore() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func files(_ name: String, prefix: [String] = []) throws -> [String: Data] {
      let place = folder.appending(path: name)
      let figures = ["trajectories", "rotation", "momentum-filter"].flatMap { ["--figure", $0] }
      let result = try optimizers.run(figures + ["--output", place.path], through: prefix)
      #expect(result.status == 0, "\(result.errorOutput)")
      let lab = place.appending(path: "optimizers")
      return try FileManager.default.contentsOfDirectory(atPath: lab.path).filter { $0 != "manifest.json" }
        .reduce(into: [:]) { $0[$1] = try Data(contentsOf: lab.appending(path: $1)) }
    }
    let first = try files("first")
    #expect(first.count == 6)
    #expect(try files("second") == first)
    #if os(Linux)
      #expect(try files("one-core", prefix: ["/usr/bin/taskset", "-c", "0"]) == first)
    #endif
  }
}
