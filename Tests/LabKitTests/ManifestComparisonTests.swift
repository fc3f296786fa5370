import AnswerChecks
import Foundation
import Testing

@testable import LabKit

struct ManifestComparisonTests {
  private func manifest(
    _ results: [String: Value], seed: UInt64 = 1, tolerances: [String: Tolerance] = [:], figures: [String] = []
  ) -> Manifest {
    Manifest(
      lab: "toy", version: "1", seed: seed, scale: .quick, answers: .reference, dataset: nil, environment: .current,
      figures: figures.map { .init(name: $0, caption: "", png: "", csv: "", pngSHA256: "", csvSHA256: "") },
      results: results, tolerances: tolerances, measured: nil, seconds: 1)
  }

  private func disagreements(
    _ new: [String: Value], _ old: [String: Value], _ tolerances: [String: Tolerance] = [:]
  ) throws -> [String] {
    try ManifestComparison(of: manifest(new, tolerances: tolerances), with: manifest(old)).disagreements
  }

  @Test func roundingIsAllowedAndNoMore() throws {
    let old: [String: Value] = ["errors": .record(["first": .number(0.5), "name": .text("he")])]
    #expect(try disagreements(["errors": .record(["first": .number(0.5 + 1e-9), "name": .text("he")])], old).isEmpty)
    #expect(
      try disagreements(["errors": .record(["first": .number(0.51), "name": .text("glorot")])], old) == [
        "errors.first is 0.51, and was 0.5.", "errors.name is \"glorot\", and was \"he\".",
      ])
  }

  @Test func theLongestPathWins() throws {
    let tolerances = [
      "errors": Tolerance(relative: 0, absolute: 0.1), "errors.first": Tolerance(relative: 0, absolute: 0.001),
    ]
    let old: [String: Value] = ["errors": .record(["first": .number(0.5), "firstly": .number(0.5)])]
    let new: [String: Value] = ["errors": .record(["first": .number(0.55), "firstly": .number(0.55)])]
    #expect(try disagreements(new, old, tolerances) == ["errors.first is 0.55, and was 0.5."])
  }

  @Test func missingAndNewResultsAreNamed() throws {
    let old: [String: Value] = ["errors": .record(["one": .number(1)])]
    #expect(
      try disagreements(["errors": .record(["two": .number(1)]), "noise": .number(0)], old) == [
        "errors.one is missing.", "errors.two is new.", "noise is new.",
      ])
    #expect(try disagreements(["errors": .number(1)], old).count == 1)
  }

  @Test func onlyWhatWasDrawnIsAsked() throws {
    let old: [String: Value] = ["errors": .number(1), "noise": .number(2)]
    #expect(try disagreements(["errors": .number(1)], old).isEmpty)
    let comparison = try ManifestComparison(of: manifest([:], figures: ["noise"]), with: manifest(old))
    #expect(comparison.disagreements == ["noise is missing."])
  }

  @Test func identicalResultsAreCounted() throws {
    let comparison = try ManifestComparison(
      of: manifest(["a": .list([.number(1), .number(.infinity)]), "b": .number(2 + 1e-12)]),
      with: manifest(["a": .list([.number(1), .number(.infinity)]), "b": .number(2)]))
    #expect(comparison.compared == 2)
    #expect(comparison.identical == 1)
    #expect(comparison.disagreements.isEmpty)
  }

  @Test func runsOfDifferentThingsAreNotCompared() throws {
    let error = #expect(throws: LabError.self) {
      try ManifestComparison(of: manifest([:], seed: 2), with: manifest([:]))
    }
    #expect(error?.description == "These are runs of different things: the seed is 2 here and 1 there.")
    #expect(error?.exitStatus == 64)
  }
}
