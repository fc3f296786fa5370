import AnswerChecks

/// The lines that `descent watch` shows of a state: how far the lab is, what the last save changed, one exercise, and below
/// that the figures and the keys.
struct WatchScreen {
  private let state: WatchState
  private let style: TerminalStyle

  /// A screen in this style; its width bounds all lines.
  init(_ state: WatchState, style: TerminalStyle) { (self.state, self.style) = (state, style) }

  /// Lines for a terminal of so many rows: never more, and the keys in the last.
  func lines(rows: Int) -> [String] {
    let (head, foot) = (head, foot)
    let room = max(0, rows - head.count - foot.count)
    var middle = Array(body.prefix(room))
    if body.count > room, room > 0 {
      let hidden = body.count - room + 1
      middle[room - 1] = style.colour("(\(hidden) more lines: make the window taller to see them.)", .grey)
    }
    let blank = Array(repeating: "", count: room - middle.count)
    let lines = head + middle + blank + foot
    return (lines.count > rows ? Array(lines.prefix(rows)) : lines).map { clipped($0, to: style.width ?? .max) }
  }

  /// What a pipe is told of a check: what it changed, and why what isn't right isn't.
  var report: [String] {
    var lines = ["\(state.lab)  \(Summary(state.inOrder).line)"] + state.news
    let told =
      state.news.isEmpty
      ? state.inOrder.filter(\.isToMend)
      : state.inOrder.filter { verdict in
        verdict.isToMend && state.news.contains { $0.hasPrefix("\(verdict.exercise) ") }
      }
    for verdict in told { lines += [""] + explained(verdict) }
    if let trouble = state.trouble { lines.append(trouble) }
    if told.isEmpty, let current = state.current, state.verdicts[current.id]?.status != .passed {
      lines += ["", "Next: \(current.id) \(current.title), in \(state.place(of: current))"]
    }
    return lines
  }

  // MARK: Above

  private var head: [String] {
    let verdicts = state.inOrder
    let summary = Summary(verdicts)
    guard !verdicts.isEmpty else { return [style.bold(state.lab)] + activity + [""] }
    let bar = "\(style.bold(state.lab))  \(style.colour(summary.bar, .green))"
    let isWide = state.lab.count + summary.bar.count + summary.line.count + 4 <= style.width ?? .max
    return (isWide ? ["\(bar)  \(summary.line)"] : [bar] + style.wrapped(summary.line)) + strip + activity + [""]
  }

  /// All exercises at a glance: + passed, x to mend, . not attempted; the one shown in brackets.
  private var strip: [String] {
    let words = state.exercises.enumerated().map { index, exercise in
      let mark =
        switch state.verdicts[exercise.id]?.status {
        case .passed: "+"
        case .notAttempted, nil: "."
        default: "x"
        }
      return index == state.shown ? "[\(exercise.id)\(mark)]" : "\(exercise.id)\(mark)"
    }
    return style.wrapped(words.joined(separator: " "))
  }

  private var activity: [String] {
    switch state.activity {
    case .building:
      style.wrapped((state.reason.map { "\($0) " } ?? "") + "Getting ready; the first time takes about a minute.")
    case .checking(let files): ["Checking \(files.joined(separator: ", ")) ..."]
    case .waiting:
      if let trouble = state.trouble {
        trouble.split(separator: "\n").prefix(4).flatMap { style.wrapped(String($0)) }
      } else if state.news.isEmpty {
        style.wrapped((state.reason.map { "\($0) " } ?? "") + "Save a file, and it is checked.")
      } else {
        state.news.prefix(4).flatMap { style.wrapped($0) }.map(coloured)
      }
    }
  }

  private func coloured(_ news: String) -> String {
    if news.hasSuffix("-> passed") { return style.colour(news, .green) }
    return news.contains(" -> ") || news.contains(": still ") ? style.colour(news, .yellow) : news
  }

  // MARK: The exercise

  private var body: [String] {
    guard let exercise = state.current, !state.verdicts.isEmpty else { return [] }
    let verdict = state.verdicts[exercise.id]
    var lines = verdict.map { $0.isToMend ? explained($0) + [""] : [] } ?? []
    lines += hints(of: exercise)
    let status = verdict?.status == .passed ? ", passed" : ""
    lines += [style.bold(exercise.statement.heading + status)]
    lines += style.wrapped("in \(state.place(of: exercise))", margin: "    ")
    for paragraph in exercise.statement.paragraphs {
      let margin = String(repeating: " ", count: 4 + paragraph.indent)
      lines += paragraph.text.isEmpty ? [""] : style.wrapped(paragraph.text, margin: margin)
    }
    return lines
  }

  private func explained(_ verdict: Verdict) -> [String] {
    CheckScreen(lab: state.lab, verdicts: [verdict], files: [:], style: style).explained(verdict)
  }

  private func hints(of exercise: WatchState.Exercise) -> [String] {
    let asked = state.hintsShown[exercise.id] ?? 0
    if asked == 0 { return [] }
    let all = exercise.hints.count
    let shown = exercise.hints.prefix(asked).enumerated().flatMap { index, hint in
      style.wrapped("Hint \(index + 1) of \(all): \(hint)", margin: "    ")
    }
    let end = asked > all ? ["    " + (all == 0 ? "This exercise has no hints." : "There are no more hints.")] : []
    return shown + end + [""]
  }

  // MARK: Below

  private var foot: [String] {
    let keys = style.colour("h hint   f figures   n next   p previous   q quit", .grey)
    return [""] + drawing + [keys]
  }

  private var drawing: [String] {
    switch state.drawing {
    case .never: []
    case .asked: ["Figures: starting ..."]
    case .running(let words): ["Figures: \(words.isEmpty ? "starting ..." : words)"]
    case .done(let folder, let pictures):
      Array(style.wrapped("Figures, with your answers, in \(folder): \(pictures.joined(separator: ", "))").prefix(3))
    case .failed(let reason): Array(style.wrapped("Figures: \(reason)").prefix(3))
    }
  }
}

/// A line of at most so many characters; colours take no room, and end where the line does.
func clipped(_ line: String, to width: Int) -> String {
  var (result, count, isInColour) = ("", 0, false)
  var rest = line[...]
  while let character = rest.first {
    if let escape = rest.prefixMatch(of: /\u{1B}\[[0-9;]*m/) {
      result += escape.output
      isInColour = escape.output != "\u{1B}[0m"
      rest = rest[escape.range.upperBound...]
    } else if count == width {
      return result + (isInColour ? "\u{1B}[0m" : "")
    } else {
      result.append(character)
      count += 1
      rest = rest.dropFirst()
    }
  }
  return result
}
