import FoundationEssentials

/// One exercise as it can be asked of any set of answers: a student's, the reference, or a known wrong one.
///
/// `Answers` is a lab's protocol of questions. The inputs and the output travel as JSON, so that the program that
/// computes an answer and the one that judges it share data and no code.
public struct Exercise<Answers>: Sendable {
  /// Lab and exercise, as `1.11`: one name in handout, code, error and test.
  public let id: String

  let answer: @Sendable (Answers, Data) throws -> Data

  /// An exercise whose input is decoded from, and output encoded to, JSON.
  public init<Input: Decodable & SendableMetatype, Output: Encodable & SendableMetatype>(
    _ id: String, _ answer: @escaping @Sendable (Answers, Input) throws -> Output
  ) {
    self.id = id
    self.answer = { answers, data in
      try Wire.encode(answer(answers, Wire.decode(Input.self, from: data)))
    }
  }

  /// Answers one input; both sides are JSON.
  public func answer(_ input: Data, by answers: Answers) throws -> Data {
    try answer(answers, input)
  }
}

/// How values are written between the programs: JSON, a line each, numbers that read back to the same value.
public enum Wire {
  /// Infinity and not-a-number, for which JSON has no number.
  public static let positiveInfinity = "inf"
  /// Negative infinity.
  public static let negativeInfinity = "-inf"
  /// Not a number.
  public static let notANumber = "nan"

  /// Encodes on one line, keys sorted, so that equal values give equal bytes.
  public static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: positiveInfinity, negativeInfinity: negativeInfinity, nan: notANumber)
    return try encoder.encode(value)
  }

  /// Decodes what `encode` wrote.
  public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try decoder().decode(type, from: data)
  }

  /// A decoder of what `encode` writes.
  package static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: positiveInfinity, negativeInfinity: negativeInfinity, nan: notANumber)
    return decoder
  }
}
