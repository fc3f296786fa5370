import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// One way to cheat or to do harm: a file of `Attacks`, which declares what the exercise then calls, and what must come of
/// it.
///
/// None of them passes the screen. Each is run behind the screen's back too, to see that the sandbox alone holds it.
struct Attack: Sendable, CustomTestStringConvertible {
  /// The file's name, without `.swift`.
  let name: String
  /// Words of the sentence by which the screen refuses it.
  let refusal: String
  /// What the judge says where there is no screen.
  let sealed: Status
  /// What it must have printed then: its own account of what it could do.
  let printed: String
  /// Whether it reaches into the whole program, and so needs one of its own.
  let isAlone: Bool

  var testDescription: String { name }

  private init(
    _ name: String, _ refusal: String, _ sealed: Status, printed: String = "", isAlone: Bool = false
  ) {
    (self.name, self.refusal, self.sealed, self.printed, self.isAlone) = (name, refusal, sealed, printed, isAlone)
  }

  private static let glibc = "import Glibc isn't"

  static let all = [
    // Ends, and marks of success.
    Attack("exit", glibc, .crashed),
    Attack("forged-replies", glibc, .wrong),
    Attack("forged-markers", "@preconcurrency isn't", .crashed, printed: "\"points\":99"),
    Attack("kills-group", glibc, .crashed),
    Attack("closes-descriptors", glibc, .crashed),
    Attack("wild-pointer", "UnsafeMutablePointer reaches", .crashed),
    Attack("silgen-name", "@_silgen_name isn't", .crashed),
    // What others have, and what the grader keeps.
    Attack("reads-answers", glibc, .notAttempted, printed: "opened: 0"),
    Attack("reads-submissions", glibc, .notAttempted, printed: "opened: 0"),
    Attack("reads-environment", glibc, .notAttempted, printed: "known: []"),
    Attack("reads-proc", glibc, .notAttempted, printed: "opened: 0"),
    Attack("writes-outside", glibc, .notAttempted, printed: "written: 0"),
    Attack("overwrites-results", glibc, .notAttempted, printed: "written: 0"),
    // More than an exercise needs.
    Attack("daemon", glibc, .notAttempted, printed: "process: none"),
    Attack("fork-bomb", glibc, .notAttempted, printed: "processes: 0"),
    Attack("starts-programs", "@preconcurrency isn't", .notAttempted, printed: "started: 0"),
    Attack("thread-bomb", glibc, .notAttempted, printed: "fewer than 64 threads: true"),
    Attack("memory-bomb", glibc, .notAttempted, printed: "less than 2 GB: true"),
    Attack("disk-bomb", glibc, .notAttempted, printed: "less than 8 MB: true"),
    Attack("large-file", glibc, .crashed),
    Attack("sleeps", glibc, .timedOut),
    Attack("network", glibc, .notAttempted, printed: "sockets: 0\nreached: false"),
    Attack("name-service", glibc, .notAttempted, printed: "found: false"),
    // The compiler and the linker.
    Attack("retroactive", "@retroactive isn't", .notAttempted),
    Attack("source-location", "#sourceLocation isn't", .doesNotCompile),
    Attack("macro", "@freestanding isn't", .doesNotCompile, isAlone: true),
    Attack("static-constructor", glibc, .crashed, isAlone: true),
    Attack("own-pow", "@c isn't", .notAttempted, isAlone: true),
    Attack("own-write", "@c isn't", .crashed, isAlone: true),
    Attack("duplicate-symbol", "@c isn't", .doesNotCompile, isAlone: true),
  ]

  /// The places that an attack knows of, the better informed the better the test.
  struct Places: Sendable {
    var secrets = "/nowhere"
    var submissions = "/nowhere"
    var scratch = "/nowhere"
    var outside = "/nowhere"
    var port = 9
  }

  /// The folder of the files.
  static let folder = WorkspaceTests.root.appending(path: "Tests/GradingTests/Attacks")

  /// The attack as an answer to any exercise.
  func answer(to exercise: String, knowing places: Places = Places()) throws -> MadeUpLab.Answer {
    let known = [
      "@SECRETS@": places.secrets, "@SUBMISSIONS@": places.submissions, "@SCRATCH@": places.scratch,
      "@OUTSIDE@": places.outside, "@PROJECT@": WorkspaceTests.root.path, "@PORT@": "\(places.port)",
    ]
    let text = try String(contentsOf: Self.folder.appending(path: "\(name).swift"), encoding: .utf8)
    let lines = known.reduce(text) { $0.replacing($1.key, with: $1.value) }
      .split(separator: "\n", omittingEmptySubsequences: false)
    let imports = lines.filter { $0.contains("import ") && !$0.contains("NumericCore") }
    let rest = lines.filter { !$0.contains("import ") }
    return .code(
      "try attack()\n    throw NotAttempted(\"\(exercise)\")",
      declarations: rest.joined(separator: "\n"), prefix: imports.joined(separator: "\n"))
  }
}
