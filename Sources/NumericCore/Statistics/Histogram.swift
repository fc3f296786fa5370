/// How many numbers fall into each bin of a range, bins of equal width.
public struct Histogram<Scalar: Real>: Hashable, Sendable {
  /// Where the bins begin and end: one more than there are bins.
  public let edges: Vector<Scalar>

  /// How many numbers are in each bin.
  public let counts: [Int]

  /// How many numbers lie below the first edge.
  public let below: Int

  /// How many numbers lie above the last edge.
  public let above: Int

  /// Counts divided by the number inside the range and by the width: the area under it is 1. Zeros if none is inside.
  public var density: Vector<Scalar> {
    let inside = counts.reduce(0, +)
    return Vector(count: counts.count) { bin in
      inside == 0 ? 0 : Scalar(counts[bin]) / (Scalar(inside) * (edges[bin + 1] - edges[bin]))
    }
  }

  /// The middle of each bin.
  public var centers: Vector<Scalar> {
    Vector(count: counts.count) { edges[$0] + (edges[$0 + 1] - edges[$0]) / 2 }
  }
}

/// Counts numbers into bins of equal width.
///
/// A bin holds the numbers from its left edge up to, not including, its right edge; the last one includes its right edge,
/// too, as NumPy's does. Without a range, it runs from the smallest number to the largest, or half a unit to both sides of
/// the number if all are the same. Precondition: at least one bin; no number is "not a number"; the range is finite, and
/// not empty where it is given.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func histogram<Scalar: Real>(
  _ x: Vector<Scalar>, bins: Int, in range: ClosedRange<Scalar>? = nil
) -> Histogram<Scalar> {
  if bins < 1 { stop("A histogram needs at least one bin, not \(bins).") }
  let range = range ?? naturalRange(x)
  let width = range.upperBound - range.lowerBound
  if !(width > 0 && width.isFinite) { stop("A histogram can't count over \(range): it needs a finite width above 0.") }
  let edges = Vector.linearSpace(range.lowerBound, range.upperBound, count: bins + 1)
  var counts = [Int](repeating: 0, count: bins)
  var (below, above) = (0, 0)
  for number in x.elements {
    if number.isNaN { stop("A histogram can't count a not-a-number (nan).") }
    if number < range.lowerBound {
      below += 1
    } else if number > range.upperBound {
      above += 1
    } else {
      var bin = Swift.min(Int((number - range.lowerBound) / width * Scalar(bins)), bins - 1)
      // Rounding may have led to the neighbour: the edges decide.
      if number < edges.storage[bin] {
        bin -= 1
      } else if bin < bins - 1 && number >= edges.storage[bin + 1] {
        bin += 1
      }
      counts[bin] += 1
    }
  }
  return Histogram(edges: edges, counts: counts, below: below, above: above)
}

private func naturalRange<Scalar: Real>(_ x: Vector<Scalar>) -> ClosedRange<Scalar> {
  if x.isEmpty { return 0...1 }
  if !x.allFinite { stop("A histogram of infinite numbers, or of a not-a-number (nan), needs a range.") }
  let (least, most) = (x.min(), x.max())
  return least == most ? (least - 0.5)...(most + 0.5) : least...most
}
