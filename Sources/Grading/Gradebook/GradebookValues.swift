import Foundation
import GRDB

/// Text from outside as SQLite keeps it whole: the library ends a text at its first NUL, so such a text is kept as bytes.
struct WholeText: DatabaseValueConvertible {
  let text: String

  init(_ text: String) { self.text = text }

  var databaseValue: DatabaseValue {
    text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> WholeText? {
    String.fromDatabaseValue(value).map(WholeText.init)
  }
}

/// Times in the gradebook: UTC, whole seconds, as `2026-10-01T21:59:00Z`, which sorts and which SQLite's functions read.
enum UTCTime {
  static func write(_ date: Date) -> String { wholeSecond(date).formatted(.iso8601) }

  static func read(_ text: String?) -> Date? { text.flatMap { try? Date($0, strategy: .iso8601) } }

  /// The second that has begun: a submission is never made later than it was.
  static func wholeSecond(_ date: Date) -> Date {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }
}

extension Row {
  /// A text column that is never null.
  func text(_ column: String) -> String { optionalText(column) ?? "" }

  /// A text column.
  func optionalText(_ column: String) -> String? { (self[column] as WholeText?)?.text }

  /// A column of a time.
  func moment(_ column: String) -> Date? { UTCTime.read(optionalText(column)) }
}
