import AnswerChecks
import DropoutQuestions
import DropoutSolutions
import Foundation
import LabKit
import LabProofs
import NumericCore
import Testing
import TrainingLabs

@testable import DropoutLab

@Suite("Figures of the dropout lab")
struct FigureTests {
  private static let setting = Result {
    Setting(scale: .quick, seed: 3, images: try ImageData.load(.synthetic, seed: 3), answers: NoFigureAnswers())
  }

  @Test("The lecture's order")
  func order() {
    #expect(
      dropoutExperiments.map(\.name) == [
        "overfitting", "keep-probability", "ensembles", "monte-carlo", "width", "co-adaptation", "thinned-networks",
      ])
  }

  @Test("Only the counts need no images")
  func needs() throws {
    #expect(try !DropoutCommand.parse(["--figure", "thinned-networks"]).needsImages)
    #expect(try DropoutCommand.parse(["--figure", "thinned-networks", "--figure", "width"]).needsImages)
    #expect(try DropoutCommand.parse([]).needsImages)
  }

  @Test("A figure without its images says what is missing")
  func noImages() {
    let setting = Setting(scale: .quick, seed: 1, images: nil, answers: NoFigureAnswers())
    #expect(throws: LabError.usage("This figure needs images, and none were loaded.")) {
      try overfitting.drawing(in: setting)
    }
  }

  @Test("Test images are taken from all over the set")
  func spreadOverTheSet() throws {
    let samples = try Self.setting.get().samples(test: 100)
    let all = try #require(try Self.setting.get().images).test
    #expect(samples.testClasses == (0..<100).map { all.labels[$0 * all.count / 100] })
    #expect(samples.test.features.row(99) == all.pixels.row(99 * all.count / 100))
    #expect(samples.trainingCount == 500)
  }

  @Test("The captions name the data and the short form")
  func captions() throws {
    #expect(try Self.setting.get().provenance == "Data: synthetic digits. Quick scale: fewer images and seeds.")
  }

  @Test("Nobody's answers leave out parts of figures, or all of them, and say so")
  func nobody() throws {
    let counts = try thinnedNetworks.drawing(in: Self.setting.get())
    let caption = try #require(counts.figure.caption)
    #expect(
      caption.contains("Left out: any units of a layer (exercise 3.7 isn't asked without --answers mine)."))
    #expect(counts.table.rows.allSatisfy { $0[2] == .text("") && $0[3] != .text("") })
    for figure in [overfitting, keepProbability, monteCarlo, width, coAdaptation] {
      let drawing = try figure.drawing(in: Self.setting.get())
      #expect(
        drawing.figure.caption?.hasPrefix("Left out: everything (exercise 3.1 isn't asked without --answers mine).")
          == true, "\(figure.name)")
      #expect(try !drawing.figure.scene(width: 1200, height: 900).png().isEmpty)
    }
    let averages = try ensembles.drawing(in: Self.setting.get())
    #expect(averages.figure.caption?.contains("averages of networks (exercise 3.5 isn't asked") == true)
    #expect(averages.table.rows.allSatisfy { $0[2] == .text("") && $0[5] != .text("") })
  }

  @Test("The lecture's numbers and what stands beside them are in the manifest with all digits")
  func counts() throws {
    var setting = try Self.setting.get()
    setting.answers = ReferenceFigureAnswers()
    let results = try thinnedNetworks.drawing(in: setting).results
    let expected: [String: [String: Value]] = [
      "any-subset": [
        "2x4": .text("256"), "2x100": .text("1606938044258990275541962092341162602522202993782792835301376"),
      ],
      "no-empty-layer": [
        "2x4": .text("225"), "2x100": .text("1606938044258990275541962092338627301321746534979799428890625"),
      ],
      "exactly-half": [
        "2x4": .text("36"), "2x100": .text("10179063404211745705290438721372972983668117134799007529536"),
      ],
      "exactly-two": ["2x4": .text("36"), "2x100": .text("24502500")],
    ]
    #expect(results == ["thinned-networks": .record(expected.mapValues(Value.record))])
  }
}
