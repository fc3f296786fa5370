import AnswerChecks
import Plotting

/// A figure with the data behind it and the numbers that the lecture quotes from it.
public struct Drawing: Sendable {
  /// What is drawn.
  public var figure: Figure
  /// The data, as the CSV file holds it.
  public var table: Table
  /// Named numbers for the manifest.
  public var results: [String: Value]
  /// Whether it shows what a clock measured, which is never the same twice; the manifest keeps it apart.
  public var isMeasured: Bool
  /// Width and height of the PNG in pixels.
  public var size: (width: Double, height: Double)

  /// A figure with its data; 1200 x 900 pixels fill a slide.
  public init(
    _ figure: Figure, table: Table, results: [String: Value] = [:], isMeasured: Bool = false,
    size: (width: Double, height: Double) = (1200, 900)
  ) {
    self.figure = figure
    self.table = table
    self.results = results
    self.isMeasured = isMeasured
    self.size = size
  }
}
