import Foundation
import Testing

/// The picture of the rooms, docs/rooms.svg, as data.
struct RoomsPicture {
  /// A room's box, from its upper left corner on.
  struct Box {
    let kind: String
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    /// Whether a point lies on the box's outline.
    func hasOnItsEdge(_ point: (x: Double, y: Double)) -> Bool {
      guard x.contains(point.x), y.contains(point.y) else { return false }
      return [x.lowerBound, x.upperBound].contains(point.x) || [y.lowerBound, y.upperBound].contains(point.y)
    }
  }

  /// Where an arrow starts and ends.
  struct Line {
    let arrow: Arrow
    let start: (x: Double, y: Double)
    let end: (x: Double, y: Double)
  }

  private(set) var boxes: [String: Box] = [:]
  private(set) var lines: [Line] = []
  /// The name that is written in each box, by the room that it stands for.
  private(set) var names: [String: String] = [:]

  init(_ svg: String) throws {
    let room =
      #/
      <g\ class="room\ (?<kind>\w+)"\ data-room="(?<room>\w+)">\s*
      <rect\ x="(?<x>\d+)"\ y="(?<y>\d+)"\ width="(?<width>\d+)"\ height="(?<height>\d+)"[^>]*>\s*
      <text\ class="name"[^>]*>(?<name>\w+)<
      /#
    for match in svg.matches(of: room) {
      let values = try [match.x, match.y, match.width, match.height].map { try #require(Double($0)) }
      boxes[String(match.room)] = Box(
        kind: String(match.kind), x: values[0]...(values[0] + values[2]), y: values[1]...(values[1] + values[3]))
      names[String(match.room)] = String(match.name)
    }
    let arrow = /<path class="arrow" data-from="(?<from>\w+)" data-to="(?<to>\w+)" d="(?<path>[^"]+)"/
    for match in svg.matches(of: arrow) {
      let numbers = match.path.matches(of: /-?\d+(?:\.\d+)?/).compactMap { Double($0.0) }
      try #require(numbers.count >= 4, "the arrow from \(match.from) to \(match.to) has no two ends")
      lines.append(
        Line(
          arrow: Arrow(from: String(match.from), to: String(match.to)), start: (numbers[0], numbers[1]),
          end: (numbers[numbers.count - 2], numbers[numbers.count - 1])))
    }
  }
}
