import Foundation
import Testing

@testable import Benchmarks

#if os(Linux)
  /// What a program took is counted over all that it started. In a process of its own, because each child of the process
  /// counts as one of the program's.
  @Suite struct MeasuredProgramTests {
    @Test func orphansAreWaitedForAndCounted() async {
      await #expect(processExitsWith: .success) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "descent-measured-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The program ends first; what it left behind goes on, and says so where it runs.
        let orphan = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; sleep 0.3; echo done > orphan"
        let run = try MeasuredProgram.run(
          ["/bin/sh", "-c", "echo \"$WORD\"; echo error >&2; (\(orphan)) & sleep 0.1; exit 3"],
          environment: ["WORD": "hello"],
          in: folder, log: folder.appending(path: "log"))
        #expect(run.output == "hello\nerror\n")
        #expect(run.status == 3 << 8)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "orphan").path))
        #expect(run.seconds > 0 && run.processorSeconds > 0 && run.peakMegabytes > 0)
        // Nothing of it is left to wait for.
        #expect(wait4(-1, nil, WNOHANG, nil) == -1 && errno == ECHILD)
      }
    }

    @Test func aProgramThatIsMissingFails() async {
      await #expect(processExitsWith: .success) {
        let log = FileManager.default.temporaryDirectory.appending(path: "descent-measured-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: log) }
        let run = try MeasuredProgram.run(["/nowhere/program"], in: URL(filePath: "/"), log: log)
        #expect(run.status == 127 << 8)
        #expect(run.output.contains("/nowhere/program"))
      }
    }
  }
#endif
