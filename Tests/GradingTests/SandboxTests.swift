import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// Which sandbox is found, and what stands in its command.
@Suite struct SandboxTests {
  #if os(Linux)
    @Test(.enabled(if: WorkspaceTests.hasBubblewrap, "needs bubblewrap"))
    func bubblewrapIsTakenWhereItWorks() throws {
      #expect(try Sandbox.strongest().kind == .bubblewrap)
    }
  #endif
}
