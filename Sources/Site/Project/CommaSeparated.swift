/// A table as RFC 4180 writes it: commas, lines ended by CR LF or LF, quotes doubled inside quotes.
struct CommaSeparated: Equatable {
  let columns: [String]
  let rows: [[String]]

  init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var isAfterQuote = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"" where isAfterQuote:
        // Two quotes inside quotes are one.
        field += "\""
        (isQuoted, isAfterQuote) = (true, false)
      case "\"":
        isAfterQuote = isQuoted
        isQuoted.toggle()
      case _ where isQuoted: field.unicodeScalars.append(scalar)
      case ",", "\n":
        record.append(field)
        (field, isAfterQuote) = ("", false)
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      case "\r": break
      default: field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    columns = records.first ?? []
    rows = Array(records.dropFirst())
  }
}
