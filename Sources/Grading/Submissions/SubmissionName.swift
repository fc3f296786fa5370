/// Who handed something in, as the name of a folder or file says it.
///
/// | written by | name |
/// | --- | --- |
/// | Moodle, a folder a student | `Full Name_123456_assignsubmission_file`, in older releases with one more `_` |
/// | Moodle, flat | `Full Name_123456_assignsubmission_file_name.zip` |
/// | Canvas | `lastnamefirstname_LATE_12345_67890_name.zip`, without `LATE` in time; `anon_<id>` in place of name and number |
/// | Gradescope | `submission_12345`, explained by `submission_metadata.yml` beside it |
/// | anybody else | the name is the student's |
///
/// In the first two everything after the numbers was chosen by the student, so the first place that fits counts.
///
/// Sources: Moodle, `mod/assign/classes/downloader.php` (`get_student_prefix`, `load_submissionplugin_filelist`);
/// Canvas, `lib/content_zipper.rb` (`get_filename`, `add_upload_submission`, `add_text_or_url`).
struct SubmissionName: Equatable {
  /// The student's name as it came; the whole name where no system wrote it.
  var person: String
  /// The number that the system knows the student by.
  var number: String?
  /// Canvas says that it came too late, but not when.
  var isLate = false
  /// What the student called the file, where the name is that of a file.
  var rest: String?

  /// What Canvas and Moodle write, or else a name that stands for itself, without `.zip` and its like.
  init(_ name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    if let known = Self.moodle(parts) ?? Self.canvas(parts) {
      self = known
    } else {
      person = ArchiveName.stem(of: name)
    }
  }

  private init(_ person: some Sequence<String>, number: String?, isLate: Bool = false, rest: some Collection<String>) {
    self.person = person.joined(separator: "_")
    self.number = number
    self.isLate = isLate
    let text = rest.joined(separator: "_")
    self.rest = text.isEmpty ? nil : text
  }

  /// Whether Moodle or Canvas wrote the name.
  var isSystems: Bool { number != nil || rest != nil }

  /// The student as one text: all that came with one number belongs together.
  var student: String { number.map { $0 == person ? $0 : "\(person)_\($0)" } ?? person }

  private static func moodle(_ parts: [String]) -> SubmissionName? {
    guard let mark = parts.dropFirst().firstIndex(of: "assignsubmission"), mark + 1 < parts.count else { return nil }
    let rest = parts[(mark + 2)...]
    // A team that isn't one has a name and no number.
    guard mark > 1, isNumber(parts[mark - 1]) else {
      return SubmissionName(parts[..<mark], number: parts[..<mark].joined(separator: "_"), rest: rest)
    }
    return SubmissionName(parts[..<(mark - 1)], number: parts[mark - 1], rest: rest)
  }

  private static func canvas(_ parts: [String]) -> SubmissionName? {
    if let mark = parts.firstIndex(of: "anon"), mark <= 1, parts.count > mark + 3, isNumber(parts[mark + 2]) {
      let person = "anon_\(parts[mark + 1])"
      return SubmissionName([person], number: person, isLate: mark == 1, rest: parts[(mark + 3)...])
    }
    if parts[0].isEmpty { return nil }
    for mark in parts.indices.dropFirst() where mark + 1 < parts.count && isNumber(parts[mark]) {
      let isText = parts[(mark + 1)...] == ["text.html"] || parts[(mark + 1)...] == ["link.html"]
      let isFile = mark + 2 < parts.count && isNumber(parts[mark + 1])
      guard isText || isFile else { continue }
      let isLate = mark > 1 && parts[mark - 1] == "LATE"
      let person = parts[..<(isLate ? mark - 1 : mark)]
      return SubmissionName(person, number: parts[mark], isLate: isLate, rest: parts[(isText ? mark + 1 : mark + 2)...])
    }
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}

/// Archives by their names.
enum ArchiveName {
  private static let opened = [".tar.gz", ".tgz", ".tar", ".zip"]
  private static let others = [".rar", ".7z", ".gz", ".bz2", ".xz", ".zst", ".iso", ".jar", ".dmg", ".lzma", ".cab"]

  /// Whether a file of this name is opened.
  static func isOpened(_ name: String) -> Bool { suffix(of: name, in: opened) != nil }

  /// Whether it is an archive of some other kind.
  static func isOther(_ name: String) -> Bool { !isOpened(name) && suffix(of: name, in: others) != nil }

  /// The name without `.zip` and its like.
  static func stem(of name: String) -> String {
    suffix(of: name, in: opened).map { String(name.dropLast($0.count)) } ?? name
  }

  private static func suffix(of name: String, in suffixes: [String]) -> String? {
    let name = name.lowercased()
    return suffixes.first { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
  }
}
