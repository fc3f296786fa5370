import Foundation

/// Makes one submission a student of all that was handed in.
struct SubmissionAssembly {
  /// The result.
  private(set) var found = FoundSubmissions(submissions: [], students: [])

  private let roster: Roster?
  private let matcher: RosterMatcher?
  private let metadata: GradescopeMetadata?

  /// Work that speaks of a student.
  private struct Claim {
    var student: Student
    var number: String?
    var isByName = false
    var submission: Submission
  }

  init(_ contents: ClassContents, _ roster: Roster?) {
    self.roster = roster
    matcher = roster.map(RosterMatcher.init)
    metadata = contents.metadata
    let groups = contents.groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    found.notes = (roster?.notes ?? []) + contents.notes
    let work = withoutDoubtfulNames(groups.flatMap { claims(of: $0) })
    for (_, work) in Dictionary(grouping: work, by: \.student.id).sorted(by: { Self.isBefore($0.key, $1.key) }) {
      found.submissions.append(chosen(from: work))
    }
    listStudents(work.map(\.student))
  }

  private static func isBefore(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  // MARK: Whose it is

  /// The claims of a group: one, or one for each of Gradescope's submitters.
  private mutating func claims(of group: ClassContents.Group) -> [Claim] {
    let origin = PrintableName.of(group.origins.joined(separator: ", "))
    let record = metadata?.records[group.name.student]
    let commit = group.item.commit.map { Date(timeIntervalSince1970: TimeInterval($0.time)) }
    let submission = Submission(
      student: "", origin: origin, submitted: record?.created ?? commit, files: group.item.collector.files,
      ignored: group.item.collector.ignoredEntries)
    found.notes += group.item.collector.troubles.map { $0.hasPrefix("\(origin): ") ? "\($0)." : "\(origin): \($0)." }
    if submission.files.isEmpty { found.notes.append("\(origin): no exercise file was found in it.") }
    let submitters = record?.submitters.filter { $0 != GradescopeMetadata.Submitter() } ?? []
    if !submitters.isEmpty { return submitters.map { claim($0, group, submission) } }
    return [claim(group, submission)]
  }

  private mutating func claim(_ group: ClassContents.Group, _ submission: Submission) -> Claim {
    let name = group.name
    let student = Student(id: PrintableName.of(name.student), name: PrintableName.of(name.person))
    let numbers = [name.number, name.student].compactMap { $0 }
    let claim = match(Claim(student: student, number: name.number, submission: submission), [name.person], numbers)
    if name.isLate, claim.submission.submitted == nil, roster?.submitted[claim.student.id] == nil {
      found.notes.append(
        "\(submission.origin): Canvas says that it came late, but not when; it counts as in time unless the roster's "
          + "column \"submitted\" says when it came.")
    }
    return claim
  }

  private mutating func claim(
    _ submitter: GradescopeMetadata.Submitter, _ group: ClassContents.Group, _ submission: Submission
  ) -> Claim {
    let names = [submitter.name].compactMap { $0 }
    let numbers = [submitter.sid, submitter.email].compactMap { $0 }
    let id = PrintableName.of(numbers.first ?? names.first ?? group.name.student)
    let student = Student(id: id, name: names.first.map { PrintableName.of($0) })
    return match(Claim(student: student, number: numbers.first, submission: submission), names, numbers)
  }

  private mutating func match(_ claim: Claim, _ names: [String], _ numbers: [String]) -> Claim {
    guard let roster, let matcher else { return claim }
    switch matcher.match(names: names, numbers: numbers) {
    case .student(let id, let isByName):
      var claim = claim
      claim.isByName = isByName
      claim.student = roster.students.first { $0.id == id } ?? claim.student
      return claim
    case .unknown:
      found.notes.append("\(claim.submission.origin): nobody in the roster fits; it is graded as \(claim.student.id).")
    case .ambiguous(let ids):
      found.notes.append(
        "\(claim.submission.origin): it may be of \(ids.joined(separator: " or ")), which isn't guessed; it is graded as "
          + "\(claim.student.id). Put the id into its name.")
    }
    return claim
  }

  /// Two people of one name, of whom the roster has one: neither is taken for that one.
  private mutating func withoutDoubtfulNames(_ claims: [Claim]) -> [Claim] {
    let numbers = Dictionary(grouping: claims, by: \.student.id).mapValues { Set($0.compactMap(\.number)).count }
    return claims.map { claim in
      guard claim.isByName, let number = claim.number, numbers[claim.student.id, default: 0] > 1 else { return claim }
      var claim = claim
      let id = claim.student.id
      claim.student = Student(id: PrintableName.of("\(claim.student.name)_\(number)"), name: claim.student.name)
      found.notes.append(
        "\(claim.submission.origin): several people of this name handed in, and the roster has one, \(id); it is graded "
          + "as \(claim.student.id).")
      return claim
    }
  }

  // MARK: Which counts

  private mutating func chosen(from work: [Claim]) -> Submission {
    let times = work.compactMap(\.submission.submitted)
    let isKnown = times.count == work.count && Set(times).count == work.count
    let sorted = work.map(\.submission).sorted { first, second in
      if isKnown, let one = first.submitted, let other = second.submitted { return one < other }
      return Self.isBefore(first.origin, second.origin)
    }
    guard var last = sorted.last, let student = work.first?.student else { fatalError("A student has work.") }
    last.student = student.id
    if let time = roster?.submitted[student.id] { last.submitted = time }
    let earlier = sorted.dropLast()
    if !earlier.isEmpty {
      let why = isKnown ? "the latest" : "the last by its name, since nobody says which is the latest"
      let others = earlier.map(\.origin).joined(separator: ", ")
      found.notes.append("\(student.id) handed in more than once: \(last.origin) counts, \(why); not \(others).")
      last.ignored =
        earlier.map { IgnoredEntry(name: $0.origin, reason: "another submission of this student counts") }
        + last.ignored
    }
    return last
  }

  private mutating func listStudents(_ handedIn: [Student]) {
    let known = roster?.students ?? []
    let ids = Set(handedIn.map(\.id))
    let knownIDs = Set(known.map(\.id))
    var others: [String: Student] = [:]
    for student in handedIn where !knownIDs.contains(student.id) { others[student.id] = student }
    found.students = (known + others.values).sorted { Self.isBefore($0.id, $1.id) }
    found.missing = known.filter { !ids.contains($0.id) }.sorted { Self.isBefore($0.id, $1.id) }
    let count = found.missing.count
    if count > 0 {
      let names = found.missing.prefix(20).map(\.id).joined(separator: ", ") + (count > 20 ? ", ..." : "")
      found.notes.append("\(count) of the roster handed in nothing: \(names).")
    }
  }
}
