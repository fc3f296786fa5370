import Foundation

/// Chromium without a window, told what to do by its DevTools protocol over two pipes.
///
/// One page at a time, from one thread. Whatever the page complains about is kept in `complaints`.
final class Browser {
  /// Why the browser doesn't do what it is told.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What the console, the network and scripts had to complain about since this was last emptied.
  var complaints: [String] = []
  /// All addresses that were asked for since this was last emptied.
  var requests: [String] = []

  private let process: pid_t
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private let profile: URL
  private var session: String?
  private var lastID = 0
  private var unread = Data()
  private var events: [String] = []

  /// The program, where this machine has one.
  static let program: String? = ["chromium", "chromium-browser", "google-chrome"].lazy.flatMap { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  init() throws {
    guard let program = Self.program else { throw Failure(description: "There is no chromium here.") }
    profile = FileManager.default.temporaryDirectory.appending(path: "descent-browser-\(UUID().uuidString)")
    var commands: [Int32] = [0, 0]
    var replies: [Int32] = [0, 0]
    guard pipe(&commands) == 0, pipe(&replies) == 0 else { throw Failure(description: "There are no pipes left.") }
    for descriptor in commands + replies { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    // Above all that is used, so that 3 and 4 aren't overwritten before they are copied.
    let ends = [commands[0], replies[1]].map { fcntl($0, F_DUPFD_CLOEXEC, 100) }
    close(commands[0])
    close(replies[1])
    toBrowser = commands[1]
    fromBrowser = replies[0]
    let arguments = [
      program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--remote-debugging-pipe", "--user-data-dir=\(profile.path)", "about:blank",
    ]
    process = try Self.spawn(arguments, input: ends[0], output: ends[1])
    ends.forEach { close($0) }
    try attach()
  }

  deinit {
    close(toBrowser)
    close(fromBrowser)
    kill(-process, SIGKILL)
    waitpid(process, nil, 0)
    try? FileManager.default.removeItem(at: profile)
  }

  /// Starts the browser in a process group of its own, with its pipes as descriptors 3 and 4.
  private static func spawn(_ arguments: [String], input: Int32, output: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, input, 3)
    posix_spawn_file_actions_adddup2(&actions, output, 4)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, arguments[0], &actions, &attributes, &words, environ)
    guard status == 0 else {
      throw Failure(description: "\(arguments[0]) can't be started: \(String(cString: strerror(status)))")
    }
    return process
  }

  private func attach() throws {
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] ?? ""
    session = try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
    try send("Emulation.setFocusEmulationEnabled", ["enabled": true])
  }

  // MARK: What it can be told

  /// Goes to a page and waits until all of it is loaded.
  func open(_ address: String) throws {
    events.removeAll()
    let reply = try send("Page.navigate", ["url": address])
    if let problem = reply["errorText"] as? String { throw Failure(description: "\(address): \(problem)") }
    while !events.contains("Page.loadEventFired") { try readMessage() }
  }

  /// The size of the window in CSS pixels, and whether the reader likes it dark.
  func look(width: Int, height: Int, isDark: Bool) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    let scheme = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    try send("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  /// What a script on the page gives, as JSON reads it.
  func evaluate(_ script: String) throws -> Any? {
    let reply = try send(
      "Runtime.evaluate", ["expression": script, "awaitPromise": true, "returnByValue": true])
    if let details = reply["exceptionDetails"] { throw Failure(description: "The script failed: \(details)") }
    return (reply["result"] as? [String: Any])?["value"]
  }

  /// Presses the key that goes on to the next link.
  func pressTab() throws {
    for kind in ["rawKeyDown", "keyUp"] {
      try send(
        "Input.dispatchKeyEvent", ["type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9])
    }
  }

  /// A picture of the window as PNG.
  func screenshot() throws -> Data {
    let reply = try send("Page.captureScreenshot", ["format": "png"])
    return Data(base64Encoded: reply["data"] as? String ?? "") ?? Data()
  }

  // MARK: The protocol

  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastID += 1
    let id = lastID
    var message: [String: Any] = ["id": id, "method": method, "params": parameters]
    message["sessionId"] = session
    let bytes = try JSONSerialization.data(withJSONObject: message) + [0]
    let isWritten = bytes.withUnsafeBytes { write(toBrowser, $0.baseAddress, $0.count) == $0.count }
    guard isWritten else { throw Failure(description: "The browser has gone.") }
    while true {
      let reply = try readMessage()
      guard reply["id"] as? Int == id else { continue }
      if let error = reply["error"] { throw Failure(description: "\(method): \(error)") }
      return reply["result"] as? [String: Any] ?? [:]
    }
  }

  /// The next message; events are noted on the way.
  @discardableResult
  private func readMessage() throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let bytes = unread[unread.startIndex..<end]
        unread = Data(unread[(end + 1)...])
        let message = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
        if let method = message["method"] as? String { note(method, message["params"] as? [String: Any] ?? [:]) }
        return message
      }
      var waiting = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 60_000) == 1 else { throw Failure(description: "The browser says nothing for a minute.") }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(fromBrowser, &buffer, buffer.count)
      guard count > 0 else { throw Failure(description: "The browser has gone.") }
      unread.append(contentsOf: buffer[..<count])
    }
  }

  private func note(_ method: String, _ parameters: [String: Any]) {
    events.append(method)
    switch method {
    case "Network.requestWillBeSent":
      if let request = parameters["request"] as? [String: Any], let url = request["url"] as? String {
        requests.append(url)
      }
    case "Runtime.exceptionThrown":
      let details = parameters["exceptionDetails"] as? [String: Any]
      let exception = details?["exception"] as? [String: Any]
      complaints.append("script: \(exception?["description"] ?? details?["text"] ?? "")")
    case "Runtime.consoleAPICalled" where ["error", "warning", "assert"].contains(parameters["type"] as? String):
      let values = (parameters["args"] as? [[String: Any]] ?? []).compactMap { $0["value"] ?? $0["description"] }
      complaints.append("console: \(values.map { "\($0)" }.joined(separator: " "))")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any] ?? [:]
      if ["error", "warning"].contains(entry["level"] as? String) {
        complaints.append("log: \(entry["text"] ?? "") \(entry["url"] ?? "")")
      }
    default: break
    }
  }
}
