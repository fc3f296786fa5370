import Foundation
import Plotting

/// A number with so many significant digits, and no needless zeros; large ones are written out.
func short(_ number: Double, digits: Int = 2) -> String {
  abs(number) >= 100 && abs(number) < 1e6
    ? String(format: "%.0f", number) : String(format: "%.\(digits)g", number)
}

/// A caption from its sentences; those that are empty are left out.
func caption(_ sentences: String...) -> String {
  sentences.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: " ")
}

/// Styles of lines that are told apart without colour.
enum Styles {
  static let training = SeriesStyle(name: "training", color: .blue, dash: .dashed, symbol: .square)
  static let test = SeriesStyle(name: "test", color: .vermillion, dash: .solid, symbol: .circle)

  /// Styles for a family of curves, from the first to the last.
  static func family(_ names: [String]) -> [SeriesStyle] {
    let colors: [Color] = [Color(gray: 0.13), .vermillion, .purple, .blue, .green, .orange]
    let dashes: [LineDash] = [.solid, .dashed, .dashDotted, .dotted, .solid, .dashed]
    let symbols: [Symbol] = [.circle, .square, .triangle, .diamond, .square, .triangle]
    return names.enumerated().map { index, name in
      SeriesStyle(
        name: name, color: colors[index % colors.count], dash: dashes[index % dashes.count],
        symbol: symbols[index % symbols.count])
    }
  }
}
