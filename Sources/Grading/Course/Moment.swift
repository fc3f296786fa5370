import Foundation

/// Points in time as people write them in files and flags: `2026-10-01T23:59:00+02:00`.
enum Moment {
  /// The time of a date, a clock and an offset from UTC; nothing for anything else. The seconds may be left out.
  ///
  /// Without an offset a time is another one in another place, so it is no point in time.
  static func parse(_ text: some StringProtocol) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes.count <= 25 else { return nil }
    var place = 0
    func number(_ digits: Int, after mark: Character? = nil) -> Int? {
      if let mark {
        guard place < bytes.count, bytes[place] == mark.asciiValue else { return nil }
        place += 1
      }
      guard place + digits <= bytes.count else { return nil }
      let text = bytes[place..<(place + digits)]
      guard text.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
      place += digits
      return text.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    guard let year = number(4), let month = number(2, after: "-"), let day = number(2, after: "-") else { return nil }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "T") || bytes[place] == UInt8(ascii: " ") else {
      return nil
    }
    place += 1
    guard let hour = number(2), let minute = number(2, after: ":") else { return nil }
    let second = number(2, after: ":") ?? 0
    guard let offset = offset(bytes[place...]) else { return nil }
    return date(
      DateComponents(year: year, month: month, day: day, hour: hour, minute: minute, second: second), offset: offset)
  }

  /// The time of a calendar's date and a clock that is `offset` minutes ahead of UTC; nothing where there is none.
  static func date(_ components: DateComponents, offset: Int) -> Date? {
    guard let zone = TimeZone(secondsFromGMT: offset * 60) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    guard let date = calendar.date(from: components) else { return nil }
    // A calendar makes March 2 of February 30: only what comes back unchanged was a date.
    let parts: Set<Calendar.Component> = [.year, .month, .day, .hour, .minute, .second]
    let back = calendar.dateComponents(parts, from: date)
    let isSame =
      back.year == components.year && back.month == components.month && back.day == components.day
      && back.hour == components.hour && back.minute == components.minute && back.second == components.second
    return isSame ? date : nil
  }

  /// `Z`, `+02:00` or `+0200`, in minutes.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: text, as: UTF8.self)
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), text.utf8.count <= 6,
      let number = Int(digits), number / 100 <= 14, number % 100 < 60
    else { return nil }
    return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
  }
}
