import Datasets

/// Why one address didn't give the file. Another may.
enum Obstacle: Error, Equatable {
  /// The server answered with this status of HTTP.
  case refused(status: Int)
  /// It sent a web page.
  case webPage
  /// It said that its file has another size.
  case otherSize(Int)
  /// Its file has the right size and another checksum.
  case otherBytes
  /// It can't send the rest of what is here.
  case cannotContinue
  /// It ended after this many bytes of the file.
  case cutOff(Int)
  /// Nothing came for this many seconds.
  case silent(seconds: Int)
  /// What came is no HTTP.
  case notHTTP
  /// There was no connection, or no file, for this reason.
  case unreachable(String)

  /// Whether the address works and has another file: going on later won't help.
  var isAnotherFile: Bool {
    switch self {
    case .otherSize, .otherBytes: true
    default: false
    }
  }

  /// A clause that goes on from the address.
  func clause(expecting bytes: Int) -> String {
    switch self {
    case .refused(let status): "answers with status \(status)\(Self.meaning(of: status))"
    case .webPage: "answers with a web page instead of the file; perhaps this network asks for a login first"
    case .otherSize(let size): "has a file of \(ByteCount(size)) instead of \(ByteCount(bytes))"
    case .otherBytes: "sent a file with another SHA-256 than the catalogue's"
    case .cannotContinue: "can't send the rest of a file"
    case .cutOff(let count): "ended after \(ByteCount(count).grouped) of \(ByteCount(bytes))"
    case .silent(let seconds): "sent nothing for \(seconds == 1 ? "a second" : "\(seconds) seconds")"
    case .notHTTP: "doesn't answer as a web server does"
    case .unreachable(let reason): reason
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401, 403: " (not allowed)"
    case 404, 410: " (not found)"
    case 429: " (too many requests)"
    case 500...: " (trouble at the server)"
    default: ""
    }
  }
}
