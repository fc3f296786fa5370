import Foundation
import NumericCore

/// Why a training can't be saved, or can't go on from a file.
public enum CheckpointError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file can't be written; the reason is the system's.
  case unwritable(file: String, reason: String)
  /// The file can't be read, or is damaged: what is wrong, in a sentence.
  case unreadable(file: String, problem: String)
  /// The file was saved by another training: what differs, in a sentence.
  case doesNotFit(file: String, difference: String)

  /// One sentence or two: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unwritable(let file, let reason): "\(file) can't be written: \(reason). Choose another folder."
    case .unreadable(_, let problem): problem
    case .doesNotFit(let file, let difference): "\(file) belongs to another training: \(difference)"
    }
  }
}

/// All that a training has learned: what is in a file, packed by gzip, whose checksum tells damage.
private struct Checkpoint<Method: Optimizer>: Codable {
  /// Files of another version aren't read.
  static var version: Int { 1 }

  var version = Self.version
  var optimizer: String
  var scalar: String
  var inputs: Int
  var layers: [Layer]
  var settings: TrainingSettings
  var draws: Philox4x32x10
  var history: [Epoch]
  var best: BestEpoch<Method.Scalar>?
  var parameters: Vector<Method.Scalar>
  var statistics: Vector<Method.Scalar>
  var optimizers: [Method]

  init(_ training: Training<Method>) {
    optimizer = "\(Method.self)"
    scalar = "\(Method.Scalar.self)"
    inputs = training.network.inputs
    layers = training.network.layers
    settings = training.settings
    draws = training.draws
    history = training.history
    best = training.best
    parameters = training.network.parameters
    statistics = training.network.statistics
    optimizers = training.stepper.optimizers
  }
}

/// What is looked at before the rest can be read.
private struct CheckpointKind: Decodable {
  var version: Int
  var optimizer: String
}

extension Training {
  /// Saves the training after an epoch, so that it can go on from there bit for bit.
  ///
  /// The file is written under another name first and then renamed: nobody ever reads half of one, and what was there
  /// before stays where writing fails. Rules aren't saved: give the same ones to the training that goes on.
  public func save(to file: URL) throws(CheckpointError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.userInfo[.numbersAsBytes] = true
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      let text = try encoder.encode(Checkpoint(self))
      try Data(Packer.pack([UInt8](text))).write(to: file, options: .atomic)
    } catch {
      throw .unwritable(file: file.path, reason: ByteSource.reason(error))
    }
  }

  /// Takes over from a file what a training with the same network, settings and draws has learned. The settings may have
  /// other epochs and patience, so that a training can be made longer.
  ///
  /// - Throws: where the file is missing, damaged or from another training; this one stays as it was.
  public mutating func restore(from file: URL) throws(CheckpointError) {
    // Each number takes 16 digits at most, in the network, the best epoch and three memories of the optimizer.
    let checkpoint = try Self.read(
      file, limit: 16_000_000 + 100 * (network.parameters.count + network.statistics.count))
    let difference = difference(from: checkpoint)
    if let difference { throw .doesNotFit(file: file.path, difference: difference) }
    network.parameters = checkpoint.parameters
    network.statistics = checkpoint.statistics
    stepper.optimizers = checkpoint.optimizers
    history = checkpoint.history
    best = checkpoint.best
  }

  private static func read(_ file: URL, limit: Int) throws(CheckpointError) -> Checkpoint<Method> {
    let data: Data
    do throws(DataError) {
      var bytes = try UnpackedBytes(ByteSource(contentsOf: file))
      data = Data(try bytes.rest(limit: limit))
    } catch {
      throw .unreadable(file: file.path, problem: error.description)
    }
    let decoder = JSONDecoder()
    decoder.userInfo[.numbersAsBytes] = true
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let kind = try? decoder.decode(CheckpointKind.self, from: data) else {
      throw .unreadable(file: file.path, problem: "\(file.path) holds no saved training.")
    }
    if kind.version != Checkpoint<Method>.version {
      let version = Checkpoint<Method>.version
      throw .unreadable(
        file: file.path,
        problem: "\(file.path) was saved in version \(kind.version) of the format, and this is version \(version).")
    }
    if kind.optimizer != "\(Method.self)" {
      throw .doesNotFit(
        file: file.path, difference: "it was trained by \(kind.optimizer), and this one is by \(Method.self).")
    }
    do {
      return try decoder.decode(Checkpoint<Method>.self, from: data)
    } catch {
      throw .unreadable(file: file.path, problem: "\(file.path) holds a saved training that lacks a part.")
    }
  }

  /// What tells the file's training from this one.
  private func difference(from other: Checkpoint<Method>) -> String? {
    if other.inputs != network.inputs || other.layers != network.layers { return "its network has other layers." }
    var settings = other.settings
    settings.epochs = self.settings.epochs
    settings.patience = self.settings.patience
    if settings != self.settings { return "its loss, batch size or order of samples is another." }
    if other.draws != draws { return "its random numbers come from another seed or stream." }
    let counts = [other.parameters.count, other.statistics.count, other.optimizers.count]
    let bestCount = other.best?.parameters.count ?? 0
    if counts != [network.parameters.count, network.statistics.count, stepper.optimizers.count]
      || ![0, network.parameters.count].contains(bestCount)
    {
      return "it has another number of parameters."
    }
    return nil
  }
}
