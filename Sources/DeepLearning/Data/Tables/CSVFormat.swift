/// How a CSV file is written: what separates, quotes and stands for a missing entry, and where the columns' names are.
///
/// The default is RFC 4180 with a header: commas, double quotes, lines that end in CRLF or LF.
public struct CSVFormat: Sendable {
  /// Where the columns get their names from.
  public enum Header: Equatable, Sendable {
    /// The first line names the columns.
    case firstLine
    /// There is no header; the columns are called so, and there are as many.
    case names([String])
    /// There is no header; the columns are called "1", "2" and so on.
    case none
  }

  /// Where the columns get their names from.
  public var header: Header
  /// What stands between two fields: one ASCII character.
  public var separator: Unicode.Scalar
  /// What stands around a field that holds separators, line ends or quotes (which are then doubled): one ASCII
  /// character.
  public var quote: Unicode.Scalar
  /// What a field says when its entry is missing; compared after blanks are taken off.
  public var missing: Set<String>
  /// Lines that begin so are left out; nothing: there are no comments.
  public var comment: String?
  /// Whether blanks and tabs around a field are taken off; inside quotes they always stay.
  public var trimsBlanks: Bool
  /// How many bytes a record may have, its line ends included: what bounds the memory that one line takes.
  public var longestRecord: Int
  /// How many bytes a file may have, unpacked where it is packed.
  public var largestFile: Int

  /// A format; what isn't given is as in RFC 4180, with "?" or nothing for a missing entry, at most 1 MiB a record and
  /// 128 MiB a file. Precondition: separator and quote are ASCII.
  public init(
    header: Header = .firstLine, separator: Unicode.Scalar = ",", quote: Unicode.Scalar = "\"",
    missing: Set<String> = ["", "?"], comment: String? = nil, trimsBlanks: Bool = true,
    longestRecord: Int = 1 << 20, largestFile: Int = 1 << 27
  ) {
    if !separator.isASCII || !quote.isASCII { fatalError("The separator and the quote of a CSV file are ASCII.") }
    self.header = header
    self.separator = separator
    self.quote = quote
    self.missing = missing
    self.comment = comment
    self.trimsBlanks = trimsBlanks
    self.longestRecord = longestRecord
    self.largestFile = largestFile
  }
}
