import AnswerChecks
import Datasets
import Foundation
import Grading
import Testing

@testable import descent

/// The real `descent submit`, and what reads it where it is graded.
@Suite(.enabled(if: ToyLab.isBuilt, "needs a build of all labs"))
struct SubmitTests {
  private func submissions(of toy: ToyLab) -> URL { toy.root.appending(path: "build/submissions") }

  @Test func whatIsPackedIsReadWhereItIsGraded() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    try toy.answer("1.3", "return weights - learningRate * gradient")
    try toy.answer("1.5", "return weights + gradient)")
    let result = try toy.run("submit", "--student", "s100")
    #expect(result.status == 0, "\(result.errorOutput)")
    let place = submissions(of: toy).appending(path: "s100-optimizers.zip")
    #expect(result.output.contains("optimizers is the lab that you edited last."))
    #expect(result.output.contains("1 of 31 points: 1 passed, 15 not attempted, 1 does not compile."))
    #expect(result.output.contains("Still blank: 1.1 1.2 1.4 1.6") && result.output.contains("Does not compile: 1.5"))
    #expect(result.output.contains("To hand in: \(place.path)"))

    let roster = toy.root.appending(path: "roster.csv")
    try Data("id,name\ns100,Anna Berg\ns101,Bo Lie\n".utf8).write(to: roster)
    let reader = SubmissionReader(known: KnownFile.all(in: [toy.book]), roster: try Roster(contentsOf: roster))
    let found = try reader.read(submissions(of: toy))
    let submission = try #require(found.submissions.first)
    #expect(found.submissions.count == 1 && submission.student == "s100")
    #expect(submission.files.count == toy.book.exercises.count)
    for file in submission.files {
      let text = try String(contentsOf: toy.exercises.appending(path: file.name), encoding: .utf8)
      #expect(file.lab == "Optimizers" && file.text == text)
    }
    #expect(submission.ignored.map(\.name) == ["submission.json"])
  }

  @Test func theManifestSaysWhatIsInIt() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    try toy.answer("1.3", "return weights - learningRate * gradient")
    let result = try toy.run("submit", "optimizers")
    let zip = try Data(contentsOf: submissions(of: toy).appending(path: "optimizers.zip"))
    let digest = SHA256.digest(Array(zip))
    #expect(result.output.hasSuffix("SHA-256: \(digest)\n"))
    let beside = try String(
      contentsOf: submissions(of: toy).appending(path: "optimizers.zip.sha256"), encoding: .utf8)
    #expect(beside == "\(digest)  optimizers.zip\n")

    // Stored as it is, the page can be read out of the archive's bytes.
    let start = try #require(zip.range(of: Data("submission.json".utf8))).upperBound
    let end = try #require(zip.range(of: Data("\n}\n".utf8), in: start..<zip.endIndex)).upperBound
    let object = try JSONSerialization.jsonObject(with: zip[start..<end]) as? [String: Any]
    let manifest = try #require(object)
    #expect(manifest["lab"] as? String == "optimizers" && manifest["version"] as? String == descentVersion)
    #expect(manifest["points"] as? Double == 1 && manifest["possible"] as? Int == 31)
    let files = try #require(manifest["files"] as? [[String: Any]])
    #expect(files.count == 17)
    let third = try #require(files.first { $0["exercise"] as? String == "1.3" })
    let path = try #require(third["path"] as? String)
    #expect(path == "Labs/Optimizers/Exercises/Exercise03GradientDescent.swift")
    #expect(third["status"] as? String == "passed" && third["points"] as? Double == 1)
    let text = try Data(contentsOf: toy.root.appending(path: path))
    #expect(third["sha256"] as? String == SHA256.digest(Array(text)))
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    let place = submissions(of: toy).appending(path: "optimizers.zip")
    #expect(try toy.run("submit", "optimizers").status == 0)
    let first = try Data(contentsOf: place)
    for exercise in toy.book.exercises { try toy.save(exercise.stub, as: exercise.fileName) }
    #expect(try toy.run("submit", "optimizers").status == 0)
    #expect(try Data(contentsOf: place) == first)
  }

  @Test func whatIsOddIsSaidAndPackedAllTheSame() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    try toy.save("func half(_ x: Double) -> Double { x / 2 }\n", as: "Helpers.swift")
    try FileManager.default.removeItem(at: toy.exercises.appending(path: "Exercise17Suspect.swift"))
    let result = try toy.run("submit", "optimizers")
    #expect(result.status == 0)
    #expect(result.output.contains("Note: Exercise17Suspect.swift is missing, so 1.17 counts as not attempted."))
    #expect(result.output.contains("Note: Helpers.swift is no exercise file and isn't handed in"))
    let zip = try Data(contentsOf: submissions(of: toy).appending(path: "optimizers.zip"))
    #expect(zip.range(of: Data("Helpers".utf8)) == nil)
  }

  @Test(arguments: ["../s100", "a/b", "a b", "\u{202E}s100", ".s100", "s\n", String(repeating: "x", count: 101)])
  func anUnsafeIdIsRefused(id: String) throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    let result = try toy.run("submit", "optimizers", "--student=\(id)")
    #expect(result.status == 64)
    #expect(PackedAnswers.problem(withStudent: id) != nil && PackedAnswers.problem(withStudent: "") != nil)
    #expect(result.errorOutput.contains("id") && result.errorOutput.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: submissions(of: toy).path))
  }

  @Test func aFolderThatCannotBeWrittenIsStatus73() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    try Data().write(to: toy.root.appending(path: "build"))
    let result = try toy.run("submit", "optimizers")
    #expect(result.status == 73)
    #expect(result.errorOutput.hasSuffix("can't be written; choose another folder with --output.\n"))
  }

  @Test func aFileThatCannotBeReadIsStatus74() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    let file = toy.exercises.appending(path: "Exercise17Suspect.swift")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    let result = try toy.run("submit", "optimizers")
    #expect(result.status == 74)
    #expect(result.errorOutput.hasSuffix("Exercise17Suspect.swift can't be read; look at its permissions.\n"))
    #expect(!FileManager.default.fileExists(atPath: submissions(of: toy).path))
  }

  @Test func checksumsAreThoseOfTheFormat() {
    // The check value that catalogues give for CRC-32: "Catalogue of parametrised CRC algorithms" (Cook, 2022).
    #expect(StoredZip.checksum(Data("123456789".utf8)) == 0xCBF4_3926)
    #expect(StoredZip.checksum(Data()) == 0)
  }
}
