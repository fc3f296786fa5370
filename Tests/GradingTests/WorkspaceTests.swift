import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// Tests that grade in the project's one pristine workspace: one after the other, since there is one. Extensions of this
/// suite hold them.
@Suite(.serialized) struct WorkspaceTests {
  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Whether bubblewrap can seal here, as it can on every machine of CI.
  static let hasBubblewrap = Sandbox(.bubblewrap).complaint() == nil

  /// The secret seed of all made-up classes: fixed, so that what must come of them follows.
  static let seed: UInt64 = 20_261_121

  /// A judge of one lab's exercises, in the workspace that `descent grade` uses.
  static func judge(labs: [String], secrets: URL, sandbox: Sandbox.Kind? = .bubblewrap) throws -> SubmissionJudge {
    try SubmissionJudge(
      project: Workspace(root: root), labs: labs, cache: root.appending(path: ".build/grading"), secrets: secrets,
      seed: seed, sandbox: sandbox
    ) { _ in }
  }
}
