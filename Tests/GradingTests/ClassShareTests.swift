import Testing

@testable import Grading

/// A class in parts that several machines grade.
struct ClassShareTests {
  @Test(arguments: [1, 2, 3, 7]) func everyStudentIsInOnePart(parts: Int) throws {
    let shares = try (1...parts).map { try #require(ClassShare("\($0)/\(parts)")) }
    var sizes = Array(repeating: 0, count: parts)
    for student in 0..<400 {
      let holders = shares.indices.filter { shares[$0].holds("s\(student)") }
      #expect(holders.count == 1, "s\(student) is in parts \(holders)")
      for holder in holders { sizes[holder] += 1 }
    }
    #expect(sizes.allSatisfy { $0 > 400 / parts / 2 }, "\(sizes)")
  }

  @Test func aPartIsWrittenAsItsNumberAndTheirCount() throws {
    let share = try #require(ClassShare("2/3"))
    #expect(share.part == 2 && share.parts == 3)
  }

  @Test(arguments: ["0/3", "4/3", "-1/3", "1/0", "1", "1/", "/3", "1/3/5", "a/3", "1 / 3", ""])
  func anythingElseIsNone(text: String) { #expect(ClassShare(text) == nil) }
}
