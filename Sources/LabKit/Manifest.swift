import AnswerChecks
import AnswerWire
import Foundation
import NumericCore

/// What a lab's run was and what it gave: `manifest.json`, beside the figures.
///
/// All but `environment` and `seconds` is the same bytes for the same seed and options.
public struct Manifest: Codable, Sendable {
  /// A data set that was read.
  public struct Dataset: Codable, Sendable, Equatable {
    /// Its name, as `breast-cancer-wdbc`.
    public var name: String
    /// The checksum of its file; nothing for data that the lab made itself.
    public var sha256: String?

    /// A data set that was read or made.
    public init(name: String, sha256: String? = nil) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// What may change the last bits of a number.
  public struct Environment: Codable, Sendable, Equatable {
    /// The compiler's version.
    public var swift: String
    /// The numeric library and its version.
    public var blas: String
    /// The processor kernel that it chose.
    public var kernel: String
    /// How many threads it uses.
    public var threads: Int
    /// The system.
    public var os: String
  }

  /// A figure's files.
  public struct Figure: Codable, Sendable, Equatable {
    /// As `trajectories`.
    public var name: String
    /// What it shows.
    public var caption: String
    /// The picture's file.
    public var png: String
    /// The data's file.
    public var csv: String
    /// The picture's checksum.
    public var pngSHA256: String
    /// The data's checksum.
    public var csvSHA256: String
  }

  /// The lab's command.
  public var lab: String
  /// Descent's version.
  public var version: String
  /// The seed of all draws.
  public var seed: UInt64
  /// How much was run.
  public var scale: Scale
  /// Whose answers were run.
  public var answers: AnswersSource
  /// The data set, where one was used.
  public var dataset: Dataset?
  /// Where it ran.
  public var environment: Environment
  /// The figures in the order drawn.
  public var figures: [Figure]
  /// Named numbers that the lecture quotes.
  public var results: [String: Value]
  /// How long it took; never the same twice.
  public var seconds: Double

  /// The file's text, indented, with keys in order.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: Wire.positiveInfinity, negativeInfinity: Wire.negativeInfinity, nan: Wire.notANumber)
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
