import Foundation
import LabKit

/// A number with so many significant digits, and no needless zeros.
func short(_ number: Double, digits: Int = 2) -> String { String(format: "%.\(digits)g", number) }

/// The sentence of a caption about what could not be drawn, with what lacks the same exercise together; empty where nothing
/// is missing.
func leftOut(_ parts: [(what: String, missing: MissingAnswer?)]) -> String {
  var groups: [(words: String, parts: [String])] = []
  for part in parts {
    guard let words = part.missing?.words else { continue }
    if let place = groups.firstIndex(where: { $0.words == words }) {
      groups[place].parts.append(part.what)
    } else {
      groups.append((words, [part.what]))
    }
  }
  let told = groups.map { "\($0.parts.joined(separator: ", ")) (\($0.words))" }
  return told.isEmpty ? "" : " Left out: \(told.joined(separator: "; "))."
}
