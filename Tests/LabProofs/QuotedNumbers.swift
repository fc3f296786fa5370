import AnswerChecks
import Foundation
import LabKit

/// The numbers that a handout quotes, held against the manifest of the run that they come from.
///
/// A quoted number is followed by a comment that names its result: `13.4 %<!-- ensembles.dropout -->`,
/// `$7.4\cdot10^{23}$<!-- activation-variance.relu.0 -->`; elements of a list go by their index. It has to be what the
/// result rounds to, at the digits that are written. `<!-- setting -->` marks a number that was chosen.
package struct QuotedNumbers {
  private let handout: String
  private let results: Value

  /// - Parameters:
  ///   - handout: the Markdown file.
  ///   - manifest: of the lecture-scale run.
  package init(handout: URL, manifest: URL) throws {
    self.init(
      handout: try String(contentsOf: handout, encoding: .utf8),
      results: .record(try Manifest(contentsOf: manifest).results))
  }

  package init(handout: String, results: Value) {
    self.handout = handout
    self.results = results
  }

  /// A sentence for each quoted number that isn't the result's, and for each number about figures that names no result.
  package var wrong: [String] { quotes.compactMap(problem) + unmarked }

  /// How many numbers are quoted.
  package var count: Int { quotes.count }

  /// A number as it is written, and the result that it comes from.
  struct Quote {
    var digits: Substring
    var exponent: Int
    var isPercent: Bool
    var path: Substring

    /// What is written.
    var text: String { digits + (exponent == 0 ? "" : "e\(exponent)") + (isPercent ? " %" : "") }

    /// Whether a result is written so.
    func agrees(with value: Double) -> Bool {
      let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
      let scaled = (isPercent ? 100 * value : value) / pow(10, Double(exponent))
      return String(format: "%.\(decimals)f", scaled) == digits
    }
  }

  private var quotes: [Quote] {
    handout.matches(of: Self.quote).compactMap { match in
      match.path == "setting"
        ? nil
        : Quote(
          digits: match.digits, exponent: match.exponent.flatMap { Int($0) } ?? 0, isPercent: match.percent != nil,
          path: match.path)
    }
  }

  private func problem(with quote: Quote) -> String? {
    switch results.result(at: quote.path) {
    case .number(let value):
      quote.agrees(with: value) ? nil : "The handout quotes \(quote.text) for \(quote.path), which is \(value)."
    default: "The handout quotes \(quote.text) for \(quote.path), and there is no such number."
    }
  }

  /// Numbers with a decimal point or a percent sign that name no result, in what is said about figures.
  private var unmarked: [String] {
    let text = section.replacing(Self.quote, with: "").replacing(Self.reference, with: "")
    return text.matches(of: Self.number).map {
      "About figures the handout says \($0.output), and not where it is from."
    }
  }

  /// The section about figures: its heading has the word.
  private var section: String {
    let parts = handout.components(separatedBy: "\n## ")
    return parts.first { $0.prefix { $0 != "\n" }.localizedCaseInsensitiveContains("figures") } ?? ""
  }

  private static var quote:
    Regex<(Substring, digits: Substring, exponent: Substring?, percent: Substring?, path: Substring)>
  {
    /(?<digits>-?[0-9]+(?:\.[0-9]+)?)(?:\\cdot ?10\^\{(?<exponent>-?[0-9]+)\})?\$?(?<percent> ?\\?%)?\$?<!-- (?<path>[^ ]+) -->/
  }

  /// The name of an exercise is no number from a run.
  private static var reference: Regex<Substring> { /[Ee]xercises? [0-9]+\.[0-9]+/ }

  private static var number: Regex<Substring> { /[0-9]+\.[0-9]+|[0-9]+ ?\\?%/ }
}

extension Value {
  /// What a dotted path leads to. A key may have dots of its own.
  fileprivate func result(at path: Substring) -> Value? {
    if path.isEmpty { return self }
    switch self {
    case .record(let record):
      return record.sorted { $0.key.count > $1.key.count }.lazy.compactMap { key, value in
        guard path.hasPrefix(key) else { return nil }
        let rest = path.dropFirst(key.count)
        return rest.isEmpty || rest.first == "." ? value.result(at: rest.dropFirst()) : nil
      }.first
    case .list(let list):
      guard let index = Int(path.prefix { $0 != "." }), list.indices.contains(index) else { return nil }
      return list[index].result(at: path.drop { $0 != "." }.dropFirst())
    default: return nil
    }
  }
}
