import ArgumentParser
import LabKit

/// The command line of the errata.
struct ErrataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errata", abstract: "Draws what the lectures got wrong: each slip beside what is right.")

  @OptionGroup var common: LabOptions

  /// Draws the chosen figures.
  func draw() throws {
    // A figure here has the slip and what is right side by side, so there is no third answer to draw.
    guard common.answers == .reference else {
      throw LabError.usage("Errata show the lectures' slips, not your answers. Leave out --answers mine.")
    }
    try Lab("errata", experiments: errata.map(\.experiment)).run(common) {
      Setting(scale: common.scale, seed: common.seed)
    }
  }
}
