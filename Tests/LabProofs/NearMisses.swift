import AnswerChecks

// Outputs that are nearly, but not quite, what a mistake gives.

/// Two answers in words: a text is replaced by the first, and the first by the second.
package struct AnswerTexts: Sendable {
  let first: String
  let second: String

  package init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }

  func other(than text: String) -> String { text == first ? second : first }
}

extension [Value] {
  /// The same outputs with one number of one case off by a millionth of the largest number beside it, or one text
  /// replaced, or a number in the place of nothing.
  package func nudged(inCase index: Int, _ texts: AnswerTexts) -> [Value] {
    var outputs = self
    outputs[index] = outputs[index].nudged(texts)
    return outputs
  }

  /// Part of the way from these outputs to others: numbers in between; of the texts that differ, every second.
  func partOfTheWay(to others: [Value]) -> [Value] {
    var takesText = false
    return zip(self, others).map { here, there in
      if here != there { takesText.toggle() }
      return here.partOfTheWay(to: there, takesText: takesText)
    }
  }
}

extension Value {
  /// Whether every number in it is finite.
  package var isFinite: Bool {
    switch self {
    case .number(let number): number.isFinite
    case .list(let list): list.allSatisfy(\.isFinite)
    case .record(let record): record.values.allSatisfy(\.isFinite)
    default: true
    }
  }

  /// How large a finite number it is; anything else has no size.
  private var size: Double {
    if case .number(let number) = self, number.isFinite { abs(number) } else { 0 }
  }

  fileprivate func nudged(_ texts: AnswerTexts) -> Value {
    switch self {
    case .number(let number): .number(number.isFinite ? number + 1e-6 * max(abs(number), 1e-3) : 0)
    case .text(let text): .text(texts.other(than: text))
    case .null: .number(-1)
    case .record(let record):
      .record(
        record.merging(record.sorted { $0.key < $1.key }.prefix(1).map { ($0.key, $0.value.nudged(texts)) }) { $1 })
    case .list(var list):
      .list(Self.nudgeLast(of: &list, texts))
    default: self
    }
  }

  /// Nudges the last number of a list by its largest, or what the last element holds.
  private static func nudgeLast(of list: inout [Value], _ texts: AnswerTexts) -> [Value] {
    guard let last = list.popLast() else { return list }
    let scale = (list + [last]).map(\.size).max() ?? 0
    if case .number(let number) = last {
      list.append(.number(number.isFinite ? number + 1e-6 * max(scale, 1e-3) : 0))
    } else {
      list.append(last.nudged(texts))
    }
    return list
  }

  fileprivate func partOfTheWay(to other: Value, takesText: Bool) -> Value {
    switch (self, other) {
    case (.number(let here), .number(let there)): .number(here + 0.37 * (there - here))
    case (.text, .text): takesText ? other : self
    case (.list(let here), .list(let there)):
      .list(zip(here, there).map { $0.partOfTheWay(to: $1, takesText: takesText) })
    case (.record(let here), .record(let there)):
      .record(here.merging(there) { $0.partOfTheWay(to: $1, takesText: takesText) })
    default: self
    }
  }
}
