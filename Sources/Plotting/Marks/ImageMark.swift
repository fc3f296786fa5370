/// A picture stretched over a rectangle of the plot, its pixels sharp.
public struct ImageMark: Mark {
  /// The pixels.
  public let image: PixelImage
  /// From the left edge to the right.
  public let x: ClosedRange<Double>
  /// From the lower edge to the upper.
  public let y: ClosedRange<Double>
  /// What the modifiers set.
  public var style = MarkStyle()

  /// A picture over `x` by `y`; default: one unit a pixel, from 0.
  public init(_ image: PixelImage, x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
    self.image = image
    self.x = x ?? 0...Double(max(image.width, 1))
    self.y = y ?? 0...Double(max(image.height, 1))
  }

  /// The rectangle, without a margin.
  public var extent: DataExtent {
    var extent = DataExtent(x: .numbers([x.lowerBound, x.upperBound]), y: .numbers([y.lowerBound, y.upperBound]))
    extent.x.isFlush = true
    extent.y.isFlush = true
    return extent
  }

  /// None.
  public var legendKey: LegendKey { .none }
  /// Pixels leave no room.
  public var coversPlot: Bool { true }

  /// Draws the picture.
  public func draw(in plot: inout PlotArea) {
    guard let box = plot.box(x, y) else { return }
    plot.draw(image, in: box)
  }
}
