import AnswerChecks

/// All that `descent watch` knows and shows, as a value; each event makes the next one.
struct WatchState: Equatable, Sendable {
  /// An exercise, as it was handed out.
  struct Exercise: Equatable, Sendable {
    let id: String
    let title: String
    /// The file's name in the Exercises folder.
    let file: String
    /// From general to specific.
    let hints: [String]
    let statement: Statement

    init(_ recorded: RecordedExercise) {
      (id, title, file) = (recorded.id, recorded.title, recorded.fileName)
      hints = recorded.hints
      statement = Statement(stub: recorded.stub)
    }
  }

  /// What is going on.
  enum Activity: Equatable, Sendable {
    /// The rooms that exercises use are built.
    case building
    /// Answers are compiled and judged, because these files were saved.
    case checking([String])
    /// Nothing, until a file is saved.
    case waiting
  }

  /// The lab's command.
  let lab: String
  /// Its Exercises folder, from the package's.
  let folder: String
  let exercises: [Exercise]
  /// Why this lab, where nobody named one.
  let reason: String?

  /// The last verdict on each exercise.
  var verdicts: [String: Verdict] = [:]
  var activity = Activity.building
  /// What the last save changed, a line each.
  var news: [String] = []
  /// Why the last check came to no verdict.
  var trouble: String?
  /// Which exercise is shown.
  var shown = 0
  /// How many hints of each exercise are shown.
  var hintsShown: [String: Int] = [:]
  var drawing = Drawing.never
  var isOver = false

  init(lab: String, folder: String, book: AnswerBook, reason: String? = nil) {
    (self.lab, self.folder, self.reason) = (lab, folder, reason)
    exercises = book.exercises.map(Exercise.init)
  }

  /// The exercise that is shown.
  var current: Exercise? { exercises.indices.contains(shown) ? exercises[shown] : nil }

  /// The verdicts in the order of the exercises.
  var inOrder: [Verdict] { exercises.compactMap { verdicts[$0.id] } }

  /// Where an exercise's file is, from the package's folder.
  func place(of exercise: Exercise) -> String { "\(folder)/\(exercise.file)" }

  /// The state after something happened.
  func after(_ event: WatchEvent) -> WatchState {
    var next = self
    switch event {
    case .saved(let files): next.noteSaved(files)
    case .savedUnchanged(let files):
      next.news = ["\(files.joined(separator: ", ")) was saved as it was: nothing new to check."]
    case .checked(let verdicts): next.note(verdicts)
    case .failed(let trouble): (next.trouble, next.activity) = (trouble, .waiting)
    case .key(let key): next.press(key)
    case .drawing(let drawing): next.drawing = drawing
    case .stopped: next.isOver = true
    }
    return next
  }

  // MARK: Saving and judging

  private mutating func noteSaved(_ files: [String]) {
    activity = .checking(files)
    if let place = exercises.firstIndex(where: { files.contains($0.file) }) { shown = place }
  }

  private mutating func note(_ new: [Verdict]) {
    let files: [String] = if case .checking(let files) = activity { files } else { [] }
    let old = verdicts
    verdicts = Dictionary(new.map { ($0.exercise, $0) }) { first, _ in first }
    (activity, trouble) = (.waiting, nil)
    guard !old.isEmpty else {
      shown = exercises.firstIndex { verdicts[$0.id]?.status != .passed } ?? 0
      return
    }
    news = exercises.compactMap { exercise in
      guard let before = old[exercise.id], let now = verdicts[exercise.id] else { return nil }
      return Self.news(of: exercise, before, now, isSaved: files.contains(exercise.file))
    }
    if let current, old[current.id]?.status != .passed, verdicts[current.id]?.status == .passed { showNext() }
  }

  private static func news(of exercise: Exercise, _ before: Verdict, _ now: Verdict, isSaved: Bool) -> String? {
    let name = "\(exercise.id) \(exercise.title)"
    if before.status != now.status { return "\(name): \(before.status.rawValue) -> \(now.status.rawValue)" }
    guard isSaved else { return nil }
    let isOther = Explanation(before).lines != Explanation(now).lines
    return "\(name): still \(now.status.rawValue)\(isOther ? ", for another reason" : "")"
  }

  /// Goes to the first exercise after this one that hasn't passed, or before it where all after it have.
  private mutating func showNext() {
    let order = exercises.indices.map { (shown + 1 + $0) % exercises.count }
    if let next = order.first(where: { verdicts[exercises[$0].id]?.status != .passed }) { shown = next }
  }

  // MARK: Keys

  private mutating func press(_ key: WatchKey) {
    switch key {
    case .hint:
      if let current { hintsShown[current.id] = min(hintsShown[current.id, default: 0] + 1, current.hints.count + 1) }
    case .figure: if !drawing.isGoingOn { drawing = .asked }
    case .next: if !exercises.isEmpty { shown = (shown + 1) % exercises.count }
    case .previous: if !exercises.isEmpty { shown = (shown + exercises.count - 1) % exercises.count }
    case .quit: isOver = true
    }
  }
}

/// What can happen while a lab is watched.
enum WatchEvent: Equatable, Sendable {
  /// Files have a new text.
  case saved([String])
  /// Files were written, with the text that they had.
  case savedUnchanged([String])
  /// All verdicts after a check.
  case checked([Verdict])
  /// A check came to none, for this reason.
  case failed(String)
  case key(WatchKey)
  case drawing(Drawing)
  /// The program was asked to end.
  case stopped
}

/// What a key asks for.
enum WatchKey: Character, Equatable, Sendable {
  case hint = "h"
  case figure = "f"
  case next = "n"
  case previous = "p"
  case quit = "q"
}

/// How far the lab's figures are, drawn with the student's answers.
enum Drawing: Equatable, Sendable {
  /// Nobody asked.
  case never
  /// Somebody asked just now.
  case asked
  /// It goes on; the last words of the program that draws.
  case running(String)
  /// These pictures are in this folder.
  case done(folder: String, pictures: [String])
  /// There are none, for this reason.
  case failed(String)

  /// Whether a program draws now, or is about to.
  var isGoingOn: Bool {
    switch self {
    case .asked, .running: true
    case .never, .done, .failed: false
    }
  }
}
