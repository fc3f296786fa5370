/// The lectures and texts that mistakes come from, as `Misconception.source` cites them. A lab adds its own in an extension.
public enum Origin {
  /// T. A. Myrvoll's lecture.
  public static let myrvoll = Lecture("Myrvoll, \"Deep Neural Networks\" (NTNU, 2020)")
  /// S. Dey's lecture.
  public static let dey = Lecture("Dey, \"Techniques in Deep Learning\"")
  /// M. Kretov's lecture.
  public static let kretov = Lecture("Kretov, \"Training deep neural networks\" (MIPT, 2017)")
  /// A. X. Falcão's lecture.
  public static let falcao = Lecture("Falcão, \"Art of Training Deep Neural Networks\" (UNICAMP, MO434)")
  /// A. Pujari's lecture.
  public static let pujari = Lecture("Pujari, \"Deep Neural Networks\"")

  /// What many do, and where it comes about.
  public static func common(_ place: String) -> String { "Common error: \(place)" }
}

/// A lecture whose slides are cited: `Origin.dey("Sparsity")`.
public struct Lecture: Sendable {
  private let name: String

  init(_ name: String) { self.name = name }

  /// The slide of this title.
  public func callAsFunction(_ title: String) -> String { "\(name), slide \"\(title)\"" }

  /// The slide on this topic, where it has no title of its own.
  public func callAsFunction(on topic: String) -> String { "\(name), slide on \(topic)" }
}
