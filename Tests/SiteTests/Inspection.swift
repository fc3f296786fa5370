import Foundation

/// What a browser finds wrong with the pages of a site.
struct Inspection {
  /// A sentence each, with the page's address in front.
  private(set) var problems: [String] = []
  private let files: [String: Data]
  private let server: FileServer
  private let browser: Browser
  /// The anchors of each page that was visited, and the links that it has.
  private var anchors: [String: Set<String>] = [:]
  private var links: [(page: String, target: String)] = []

  /// - Parameter files: what each address of the site holds.
  init(of files: [String: Data]) throws {
    self.files = files
    server = try FileServer(files)
    browser = try Browser()
  }

  func end() { server.stop() }

  /// Opens each page on a phone and on a desk, in light and in dark; then follows all links.
  mutating func visit(_ pages: [String]) throws {
    for page in pages {
      try browser.look(width: 360, height: 740, isDark: false)
      try open(page)
      let phone = try measured(Self.script)
      problems += phone.problems.map { "\(page), on a phone: \($0)" }
      anchors[page] = Set(phone.anchors)
      links += phone.links.map { (page, $0) }
      try browser.look(width: 1280, height: 900, isDark: true)
      problems += try measured(Self.script).problems.map { "\(page), in the dark: \($0)" }
    }
    followLinks()
  }

  /// Opens a page, and notes what it complains about.
  mutating func open(_ page: String) throws {
    browser.complaints.removeAll()
    browser.requests.removeAll()
    try browser.open(server.address + page)
    _ = try browser.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
    problems += browser.complaints.map { "\(page): \($0)" }
    for request in browser.requests where !request.hasPrefix(server.address) && !request.hasPrefix("data:") {
      problems.append("\(page) asks for \(request), which isn't on the site.")
    }
  }

  /// What a script on the present page gives.
  func evaluate(_ script: String) throws -> Any? { try browser.evaluate(script) }

  /// Goes through a page by keyboard: everything that can be used is reached, in the page's order, and is seen to be.
  mutating func tab(through page: String) throws {
    try browser.look(width: 1280, height: 900, isDark: false)
    try open(page)
    let expected = try browser.evaluate(Self.reachable) as? Int ?? 0
    for _ in 0...(expected + 40) {
      try browser.pressTab()
      if try browser.evaluate(Self.noteFocus) as? Bool != true { break }
    }
    let found = try browser.evaluate("window.focusProblems()") as? [String] ?? ["nothing can be focused"]
    problems += found.map { "\(page), by keyboard: \($0)" }
  }

  private func measured(_ script: String) throws -> (problems: [String], anchors: [String], links: [String]) {
    let found = try browser.evaluate(script) as? [String: Any] ?? [:]
    func list(_ key: String) -> [String] { found[key] as? [String] ?? ["the page can't be measured"] }
    return (list("problems"), list("anchors"), list("links"))
  }

  private mutating func followLinks() {
    for (page, target) in links where target.hasPrefix(server.address) {
      let parts = target.dropFirst(server.address.count).split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      var address = String(parts[0]).removingPercentEncoding ?? ""
      if address.isEmpty || address.hasSuffix("/") { address += "index.html" }
      if files[address] == nil { problems.append("\(page) links to \(address), which isn't there.") }
      guard parts.count == 2, let known = anchors[address] else { continue }
      let anchor = String(parts[1]).removingPercentEncoding ?? ""
      if !known.contains(anchor) {
        problems.append("\(page) links to \(address)#\(anchor), and that place isn't there.")
      }
    }
    links.removeAll()
  }
}
