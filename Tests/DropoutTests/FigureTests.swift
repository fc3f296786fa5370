import Foundation
import LabKit
import NumericCore
import Testing
import TrainingLabs

@testable import DropoutLab

@Suite("Figures of the dropout lab")
struct FigureTests {
  @Test("The lecture's order")
  func order() {
    #expect(
      dropoutExperiments.map(\.name) == [
        "overfitting", "keep-probability", "ensembles", "monte-carlo", "width", "co-adaptation", "thinned-networks",
      ])
  }

  @Test("Two runs give the same numbers, and every number is finite", arguments: ["monte-carlo", "ensembles"])
  func repeats(_ name: String) throws {
    let experiment = try #require(dropoutExperiments.first { $0.name == name })
    let data = try ImageData.load(.synthetic, seed: 3)
    let drawings = try (0..<2).map { _ in
      try experiment.drawing(in: Setting(scale: .quick, seed: 3, data: data))
    }
    #expect(drawings[0].table == drawings[1].table)
    #expect(drawings[0].results == drawings[1].results)
    #expect(!drawings[0].table.csv.contains("nan"))
  }

  @Test("The captions name the data and the short form")
  func captions() throws {
    let data = try ImageData.load(.synthetic, seed: 3)
    let setting = Setting(scale: .quick, seed: 3, data: data)
    #expect(setting.provenance == "Data: synthetic digits. Quick scale: fewer images and seeds.")
  }
}
