/// What an exercise file may say: rules about its words.
///
/// They are lists of what is allowed where that can be listed (imports, attributes, directives), and of words that lead
/// to memory and to the system where it can't. The compiler is asked too, with `Screener.compilerFlags`: these rules
/// give the kinder sentence. What would be another answer in each run is left to `ChanceRules`.
struct TokenRules {
  /// The modules that may be imported.
  let modules: Set<String>

  private static let attributes: Set<String> = [
    "autoclosure", "available", "discardableResult", "escaping", "inlinable", "inline", "Sendable", "unknown",
    "usableFromInline",
  ]
  private static let directives: Set<String> = [
    "available", "column", "file", "fileID", "function", "line", "unavailable", "warning",
  ]
  private static let conditions: Set<String> = ["if", "elseif", "else", "endif"]
  private static let refusedWords = [
    "CommandLine": "CommandLine isn't allowed: exercises get all that they need as arguments.",
    "readLine": "readLine isn't allowed: exercises get all that they need as arguments.",
    "Unmanaged": memory("Unmanaged"), "OpaquePointer": memory("OpaquePointer"),
    "UnownedJob": memory("UnownedJob"), "UnownedSerialExecutor": memory("UnownedSerialExecutor"),
    "CVarArg": memory("CVarArg"), "CVaListPointer": memory("CVaListPointer"),
    "AutoreleasingUnsafeMutablePointer": memory("AutoreleasingUnsafeMutablePointer"),
    "Builtin": "Builtin belongs to the compiler; use Swift's own types.",
  ]

  func findings(in tokens: [SourceTokens.Token]) -> [Finding] {
    let chance = ChanceRules(tokens)
    return tokens.indices.compactMap { index in
      let token = tokens[index]
      let sentence: String? =
        switch token.kind {
        case .attribute: attribute(token.text, before: index + 1 < tokens.count ? tokens[index + 1] : nil)
        case .directive: directive(token.text)
        case .word: word(at: index, in: tokens) ?? chance.sentence(at: index)
        case .sign where token.text == "$": dollar(before: index + 1 < tokens.count ? tokens[index + 1] : nil)
        case .number, .string, .sign: nil
        }
      return sentence.map { Finding(line: token.line, sentence: $0) }
    }
  }

  private func attribute(_ name: String, before next: SourceTokens.Token?) -> String? {
    guard Self.attributes.contains(name), next?.text != "." else {
      return "The attribute @\(name.printable) isn't allowed in an exercise; write it without."
    }
    return nil
  }

  private func directive(_ name: String) -> String? {
    if Self.directives.contains(name) { return nil }
    if Self.conditions.contains(name) {
      return "#\(name) isn't allowed: all code of an exercise is compiled everywhere. Keep one branch."
    }
    return "#\(name.printable) isn't allowed in an exercise: no macros, and no other names for lines."
  }

  private func word(at index: Int, in tokens: [SourceTokens.Token]) -> String? {
    let name = tokens[index].text
    if let sentence = Self.refusedWords[name] { return sentence }
    if name == "import" { return importing(at: index, in: tokens) }
    let lower = name.lowercased()
    if lower.hasPrefix("unsafe") || lower.hasPrefix("withunsafe") { return Self.memory(name) }
    if name.hasPrefix("_"), name != "_", name != "__always" {
      return "\(name.printable): names that begin with an underscore belong to the system; choose another."
    }
    return nil
  }

  /// `import X` alone on its line, and nothing before it.
  private func importing(at index: Int, in tokens: [SourceTokens.Token]) -> String? {
    let allowed = modules.sorted().joined(separator: " and ")
    let plain = "An import stands alone on its line, as in the file that was handed out."
    guard tokens[index].startsLine else { return plain }
    let rest = tokens[(index + 1)...].prefix { !$0.startsLine }
    guard rest.count == 1, let module = rest.first, module.kind == .word else { return plain }
    if index > 0, tokens[index - 1].kind == .attribute { return plain }
    guard modules.contains(module.text) else {
      return "Exercises import \(allowed) and nothing else; import \(module.text.printable) isn't allowed."
    }
    return nil
  }

  private func dollar(before next: SourceTokens.Token?) -> String? {
    next?.kind == .number ? nil : "After $ stands the number of a closure's argument, as in $0."
  }

  private static func memory(_ name: String) -> String {
    "\(name.printable) reaches into memory, which isn't allowed; use arrays, Vector and Matrix by their elements."
  }
}

extension String {
  /// Cut to what fits a sentence.
  var printable: String { count <= 60 ? self : prefix(60) + "..." }
}
