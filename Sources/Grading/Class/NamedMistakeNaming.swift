import AnswerChecks
import Foundation

/// Makes a named mistake of a cluster, once it is proven on the cases of several seeds.
struct MistakeNaming {
  /// Somebody of the cluster.
  struct Member {
    var student: String
    /// The exercise file.
    var text: String
  }

  /// Runs the members' code.
  let runner: any NamedMistakeRunner
  /// The lab with all that is known, for the seed that the class was judged by, then for others.
  let books: [AnswerBook]
  /// How many members are tried until one's file gives by itself what the cluster returned.
  var attempts = 5

  /// The named mistake, with the file of the first member whose code gives it alone.
  ///
  /// - Parameter words: what is to be said about it.
  /// - Throws: `GradingError`, one sentence, where it can't be proven.
  func mistake(
    of cluster: Cluster, members: [Member], saying words: Misconception, who: String, when: Date
  ) throws(GradingError) -> NamedMistake {
    let forms = books.compactMap { book in book.exercises.first { $0.id == cluster.exercise } }
    guard let book = books.first, forms.count == books.count, let present = forms.first else {
      throw .usage("There is no exercise \(cluster.exercise) any more.")
    }
    if present.misconceptions.contains(where: { $0.misconception.name == words.name }) {
      throw .usage("Exercise \(cluster.exercise) has a misconception \(words.name) already; choose another name.")
    }
    var reason = "none of its files is in the gradebook"
    for (index, member) in members.prefix(attempts).enumerated() {
      do {
        // Twice by the same cases: what changes from run to run is no mistake that can be recognised.
        let outputs = try runner.outputs(of: member.text, for: [present] + forms, in: book)
        if let flaw = flaw(in: outputs, forms: forms, of: cluster, words) { throw NamedMistakeFlaw(reason: flaw) }
        return NamedMistake(
          lab: cluster.lab, misconception: words, text: member.text, cluster: cluster.id, who: who, when: when)
      } catch let flaw as NamedMistakeFlaw {
        if index == 0 { reason = flaw.reason }
      } catch let error as GradingError { throw error } catch {
        throw .internalError("The code of \(cluster.id) can't be run: \(error)")
      }
    }
    let clause = PrintableText.line(reason, length: 300)
    throw .badData("\(cluster.id) can't be named, because \(clause)\(clause.hasSuffix(".") ? "" : ".")")
  }

  private func flaw(
    in outputs: [[Value]], forms: [RecordedExercise], of cluster: Cluster, _ words: Misconception
  ) -> String? {
    guard outputs.count == forms.count + 1 else { return "its code can't be run" }
    func agree(_ one: [Value], _ other: [Value]) -> Bool {
      one.count == other.count && zip(one, other).allSatisfy { $0.matches($1, tolerance: forms[0].tolerance) }
    }
    if !agree(outputs[0], outputs[1]) { return "its code returns something else each time it runs" }
    if !agree(outputs[1], cluster.outputs) {
      return "its file by itself doesn't return what the cluster returned: it may need another of the student's files, "
        + "or the answers are others by now, then grade again first"
    }
    for (outputs, form) in zip(outputs.dropFirst(), forms) {
      if let flaw = NamedMistakeProof(words, outputs: outputs, in: form).flaw {
        return form == forms[0] ? flaw : "with other cases " + flaw
      }
    }
    return nil
  }
}

extension SubmissionJudge {
  /// Seeds of the cases that a named mistake is proven on, besides the class's own.
  private static let otherSeeds: [UInt64] = [2, 17]

  /// Makes a named mistake of a cluster, once it is proven like the lab's own: on the class's cases and on those of two
  /// other seeds it is wrong, told apart from all that is known, and what nearly is it isn't named.
  ///
  /// - Parameters:
  ///   - cluster: the cluster.
  ///   - submissions: the class, with files.
  ///   - words: what is to be said about it.
  ///   - named: the mistakes that were named before.
  ///   - project: the whole project, with Solutions.
  ///   - note: told what is going on.
  /// - Throws: `GradingError`, one sentence, where it can't be proven.
  public func naming(
    _ cluster: Cluster, among submissions: [Submission], as words: Misconception, besides named: [NamedMistake],
    project: Workspace, who: String, when: Date, note: (String) -> Void
  ) throws(GradingError) -> NamedMistake {
    guard let present = answers.books.first(where: { $0.lab == cluster.lab }),
      let exercise = present.exercises.first(where: { $0.id == cluster.exercise })
    else { throw .usage("There is no exercise \(cluster.exercise) any more.") }
    let lab = try project.found(cluster.lab)
    if let flaw = words.flaw(headings: lab.handoutHeadings) { throw .usage(flaw) }
    let runner = SealedMistakeRunner(workspace: workspace, seal: seal, scratch: scratch.appending(path: "named"))
    let rivals = named.filter { $0.misconception.exercise == cluster.exercise }
    var books = [present]
    for seed in Self.otherSeeds {
      note("recording other cases of \(cluster.lab)")
      let other = try answers.book(of: lab, in: project, seed: seed)
      books.append(try other.joined(by: rivals, running: runner).book)
    }
    note("proving the mistake")
    let file = exercise.fileName
    let members = cluster.students.compactMap { student -> MistakeNaming.Member? in
      let files = submissions.first { $0.student == student }?.files ?? []
      return files.first { $0.lab == lab.name && $0.name == file }.map { .init(student: student, text: $0.text) }
    }
    return try MistakeNaming(runner: runner, books: books)
      .mistake(of: cluster, members: members, saying: words, who: who, when: when)
  }
}
