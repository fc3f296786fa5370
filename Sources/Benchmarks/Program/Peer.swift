import Foundation

/// Scripts that measure other systems in the same run, where they are installed.
enum Peer {
  /// A script of the folder `peers`.
  static func script(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "peers/\(name)")
  }

  /// Our chart against matplotlib's, drawn by peers/matplotlib_chart.py; nothing where Python has no matplotlib.
  static func matplotlib(comparedWith ours: [Benchmark]) throws -> Benchmark? {
    guard let chart = ours.first(where: { $0.name == "plotting/contours-and-lines" }) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script("matplotlib_chart.py").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard process.terminationStatus == 0, let time = Double(text) else { return nil }
    return Benchmark("plotting/contours-and-lines-against-matplotlib", value: chart.value, bound: time)
  }
}
