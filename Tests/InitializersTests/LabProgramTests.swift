import Foundation
import LabKit
import Testing

/// One test after the other: each uses all cores.
@Suite(.serialized)
struct LabProgramTests {
  @Test func theSameSeedGivesTheSameBytesTwiceAndOnOneCore() throws {
    let (first, second, third) = (LabProgram(), LabProgram(), LabProgram())
    defer { for program in [first, second, third] { program.clean() } }
    #expect(try first.run() == (0, ""))
    #expect(try second.run() == (0, ""))
    let files = try first.files()
    #expect(files.count == 11)
    #expect(try second.files() == files)
    #if os(Linux)
      #expect(try third.run(through: ["/usr/bin/taskset", "-c", "0"]) == (0, ""))
      #expect(try third.files() == files)
    #endif
  }

  #if os(Linux) && arch(x86_64)
    @Test func kernelsAgreeWithinTheStatedTolerances() throws {
      let (old, new) = (LabProgram(), LabProgram())
      defer { for program in [old, new] { program.clean() } }
      #expect(try old.run(kernel: "Haswell") == (0, ""))
      #expect(try new.run(["--compare", old.output.path], kernel: "Prescott") == (0, ""))
    }
  #endif

  @Test func anotherSeedGivesOtherResults() throws {
    let (old, new) = (LabProgram(), LabProgram())
    defer { for program in [old, new] { program.clean() } }
    let words = ["--figure", "activation-variance"]
    #expect(try old.run(words) == (0, ""))
    #expect(try new.run(words + ["--seed", "2"]) == (0, ""))
    #expect(try old.files()["activation-variance.csv"] != new.files()["activation-variance.csv"])
  }

  @Test func anUnknownFigureIsAnsweredWithTheKnownOnes() throws {
    let (status, words) = try LabProgram().run(["--figure", "curves"])
    #expect(status == 64)
    #expect(words.contains("weight-histograms, training-curves, activation-variance, gradient-variance, symmetry"))
  }
}
