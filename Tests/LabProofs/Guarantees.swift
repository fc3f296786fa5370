import AnswerChecks

/// What must hold of a recorded exercise, whatever the seed; each returns what doesn't, a sentence each.
package struct Guarantees {
  let exercise: RecordedExercise
  let texts: AnswerTexts

  /// - Parameter texts: two answers in words, where the lab has such.
  package init(_ exercise: RecordedExercise, texts: AnswerTexts) {
    self.exercise = exercise
    self.texts = texts
  }

  /// Everything that doesn't hold.
  package var broken: [String] {
    referencePasses + mistakesAreNamed + pairsAreNamed + nearMissesAreNot + casesEarnTheirPlace + marginsAreWide
  }

  /// The expected outputs pass.
  package var referencePasses: [String] {
    let verdict = exercise.verdict(on: exercise.expected)
    return verdict.status == .passed && verdict.points == Double(exercise.points) ? [] : ["The reference doesn't pass."]
  }

  /// Each mistake is wrong, and named exactly and alone.
  package var mistakesAreNamed: [String] {
    exercise.misconceptions.flatMap { recorded in
      let verdict = exercise.verdict(on: recorded.outputs)
      let name = recorded.misconception.name
      if verdict.status != .wrong { return ["\(name) is \(verdict.status.rawValue)."] }
      let found = verdict.diagnoses.map(\.name)
      return found == [name] ? [] : ["\(name) is called \(found)."]
    }
  }

  /// Each pair is wrong, and both are named.
  package var pairsAreNamed: [String] {
    exercise.pairs.flatMap { pair in
      let verdict = exercise.verdict(on: pair.outputs)
      if verdict.status != .wrong { return ["\(pair.names) is \(verdict.status.rawValue)."] }
      return verdict.diagnoses.map(\.name) == pair.names
        ? [] : ["\(pair.names) is called \(verdict.diagnoses.map(\.name))."]
    }
  }

  /// What nearly is a mistake, or lies between it and the right answer, gets no name.
  package var nearMissesAreNot: [String] {
    exercise.misconceptions.flatMap { recorded -> [String] in
      let name = recorded.misconception.name
      let nudges = exercise.cases.indices.map { recorded.outputs.nudged(inCase: $0, texts) }
      let isFinite = recorded.outputs.allSatisfy(\.isFinite)
      let misses = nudges + (isFinite ? [exercise.expected.partOfTheWay(to: recorded.outputs)] : [])
      return misses.compactMap { outputs in
        let found = exercise.diagnoses(of: outputs)
        return found.isEmpty ? nil : "Nearly \(name) is called \(found)."
      }
    }
  }

  /// The exercise has mistakes, and every one of its cases catches some of them; of a diagnosis, all cases together.
  package var casesEarnTheirPlace: [String] {
    if exercise.misconceptions.isEmpty { return ["No mistake is known."] }
    if exercise.kind == .diagnose { return [] }
    return exercise.cases.indices.filter { index in
      exercise.misconceptions.allSatisfy {
        $0.outputs[index].matches(exercise.cases[index].expected, tolerance: exercise.tolerance)
      }
    }.map { "Case \($0) catches no mistake." }
  }

  /// The reference, the mistakes and the pairs are all far apart: a thousand times the tolerance.
  package var marginsAreWide: [String] {
    let known =
      [("the reference", exercise.expected)] + exercise.misconceptions.map { ($0.misconception.name, $0.outputs) }
      + exercise.pairs.map { ($0.names.joined(separator: " and "), $0.outputs) }
    let wide = Tolerance(relative: 1e-6, absolute: 1e-9)
    return known.indices.flatMap { first in
      known.indices.dropFirst(first + 1).compactMap { second in
        let near = zip(known[first].1, known[second].1).allSatisfy { $0.matches($1, tolerance: wide) }
        return near ? "\(known[first].0) and \(known[second].0) are hard to tell apart." : nil
      }
    }
  }
}
