extension LabProgram {
  /// All that must hold of every lab's program: the same bytes twice and on one core, other results with another seed, results
  /// that agree between kernels, and wrong options that are answered with one sentence.
  ///
  /// - Parameters:
  ///   - figures: the lab's.
  ///   - seeded: a figure that is soon drawn, and rests on the seed.
  ///   - takesImages: whether it has `--dataset`; labs that train networks do.
  package func trials(figures: [String], seeded: String, takesImages: Bool = true) -> [Trial] {
    var trials = [
      Trial(description: "all figures twice, the second time on one core") { try unsteadiness() },
      Trial(description: "the recorded looks") { try staleLooks() },
      Trial(description: "another seed") { try sameForEverySeed(seeded) },
      Trial(description: "a figure that doesn't exist") {
        try refusal(of: ["--figure", "no-such-figure"], saying: figures.joined(separator: ", "))
      },
    ]
    if takesImages {
      trials.append(
        Trial(description: "a data set that doesn't exist") {
          try refusal(of: ["--dataset", "imagenet"], saying: "imagenet")
        })
    }
    #if arch(x86_64)
      trials.append(Trial(description: "kernels of other processors") { try disagreements() })
    #endif
    return trials
  }

  /// What is wrong if a figure doesn't change with the seed.
  private func sameForEverySeed(_ figure: String) throws -> [String] {
    let runs = try ["1", "2"].map { try run(["--figure", figure, "--seed", $0]) }
    defer { remove(runs) }
    guard runs.allSatisfy({ $0.status == 0 }) else { return runs.map { "A run failed: \($0.output)" } }
    let data = runs.map { $0.files["\(figure).csv"] }
    return data[0] == nil || data[0] == data[1] ? ["\(figure) is the same for two seeds."] : []
  }

  /// What is wrong with the answer to options that can't be.
  private func refusal(of options: [String], saying words: String) throws -> [String] {
    let run = try run(options)
    defer { remove([run]) }
    return (run.status == 64 ? [] : ["The status is \(run.status)."])
      + (run.output.contains(words) ? [] : ["It doesn't say \(words): \(run.output)"])
  }
}
