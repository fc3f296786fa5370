import AnswerChecks

/// Two students whose code to an exercise is alike after layout, comments and names are taken away, and the handout's own
/// lines with them. A place to look at, never a verdict: short exercises have few ways to be answered.
///
/// Fingerprints of runs of tokens are compared, thinned out by windows so that any common run of `guarantee` tokens is
/// noticed. Source: "Winnowing: Local algorithms for document fingerprinting" (Schleimer, Wilkerson, Aiken, 2003).
public struct SimilarPair: Sendable, Equatable {
  /// The students' ids, the smaller first.
  public var students: [String]
  /// The lab's folder.
  public var lab: String
  /// The share of the smaller one's fingerprints that the other has too, from 0 to 1.
  public var share: Double
  /// How many fingerprints they have in common.
  public var common: Int
  /// Where the first one's common lines are, as `Exercise11Adam.swift: 4-9`.
  public var places: [String]

  /// Tokens in a fingerprint; shorter runs are common to all code.
  static let run = 12
  /// A common run of so many tokens is always noticed.
  static let guarantee = 20
  /// With fewer fingerprints of its own, code is too short to be compared.
  static let least = 8

  /// The pairs of a class, the most alike first.
  ///
  /// - Parameters:
  ///   - submissions: what was handed in.
  ///   - books: for the stubs, which everybody has.
  ///   - threshold: the least share to be listed; 0.5 by default.
  ///   - commonness: fingerprints that more than this share of the class has are an exercise's own way, and don't count;
  ///     0.5 by default. It is ignored in classes of fewer than eight.
  public static func all(
    in submissions: [Submission], books: [AnswerBook], threshold: Double = 0.5, commonness: Double = 0.5
  ) -> [SimilarPair] {
    let students = submissions.sorted { $0.student < $1.student }
    let labs = Set(students.flatMap { $0.files.map(\.lab) }).sorted()
    return labs.flatMap { lab -> [SimilarPair] in
      let stubs = Set(
        books.flatMap(\.exercises).flatMap { fingerprints(of: $0.stub, in: "").map(\.hash) })
      var prints = students.map { student in
        student.files.filter { $0.lab == lab }.flatMap { fingerprints(of: $0.text, in: $0.name) }
          .filter { !stubs.contains($0.hash) }
      }
      if students.count >= 8 { prints = withoutCommon(prints, limit: Int(commonness * Double(students.count))) }
      return pairs(of: zip(students.map(\.student), prints).map { ($0, $1) }, lab: lab, threshold: threshold)
    }.sorted {
      ($1.share, $1.common, $0.students[0], $0.students[1]) < ($0.share, $0.common, $1.students[0], $1.students[1])
    }
  }

  /// A run of tokens, and where it is.
  struct Fingerprint: Hashable {
    var hash: UInt64
    var file: String
    var line: Int
  }

  /// Of every window of runs, the one with the smallest hash; the last of several.
  static func fingerprints(of code: String, in file: String) -> [Fingerprint] {
    let tokens = SwiftTokens(code).tokens
    guard tokens.count >= run else { return [] }
    let hashes = (0...tokens.count - run).map { start in
      Fingerprint(hash: hash(tokens[start..<start + run]), file: file, line: tokens[start].line)
    }
    let window = guarantee - run + 1
    var chosen: [Fingerprint] = []
    var last = -1
    for start in 0...max(0, hashes.count - window) {
      let end = min(start + window, hashes.count)
      var best = start
      for index in start..<end where hashes[index].hash <= hashes[best].hash { best = index }
      if best != last {
        chosen.append(hashes[best])
        last = best
      }
    }
    return chosen
  }

  /// FNV-1a over the tokens' words; Swift's own hashes differ from run to run.
  private static func hash(_ tokens: ArraySlice<SwiftTokens.Token>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for token in tokens {
      for byte in token.kind.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    return hash
  }

  private static func withoutCommon(_ prints: [[Fingerprint]], limit: Int) -> [[Fingerprint]] {
    var owners: [UInt64: Int] = [:]
    for print in prints { for hash in Set(print.map(\.hash)) { owners[hash, default: 0] += 1 } }
    return prints.map { $0.filter { owners[$0.hash, default: 0] <= limit } }
  }

  /// Only students who share a fingerprint are compared, so a large class takes no longer than it has things in common.
  private static func pairs(
    of students: [(id: String, prints: [Fingerprint])], lab: String, threshold: Double
  ) -> [SimilarPair] {
    var holders: [UInt64: [Int]] = [:]
    let sets = students.map { Set($0.prints.map(\.hash)) }
    for (index, set) in sets.enumerated() where set.count >= least {
      for hash in set { holders[hash, default: []].append(index) }
    }
    var shared: [[Int]: Int] = [:]
    for group in holders.values {
      for (place, first) in group.enumerated() {
        for second in group[(place + 1)...] { shared[[first, second], default: 0] += 1 }
      }
    }
    return shared.compactMap { pair, common in
      let share = Double(common) / Double(min(sets[pair[0]].count, sets[pair[1]].count))
      guard share >= threshold else { return nil }
      let places = students[pair[0]].prints.filter { sets[pair[1]].contains($0.hash) }
      return SimilarPair(
        students: pair.map { students[$0].id }, lab: lab, share: share, common: common, places: ranges(places))
    }
  }

  private static func ranges(_ prints: [Fingerprint]) -> [String] {
    Dictionary(grouping: prints, by: \.file).sorted { $0.key < $1.key }.map { file, prints in
      let lines = prints.map(\.line)
      return "\(file): \(lines.min() ?? 0)-\(lines.max() ?? 0)"
    }
  }
}
