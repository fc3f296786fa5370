import Foundation
import TOMLKit

/// A table of a course's file. It gives out what is of the right kind, and says exactly what isn't.
struct CourseTable {
  private let table: TOMLTable
  private let path: [String]
  private let places: CoursePlaces

  init(_ table: TOMLTable, at path: [String], in places: CoursePlaces) {
    self.table = table
    self.path = path
    self.places = places
  }

  /// A sentence about a key, with its line.
  func problem(_ key: String?, _ sentence: String) -> GradingError {
    let path = self.path + (key.map { [$0] } ?? [])
    let line = places.line(of: path).map { ", line \($0)" } ?? ""
    let name = key.map { PrintableName.of($0) + ": " } ?? ""
    return .badData("\(places.file)\(line): \(name)\(sentence).")
  }

  /// Refuses every other key.
  func allow(_ keys: [String]) throws(GradingError) {
    guard let key = table.keys.sorted().first(where: { !keys.contains($0) }) else { return }
    // An entry of an array of tables has its number in its name.
    let table = path.first.map { $0.hasSuffix("]") ? "[[\($0.prefix { $0 != "[" })]]" : "[\($0)]" }
    let place = table.map { " in \($0)" } ?? ""
    let meant = Nearest.name(to: key, among: keys).map { "; did you mean \($0)? The" } ?? "; the"
    throw problem(key, "there is no such key\(place)\(meant) keys are \(keys.joined(separator: ", "))")
  }

  func text(_ key: String) throws(GradingError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrong(key, value, "a text in quotes") }
    guard !text.isEmpty, PrintableName.of(text, longest: 1000) == text else {
      throw problem(key, "the text is empty, too long, or holds characters that can't be printed")
    }
    return text
  }

  func texts(_ key: String, as form: String) throws(GradingError) -> [String] {
    guard let value = table[key] else { return [] }
    guard let array = value.array else { throw wrong(key, value, form) }
    var texts: [String] = []
    for element in array {
      guard let text = element.string, PrintableName.of(text) == text else { throw wrong(key, element, form) }
      if texts.contains(text) { throw problem(key, "\"\(text)\" stands here twice") }
      texts.append(text)
    }
    return texts
  }

  func number(_ key: String, in range: ClosedRange<Double>) throws(GradingError) -> Double? {
    guard let value = table[key] else { return nil }
    guard let number = value.int.map(Double.init) ?? value.double else { throw wrong(key, value, "a number") }
    guard range.contains(number) else {
      throw problem(
        key, "\(Self.plain(number)) is not from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))")
    }
    return number
  }

  func numbers(
    _ key: String, in range: ClosedRange<Double>, as form: String
  ) throws(GradingError) -> [String: Double] {
    guard let inner = try table(key) else { return [:] }
    var numbers: [String: Double] = [:]
    for name in inner.table.keys.sorted() {
      // 1.11 without quotes is a key 11 in a table 1.
      if inner.table[name]?.table != nil { throw problem(key, "it holds \(form), with the exercise in quotes") }
      numbers[name] = try inner.number(name, in: range)
    }
    return numbers
  }

  func choice<Choice>(_ key: String, of type: Choice.Type) throws(GradingError) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = try text(key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw problem(key, "\"\(text)\" is none of \(choices)")
    }
    return choice
  }

  func date(_ key: String) throws(GradingError) -> Date? {
    guard let value = table[key] else { return nil }
    let example = "as 2026-10-01T23:59:00+02:00, without quotes"
    guard let moment = value.dateTime else { throw wrong(key, value, "a time with its offset from UTC, \(example)") }
    guard let offset = moment.offset?.offset else {
      throw problem(key, "the offset from UTC is missing; write it, \(example)")
    }
    let parts = DateComponents(
      year: moment.date.year, month: moment.date.month, day: moment.date.day, hour: moment.time.hour,
      minute: moment.time.minute, second: moment.time.second)
    guard let date = Moment.date(parts, offset: offset) else { throw problem(key, "there is no such time") }
    return date
  }

  func table(_ key: String) throws(GradingError) -> CourseTable? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(key, value, "a table, which begins with [\(key)]") }
    return CourseTable(inner, at: path + [key], in: places)
  }

  func tables(_ key: String) throws(GradingError) -> [CourseTable] {
    guard let value = table[key] else { return [] }
    let form = "tables, of which each begins with [[\(key)]]"
    guard let array = value.array else { throw wrong(key, value, form) }
    var tables: [CourseTable] = []
    for (index, element) in array.enumerated() {
      guard let inner = element.table else { throw wrong(key, element, form) }
      tables.append(CourseTable(inner, at: path + ["\(key)[\(index)]"], in: places))
    }
    return tables
  }

  private func wrong(_ key: String, _ value: any TOMLValueConvertible, _ form: String) -> GradingError {
    let kind =
      switch value.type {
      case .table: "a table"
      case .array: "an array"
      case .string: "a text"
      case .int, .double: "a number"
      case .bool: "true or false"
      case .date: "a date"
      case .time: "a time of day"
      case .dateTime: "a time"
      }
    return problem(key, "it is \(kind), and should be \(form)")
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

/// Where the keys of a TOML file stand: its parser doesn't say.
///
/// It reads lines, so a key inside a text of several lines may be taken for one; it only serves messages.
struct CoursePlaces {
  /// The file's name.
  let file: String
  private var lines: [String: Int] = [:]

  init(_ text: String, file: String) {
    self.file = file
    var table = ""
    var counts: [String: Int] = [:]
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in all.enumerated() {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("[[") {
        let name = Self.name(line.dropFirst(2).prefix { $0 != "]" })
        table = "\(name)[\(counts[name, default: 0])]"
        counts[name, default: 0] += 1
        note(table, index)
        note(name, index)
      } else if line.hasPrefix("[") {
        table = Self.name(line.dropFirst().prefix { $0 != "]" })
        note(table, index)
      } else if let sign = line.firstIndex(of: "=") {
        let key = Self.name(line[..<sign])
        note(table.isEmpty ? key : "\(table)/\(key)", index)
      }
    }
  }

  /// The line of a key, counted from 1.
  func line(of path: [String]) -> Int? { lines[path.joined(separator: "/")] }

  private mutating func note(_ name: String, _ index: Int) {
    if lines[name] == nil { lines[name] = index + 1 }
  }

  private static func name(_ text: Substring) -> String {
    text.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
  }
}
