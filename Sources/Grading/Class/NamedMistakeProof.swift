import AnswerChecks

/// Whether a mistake that was found in a class can be diagnosed as surely as the lab's own: it is wrong, it is named and
/// nothing else is, and what nearly is it isn't.
struct NamedMistakeProof {
  private let misconception: Misconception
  private let exercise: RecordedExercise
  private let outputs: [Value]

  /// What nothing that is known may come nearer than: a thousand times the usual tolerance.
  private static let wide = Tolerance(relative: 1e-6, absolute: 1e-9)

  /// - Parameters:
  ///   - misconception: the mistake.
  ///   - outputs: what it returns for every case.
  ///   - exercise: with its cases and all that is known beside the mistake.
  init(_ misconception: Misconception, outputs: [Value], in exercise: RecordedExercise) {
    self.misconception = misconception
    self.outputs = outputs
    self.exercise = exercise
  }

  /// The first thing that doesn't hold, as a clause that follows "because"; nothing where all does.
  var flaw: String? {
    guard outputs.count == exercise.cases.count, !outputs.isEmpty else {
      return "it returns \(outputs.count) outputs for \(exercise.cases.count) cases"
    }
    if isNear(exercise.cases.map(\.expected)) { return "it is right in every case, or too nearly so" }
    if let twin = exercise.misconceptions.first(where: { isNear($0.outputs) }) {
      return "it returns the same as the misconception \(twin.misconception.name) in every case"
    }
    if let twin = exercise.pairs.first(where: { isNear($0.outputs) }) {
      return "it returns the same as \(twin.names.joined(separator: " and ")) together in every case"
    }
    var told = exercise
    told.misconceptions.append(RecordedMisconception(misconception: misconception, outputs: outputs))
    let judge = Judge(told)
    if judge.diagnoses(of: outputs) != [misconception] { return "it can't be told from what is known already" }
    if nearMisses.contains(where: { judge.diagnoses(of: $0).contains(misconception) }) {
      return "an answer that only nearly makes it would be named too"
    }
    return nil
  }

  private func isNear(_ others: [Value]) -> Bool {
    others.count == outputs.count
      && zip(outputs, others).allSatisfy {
        $0.matches($1, tolerance: Self.wide) || $0.matches($1, tolerance: exercise.tolerance)
      }
  }

  /// The outputs with one thing of one case slightly off, for each case; and half-way outputs between the right ones and
  /// these.
  private var nearMisses: [[Value]] {
    let nudges = outputs.indices.map { index in
      var nudged = outputs
      nudged[index] = nudged[index].slightlyOff
      return nudged
    }
    let between = zip(exercise.cases, outputs).map { Value.between($0.expected, and: $1) }
    // Between words there is nothing: then they are these very outputs.
    return nudges + (isNear(between) ? [] : [between])
  }
}

extension Value {
  /// The value with its last number off by a millionth of the largest beside it, or with another word.
  fileprivate var slightlyOff: Value {
    switch self {
    case .null: .number(-1)
    case .truth(let truth): .truth(!truth)
    case .text(let text): .text(text + "?")
    case .number(let number): .number(Self.slightlyOff(number, besides: number))
    case .list(let list): .list(Self.lastSlightlyOff(list))
    case .record(let record):
      .record(
        record.merging(record.sorted { $0.key < $1.key }.prefix(1).map { ($0.key, $0.value.slightlyOff) }) { $1 })
    }
  }

  private static func slightlyOff(_ number: Double, besides largest: Double) -> Double {
    number.isFinite ? number + 1e-6 * max(abs(largest), 1e-3) : 0
  }

  private static func lastSlightlyOff(_ list: [Value]) -> [Value] {
    guard let last = list.last else { return [.null] }
    guard case .number(let number) = last else { return list.dropLast() + [last.slightlyOff] }
    let sizes = list.map { if case .number(let size) = $0, size.isFinite { abs(size) } else { 0.0 } }
    return list.dropLast() + [.number(slightlyOff(number, besides: sizes.max() ?? 0))]
  }

  /// Numbers a third of the way from one value to another; what is no number stays with the second.
  fileprivate static func between(_ right: Value, and wrong: Value) -> Value {
    switch (right, wrong) {
    case (.number(let right), .number(let wrong)) where right.isFinite && wrong.isFinite:
      .number(right + 0.37 * (wrong - right))
    case (.list(let right), .list(let wrong)) where right.count == wrong.count:
      .list(zip(right, wrong).map { between($0, and: $1) })
    case (.record(let right), .record(let wrong)):
      .record(wrong.reduce(into: [:]) { $0[$1.key] = between(right[$1.key] ?? $1.value, and: $1.value) })
    default: wrong
    }
  }
}
