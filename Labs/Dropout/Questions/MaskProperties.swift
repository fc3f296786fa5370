import NumericCore

/// What can be said of a mask without knowing how it was drawn: the answer to 3.1 as it is compared.
public struct MaskProperties: Codable, Sendable, Equatable {
  /// The rows.
  public var samples: Int
  /// The columns.
  public var units: Int
  /// The share of entries that aren't 0, to the nearest tenth.
  public var keptShare: Double
  /// The mean of the entries that aren't 0; 0 where there are none.
  public var keptValue: Double
  /// Whether all entries that aren't 0 are the same, to rounding.
  public var keptValuesAreEqual: Bool
  /// Whether samples have different masks.
  public var samplesDiffer: Bool
  /// Whether some samples keep more units than others.
  public var numbersKeptDiffer: Bool
  /// Whether the next mask from the same generator is another one.
  public var nextMaskDiffers: Bool

  /// The properties of a mask, and of the one drawn after it.
  init(of mask: Matrix<Double>, next: Matrix<Double>) {
    let kept = mask.elements.filter { $0 != 0 }
    let mean = kept.isEmpty ? 0 : kept.reduce(0, +) / Double(kept.count)
    let rows = (0..<mask.rows).map { mask.row($0) }
    samples = mask.rows
    units = mask.columns
    keptShare = (10 * Double(kept.count) / Double(max(mask.elements.count, 1))).rounded() / 10
    keptValue = mean
    keptValuesAreEqual = kept.allSatisfy { Swift.abs($0 - mean) <= 1e-9 * Swift.abs(mean) }
    samplesDiffer = Set(rows).count > 1
    numbersKeptDiffer = Set(rows.map { row in row.filter { $0 != 0 }.count }).count > 1
    nextMaskDiffers = mask != next
  }
}
