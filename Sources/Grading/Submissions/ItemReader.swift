/// Reads all that belongs to one submission: its folders, its files, and the archives that it came in.
struct ItemReader {
  /// What was found.
  var collector: SubmissionCollector
  /// When the commit of the outermost git checkout in it was made, and how deep that lies. A checkout in a checkout is
  /// somebody else's work, which may be newer.
  private(set) var commit: (time: Int, depth: Int)?

  private let limits: ReadingLimits
  private var skipped: Set<String> = []

  init(places: ExercisePlaces, limits: ReadingLimits) {
    collector = SubmissionCollector(places: places, limits: limits)
    self.limits = limits
  }

  /// Folders that nobody hands in on purpose; they aren't looked into.
  static let passedOver = [
    ".git": "git's own files", ".build": "build products", ".swiftpm": "settings of a package manager",
    "__MACOSX": "a Mac's notes on files", ".svn": "files of a version control system",
  ]

  /// Reads a folder and those in it.
  mutating func read(_ folder: OpenFolder, at path: EntryPath?) {
    guard let names = folder.names(atMost: 10 * limits.entries) else {
      collector.report(path?.shown ?? "the folder", "it can't be read, or holds more than \(10 * limits.entries) files")
      return
    }
    for name in names {
      let shown = name.shown
      let here = path?.appending(shown) ?? EntryPath([shown])
      guard let kind = folder.kind(of: name) else { continue }
      if kind == .folder, let reason = Self.passedOver[shown] {
        collector.ignore(here.shown, reason, isNear: false)
        if shown == ".git", let git = folder.folder(name) {
          note(GitCheckout(git).newestCommit, depth: here.names.count)
        }
        continue
      }
      guard collector.countEntry() else { return }
      read(name, kind, in: folder, at: here)
    }
  }

  private mutating func read(_ name: OpenFolder.Name, _ kind: EntryKind, in folder: OpenFolder, at path: EntryPath) {
    if let reason = kind.reason {
      collector.report(path.shown, reason)
    } else if kind == .folder {
      if path.names.count >= limits.depth {
        collector.report(path.shown, "it lies more than \(limits.depth) folders deep")
      } else if let inner = folder.folder(name) {
        read(inner, at: path)
      } else {
        collector.report(path.shown, "it can't be read")
      }
    } else if let file = folder.file(name) {
      if ArchiveName.isOpened(path.last) {
        readArchive(file, named: path.shown, in: path.names)
      } else {
        take(path, file)
      }
    } else {
      collector.report(path.shown, "it can't be read")
    }
  }

  /// Takes a file, or lists it; archives are opened elsewhere.
  mutating func take(_ path: EntryPath, _ content: some FileContent) {
    if ArchiveName.isOther(path.last) {
      collector.report(path.shown, "it is an archive of another kind; zip, tar and tar.gz are opened")
    } else {
      collector.take(path, content)
    }
  }

  /// Opens an archive in memory. Archives in it are listed, not opened.
  ///
  /// - Parameters:
  ///   - name: the archive's own name, for what can't be read of it.
  ///   - folders: what stands before the paths of its entries.
  mutating func readArchive(_ bytes: any ArchiveBytes, named name: String, in folders: [String]) {
    let bounds = ArchiveReader.Limits(
      entries: 10 * limits.entries, passedOver: limits.passedOver, ratio: limits.ratio, free: limits.submission)
    let end = ArchiveReader(bytes, limits: bounds).read { entry in
      switch entry.path {
      case .failure(let refusal):
        guard collector.countEntry() else { return false }
        collector.report(refusal.name, refusal.reason)
        return true
      case .success(let inner):
        let path = EntryPath(folders + inner.names)
        if passOver(path, entry.kind) { return true }
        guard collector.countEntry() else { return false }
        visit(entry, at: path)
        return true
      }
    }
    if case .damaged(let reason) = end { collector.report(name, reason) }
  }

  /// Reads an archive that came in another: it is held in memory.
  mutating func readHeldArchive(_ content: some FileContent, named name: String, in folders: [String]) {
    let tooLarge = FileProblem(reason: "it is larger than \(limits.heldArchive >> 20) MB; unpack the class's archive")
    do throws(FileProblem) {
      if let size = content.size, size > limits.heldArchive { throw tooLarge }
      let bytes = try content.bytes(atMost: limits.heldArchive + 1)
      if bytes.count > limits.heldArchive { throw tooLarge }
      readArchive(HeldBytes(bytes), named: name, in: folders)
    } catch {
      collector.report(name, error.reason)
    }
  }

  /// Takes what a class's archive holds of this submission.
  mutating func visit(_ entry: ArchivedEntry, of path: EntryPath) {
    if passOver(path, entry.kind) { return }
    guard collector.countEntry() else { return }
    if entry.kind == .file, ArchiveName.isOpened(path.last) {
      readHeldArchive(entry.content, named: path.shown, in: path.names)
    } else {
      visit(entry, at: path)
    }
  }

  private mutating func visit(_ entry: ArchivedEntry, at path: EntryPath) {
    if let reason = entry.kind.reason {
      collector.report(path.shown, reason)
    } else if entry.kind == .file {
      if ArchiveName.isOpened(path.last) {
        collector.report(path.shown, "it is an archive in an archive, which is not opened")
      } else {
        take(path, entry.content)
      }
    }
  }

  /// Whether a path lies in a folder that nobody hands in on purpose; the folder is listed once.
  mutating func passOver(_ path: EntryPath, _ kind: EntryKind) -> Bool {
    let folders = kind == .folder ? path.names[...] : path.names.dropLast()
    guard let place = folders.firstIndex(where: { Self.passedOver[$0] != nil }) else { return false }
    let name = EntryPath(Array(path.names[...place])).shown
    if skipped.count < limits.ignored, skipped.insert(name).inserted {
      collector.ignore(name, Self.passedOver[path.names[place]] ?? "", isNear: false)
    }
    return true
  }

  private mutating func note(_ time: Int?, depth: Int) {
    guard let time else { return }
    if let known = commit, (known.depth, -known.time) <= (depth, -time) { return }
    commit = (time, depth)
  }
}
