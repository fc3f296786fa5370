/// What an error means to somebody who comes from NumPy: one plain sentence, for mistakes that are common and that the
/// compiler's words, or the line itself, show for certain. Nothing otherwise.
struct CompilerAdvice {
  private let text: String
  private let notes: [CompilerMessage]
  private let line: Substring
  private let lines: [Substring]

  /// - Parameters:
  ///   - error: what the compiler said.
  ///   - lines: all of the file's.
  init(_ error: CompilerMessage, lines: [Substring]) {
    (text, notes) = (error.text, error.notes)
    line = lines.indices.contains(error.line - 1) ? lines[error.line - 1] : ""
    self.lines = lines
  }

  /// The sentence.
  var sentence: String? { ofNumbers ?? ofConstants ?? ofCalls ?? ofNames ?? ofPythonsGrammar }

  // MARK: Numbers

  private var ofNumbers: String? {
    if text.contains("operator '**'") {
      return "Swift has no **: write x * x, pow(x, 3), or square(v) for a vector."
    }
    if line.contains(" ^ "), text.contains("'Double'") || text.contains("'Vector<") || text.contains("'Matrix<") {
      return "^ is no power in Swift, nor in Python: write x * x, pow(x, 3), or square(v) for a vector."
    }
    let operands =
      /binary operator '.{1,3}' cannot be applied to operands of type '(?<left>[^']+)' and '(?<right>[^']+)'/
    if let match = text.firstMatch(of: operands) { return ofOperands(String(match.left), String(match.right)) }
    if text.hasPrefix("cannot convert value of type 'Int' to expected argument type 'Double'") {
      return "An Int is no Double: write Double(n) for a whole number n."
    }
    return nil
  }

  private func ofOperands(_ left: String, _ right: String) -> String? {
    func isDecimal(_ type: String) -> Bool { ["Double", "Vector<Double>", "Matrix<Double>"].contains(type) }
    let other = left == "Int" || left == "Float" ? right : left
    let odd = other == right ? left : right
    guard isDecimal(other) else { return nil }
    switch odd {
    case "Int":
      return "Whole and decimal numbers don't mix in Swift: write Double(n) for a whole number n, and 2.0 for 2."
    case "Float": return "Float and Double don't mix in Swift: write Double(x)."
    default: return nil
    }
  }

  // MARK: What stays as it is

  private var ofConstants: String? {
    if let name = text.firstMatch(of: /'(\w+)' is a 'let' constant/)?.1 {
      if notes.contains(where: { $0.text.hasPrefix("change 'let' to 'var'") }) {
        return "What let names stays as it is. Write var where it is to change: var \(name) = ..."
      }
      let isParameter = lines.contains { $0.contains(" \(name): ") || $0.contains("(\(name): ") }
      return isParameter
        ? "A parameter stays as it is. Copy it first, and change the copy: var changed = \(name)" : nil
    }
    if text.hasPrefix("missing return") {
      return "A Swift function gives its result back by return, on every way through it."
    }
    return nil
  }

  // MARK: Calls

  private var ofCalls: String? {
    if text.contains("call can throw but is not marked with 'try'") {
      return "This function may fail, so the call says try: let x = try solve(a, b)"
    }
    if text.contains("argument label") {
      return
        "Arguments carry the names of the function's declaration, as in f(weights: w); without a name only where it has _."
    }
    if text.hasPrefix("argument '"), text.contains("must precede argument") {
      return "Arguments stand in the order of the function's declaration, named or not."
    }
    if text.contains("requires explicit '&'") {
      return "What a function changes in place is handed over with &: memory: &memory"
    }
    if text.hasPrefix("value of optional type") {
      return "This may be nil, as the largest of no numbers is. Say what to take then: values.max() ?? 0"
    }
    return nil
  }

  // MARK: Names

  private var ofNames: String? {
    if let match = text.firstMatch(of: /value of type '(Vector|Matrix)<\w+>' has no member '(\w+)'/) {
      return Self.members[String(match.2)] ?? "docs/from-numpy.md lists what vectors and matrices have."
    }
    guard let name = text.firstMatch(of: /cannot find '(\w+)' in scope/)?.1 else { return nil }
    return Self.names[String(name)]
  }

  private static let members = [
    "T": "The transpose is .transposed.",
    "shape": "The size of a vector is .count; of a matrix .rows and .columns.",
    "size": "How many numbers there are is .count.",
    "length": "How many numbers there are is .count.",
    "argmax": "The place of the largest is .argMax().",
    "argmin": "The place of the smallest is .argMin().",
    "copy": "A copy needs no call: var changed = v",
    "matmul": "A matrix product is a.dot(b).",
    "std": "A standard deviation is sqrt(variance(v, .population)).",
    "var": "A variance is variance(v, .population).",
    "astype": "Numbers become decimal by Double(n).",
  ]

  private static let names = [
    "np":
      "There is no np: functions stand alone, as sqrt(v), or belong to a value, as v.dot(w). See docs/from-numpy.md.",
    "numpy":
      "There is no numpy: functions stand alone, as sqrt(v), or belong to a value, as v.dot(w). See docs/from-numpy.md.",
    "math": "There is no math: write sqrt(x), exp(x), log(x) or pow(x, 3).",
    "dot": "A product belongs to its left side: v.dot(w).",
    "len": "The length of a vector is v.count.",
    "range": "range(n) is 0..<n: for i in 0..<n { ... }",
    "None": "Python's None is nil.",
    "True": "Python's True is true.",
    "False": "Python's False is false.",
    "zeros": "A vector of zeros is Vector<Double>.zeros(n).",
    "ones": "A vector of ones is Vector<Double>.ones(n).",
    "sum": "A sum belongs to its values: v.sum().",
    "norm": "A norm belongs to its vector: v.norm.",
  ]

  // MARK: Python's grammar

  private var ofPythonsGrammar: String? {
    if text.hasPrefix("single-quoted") { return "Text stands in double quotes." }
    if text.hasPrefix("expected '}'") { return "A { has no }. Count them from the top of your function." }
    if line.contains(/^\s*#/) { return "A comment begins with // in Swift." }
    if line.contains(/^\s*\}?\s*elif\b/) {
      return "In Swift, elif is written else if: if a > 0 { ... } else if b > 0 { ... }"
    }
    if line.contains(/^\s*(if|for|while|else|def)\b[^{]*:\s*$/) {
      return "Swift has no colon there, and braces in place of indents: if a > 0 { ... }"
    }
    if line.contains(/=\s*lambda\b/) { return "A lambda is a closure in Swift: { x in x * 2 }" }
    if line.contains(/\S @ \S/) { return "Swift has no @ for products: write a.dot(b)." }
    if line.contains(/\b(and|or)\b/), text.hasPrefix("expected '{'") || text.hasPrefix("consecutive") {
      return "In Swift, and is written &&, or is ||, not is !."
    }
    if line.contains(/(=|return)\s*[^{?]+\bif\b[^{]+\belse\b[^{]+$/) {
      return "A choice between two values is written a > 0 ? a : b."
    }
    return nil
  }
}
