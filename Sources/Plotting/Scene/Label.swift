/// Text with subscripts, superscripts and Greek letters, parsed from a small part of TeX's notation.
///
/// - `w_1`, `\lambda_{max}`: a subscript is one character, a whole number, a command, or a group in braces.
/// - `10^{-6}`, `10^-6`, `x^2`: a superscript, likewise.
/// - `\kappa`, `\nabla`, `\times`: Greek letters and signs by name. `\sqrt{x}` writes √x.
/// - `\_`, `\^`, `\{`, `\}`, `\\`: the characters themselves.
///
/// A hyphen before a digit, where no letter or digit precedes it, becomes a minus sign, and so does one between spaces.
/// Anything else is kept as it is, so plain words need no escaping.
public struct Label: Sendable, Hashable {
  /// Where a run stands.
  public enum Script: Sendable, Hashable {
    /// On the line.
    case normal
    /// Lowered and smaller.
    case subscripted
    /// Raised and smaller.
    case superscripted
  }

  /// A stretch of text in one place.
  public struct Run: Sendable, Hashable {
    /// The characters.
    public var text: String
    /// Where they stand.
    public var script: Script
  }

  /// The text, in order; neighbours differ in script.
  public private(set) var runs: [Run] = []

  /// Parses `markup`. Every string is valid.
  public init(_ markup: String) {
    var parser = LabelParser(markup)
    parser.parseAll(into: &self)
  }

  /// The text without scripts.
  public var plainText: String { runs.map(\.text).joined() }

  mutating func append(_ text: String, script: Script) {
    if let last = runs.indices.last, runs[last].script == script {
      runs[last].text += text
    } else if !text.isEmpty {
      runs.append(Run(text: text, script: script))
    }
  }
}

private struct LabelParser {
  private let characters: [Character]
  private var position = 0

  init(_ markup: String) { characters = Array(markup) }

  private var current: Character? { position < characters.count ? characters[position] : nil }

  private var previous: Character? { position > 0 ? characters[position - 1] : nil }

  mutating func parseAll(into label: inout Label) {
    while current != nil { parseOne(script: .normal, into: &label) }
  }

  private mutating func parseOne(script: Label.Script, into label: inout Label) {
    guard let character = current else { return }
    switch character {
    case "\\": label.append(takeCommand(), script: script)
    case "_", "^":
      let hasBase = previous.map { !$0.isWhitespace } ?? false
      position += 1
      if hasBase, let next = current, !next.isWhitespace {
        parseScript(character == "_" ? .subscripted : .superscripted, into: &label)
      } else {
        label.append(String(character), script: script)
      }
    case "{", "}": position += 1
    case "-": label.append(takeHyphen(inScript: script != .normal), script: script)
    default:
      label.append(String(character), script: script)
      position += 1
    }
  }

  private mutating func parseScript(_ script: Label.Script, into label: inout Label) {
    if current == "{" {
      parseGroup(script: script, into: &label)
    } else if let number = takeNumber() {
      label.append(number, script: script)
    } else {
      parseOne(script: script, into: &label)
    }
  }

  private mutating func parseGroup(script: Label.Script, into label: inout Label) {
    position += 1
    while let character = current, character != "}" {
      // Scripts of scripts would be too small to read: they stay on the level of the script.
      if character == "_" || character == "^" { position += 1 } else { parseOne(script: script, into: &label) }
    }
    position += 1
  }

  private mutating func takeNumber() -> String? {
    var end = position
    let isNegative = current == "-" || current == "−"
    if isNegative { end += 1 }
    let start = end
    while end < characters.count, characters[end].isASCII, characters[end].isNumber { end += 1 }
    guard end > start else { return nil }
    position = end
    return (isNegative ? minusSign : "") + String(characters[start..<end])
  }

  private mutating func takeHyphen(inScript: Bool) -> String {
    let before = previous
    position += 1
    if inScript { return minusSign }
    let joinsWords = before.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "}" } ?? false
    let leadsNumber = current.map { $0.isNumber || $0 == "." } ?? false
    let standsAlone = before == " " && current == " "
    return standsAlone || !joinsWords && leadsNumber ? minusSign : "-"
  }

  private mutating func takeCommand() -> String {
    position += 1
    guard let first = current else { return "\\" }
    guard first.isLetter, first.isASCII else {
      position += 1
      return String(first)
    }
    var name = ""
    while let letter = current, letter.isLetter, letter.isASCII {
      name.append(letter)
      position += 1
    }
    return LabelParser.signs[name] ?? "\\" + name
  }

  private static let signs: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "sqrt": "√", "nabla": "∇", "partial": "∂", "infty": "∞", "times": "×", "cdot": "·", "pm": "±", "approx": "≈",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "sum": "∑", "prod": "∏", "in": "∈", "ell": "ℓ", "odot": "⊙", "propto": "∝", "star": "⋆", "circ": "∘", "ldots": "…",
    "sim": "∼", "ll": "≪", "gg": "≫", "mid": "|", "degree": "°",
  ]
}
