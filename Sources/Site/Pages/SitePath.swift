import Foundation

/// Paths within the project and within the site: parts separated by `/`, without a leading one.
enum SitePath {
  /// The path that `link` leads to from the file `start`; nil where it leaves the folder that both lie in.
  static func resolve(_ link: String, from start: String) -> String? {
    var parts = start.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The shortest link from the file `start` to the file `target`, which may have an anchor.
  static func link(from start: String, to target: String) -> String {
    let here = start.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared).map(String.init)
    return steps.joined(separator: "/")
  }

  /// Whether a link leads out of the site, as `https:` and `mailto:` do.
  static func isExternal(_ link: String) -> Bool { link.firstMatch(of: /^[a-zA-Z][a-zA-Z+.-]*:/) != nil }

  /// The path and the anchor of a link; the anchor without its `#`.
  static func parts(of link: String) -> (path: String, anchor: String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0].removingPercentEncoding ?? parts[0], parts.count == 2 ? parts[1] : nil)
  }
}
