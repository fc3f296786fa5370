import AnswerWire
import Foundation

// Decoding what holds many values, as an answer book does. They are parsed once, and each is taken from there by its
// place. Left to `Decodable` alone, each would be found out by trial and error.

extension Wire {
  /// Decodes what `encode` wrote, with all values that are in it.
  static func decode<Whole: Decodable>(_ type: Whole.Type, withValuesFrom json: Data) throws -> Whole {
    let decoder = decoder()
    if let whole = CodingUserInfoKey.whole { decoder.userInfo[whole] = try Value(json: json) }
    return try decoder.decode(type, from: json)
  }
}

extension Value {
  /// The value where a decoder is, if the whole was parsed before.
  init?(foundBy decoder: any Decoder) {
    guard let key = CodingUserInfoKey.whole, let whole = decoder.userInfo[key] as? Value else { return nil }
    let found = decoder.codingPath.reduce(whole as Value?) { part, key in
      switch part {
      case .list(let items): key.intValue.flatMap { items.indices.contains($0) ? items[$0] : nil }
      case .record(let record): record[key.stringValue]
      default: nil
      }
    }
    guard let found else { return nil }
    self = found
  }
}

extension CodingUserInfoKey {
  /// Where a decoder has the whole, parsed.
  fileprivate static let whole = CodingUserInfoKey(rawValue: "whole")
}
