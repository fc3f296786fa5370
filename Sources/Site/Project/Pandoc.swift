import Foundation

/// Makes HTML of Markdown by the program `pandoc`: formulas become MathML, which browsers draw without scripts.
public struct Pandoc: Sendable {
  private let tool: Tool

  /// Looks for `pandoc`.
  ///
  /// - Parameter path: folders separated by colons; the environment's `PATH` by default.
  /// - Throws: `SiteError` with status 69 where it is missing.
  public init(on path: String? = nil) throws(SiteError) {
    tool = try Tool(
      named: "pandoc", on: path, remedy: "Install it (apt-get install pandoc, or brew install pandoc) and try again.")
  }

  /// The same Markdown as on code hosts: tables, `$` for formulas, and headings that are anchors.
  private static let arguments = [
    "--from=gfm+tex_math_dollars+gfm_auto_identifiers", "--to=html5", "--mathml", "--no-highlight", "--strip-comments",
    "--wrap=preserve",
  ]

  /// The HTML of a file, without head and body. Its links are as they were written.
  ///
  /// - Parameters:
  ///   - file: Markdown.
  ///   - place: what messages call it.
  /// - Throws: `SiteError` with status 65 where pandoc warns, as of a formula that it can't read.
  func html(of file: URL, place: String) throws(SiteError) -> String {
    let outcome = try tool.run(Self.arguments + [file.path])
    guard outcome.status == 0, outcome.errorOutput.isEmpty else {
      let words = outcome.errorOutput.split(separator: "\n").joined(separator: " ")
      throw .badData("\(place) can't be made a page; pandoc says: \(words)")
    }
    return String(decoding: outcome.output, as: UTF8.self)
  }
}
