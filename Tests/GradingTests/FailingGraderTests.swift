import AnswerChecks
import Foundation
import Testing

@testable import Grading

extension WorkspaceTests {
  /// A failure of the grader itself is tried once more, and never counts as zero.
  @Suite struct FailingGraderTests {
    /// A `swift` that goes before the real one on the path, and whose `swift test` fails at these calls.
    private func failing(at calls: [Int], in folder: WorkFolder) throws -> [String: String] {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let tool = try #require(
        path.split(separator: ":").map { "\($0)/swift" }.first(where: FileManager.default.isExecutableFile(atPath:)))
      let pattern = calls.map(String.init).joined(separator: "|")
      let script = """
        #!/bin/sh
        if [ "$1" = test ]; then
          echo >> '\(folder.url.path)/calls'
          case $(wc -l < '\(folder.url.path)/calls' | tr -d ' ') in \(pattern)) exit 1 ;; esac
        fi
        exec '\(tool)' "$@"

        """
      try folder.write(script, to: "failing/swift")
      let file = folder.url.appending(path: "failing/swift").path
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      return ["PATH": folder.url.appending(path: "failing").path + ":" + path]
    }

    @Test(
      "A judge that fails is tried once more, and then leaves points open, sealed by bubblewrap",
      .enabled(if: hasBubblewrap, "needs bubblewrap"), .enabled(if: DescentRun.isBuilt, "needs a whole build"))
    func retried() throws {
      let lab = try MadeUpLab(Workspace(root: root).lab("optimizers"))
      let students = try ["f1", "f2"].map { id in
        var student = MadeUpStudent(id, "Fay \(id)", .zip)
        // Two texts, so that one's verdicts aren't the other's.
        try student.hand(
          in: lab, ["1.3": .code("return weights - learningRate * gradient  // \(id)")], expecting: ["1.3": .passed])
        return student
      }
      let folder = try WorkFolder("failing")
      let handedIn = try ClassFolder(students, missing: ["s90"], course: "", in: folder)
      let place = try GradedClassTests.Place(folder, "grades")
      let options = ["--lab", "optimizers", "--jobs", "1"]
      let run = try place.grade(handedIn, options, variables: try failing(at: [1, 3, 4], in: folder))
      #expect(run.status == 1, "\(run.errorOutput)")
      #expect(run.output.contains("Points left open by failures of the grader: 1 (f2)"), "\(run.output)")
      #expect(try statuses(of: "f1", in: place).count { $0 == .graderError } == 0)
      #expect(try Set(statuses(of: "f2", in: place)) == [.graderError])
      let rows = try grades(in: place)
      // Once it worked; twice it didn't, and nothing is known; nothing was handed in. None of the last two is a zero.
      #expect(rows[0].hasSuffix(",0,1,31,graded"), "\(rows[0])")
      #expect(rows[1].hasSuffix(",0,,31,open") && !rows[1].contains(",0,0,"), "\(rows[1])")
      #expect(rows[2].hasSuffix(",,,31,missing") && !rows[2].contains(",0,"), "\(rows[2])")

      let again = try place.grade(handedIn, options)
      #expect(again.status == 0, "\(again.errorOutput)")
      #expect(again.output.contains("Judged 1 of 2 submissions; 1 had their verdicts."), "\(again.output)")
      #expect(try grades(in: place)[1].hasSuffix(",0,1,31,graded"))
    }

    private func statuses(of student: String, in place: GradedClassTests.Place) throws -> [Status] {
      let standing = try place.standings().first { $0.student.id == student }
      return standing?.graded?.labs.flatMap(\.verdicts).map(\.status) ?? []
    }

    /// The rows of `grades.csv` below its header.
    private func grades(in place: GradedClassTests.Place) throws -> [Substring] {
      let data = try #require(try place.exports()["grades.csv"])
      return Array(String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst())
    }
  }
}
