import AnswerWire
import Foundation

/// An input or an output as data: what the judge compares, without knowing the types behind it.
///
/// A vector is a list of numbers, a matrix a list of rows, a structure a record.
public enum Value: Sendable, Equatable {
  /// Nothing: an optional without a value.
  case null
  /// True or false.
  case truth(Bool)
  /// A number; not-a-number and infinity travel as text and arrive here as numbers.
  case number(Double)
  /// Text, also the case of an enumeration.
  case text(String)
  /// Values in order.
  case list([Value])
  /// Values by name.
  case record([String: Value])
}

extension Value: Codable {
  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    if let found = Value(foundBy: decoder) {
      self = found
      return
    }
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let list = try? container.decode([Value].self) {
      self = .list(list)
    } else if let record = try? container.decode([String: Value].self) {
      self = .record(record)
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if container.decodeNil() {
      self = .null
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Writes the JSON value that it stands for.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .truth(let truth): try container.encode(truth)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .record(let record): try container.encode(record)
    }
  }
}

extension Value {
  /// The value that an encodable one is on the wire.
  public init(encoding value: some Encodable) throws {
    self = try Value(json: Wire.encode(value))
  }

  /// Every leaf with its path, in a fixed order: lists by position, records by name.
  func leaves(at path: String = "") -> [(path: String, leaf: Value)] {
    switch self {
    case .list(let list):
      list.enumerated().flatMap { $0.element.leaves(at: "\(path)[\($0.offset)]") }
    case .record(let record):
      record.sorted { $0.key < $1.key }.flatMap { $0.value.leaves(at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    default: [(path, self)]
    }
  }

  /// The numbers in it, in the order of `leaves`; nothing where a leaf is no number.
  var numbers: [Double]? {
    var numbers: [Double] = []
    for (_, leaf) in leaves() {
      guard case .number(let number) = leaf else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// As a student reads it: `[0.5, -1]`, `weights = [1, 2], learningRate = 0.1`.
  public var summary: String {
    switch self {
    case .null: "nothing"
    case .truth(let truth): "\(truth)"
    case .number(let number): Self.write(number)
    case .text(let text): "\"\(text)\""
    case .list(let list): "[" + list.map(\.summary).joined(separator: ", ") + "]"
    case .record(let record):
      record.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.summary)" }.joined(separator: ", ")
    }
  }

  /// What kind of thing it is, for a sentence about a wrong shape.
  var kind: String {
    switch self {
    case .null: "nothing"
    case .truth: "true or false"
    case .number: "a number"
    case .text: "text"
    case .list(let list): list.count == 1 ? "a list of 1" : "a list of \(list.count)"
    case .record(let record): "a record of \(record.keys.sorted().joined(separator: ", "))"
    }
  }

  /// Ten digits at most: enough to tell a mistake from rounding, and short enough to read.
  static func write(_ number: Double, digits: Int = 10) -> String {
    String(format: "%.\(digits)g", number)
  }
}
