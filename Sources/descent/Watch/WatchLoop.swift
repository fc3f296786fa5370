import AnswerChecks
import Foundation
import Synchronization

/// Looks, listens and draws, one round after the other; what takes long goes on beside it and leaves word.
struct WatchLoop {
  private let lab: LabFolder
  /// Where the rooms are built, where somebody else did that.
  private let binaries: URL?
  private let mailbox = Mailbox()

  private var state: WatchState
  private var folder: FolderWatch
  private var figures: FigureRun?
  private var isChecking = true

  /// Milliseconds between two looks at the folder.
  private static let pause: Int32 = 120

  init(_ lab: LabFolder, binaries: URL?, reason: String?) throws {
    (self.lab, self.binaries) = (lab, binaries)
    state = WatchState(
      lab: lab.command, folder: "Labs/\(lab.name)/Exercises", book: try lab.answerBook(), reason: reason)
    folder = FolderWatch(lab.exercises)
  }

  /// Goes on until somebody leaves or ends it.
  ///
  /// - Parameter onScreen: draws on a terminal and hears its keys; else what changes is printed.
  mutating func run(onScreen: Bool) async throws {
    let sources = WatchTerminal.endingSignals.map { [mailbox] number in
      WatchTerminal.onSignal(number) { mailbox.post(.stopped) }
    }
    let scratch = ScratchFolder.new(in: lab)
    defer {
      for source in sources { source.cancel() }
      figures?.stop()
      try? FileManager.default.removeItem(at: scratch)
    }
    let checker = Checker(lab: lab, binaries: binaries, scratch: scratch, mailbox: mailbox)
    checker.check(folder.known)
    var (terminal, parent) = (WatchTerminal(), getppid())
    if !onScreen { parent = 0 }
    var hasNews = true
    while !state.isOver {
      if onScreen { draw(on: &terminal, hasNews: hasNews) }
      let keys = onScreen ? terminal.keys(waiting: Self.pause) : Self.rest()
      var events = keys.map(WatchEvent.key) + mailbox.taken()
      // Two looks in a row must be apart, and keys come quickly.
      if !isChecking, keys.isEmpty { events += folder.look() }
      // Nobody holds the screen any more.
      if parent != 0, getppid() != parent { events.append(.stopped) }
      for event in events { handle(event, checker, isPrinted: !onScreen) }
      hasNews = !events.isEmpty
    }
  }

  private mutating func handle(_ event: WatchEvent, _ checker: Checker, isPrinted: Bool) {
    state = state.after(event)
    switch event {
    case .saved:
      isChecking = true
      checker.check(folder.known)
    case .checked, .failed:
      isChecking = false
      if isPrinted { Self.printed(WatchScreen(state, style: .plain).report) }
    case .savedUnchanged: if isPrinted { Self.printed(state.news) }
    case .key, .drawing, .stopped: break
    }
    if state.drawing == .asked { drawFigures() }
  }

  private mutating func drawFigures() {
    do {
      figures = try FigureRun(lab) { [mailbox] in mailbox.post(.drawing($0)) }
      state = state.after(.drawing(.running("")))
    } catch {
      state = state.after(.drawing(.failed("not drawn. The lab's program can't be started: \(error).")))
    }
  }

  /// Rounds in which nothing happens cost nothing: a laptop on battery is watched for hours.
  private func draw(on terminal: inout WatchTerminal, hasNews: Bool) {
    let size = WatchTerminal.size
    guard hasNews || size != terminal.drawnSize else { return }
    var style = TerminalStyle.ofOutput()
    style.width = size.columns
    terminal.draw(WatchScreen(state, style: style).lines(rows: size.rows), size: size)
  }

  private static func rest() -> [WatchKey] {
    usleep(useconds_t(pause) * 1000)
    return []
  }

  /// A block of lines, and an empty one after it.
  private static func printed(_ lines: [String]) { WatchTerminal.write((lines + ["", ""]).joined(separator: "\n")) }
}

/// Judges one state of the folder after the other, beside the loop.
private struct Checker {
  let lab: LabFolder
  let binaries: URL?
  let scratch: URL
  let mailbox: Mailbox
  private let live = LiveCheckMaker()

  init(lab: LabFolder, binaries: URL?, scratch: URL, mailbox: Mailbox) {
    (self.lab, self.binaries, self.scratch, self.mailbox) = (lab, binaries, scratch, mailbox)
  }

  /// Starts; the verdicts, or why there are none, come by mail.
  func check(_ folder: FolderSnapshot) {
    Task.detached {
      do {
        let check = try await live.check(lab, binaries, scratch)
        mailbox.post(.checked(try await check.verdicts(on: folder.sources)))
      } catch {
        mailbox.post(.failed("\(error)"))
      }
    }
  }
}

/// Builds what exercises are compiled against, before the first check.
private actor LiveCheckMaker {
  private var made: LiveCheck?

  func check(_ lab: LabFolder, _ binaries: URL?, _ scratch: URL) throws -> LiveCheck {
    if let made { return made }
    let check = try LiveCheck(lab, binaries: try binaries ?? lab.build().binaries, scratch: scratch)
    made = check
    return check
  }
}

/// Events on their way to the loop, in the order in which they came.
final class Mailbox: Sendable {
  private let events = Mutex<[WatchEvent]>([])

  /// Leaves word.
  func post(_ event: WatchEvent) { events.withLock { $0.append(event) } }

  /// All that came since.
  func taken() -> [WatchEvent] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
