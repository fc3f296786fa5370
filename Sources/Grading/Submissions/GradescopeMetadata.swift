import Foundation

/// Who handed in what, from the `submission_metadata.yml` of Gradescope's download.
///
///     submission_12345:
///       :submitters:
///       - :name: Anna Berg
///         :sid: '100'
///         :email: anna@example.org
///       :created_at: 2026-10-01 21:58:03.139953000 Z
///
/// Only these lines are looked at, by how far they are indented: results, which may quote what a student's code printed,
/// stand deeper. Source: the file as users' tools read it; Gradescope describes none.
struct GradescopeMetadata {
  /// A student of a submission; a group has several.
  struct Submitter: Equatable {
    var name: String?
    var sid: String?
    var email: String?
  }

  /// One submission.
  struct Record: Equatable {
    var submitters: [Submitter] = []
    var created: Date?
  }

  /// The submissions by the names of their folders.
  private(set) var records: [String: Record] = [:]

  /// Reads the file's bytes; what it doesn't understand it leaves out.
  init(_ bytes: [UInt8]) {
    var folder: String?
    var isInSubmitters = false
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) where line.count <= 4096 {
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      guard indentation <= 4 else { continue }
      let text = String(decoding: line.dropFirst(indentation), as: UTF8.self)
      if indentation == 0, !text.hasPrefix("-") {
        folder = Self.folder(text)
        isInSubmitters = false
        if let folder { records[folder] = Record() }
      } else if let folder {
        read(text, indentation, of: folder, &isInSubmitters)
      }
    }
  }

  private mutating func read(_ text: String, _ indentation: Int, of folder: String, _ isInSubmitters: inout Bool) {
    if indentation == 2 && !text.hasPrefix("-") {
      isInSubmitters = text == ":submitters:"
      if let time = Self.value(of: ":created_at", in: text) { records[folder]?.created = Self.date(time) }
      return
    }
    guard isInSubmitters else { return }
    var text = text
    if text.hasPrefix("- ") {
      records[folder]?.submitters.append(Submitter())
      text.removeFirst(2)
    }
    guard let last = records[folder]?.submitters.indices.last else { return }
    if let name = Self.value(of: ":name", in: text) { records[folder]?.submitters[last].name = name }
    if let sid = Self.value(of: ":sid", in: text) { records[folder]?.submitters[last].sid = sid }
    if let email = Self.value(of: ":email", in: text) { records[folder]?.submitters[last].email = email }
  }

  private static func folder(_ text: String) -> String? {
    guard text.hasSuffix(":") else { return nil }
    let name = unquoted(String(text.dropLast()))
    return name.hasPrefix("submission_") ? name : nil
  }

  private static func value(of key: String, in text: String) -> String? {
    guard text.hasPrefix(key + ": ") else { return nil }
    let value = unquoted(text.dropFirst(key.count + 2).trimmingCharacters(in: .whitespaces))
    return value.isEmpty || value == "null" || value == "~" ? nil : value
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let quote = text.first, quote == text.last, quote == "'" || quote == "\"" else {
      return text
    }
    let inner = String(text.dropFirst().dropLast())
    if quote == "'" { return inner.replacingOccurrences(of: "''", with: "'") }
    // In double quotes YAML escapes as JSON does, for what a name may hold.
    return (try? JSONDecoder().decode(String.self, from: Data(text.utf8))) ?? inner
  }

  /// A time as Ruby writes it: `2026-10-01 21:58:03.139953000 Z`, or an offset in place of `Z`.
  private static func date(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let seconds = parts[1].split(separator: ".").first else { return nil }
    return Moment.parse("\(parts[0])T\(seconds)\(parts[2])")
  }
}
