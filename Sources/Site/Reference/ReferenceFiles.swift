import Foundation

/// The files of an archive of DocC, made to stand anywhere on a server.
///
/// DocC's pages want to know the folder that they are served from. These find it out by themselves: each knows how far below
/// the archive's top it lies.
struct ReferenceFiles {
  /// What each address of the site holds.
  let files: [String: Data]

  /// Pages for an editor's own viewer, and a share picture that isn't ours.
  private static let leftOut: Set<String> = [
    "developer-og-twitter.jpg", "developer-og.jpg", "metadata.json", "index.html",
  ]

  init(in archive: URL) throws(SiteError) {
    var files: [String: Data] = [:]
    do {
      for name in try FileManager.default.subpathsOfDirectory(atPath: archive.path) where !Self.leftOut.contains(name) {
        let file = archive.appending(path: name)
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
        let data = try Data(contentsOf: file)
        files["\(Reference.folder)/\(name)"] = name.hasSuffix(".html") ? Self.page(data, at: name) : data
      }
    } catch { throw .unreadable("\(archive.path) can't be read: \(error)") }
    // Asked for by every page; without it a browser complains.
    files["\(Reference.folder)/theme-settings.json"] = Data("{}\n".utf8)
    self.files = files
  }

  /// DocC's script knows a page by its folder alone.
  private static let withoutFileName =
    "if (/\\/index\\.html$/.test(location.pathname)) history.replaceState(null, \"\", \"./\" + location.hash)"

  private static func page(_ data: Data, at name: String) -> Data {
    let steps = String(repeating: "../", count: name.split(separator: "/").count - 1)
    let text = String(decoding: data, as: UTF8.self)
      .replacing(
        "var baseUrl = \"/\"", with: "\(withoutFileName); var baseUrl = new URL(\"\(steps)\", location.href).pathname"
      )
      .replacing(/(href|src)="\/(?!\/)/) { "\($0.1)=\"\(steps)" }
      .replacing("<div id=\"app\">", with: "\(wayBack(steps))<div id=\"app\">")
    return Data(text.utf8)
  }

  /// A line on top that leads back to the course. The reference's own style doesn't reach it.
  private static func wayBack(_ steps: String) -> String {
    let style = "display:block;padding:.6rem 1rem;font:1rem/1.4 system-ui,sans-serif;background:#17324d;color:#fff"
    return "<a href=\"\(steps)../index.html\" style=\"\(style)\">Descent: back to the course</a>"
  }
}
