import AnswerChecks
import Foundation
import LabKit

/// A metric for a caption, with so many digits after the point; a word where it is undefined.
func rounded(_ metric: Double?, _ decimals: Int) -> String {
  metric.map { LabKit.rounded($0, decimals) } ?? "undefined"
}

/// A number without needless zeros: 0.5, 0.002, 0.
func short(_ number: Double) -> String { String(format: "%g", number) }

/// A share as people say it: "1 in 43".
func odds(_ share: Double) -> String { "1 in \(Int((1 / share).rounded()))" }

/// Defined numbers by name, as results hold them.
func record(_ numbers: [String: Double?]) -> Value { .record(numbers.compactMapValues { $0.map(Value.number) }) }

/// Sentences as one text; empty ones are left out.
func text(_ sentences: String...) -> String {
  sentences.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: " ")
}
