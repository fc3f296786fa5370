import Foundation

/// JSON for other systems: keys sorted, lines apart, and points as decimals without the noise of binary fractions.
enum DecimalJSON {
  /// - Parameter isPretty: lines apart; else all on one line.
  static func encode(_ value: some Encodable, isPretty: Bool = true) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = isPretty ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes] : [.sortedKeys]
    do { return try encoder.encode(value) + (isPretty ? Data("\n".utf8) : Data()) } catch {
      fatalError("Points and texts always have a JSON form, yet this has none: \(error)")
    }
  }
}
