import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// `descent grade` from beginning to end, by the program itself, on a class of a few and one lab: names, figures.
@Suite(.serialized) struct GradeProgramTests {
  private static let sentence =
    "You go twice as far as the learning rate says: the factor 2 of a squared loss is in the gradient already."

  private let folder: WorkFolder
  private let exercise: RecordedExercise

  init() throws {
    folder = try WorkFolder()
    let book = try Workspace(root: WorkspaceTests.root).lab("optimizers").answerBook()
    exercise = try #require(book.exercises.first { $0.id == "1.3" })
  }

  @Test(
    .enabled(if: WorkspaceTests.hasBubblewrap, "needs bubblewrap"),
    .enabled(if: DescentRun.isBuilt, "needs a whole build"))
  func aClusterIsNamedDiagnosedAndUnnamed() throws {
    try handIn("ada", "return weights - 2 * learningRate * gradient")
    try handIn("bo", "let step = learningRate * gradient\n    return weights - step - step")
    try handIn("cy", "return weights - learningRate * gradient")
    try handIn("dot", "return weights + learningRate * gradient")
    try grade()
    #expect(try misconceptions(of: "ada") == "")
    #expect(try misconceptions(of: "dot") == "ascent")

    let cluster = try #require(try descent("clusters").output.split(separator: " ").first.map(String.init))
    #expect(cluster.hasPrefix("1.3-"))
    #expect(try descent("clusters", cluster).output.contains("| " + "    return weights - 2 * learningRate * gradient"))

    // What can't be proven is refused with a sentence, and nothing is written.
    #expect(try name(cluster, "ascent").errorOutput.contains("has a misconception ascent already"))
    #expect(try name(cluster, "double-step", sentence: "Too short.").status == EX_USAGE)
    let right = try descent("name-cluster", "1.3-000000", "double-step", Self.sentence, "--section", "Gradient descent")
    #expect(right.status == EX_USAGE)
    #expect(try named() == [])

    let done = try name(cluster, "double-step")
    #expect(done.status == 0, "\(done.errorOutput)")
    #expect(done.output.contains("Misconception(\n  \"1.3\", \"double-step\","))
    #expect(try named() == ["1.3/double-step"])
    #expect(try name(cluster, "double-step").errorOutput.contains("already"))

    let regraded = try grade()
    #expect(regraded.errorOutput.contains("its verdicts don't count"))
    #expect(regraded.output.contains("Judged 4 of 4"))
    #expect(try misconceptions(of: "ada") == "double-step")
    #expect(try misconceptions(of: "bo") == "double-step")
    #expect(try misconceptions(of: "cy") == "")
    #expect(try misconceptions(of: "dot") == "ascent")
    #expect(try read("feedback/bo.md").contains(Self.sentence))
    #expect(try read("class/misconceptions.csv").contains("1.3,double-step,2,4"))
    #expect(try grade().output.contains("Judged 0 of 4"))

    #expect(try descent("unname", "1.3", "double-step", "--reason", "for this test").status == 0)
    try grade()
    #expect(try misconceptions(of: "ada") == "")
    #expect(try read("class/clusters.csv").contains(cluster))
  }

  @Test(
    .enabled(if: WorkspaceTests.hasBubblewrap, "needs bubblewrap"),
    .enabled(if: DescentRun.isBuilt, "needs a whole build"))
  func figuresAreDrawnWithTheAnswersOfThoseWhoGaveAny() throws {
    try handIn("ada", "return weights + learningRate * gradient")
    try handIn("bo", "throw NotAttempted(\"1.3\")")
    let place = folder.url.appending(path: "class").path
    let drawn = try descent("run", place, "--figures", machine: true)
    #expect(drawn.status == 0, "\(drawn.errorOutput)")
    #expect(try read("feedback/ada.html").contains("src=\"data:image/png;base64,"))
    #expect(try !read("feedback/bo.html").contains("<img"))

    let before = try read("feedback/ada.html")
    #expect(try descent("run", place, "--figures", machine: true).status == 0)
    #expect(try read("feedback/ada.html") == before)
  }

  private func handIn(_ student: String, _ body: String) throws {
    let place = folder.url.appending(path: "class/\(student)/Labs/Optimizers/Exercises")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(exercise.stub.replacing("throw NotAttempted(\"1.3\")", with: body).utf8)
      .write(to: place.appending(path: URL(filePath: exercise.file).lastPathComponent))
  }

  @discardableResult
  private func grade() throws -> DescentRun {
    let outcome = try descent("run", folder.url.appending(path: "class").path, machine: true)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    return outcome
  }

  private func name(_ cluster: String, _ name: String, sentence: String = sentence) throws -> DescentRun {
    try descent("name-cluster", cluster, name, sentence, "--section", "Gradient descent", machine: true)
  }

  private func named() throws -> [String] {
    try Gradebook(file: folder.url.appending(path: "grades/gradebook.sqlite"), for: .reading).namedMistakes().map(
      \.place)
  }

  private func misconceptions(of student: String) throws -> String {
    let standings = try Gradebook(file: folder.url.appending(path: "grades/gradebook.sqlite"), for: .reading)
      .standings()
    let verdicts = standings.first { $0.student.id == student }?.graded?.labs.flatMap(\.verdicts) ?? []
    return verdicts.flatMap(\.diagnoses).map(\.name).joined(separator: " ")
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "grades/exports/\(name)"), encoding: .utf8)
  }

  /// Runs `descent grade`. Its workspace is kept beside the test program, for the next time.
  private func descent(_ arguments: String..., machine: Bool = false) throws -> DescentRun {
    let cache = DescentRun.program.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "grading-of-named-clusters")
    let places = ["--gradebook", folder.url.appending(path: "grades").path, "--lab", "optimizers"]
    return try DescentRun(
      ["grade"] + arguments + places + (machine ? ["--cache", cache.path] : []), scratch: folder)
  }
}
