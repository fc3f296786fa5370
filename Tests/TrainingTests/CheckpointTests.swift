import DeepLearning
import Foundation
import NumericCore
import Techniques
import Testing

/// A training that goes on from a file is the training that was never interrupted.
struct CheckpointTests {
  private let samples = Example.samples()
  private let validation = Example.samples(60, seed: 8)
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-checkpoints-\(UUID())")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  /// Trains for six epochs at once, and for three, saved and taken up by another training, for three more.
  private func isTheSameAfterARest<Method: Optimizer<Float>>(
    _ layers: [Layer], patience: Int? = nil, _ optimizer: (Int) -> Method
  ) throws -> Bool {
    func training(_ epochs: Int) -> Training<Method> {
      Training(
        Example.network(layers), TrainingSettings(batchSize: 40, epochs: epochs, patience: patience),
        rules: TrainingRules(schedule: ExponentialDecay(initialRate: 0.01, factor: 0.99)), draws: Example.draws,
        optimizer: optimizer)
    }
    let file = folder.appending(path: "\(Method.self)-\(layers.count)-\(patience ?? 0)")
    var whole = training(6)
    try whole.run(on: samples, validation: validation)
    var first = training(6)
    for _ in 0..<3 { try first.runEpoch(on: samples, validation: validation) }
    try first.save(to: file)
    var second = training(6)
    try second.restore(from: file)
    try second.run(on: samples, validation: validation, team: Team(threads: 2))
    return Bytes(second.network.parameters) == Bytes(whole.network.parameters)
      && Bytes(second.network.statistics) == Bytes(whole.network.statistics) && second.history == whole.history
      && second.bestEpoch == whole.bestEpoch && second.history.count == (patience == nil ? 6 : whole.history.count)
  }

  @Test func trainingsGoOnBitForBit() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let layers = Example.separateLayers
    #expect(try isTheSameAfterARest(layers) { _ in GradientDescent(learningRate: 0.01) })
    #expect(try isTheSameAfterARest(layers) { Momentum(dimensions: $0, learningRate: 0.01) })
    #expect(try isTheSameAfterARest(layers) { Nesterov(dimensions: $0, learningRate: 0.01) })
    #expect(try isTheSameAfterARest(layers) { Adam(dimensions: $0, learningRate: 0.01) })
    #expect(try isTheSameAfterARest(layers) { AMSGrad(dimensions: $0, learningRate: 0.01) })
    #expect(try isTheSameAfterARest(Example.joinedLayers) { Nadam(dimensions: $0, learningRate: 0.01) })
    #expect(try isTheSameAfterARest(Example.joinedLayers, patience: 1) { RMSprop(dimensions: $0, learningRate: 0.01) })
  }

  @Test func aTrainingCanBeMadeLonger() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "longer")
    var short = Example.training(settings: TrainingSettings(epochs: 2))
    try short.run(on: samples)
    try short.save(to: file)
    var long = Example.training(settings: TrainingSettings(epochs: 5))
    try long.restore(from: file)
    #expect(!long.isFinished)
    try long.run(on: samples)
    #expect(long.history.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test func theSameTrainingSavesTheSameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["a", "b"].map { name in
      var training = Example.training()
      try training.run(on: samples)
      try training.save(to: folder.appending(path: name))
      return try Data(contentsOf: folder.appending(path: name))
    }
    #expect(files[0] == files[1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a", "b"])
  }

  /// Cut off anywhere, or with any bit flipped, a file is refused, and the training that asked stays as it was. Now and
  /// then a flipped bit packs the same text in another way; then all is as it was saved.
  @Test func damageIsNoticed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "damaged")
    let layers: [Layer] = [.dense(8, .relu), .dense(3)]
    let settings = TrainingSettings(epochs: 2)
    var saved = Example.training(layers, settings: settings)
    try saved.runEpoch(on: samples)
    try saved.save(to: file)
    let whole = [UInt8](try Data(contentsOf: file))
    var generator = Philox4x32x10(seed: 4, stream: "damage")
    var refused = 0
    for round in 0..<300 {
      var damaged = whole
      if round % 3 == 0 {
        damaged.removeLast(1 + generator.integer(below: damaged.count))
      } else {
        damaged[generator.integer(below: damaged.count)] ^= 1 << UInt8(generator.integer(below: 8))
      }
      try Data(damaged).write(to: file)
      var training = Example.training(layers, settings: settings)
      let before = training.network.parameters
      do {
        try training.restore(from: file)
        #expect(training.network.parameters == saved.network.parameters && training.history == saved.history)
      } catch {
        #expect(training.network.parameters == before && training.history.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 290)
  }

  @Test func anotherTrainingIsRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "other")
    try Example.training().save(to: file)
    func refusal<Method: Optimizer>(_ training: Training<Method>) -> String {
      var training = training
      do {
        try training.restore(from: file)
        return "nothing"
      } catch {
        return error.description
      }
    }
    #expect(refusal(Example.training(Example.joinedLayers)).hasSuffix("its network has other layers."))
    #expect(
      refusal(Example.training(settings: TrainingSettings(batchSize: 64))).hasSuffix("order of samples is another."))
    let momentum = Training(Example.network(Example.separateLayers), draws: Example.draws) {
      Momentum<Float>(dimensions: $0, learningRate: 1)
    }
    #expect(refusal(momentum).contains("it was trained by Adam<Float>, and this one is by Momentum<Float>."))
    let settings = TrainingSettings(batchSize: 32)
    let reseeded = Training(Example.network(Example.separateLayers), settings, draws: Philox4x32x10(seed: 99)) {
      Adam<Float>(dimensions: $0, learningRate: 1)
    }
    #expect(refusal(reseeded).hasSuffix("its random numbers come from another seed or stream."))
    try Data("{\"version\": 7, \"optimizer\": \"Adam<Float>\"}".utf8).write(to: file)
    #expect(refusal(Example.training()).contains("was saved in version 7 of the format, and this is version 1."))
    try Data("hello".utf8).write(to: file)
    #expect(refusal(Example.training()).hasSuffix("holds no saved training."))
    try FileManager.default.removeItem(at: file)
    #expect(refusal(Example.training()).hasSuffix("can't be read: No such file or directory."))
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "missing/folder/checkpoint")
    let error = #expect(throws: CheckpointError.self) { try Example.training().save(to: file) }
    #expect(error?.description.hasPrefix("\(file.path) can't be written: ") == true)
  }
}
