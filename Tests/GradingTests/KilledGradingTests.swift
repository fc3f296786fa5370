import AnswerChecks
import Foundation
import Testing

@testable import Grading

extension WorkspaceTests {
  /// Grading that is killed again and again loses nothing that was recorded, and ends with the same bytes.
  @Suite struct KilledGradingTests {
    /// Six students of one lab, each with another verdict.
    private func students() throws -> [MadeUpStudent] {
      let lab = try MadeUpLab(Workspace(root: root).lab("optimizers"))
      let bodies: [(String, MadeUpStudent.Expectation)] = [
        ("return weights - learningRate * gradient", .passed), ("return weights", .wrong),
        ("return -", .refused),
        ("while true {}", .init(status: .timedOut)),
        ("fatalError(\"no idea\")", .init(status: .crashed)),
        ("return weights + learningRate * gradient", .wrong),
      ]
      return try bodies.enumerated().map { index, body in
        var student = MadeUpStudent(
          "k\(index + 1)", "Kay Killed \(index + 1)", index % 2 == 0 ? .zip : .labFolders)
        try student.hand(in: lab, ["1.3": .code(body.0)], expecting: ["1.3": body.1])
        return student
      }
    }

    @Test(
      "Grading that is killed eight times ends as one that wasn't, sealed by bubblewrap",
      .enabled(if: hasBubblewrap, "needs bubblewrap"),
      .enabled(if: DescentRun.isBuilt, "needs a whole build"))
    func killed() throws {
      let students = try students()
      let folder = try WorkFolder("killed")
      let handedIn = try ClassFolder(
        students, missing: ["s90"], course: "title = \"Killed\"\n", in: folder)
      let whole = try GradedClassTests.Place(folder, "whole")
      let cut = try GradedClassTests.Place(folder, "cut")
      let options = ["--lab", "optimizers", "--jobs", "1"]
      let first = try whole.grade(handedIn, options)
      try #require(first.status == 0, "\(first.errorOutput)")
      // Once more, by which all that is kept for later is made: so long takes a run that nothing cuts.
      let start = ContinuousClock.now
      let second = try whole.grade(handedIn, options + ["--again"])
      try #require(second.status == 0, "\(second.errorOutput)")
      let length = ContinuousClock.now - start

      var finished: Set<String> = []
      for moment in 1...8 {
        // Two come while all is made ready; each of the others lets one student more be recorded, and then comes at
        // another place of the next one's judgement.
        let known = finished.count
        try cut.killGrading(handedIn, options) { time in
          moment <= 2 ? time > length * moment / 12 : try cut.recorded().count > known
        }
        let recorded = try cut.recorded()
        #expect(finished.isSubset(of: recorded), "What was recorded is lost.")
        finished = recorded
      }
      let last = try cut.grade(handedIn, options)
      #expect(last.status == 0, "\(last.errorOutput)")
      #expect(!finished.isEmpty, "No cut left anything behind: they all came too early.")
      let words =
        "Judged \(students.count - finished.count) of \(students.count) submissions; \(finished.count) had"
      #expect(last.output.contains(words), "\(last.output)")
      #expect(try cut.gradings().count == students.count)
      #expect(try cut.gradings().allSatisfy { $0.value == 1 })
      let (got, expected) = (try cut.exports(), try whole.exports())
      #expect(got.keys.sorted() == expected.keys.sorted())
      for (name, data) in expected where got[name] != data {
        Issue.record("\(name) has other bytes")
      }
    }
  }
}

extension WorkspaceTests.GradedClassTests.Place {
  /// Who has verdicts.
  fileprivate func recorded() throws -> Set<String> {
    let file = gradebook.appending(path: "gradebook.sqlite")
    return FileManager.default.fileExists(atPath: file.path)
      ? Set(try standings().filter { $0.graded != nil }.map(\.student.id)) : []
  }

  /// Grades, and kills the program and all that it started as soon as `isTime` says so of the time that it has run.
  fileprivate func killGrading(
    _ submissions: ClassFolder, _ options: [String], when isTime: (Duration) throws -> Bool
  ) throws {
    let arguments = [DescentRun.program.path] + words(for: submissions) + options
    let session = try OwnSession(arguments, in: WorkspaceTests.root)
    let start = ContinuousClock.now
    while try !session.hasEnded() && !isTime(ContinuousClock.now - start) { usleep(70_000) }
    session.kill()
  }
}

/// A program in a session of its own, so that it and all that it starts can be found and killed.
private final class OwnSession {
  private let process: pid_t
  private var isGone = false

  init(_ arguments: [String], in folder: URL) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which isn't among what Swift sees of the system.
    posix_spawnattr_setflags(&attributes, 0x80)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let command = ["/usr/bin/env", "--chdir", folder.path] + arguments
    var words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, command[0], &actions, &attributes, &words, environ)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    self.process = process
  }

  /// Whether the program has ended by itself.
  func hasEnded() -> Bool { look(WNOHANG) }

  /// Kills the whole session, and waits until the program is gone.
  func kill() {
    guard !look(WNOHANG) else { return }
    // The program first: then it can't start anything more.
    for member in members() { signal(member) }
    _ = look(0)
    for member in members() { signal(member) }
  }

  private func signal(_ process: pid_t) { _ = posixKill(process, SIGKILL) }

  private func look(_ options: Int32) -> Bool {
    var status: Int32 = 0
    if !isGone, waitpid(process, &status, options) == process { isGone = true }
    return isGone
  }

  /// The processes of the session, the first one first.
  private func members() -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { getsid($0) == process }.sorted { first, _ in
      first == process
    }
  }
}

private func posixKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }
