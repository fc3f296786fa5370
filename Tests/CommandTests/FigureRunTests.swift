import AnswerChecks
import Foundation
import Testing

@testable import descent

/// Figures are drawn beside the watching, by whatever `swift` is; here by scripts.
@Suite struct FigureRunTests {
  /// What was told, and a way to wait for the end of it.
  private struct Told {
    let events = Mailbox()
    let isDone = DispatchSemaphore(value: 0)

    func note(_ drawing: Drawing) {
      events.post(.drawing(drawing))
      if !drawing.isGoingOn { isDone.signal() }
    }
  }

  /// Runs a script in place of `swift`.
  private func drawings(by script: String, _ body: (FigureRun) -> Void = { _ in }) throws -> [Drawing] {
    let root = FileManager.default.temporaryDirectory.appending(path: "descent-figures-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let program = root.appending(path: "swift")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let told = Told()
    let lab = LabFolder(name: "BatchSize", workspace: Workspace(root: root))
    let run = try FigureRun(lab, environment: ["PATH": "\(root.path):/usr/bin:/bin"]) { told.note($0) }
    body(run)
    told.isDone.wait()
    return told.events.taken().compactMap { if case .drawing(let drawing) = $0 { drawing } else { nil } }
  }

  @Test func progressIsTakenFromTheProgramsTerminal() throws {
    let drawings = try drawings(
      by: """
        test -t 1 && test -t 2 || exit 1
        test "$DESCENT_LAB $*" = "BatchSize run batch-size --answers mine --output build/figures" || exit 2
        printf '\\r\\033[K[###...] 50 %%  epoch 3'
        mkdir -p build/figures/batch-size
        echo '{"figures":[{"png":"paths.png"},{"png":"throughput.png"}]}' > build/figures/batch-size/manifest.json
        """)
    #expect(drawings.contains(.running("[###...] 50 %  epoch 3")))
    #expect(drawings.last == .done(folder: "build/figures/batch-size", pictures: ["paths.png", "throughput.png"]))
  }

  @Test func whatWentWrongIsSaid() throws {
    let drawings = try drawings(by: "echo Building; echo 'error: no such module'; echo bye; exit 1")
    #expect(drawings.last == .failed("not drawn. error: no such module"))
    #expect(
      try self.drawings(by: "exit 0").last
        == .failed("The lab's program ended well, but build/figures/batch-size/manifest.json can't be read."))
  }

  @Test func leavingEndsIt() throws {
    let drawings = try drawings(by: "echo started; sleep 1000 & wait") { $0.stop() }
    guard case .failed = drawings.last else {
      Issue.record("\(drawings)")
      return
    }
  }
}
