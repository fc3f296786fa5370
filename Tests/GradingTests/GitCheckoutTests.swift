import Foundation
import Testing

@testable import Grading

/// The time of a checkout's commit, read without git.
struct GitCheckoutTests {
  /// Runs git as a student would, with nothing of this machine's settings.
  @discardableResult
  private func git(_ arguments: String..., in folder: URL, time: Int = 1_790_000_000) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = folder
    let who = [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@d",
    ]
    process.environment = who.merging([
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nowhere",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "\(time) +0200",
    ]) { first, _ in first }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private func checkout(in trial: SubmissionTrial, commits: Int = 1) throws -> URL {
    let folder = trial.folder.appending(path: "s1/repository")
    try trial.write("good", to: "s1/repository/Labs/BatchSize/Exercises/Exercise01Updates.swift")
    try git("init", "-q", "-b", "main", ".", in: folder)
    try git("add", ".", in: folder)
    let message = String(repeating: "A long message that all commits share. ", count: 40)
    for number in 0..<commits {
      try git("commit", "-q", "--allow-empty", "-m", "\(message)\(number)", in: folder, time: 1_790_000_000 + number)
    }
    return folder
  }

  private func submitted(_ trial: SubmissionTrial) throws -> Int? {
    let submission = try #require(try trial.read().submissions.first)
    #expect(submission.contents == ["BatchSize/Exercise01Updates.swift: good"])
    #expect(submission.refusals == ["repository/.git: git's own files"])
    return submission.submitted.map { Int($0.timeIntervalSince1970) }
  }

  @Test func aLooseCommitIsRead() throws {
    let trial = try SubmissionTrial()
    _ = try checkout(in: trial, commits: 2)
    #expect(try submitted(trial) == 1_790_000_001)
  }

  @Test func aCheckoutInACheckoutDoesNotMakeItLater() throws {
    let trial = try SubmissionTrial()
    _ = try checkout(in: trial)
    let inner = trial.folder.appending(path: "s1/repository/a-package")
    try trial.write("x", to: "s1/repository/a-package/README.md")
    try git("init", "-q", ".", in: inner)
    try git("add", ".", in: inner)
    try git("commit", "-q", "-m", "newer", in: inner, time: 1_799_999_999)
    let submission = try #require(try trial.read().submissions.first)
    #expect(submission.submitted == Date(timeIntervalSince1970: 1_790_000_000))
  }

  @Test func packedCommitsAndRefsAreReadAlsoAsDifferences() throws {
    let trial = try SubmissionTrial()
    let folder = try checkout(in: trial, commits: 12)
    try git("gc", "-q", "--aggressive", "--prune=now", in: folder)
    let pack = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: ".git/objects/pack").path)
        .first { $0.hasSuffix(".idx") })
    // An object whose line ends with its depth and its base is kept as a difference.
    let objects = try git("verify-pack", "-v", ".git/objects/pack/\(pack)", in: folder).split(separator: "\n")
    let differences = objects.filter { $0.contains(" commit ") && $0.split(separator: " ").count == 7 }
    #expect(!differences.isEmpty)
    let commits = try git("log", "--format=%H %ct", in: folder).split(separator: "\n")
    for commit in commits {
      let parts = commit.split(separator: " ")
      try trial.write("\(parts[0])\n", to: "s1/repository/.git/HEAD")
      #expect(try submitted(trial) == Int(parts[1]))
    }
    try trial.write("ref: refs/heads/main\n", to: "s1/repository/.git/HEAD")
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".git/refs/heads/main").path))
    #expect(try submitted(trial) == 1_790_000_011)
  }

  /// The settings would run a program as soon as git looked at the checkout.
  @Test func nothingThatACheckoutNamesIsRun() throws {
    let trial = try SubmissionTrial()
    let folder = try checkout(in: trial)
    let marker = trial.folder.appending(path: "ran").path
    let script = folder.appending(path: ".git/hook.sh")
    try "#!/bin/sh\ntouch '\(marker)'\n".write(to: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    for name in ["core.fsmonitor", "gpg.program", "core.sshCommand", "core.pager", "diff.external"] {
      try git("config", name, script.path, in: folder)
    }
    try git("config", "log.showSignature", "true", in: folder)
    try? FileManager.default.removeItem(atPath: marker)
    #expect(try submitted(trial) == 1_790_000_000)
    #expect(!FileManager.default.fileExists(atPath: marker))
    // The trap is a live one.
    try git("status", in: folder)
    #expect(FileManager.default.fileExists(atPath: marker))
  }

  @Test(arguments: [
    "ref: ../../../../etc/passwd\n", "ref: refs/../../../../outside\n", "ref: refs/heads/loop\n", "", "0123\n",
    "ffffffffffffffffffffffffffffffffffffffff\n", "ref: refs/heads/\n", "ref: /etc/passwd\n",
  ])
  func aHeadThatLeadsNowhereGivesNoTime(head: String) throws {
    let trial = try SubmissionTrial()
    let folder = try checkout(in: trial)
    try trial.write(git("rev-parse", "HEAD", in: folder), to: "outside")
    try trial.write("ref: refs/heads/loop\n", to: "s1/repository/.git/refs/heads/loop")
    try trial.write(head, to: "s1/repository/.git/HEAD")
    #expect(try submitted(trial) == nil)
  }

  @Test func linksInGitsFilesAreNotFollowed() throws {
    let trial = try SubmissionTrial()
    let folder = try checkout(in: trial)
    let head = folder.appending(path: ".git/HEAD")
    let other = trial.folder.appending(path: "other-head")
    try FileManager.default.moveItem(at: head, to: other)
    try FileManager.default.createSymbolicLink(at: head, withDestinationURL: other)
    let submission = try #require(try trial.read().submissions.first { $0.student == "s1" })
    #expect(submission.submitted == nil)
  }

  @Test func damagedObjectsGiveNoTimeAndNoCrash() throws {
    let trial = try SubmissionTrial()
    let folder = try checkout(in: trial, commits: 6)
    try git("gc", "-q", "--aggressive", "--prune=now", in: folder)
    let packs = folder.appending(path: ".git/objects/pack")
    var state: UInt64 = 7
    for name in try FileManager.default.contentsOfDirectory(atPath: packs.path).sorted() {
      let file = packs.appending(path: name)
      let whole = [UInt8](try Data(contentsOf: file))
      for round in 0..<60 {
        var bytes = round % 3 == 0 ? Array(whole.prefix(whole.count * round / 60)) : whole
        for _ in 0..<12 where !bytes.isEmpty {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bytes[Int(state >> 33) % bytes.count] ^= UInt8(truncatingIfNeeded: state >> 20)
        }
        try FileManager.default.removeItem(at: file)
        try Data(bytes).write(to: file)
        let open = try #require(OpenFolder(path: folder.appending(path: ".git").path))
        _ = GitCheckout(open).newestCommit
      }
      try FileManager.default.removeItem(at: file)
      try Data(whole).write(to: file)
    }
    #expect(try submitted(trial) == 1_790_000_005)
  }

  @Test func differencesThatReachOutOfTheirBaseAreRefused() {
    let base = Array("0123456789".utf8)
    #expect(GitObjects.apply([10, 4, 0x91, 2, 3, 1, 0x61], to: base) == Array("234a".utf8))
    for change: [UInt8] in [
      [10, 4, 0x91, 8, 3], [10, 4, 0x91, 2], [10, 4, 0], [10, 4, 5, 0x61], [10], [0x80], [10, 4, 0xFF],
    ] {
      #expect(GitObjects.apply(change, to: base) == nil)
    }
  }
}
