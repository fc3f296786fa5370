import Foundation
import LabKit

extension LabProgram {
  /// Recorded looks that the program doesn't draw any more, and figures without one.
  package func staleLooks() throws -> [String] {
    let looks = ScratchFolder.place(for: "\(name)-looks")
    // Real data make some figures larger; what is recorded without them is there on every machine.
    let run = try run(["--record-expected", looks.path], kernel: "Haswell", hasData: false)
    defer {
      remove([run])
      try? FileManager.default.removeItem(at: looks)
    }
    guard run.status == 0, let recorded = ExpectedLooks(ofLab: name) else { return ["A run failed: \(run.output)"] }
    // Single samples never come to rest, and jump by this much between kernels.
    let differences = try recorded.differences(from: ExpectedLooks(in: looks), allowance: 0.1)
    return differences.isEmpty ? [] : differences + ["Type make record."]
  }
}
