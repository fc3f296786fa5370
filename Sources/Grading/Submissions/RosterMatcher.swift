import Foundation

/// Finds the student of the roster that a submission's name speaks of.
///
/// 1. A name, or a system's number in it, that is an id, letter for letter.
/// 2. An id that stands in the name by itself, in capitals or not: `s100` in `Anna Berg (S100)`.
/// 3. The student's name, whatever its capitals, accents, blanks and marks, and with any of its words first: Canvas writes
///    `berganna` for Anna Berg.
///
/// Where these speak of different students, or of several, nothing is guessed.
struct RosterMatcher {
  /// Whom a name speaks of.
  enum Match: Equatable {
    /// The student of this id; `isByName` where only the name says so.
    case student(String, isByName: Bool)
    /// Nobody of the roster.
    case unknown
    /// All of these ids, or one by id and another by name.
    case ambiguous([String])
  }

  private var ids: Set<String> = []
  private var foldedIDs: [String: Set<String>] = [:]
  private var names: [String: Set<String>] = [:]

  init(_ roster: Roster) {
    for student in roster.students {
      ids.insert(student.id)
      foldedIDs[Self.folded(student.id), default: []].insert(student.id)
      let words = Self.words(student.name)
      for first in words.indices {
        names[(words[first...] + words[..<first]).joined(), default: []].insert(student.id)
      }
    }
  }

  /// Whom a submission speaks of, by what it says of its student: names first, then numbers and addresses.
  func match(names candidates: [String], numbers: [String] = []) -> Match {
    let exact = Set(candidates + numbers).intersection(ids)
    if exact.count == 1, let id = exact.first {
      let isName = candidates.contains(id)
      return isName ? .student(id, isByName: false) : checked(id, candidates)
    }
    if exact.count > 1 { return .ambiguous(exact.sorted()) }
    let within = candidates.reduce(into: Set<String>()) { $0.formUnion(idsWithin($1)) }
    if within.count == 1, let id = within.first { return checked(id, candidates) }
    if within.count > 1 { return .ambiguous(within.sorted()) }
    let named = byName(candidates)
    if named.count == 1, let id = named.first { return .student(id, isByName: true) }
    return named.isEmpty ? .unknown : .ambiguous(named.sorted())
  }

  /// A number, or a word in a name, may be an id by chance: where the name is another student's, it is nobody's.
  private func checked(_ id: String, _ candidates: [String]) -> Match {
    let named = byName(candidates)
    return named.isEmpty || named.contains(id) ? .student(id, isByName: false) : .ambiguous(named.union([id]).sorted())
  }

  private func byName(_ candidates: [String]) -> Set<String> {
    candidates.reduce(into: []) { $0.formUnion(names[Self.words($1).joined()] ?? []) }
  }

  /// The ids of two characters or more that stand in a name, bounded by its ends or by marks.
  private func idsWithin(_ name: String) -> Set<String> {
    let isPart = { (character: Character) in character.isLetter || character.isNumber }
    var parts: [Range<String.Index>] = []
    var place = name.startIndex
    while let start = name[place...].firstIndex(where: isPart), parts.count < 100 {
      let end = name[start...].firstIndex { !isPart($0) } ?? name.endIndex
      parts.append(start..<end)
      place = end
    }
    var found: Set<String> = []
    for first in parts.indices {
      for last in first..<min(first + 6, parts.count) {
        let text = Self.folded(String(name[parts[first].lowerBound..<parts[last].upperBound]))
        if text.count > 1 { found.formUnion(foldedIDs[text] ?? []) }
      }
    }
    return found
  }

  private static func words(_ name: String) -> [String] {
    folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func folded(_ text: String) -> String {
    text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: Locale(identifier: "en_US_POSIX"))
  }
}
