import AnswerChecks
import AnswerWire
import Foundation
import NumericCore

/// What a lab's run was and what it gave: `manifest.json`, beside the figures.
///
/// All but `environment`, `measured` and `seconds` is the same bytes for the same seed and options.
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
    /// The picture as a PDF, where one was asked for, and its checksum.
    public var pdf, pdfSHA256: String?
    /// The picture as an SVG, where one was asked for, and its checksum.
    public var svg, svgSHA256: String?
  }

  /// What a clock measured, never the same twice.
  public struct Measured: Codable, Sendable, Equatable {
    /// The figures that show times.
    public var figures: [Figure] = []
    /// Their numbers.
    public var results: [String: Value] = [:]
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
  /// Named numbers that the lecture quotes: a record a figure.
  public var results: [String: Value]
  /// How far a result may lie from that of another processor's kernel, by its path.
  public var tolerances: [String: Tolerance]?
  /// What a clock measured, where anything was.
  public var measured: Measured?
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

extension Manifest {
  /// Reads a file that a run wrote.
  ///
  /// - Throws: `LabError` where it can't be read or is no manifest.
  public init(contentsOf file: URL) throws(LabError) {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw .unreadable(path: file.relativePath, reason: "no run wrote one there, or you may not read it")
    }
    do {
      self = try Wire.decode(Manifest.self, from: data)
    } catch {
      throw .badData(file: file.relativePath, line: nil, problem: "This is no manifest of a lab's run.")
    }
  }
}
