/// Drops points that no one can see.
enum Simplification {
  /// A long line that runs from left to right, with at most four points a point of width: the first, the lowest, the
  /// highest and the last of those that fall in it. The picture stays the same: "M4: A Visualization-Oriented Time Series
  /// Data Aggregation" (Jugel, Jerzak, Hackenbroich and Markl, 2014).
  static func simplified(_ line: Polyline) -> Polyline {
    let points = line.points
    guard points.count > 2000, zip(points, points.dropFirst()).allSatisfy({ $0.x <= $1.x }) else { return line }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let pixel = points[start].x.rounded(.down)
      var end = start
      var low = start
      var high = start
      while end + 1 < points.count, points[end + 1].x.rounded(.down) == pixel {
        end += 1
        if points[end].y < points[low].y { low = end }
        if points[end].y > points[high].y { high = end }
      }
      var last = -1
      for index in [start, min(low, high), max(low, high), end] where index > last {
        result.append(points[index])
        last = index
      }
      start = end + 1
    }
    return Polyline(result)
  }
}
