/// Everything that a class handed in, one group of folders and files for each that belongs together.
struct ClassContents {
  /// What was handed in under one name.
  struct Group {
    /// The name.
    let name: SubmissionName
    /// The folders and files, as they are named.
    private(set) var origins: [String] = []
    /// What is in them.
    private(set) var item: ItemReader

    fileprivate init(name: SubmissionName, item: ItemReader) {
      self.name = name
      self.item = item
    }

    fileprivate mutating func read(_ origin: String, _ body: (inout ItemReader) -> Void) {
      if !origins.contains(origin) { origins.append(origin) }
      body(&item)
    }
  }

  /// The groups by their keys.
  private(set) var groups: [String: Group] = [:]
  /// What Gradescope says of them.
  private(set) var metadata: GradescopeMetadata?
  /// What wasn't understood, for the lecturer.
  private(set) var notes: [String] = []

  private let places: ExercisePlaces
  private let limits: ReadingLimits
  private static let metadataName = "submission_metadata.yml"
  private static let unneeded: Set = [
    "roster.csv", "course.toml", metadataName, ".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore",
  ]

  init(places: ExercisePlaces, limits: ReadingLimits) {
    self.places = places
    self.limits = limits
  }

  /// Reads a class's folder, or that of a single submission.
  mutating func read(_ folder: OpenFolder, named name: String) {
    if isSubmission(folder) {
      return withItem(of: name, as: SubmissionName(name)) { $0.read(folder, at: nil) }
    }
    var folder = folder
    if let (inner, wrapper) = wrapped(in: folder) {
      folder = inner
      noteWrapper(wrapper)
    }
    guard let names = folder.names(atMost: limits.classEntries) else {
      notes.append("\(name) can't be read, or holds more than \(limits.classEntries) files.")
      return
    }
    if let file = folder.file(.init(Self.metadataName)) { readMetadata(file) }
    for name in names { readTop(name, in: folder) }
  }

  private mutating func readTop(_ name: OpenFolder.Name, in folder: OpenFolder) {
    let shown = name.shown
    guard !Self.isUnneeded(shown), let kind = folder.kind(of: name) else { return }
    if let reason = kind.reason {
      notes.append("\(shown) is left out: \(reason).")
    } else if kind == .folder, let inner = folder.folder(name) {
      withItem(of: shown) { $0.read(inner, at: nil) }
    } else if kind == .file, let file = folder.file(name) {
      readTop(shown, file) { $0.readArchive(file, named: $1, in: $2) }
    } else {
      notes.append("\(shown) is left out: it can't be read.")
    }
  }

  /// Reads a file that stands where students' folders and archives stand.
  private mutating func readTop(
    _ name: String, _ content: some FileContent, openArchive: (inout ItemReader, String, [String]) -> Void
  ) {
    let parsed = SubmissionName(name)
    if parsed.isSystems {
      let own = ownName(parsed.rest ?? name)
      withItem(of: name) { item in
        if ArchiveName.isOpened(own) { openArchive(&item, own, [own]) } else { item.take(EntryPath([own]), content) }
      }
    } else if ArchiveName.isOpened(name) {
      withItem(of: name) { openArchive(&$0, name, []) }
    } else if ArchiveName.isOther(name) {
      notes.append("\(name) is left out: only zip, tar and tar.gz archives are opened; unpack it to a folder.")
    } else {
      notes.append("\(name) is left out: it is neither a folder nor an archive, and its name says no student.")
    }
  }

  /// Canvas writes `Name-1.swift` for a file that is handed in again.
  private func ownName(_ name: String) -> String {
    guard !places.isKnown(name), let dot = name.lastIndex(of: "."), let dash = name[..<dot].lastIndex(of: "-"),
      name[name.index(after: dash)..<dot].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return name }
    let plain = String(name[..<dash] + name[dot...])
    return places.isKnown(plain) ? plain : name
  }

  private mutating func readMetadata(_ content: some FileContent) {
    if let bytes = try? content.bytes(atMost: 64 << 20) { metadata = GradescopeMetadata(bytes) }
  }

  private mutating func withItem(
    of origin: String, as name: SubmissionName? = nil, _ body: (inout ItemReader) -> Void
  ) {
    let name = name ?? SubmissionName(origin)
    let key = name.isSystems ? name.student : origin
    // In place: a copy of all that was found, for each of its entries, would take the square of the time.
    groups[key, default: Group(name: name, item: ItemReader(places: places, limits: limits))].read(origin, body)
  }

  private static func isUnneeded(_ name: String) -> Bool {
    unneeded.contains(name) || name.hasPrefix("._") || ItemReader.passedOver[name] != nil
  }

  // MARK: Where the students' folders are

  /// Whether a folder is no class's, but one submission: a copy of the handout, or its files and nothing else that
  /// could be a student's.
  private func isSubmission(_ folder: OpenFolder) -> Bool {
    let names = folder.names(atMost: limits.entries) ?? []
    if names.contains(where: { SubmissionName($0.shown).isSystems }) { return false }
    let labs = folder.folder(.init("Labs"))?.names(atMost: limits.entries) ?? []
    if labs.contains(where: { places.isLab($0.shown) }) { return true }
    return names.contains { places.isKnown($0.shown) }
      && !names.contains { folder.kind(of: $0) == .folder || ArchiveName.isOpened($0.shown) }
  }

  /// A download unpacks to one folder that holds the students' folders.
  private func wrapped(in folder: OpenFolder) -> (OpenFolder, name: String)? {
    let names = folder.names(atMost: limits.entries)?.filter { !Self.isUnneeded($0.shown) } ?? []
    guard names.count == 1, let name = names.first, let inner = folder.folder(name) else { return nil }
    let within = inner.names(atMost: limits.classEntries)?.map(\.shown) ?? []
    return Self.isDownload(top: name.shown, within: within) ? (inner, name.shown) : nil
  }

  /// Said always: the only student of a class could have made a folder that looks like a class's.
  private mutating func noteWrapper(_ name: String) {
    notes.append(
      "\(PrintableName.of(name)) is taken for the folder of the class, since platforms name what is in it so.")
  }

  private static func isDownload(top: String, within: some Sequence<String>) -> Bool {
    !SubmissionName(top).isSystems && within.contains { $0 == metadataName || SubmissionName($0).isSystems }
  }
}

extension ClassContents {
  /// Reads an archive that holds a whole class, as Moodle, Canvas and Gradescope give it; or that of one student.
  ///
  /// - Throws: `GradingError` where it is no archive.
  mutating func read(_ file: OpenFile, named name: String) throws(GradingError) {
    let bounds = ArchiveReader.Limits(
      entries: limits.classEntries, passedOver: .max, ratio: limits.ratio, free: limits.passedOver)
    let reader = ArchiveReader(file, limits: bounds)
    let outline = outline(of: reader)
    if isSubmission(outline) {
      return withItem(of: name) { $0.readArchive(file, named: name, in: []) }
    }
    let top = outline.tops.count == 1 ? outline.tops.first : nil
    let wrapper = top.flatMap { Self.isDownload(top: $0, within: outline.within[$0] ?? []) ? $0 : nil }
    if let wrapper { noteWrapper(wrapper) }
    let end = reader.read { entry in
      visit(entry, below: wrapper)
      return true
    }
    guard case .damaged(let reason) = end else { return }
    if groups.isEmpty {
      throw .badData(
        "The archive \(PrintableName.of(name)) can't be read: \(reason). Give a folder, or a whole archive.")
    }
    notes.append("What follows in \(PrintableName.of(name)) is left out: \(reason).")
  }

  private struct Outline {
    var tops: Set<String> = []
    var within: [String: Set<String>] = [:]
    var hasFolders = false
  }

  private func outline(of reader: ArchiveReader) -> Outline {
    var outline = Outline()
    _ = reader.read { entry in
      guard let path = try? entry.path.get(), let top = path.names.first, !Self.isUnneeded(top) else { return true }
      outline.tops.insert(top)
      if path.names.count > 1 || entry.kind == .folder || ArchiveName.isOpened(top) { outline.hasFolders = true }
      if path.names.count > 1, outline.tops.count == 1 || top == "Labs" {
        outline.within[top, default: []].insert(path.names[1])
      }
      return true
    }
    return outline
  }

  private func isSubmission(_ outline: Outline) -> Bool {
    if outline.tops.contains(where: { SubmissionName($0).isSystems }) { return false }
    let labs = outline.within["Labs"] ?? []
    if labs.contains(where: places.isLab) { return true }
    if outline.tops.contains(where: places.isKnown) && !outline.hasFolders { return true }
    // A student's archive often holds one folder, the handout's.
    guard outline.tops.count == 1, let top = outline.tops.first else { return false }
    return outline.within[top]?.contains { $0 == "Labs" || places.isKnown($0) } == true
  }

  private mutating func visit(_ entry: ArchivedEntry, below wrapper: String?) {
    let path: EntryPath
    switch entry.path {
    case .failure(let refusal):
      notes.append("\(refusal.name) is left out: \(refusal.reason).")
      return
    case .success(let whole):
      let names = wrapper == nil ? whole.names[...] : whole.names.dropFirst()
      if names.isEmpty { return }
      path = EntryPath(Array(names))
    }
    let top = path.names[0]
    if top == Self.metadataName, path.names.count == 1 { readMetadata(entry.content) }
    if Self.isUnneeded(top) { return }
    if path.names.count > 1 {
      withItem(of: top) { $0.visit(entry, of: EntryPath(Array(path.names.dropFirst()))) }
    } else if let reason = entry.kind.reason {
      notes.append("\(path.shown) is left out: \(reason).")
    } else if entry.kind == .folder {
      withItem(of: top) { _ in }
    } else {
      readTop(top, entry.content) { $0.readHeldArchive(entry.content, named: $1, in: $2) }
    }
  }
}
