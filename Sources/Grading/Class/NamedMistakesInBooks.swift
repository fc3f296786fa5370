import AnswerChecks

extension AnswerBook {
  /// The book with named mistakes joined to the misconceptions, each proven for the book's cases; and a sentence for each
  /// that could not join.
  ///
  /// - Parameters:
  ///   - named: mistakes, in the order in which they were named; those of other labs are left alone.
  ///   - runner: runs the code that stands for them.
  /// - Throws: `GradingError` where nothing can be said about a mistake: without it, verdicts would change.
  func joined(
    by named: [NamedMistake], running runner: any NamedMistakeRunner
  ) throws(GradingError) -> (book: AnswerBook, notes: [String]) {
    var (book, notes) = (self, [String]())
    for mistake in named where mistake.lab == lab {
      guard let place = book.exercises.firstIndex(where: { $0.id == mistake.misconception.exercise }) else {
        notes.append("The named mistake \(mistake.place) is left out, because there is no such exercise any more.")
        continue
      }
      do {
        let exercise = book.exercises[place]
        let outputs = try runner.outputs(of: mistake.text, for: [exercise], in: self)[0]
        if let flaw = NamedMistakeProof(mistake.misconception, outputs: outputs, in: exercise).flaw {
          throw NamedMistakeFlaw(reason: flaw)
        }
        book.exercises[place].misconceptions.append(
          RecordedMisconception(misconception: mistake.misconception, outputs: outputs))
      } catch let flaw as NamedMistakeFlaw {
        let reason = PrintableText.line(flaw.reason, length: 300)
        notes.append(
          "The named mistake \(mistake.place) is left out, because \(reason)\(reason.hasSuffix(".") ? "" : ".")")
      } catch let error as GradingError { throw error } catch {
        throw .internalError("The named mistake \(mistake.place) can't be run: \(error)")
      }
    }
    return (book, notes)
  }
}

extension [AnswerBook] {
  /// The books with the names of these mistakes, but no outputs: enough to look whether a course names what there is.
  public func knowing(_ named: [NamedMistake]) -> [AnswerBook] {
    map { book in
      var book = book
      for mistake in named where mistake.lab == book.lab {
        guard let place = book.exercises.firstIndex(where: { $0.id == mistake.misconception.exercise }) else {
          continue
        }
        book.exercises[place].misconceptions.append(
          RecordedMisconception(misconception: mistake.misconception, outputs: []))
      }
      return book
    }
  }
}
