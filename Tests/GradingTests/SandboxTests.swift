import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// Which sandbox is found, and what stands in its command.
@Suite struct SandboxTests {
  #if os(Linux)
    @Test func bubblewrapIsTakenWhereItWorks() throws {
      #expect(Sandbox(.bubblewrap).complaint() == nil)
      #expect(try Sandbox.strongest().kind == .bubblewrap)
    }
  #endif
}
