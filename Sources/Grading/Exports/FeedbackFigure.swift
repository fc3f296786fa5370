import Foundation

/// A picture for a student's feedback, as their own curve beside the lecturer's.
public struct FeedbackFigure: Sendable, Equatable {
  /// The lab's command, as `batch-size`; it stands with that lab, or at the end where the lab doesn't count.
  public var lab: String
  /// Its heading.
  public var title: String
  /// The picture.
  public var png: Data
  /// What it shows; also read aloud to who can't see it.
  public var caption: String

  /// A picture.
  public init(lab: String, title: String, png: Data, caption: String) {
    self.lab = lab
    self.title = title
    self.png = png
    self.caption = caption
  }
}
