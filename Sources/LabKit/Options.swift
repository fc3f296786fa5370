import ArgumentParser
import Foundation

/// How much of an experiment is run.
public enum Scale: String, Codable, Sendable, CaseIterable, ExpressibleByArgument {
  /// Seconds; the caption says that it is the short form.
  case quick
  /// What the lecture shows.
  case lecture
}

/// Whose answers a lab runs on.
public enum AnswersSource: String, Codable, Sendable, CaseIterable, ExpressibleByArgument {
  /// The project's own.
  case reference
  /// The student's, from the lab's Exercises folder.
  case mine
}

/// A form in which a figure is written.
public enum PictureFormat: String, Codable, Sendable, CaseIterable {
  /// Pixels: for pages and screens. It is always written.
  case png
  /// Outlines for slides and print, with embedded fonts.
  case pdf
  /// Outlines for browsers and drawing programs; letters are shapes, so no font is needed.
  case svg

  /// The forms in a list such as `pdf,svg`.
  ///
  /// - Throws: a sentence for the terminal where it names another one.
  static func list(_ text: String) throws -> [PictureFormat] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = PictureFormat(rawValue: String(name)) else {
        throw ValidationError("\"\(name)\" is no format; give png, pdf, svg, or several with commas between.")
      }
      return format
    }
  }
}

/// The options that every lab program has.
public struct LabOptions: ParsableArguments, Sendable {
  /// What is taken where nothing else is asked for, and what expected looks are recorded with.
  enum Defaults {
    static let seed: UInt64 = 1
    static let scale = Scale.quick
  }

  /// Where figures go: `DIR/<lab>/<figure>.png`.
  @Option(help: "Folder for the figures, their data and the manifest.")
  public var output = "build/figures"

  /// The seed of all random draws.
  @Option(help: "Seed of all random draws.")
  public var seed: UInt64 = Defaults.seed

  /// How much is run.
  @Option(help: "quick takes seconds, lecture is what the lecture shows.")
  public var scale = Defaults.scale

  /// Whose answers are run.
  @Option(help: "reference, or mine for your own exercises.")
  public var answers = AnswersSource.reference

  /// In which forms figures are written; the PNG always is.
  @Option(
    name: .customLong("format"), help: "Write figures as pdf, svg, or both (pdf,svg), too; the PNG is always written.",
    transform: PictureFormat.list)
  public var formats: [PictureFormat] = [.png]

  /// The figures to draw, all by default.
  @Option(name: .customLong("figure"), help: "Draw this figure alone; may be given several times.")
  public var figures: [String] = []

  /// A folder with the figures of a run before, that the results are compared with.
  @Option(help: "Compare the results with those in this folder; status 1 where they are too far apart.")
  public var compare: String?

  /// A folder in which to record how the figures look, for those of students.
  @Option(help: ArgumentHelp("Record how the figures look in this folder.", visibility: .hidden))
  public var recordExpected: String?

  /// Whether to list the figures instead of drawing.
  @Flag(help: "List the figures and draw none.")
  public var list = false

  /// The defaults.
  public init() {}

  /// Whether any of these experiments is run: one that was chosen, or any at all where none was. None is where they are
  /// only listed, so what an experiment needs can be loaded where this says so.
  public func draws<Context>(_ experiments: [Experiment<Context>]) -> Bool {
    !list && (figures.isEmpty || experiments.contains { figures.contains($0.name) })
  }
}

extension ParsableCommand {
  /// Parses the command line; a wrong one gets one sentence on standard error and exit status 64.
  public static func parseOrStop() -> Self {
    do {
      return try parse()
    } catch {
      // Asking for help ends well, and is the library's own affair.
      if exitCode(for: error) == .success { exit(withError: error) }
      stop(message(for: error), status: EX_USAGE)
    }
  }
}

/// Ends the program with a sentence on standard error.
public func stop(_ sentence: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
  exit(status)
}
