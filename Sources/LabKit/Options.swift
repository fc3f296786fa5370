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

/// The options that every lab program has.
public struct LabOptions: ParsableArguments, Sendable {
  /// Where figures go: `DIR/<lab>/<figure>.png`.
  @Option(help: "Folder for the figures, their data and the manifest.")
  public var output = "build/figures"

  /// The seed of all random draws.
  @Option(help: "Seed of all random draws.")
  public var seed: UInt64 = 1

  /// How much is run.
  @Option(help: "quick takes seconds, lecture is what the lecture shows.")
  public var scale = Scale.quick

  /// Whose answers are run.
  @Option(help: "reference, or mine for your own exercises.")
  public var answers = AnswersSource.reference

  /// The figures to draw, all by default.
  @Option(name: .customLong("figure"), help: "Draw this figure alone; may be given several times.")
  public var figures: [String] = []

  /// A folder with the figures of a run before, that the results are compared with.
  @Option(help: "Compare the results with those in this folder; status 1 where they are too far apart.")
  public var compare: String?

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
