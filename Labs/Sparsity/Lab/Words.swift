import Foundation

/// A share as a caption writes it, in percent with one decimal.
func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }

/// A number with so many decimals.
func rounded(_ number: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", number) }

/// A number with so many significant digits, and no needless zeros.
func short(_ number: Double, digits: Int = 2) -> String { String(format: "%.\(digits)g", number) }

/// The sentence of a caption about what could not be drawn; empty where nothing is missing.
func leftOut(_ parts: [(what: String, gap: Gap?)]) -> String {
  let missing = parts.compactMap { part in part.gap.map { "\(part.what) (\($0.words))" } }
  return missing.isEmpty ? "" : " Left out: \(missing.joined(separator: ", "))."
}
