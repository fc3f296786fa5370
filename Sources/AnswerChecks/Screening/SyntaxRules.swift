import Foundation

/// What an exercise file may declare: rules about the tree that the compiler's own parser made of it.
///
/// They see what the compiler sees, whatever the text looked like: a second look at what words may hide.
struct SyntaxRules {
  /// The modules that may be imported.
  let modules: Set<String>
  /// The file's bytes, to count lines in.
  private let text: [UInt8]

  init(modules: Set<String>, text: String) {
    self.modules = modules
    self.text = Array(text.utf8)
  }

  /// Attributes and modifiers that exercises may use, as the parser calls them.
  private static let attributes: Set<String> = [
    "access_control_attr", "async_attr", "autoclosure_attr", "available_attr", "borrowing_attr", "consuming_attr",
    "convenience_attr", "discardable_result_attr", "dynamic_attr", "escaping_attr", "final_attr", "indirect_attr",
    "infix_attr", "inlinable_attr", "inline_attr", "isolated_attr", "lazy_attr", "mutating_attr", "non_mutating_attr",
    "nonisolated_attr", "override_attr", "postfix_attr", "prefix_attr", "reference_ownership_attr", "required_attr",
    "rethrows_attr", "sendable_attr", "setter_access_attr", "usable_from_inline_attr",
  ]
  private static let refusedKinds = [
    "unsafe_expr": "unsafe isn't allowed; use arrays, Vector and Matrix by their elements.",
    "regex_literal_expr": "Regex literals aren't allowed; write a plain string.",
    "macro_decl": "Macros aren't allowed; write a function.",
    "macro_expansion_expr": "Macros aren't allowed; write a function.",
    "macro_expansion_decl": "Macros aren't allowed; write a function.",
    "top_level_code_decl": "Statements stand inside of functions, because a file of a library has no others.",
  ]
  private static let typeKinds: Set<String> = ["struct_decl", "class_decl", "enum_decl", "actor_decl", "protocol_decl"]

  /// The findings in the parser's output, or nothing where that can't be read.
  func findings(in tree: Data) -> [Finding]? {
    guard let root = try? JSONSerialization.jsonObject(with: tree) as? [String: Any],
      let items = root["items"] as? [[String: Any]]
    else { return nil }
    var declared: Set<String> = []
    for item in items { Self.declare(item, in: "", into: &declared) }
    var findings: [Finding] = []
    visit(root, offset: 0, declared: declared, into: &findings)
    return findings
  }

  /// The types that the file declares, by their full names. An alias declares none.
  private static func declare(_ item: [String: Any], in outer: String, into declared: inout Set<String>) {
    guard let kind = item["_kind"] as? String else { return }
    let name: String
    if typeKinds.contains(kind) {
      name = outer + (baseName(of: item) ?? "?")
      declared.insert(name)
    } else if kind == "extension_decl", let extended = item["extended_type"] as? String {
      name = extended
    } else {
      return
    }
    for member in item["members"] as? [[String: Any]] ?? [] { declare(member, in: name + ".", into: &declared) }
  }

  private static func baseName(of item: [String: Any]) -> String? {
    ((item["name"] as? [String: Any])?["base_name"] as? [String: Any])?["name"] as? String
  }

  private func visit(_ node: Any, offset: Int, declared: Set<String>, into findings: inout [Finding]) {
    if let nodes = node as? [Any] {
      for node in nodes { visit(node, offset: offset, declared: declared, into: &findings) }
    }
    guard let node = node as? [String: Any] else { return }
    let offset = (node["range"] as? [String: Any])?["start"] as? Int ?? offset
    if let kind = node["_kind"] as? String, let sentence = sentence(on: kind, node, declared: declared) {
      findings.append(Finding(line: lineNumber(at: offset), sentence: sentence))
    }
    for key in node.keys.sorted() {
      if let child = node[key] { visit(child, offset: offset, declared: declared, into: &findings) }
    }
  }

  private func sentence(on kind: String, _ node: [String: Any], declared: Set<String>) -> String? {
    if let sentence = Self.refusedKinds[kind] { return sentence }
    if kind == "import_decl" {
      let path = node["module_path"] as? [String] ?? []
      guard path.count == 1, node["kind"] == nil, modules.contains(path[0]) else {
        return "Exercises import \(modules.sorted().joined(separator: " and ")) and nothing else."
      }
    }
    if kind == "extension_decl", let inherited = node["inherits"] as? [Any], !inherited.isEmpty {
      let type = node["extended_type"] as? String ?? "?"
      guard declared.contains(type) else {
        return "\(type.printable) is declared elsewhere, so an exercise can't make it conform to a protocol. Leave the "
          + "protocol out, or declare a type of your own."
      }
    }
    if kind.hasSuffix("_attr"), !Self.attributes.contains(kind) {
      let name = kind.dropLast(5).replacing("_", with: " ")
      return "An attribute (\(name)) isn't allowed in an exercise; write it without."
    }
    return nil
  }

  private func lineNumber(at offset: Int) -> Int { 1 + text.prefix(offset).count { $0 == UInt8(ascii: "\n") } }
}
