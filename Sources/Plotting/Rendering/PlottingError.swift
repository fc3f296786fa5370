/// Why a picture could not be made.
public enum PlottingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Cairo refused the page, in its own words.
  case cairo(String)
  /// libpng could not write the picture, in its own words.
  case png(String)
  /// A metadata key that PNG does not allow: it must have 1 to 79 printable ASCII characters.
  case metadataKey(String)

  /// One sentence: what went wrong and what to do.
  public var description: String {
    switch self {
    case .cairo(let reason): "The picture could not be drawn: \(reason). Check its size; 1 to 32767 points a side work."
    case .png(let reason): "The PNG could not be written: \(reason)."
    case .metadataKey(let key):
      "'\(key)' can't be a key of a PNG's text. Use 1 to 79 ASCII characters, without spaces at the ends."
    }
  }
}
