import ArgumentParser

/// Which images a lab trains on, as an option of its command.
public struct ImageOptions: ParsableArguments, Sendable {
  /// The images' name.
  @Option(help: "mnist, fashion-mnist or synthetic; MNIST where it is found, otherwise synthetic.")
  public var dataset: ImageDataName?

  /// The default: whatever is found.
  public init() {}

  /// The option as it was given, for the command in the pictures.
  public var asGiven: [String] { dataset.map { ["--dataset \($0.rawValue)"] } ?? [] }

  /// Reads the images, or makes them.
  ///
  /// - Throws: `LabError` where a named set isn't found; `DataError` where one is damaged.
  public func load(seed: UInt64) throws -> ImageData { try ImageData.load(dataset, seed: seed) }
}
