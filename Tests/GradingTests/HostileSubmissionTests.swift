import Foundation
import Testing

@testable import Grading

/// Submissions that mean harm, or are broken.
struct HostileSubmissionTests {
  private let updates = "Labs/BatchSize/Exercises/Exercise01Updates.swift"
  private let good = ["BatchSize/Exercise01Updates.swift: good"]

  private func submission(
    _ format: ArchiveMaker.Format, _ change: (inout ReadingLimits) -> Void = { _ in },
    _ fill: (inout ArchiveMaker) throws -> Void
  ) throws -> Submission {
    var maker = ArchiveMaker(format)
    try fill(&maker)
    return try SubmissionTrial.submission(maker.bytes(), change)
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .tar])
  func pathsThatLeadOutAreRefused(format: ArchiveMaker.Format) throws {
    let result = try submission(format) {
      $0.add("../../\(updates)", "bad")
      $0.add("a/../../\(updates)", "bad")
      $0.add("/etc/\(updates)", "bad")
      $0.add(updates, "good")
    }
    #expect(result.contents == good)
    #expect(
      result.refusals == [
        "../../\(updates): its path leads out of the archive", "/etc/\(updates): its path is absolute",
        "a/../../\(updates): its path leads out of the archive",
      ])
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .tar])
  func linksInArchivesAreNotFollowed(format: ArchiveMaker.Format) throws {
    let result = try submission(format) {
      $0.add("Labs/BatchSize/Exercises", .symbolicLink("/etc"))
      $0.add("Labs/BatchSize/Exercises/passwd", "through the link")
      $0.add("Dropout/Suspect.swift", .symbolicLink("/etc/passwd"))
      if format == .tar {
        $0.add("Sparsity/Suspect.swift", .hardLink("/etc/passwd"))
        $0.add("Dropout/Exercise10MaxNorm.swift", .fifo)
      }
    }
    #expect(result.files.isEmpty)
    #expect(result.refusals.contains("Dropout/Suspect.swift: it is a symbolic link, which is not followed"))
    if format == .tar {
      #expect(
        result.refusals.contains(
          "Sparsity/Suspect.swift: it is a hard link, a second name of some file, which is not followed"))
      #expect(result.refusals.contains("Dropout/Exercise10MaxNorm.swift: it is neither a file nor a folder"))
    }
  }

  @Test func linksAndFifosInFoldersAreNotFollowed() throws {
    let trial = try SubmissionTrial()
    try trial.write("secret", to: "outside.swift")
    try trial.write("good", to: "s1/\(updates)")
    try trial.write("secret", to: "elsewhere/Suspect.swift")
    let manager = FileManager.default
    func path(_ name: String) -> String { trial.folder.appending(path: name).path }
    try manager.createDirectory(atPath: path("s1/Dropout"), withIntermediateDirectories: true)
    try manager.createDirectory(atPath: path("s1/Labs/Dropout/Exercises"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(atPath: path("s1/Dropout/Suspect.swift"), withDestinationPath: path("outside.swift"))
    try manager.createSymbolicLink(atPath: path("s1/Sparsity"), withDestinationPath: path("elsewhere"))
    try manager.createSymbolicLink(atPath: path("s2"), withDestinationPath: path("elsewhere"))
    #expect(link(path("outside.swift"), path("s1/Exercise08NoiseRatio.swift")) == 0)
    #expect(mkfifo(path("s1/Labs/Dropout/Exercises/Exercise10MaxNorm.swift"), 0o644) == 0)
    let found = try trial.read()
    let result = try #require(found.submissions.first { $0.student == "s1" })
    #expect(result.contents == good)
    #expect(
      result.refusals == [
        "Dropout/Suspect.swift: it is a symbolic link, which is not followed",
        "Exercise08NoiseRatio.swift: it is a hard link, a second name of some file, which is not followed",
        "Labs/Dropout/Exercises/Exercise10MaxNorm.swift: it is neither a file nor a folder",
        "Sparsity: it is a symbolic link, which is not followed",
      ])
    #expect(found.notes.contains("s2 is left out: it is a symbolic link, which is not followed."))
    #expect(!found.submissions.contains { $0.student == "s2" })
  }

  @Test func filesThatAreTooLargeAreListed() throws {
    let result = try submission(.zip, { $0.file = 1000 }) {
      $0.add(updates, .file(Array(repeating: 32, count: 1001)))
      $0.add("Dropout/Suspect.swift", .file(Array(repeating: 32, count: 1000)))
    }
    #expect(result.files.map(\.name) == ["Suspect.swift"])
    #expect(result.refusals == ["\(updates): it is larger than 0 MB"])
  }

  /// The size that a zip declares is a lie: the bytes decide.
  @Test func aSizeThatIsALieDoesNotHelp() throws {
    var maker = ArchiveMaker(.zip)
    maker.add(updates, .file(Array(repeating: 32, count: 5_000_000)))
    var bytes = try maker.bytes()
    let size: [UInt8] = [0x40, 0x4B, 0x4C, 0]
    for place in bytes.indices.dropLast(3) where Array(bytes[place..<(place + 4)]) == size {
      bytes.replaceSubrange(place..<(place + 4), with: [10, 0, 0, 0])
    }
    let result = try SubmissionTrial.submission(bytes)
    #expect(result.files.isEmpty)
    #expect(result.ignored.count == 1)
  }

  @Test func bombsAreStoppedWhileTheyGoOff() throws {
    var maker = ArchiveMaker(.tarGzip)
    maker.add(updates, "good")
    maker.add("zeros", .file(Array(repeating: 0, count: 20_000_000)))
    maker.add("Dropout/Suspect.swift", "behind the bomb")
    let bytes = try maker.bytes()
    #expect(bytes.count < 100_000)
    let result = try SubmissionTrial.submission(bytes) { $0.submission = 1 << 20 }
    #expect(result.contents == good)
    #expect(result.refusals.contains("anna.zip: it unpacks to more than 100 times its size"))
    let other = try SubmissionTrial.submission(bytes) { $0.passedOver = 1 << 20 }
    #expect(other.contents == good)
    #expect(other.refusals.contains("anna.zip: it unpacks to more than 1 MB"))
  }

  @Test func aZipBombIsNotUnpackedAtAll() throws {
    let result = try submission(.zip) {
      $0.add("zeros", .file(Array(repeating: 0, count: 50_000_000)))
      $0.add(updates, "good")
    }
    #expect(result.contents == good)
    #expect(result.refusals == ["zeros: no exercise file of this course"])
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .tar])
  func entriesAreCounted(format: ArchiveMaker.Format) throws {
    let result = try submission(format, { $0.entries = 50 }) {
      for number in 0..<60 { $0.add("\(number)", "") }
      $0.add(updates, "behind")
    }
    #expect(result.files.isEmpty)
    #expect(result.refusals.contains("all that follows: the submission has more than 50 files and folders"))
    #expect(result.refusals.contains("(50 files): no exercise file of this course"))
  }

  /// A directory of a zip is read whole before its first entry.
  @Test func aZipOfAMillionEntriesIsRefusedByItsDirectory() throws {
    let result = try submission(.zip, { $0.entries = 1 }) {
      for number in 0..<12_000 { $0.add("a-name-that-takes-some-room-\(number)-and-some-more-of-it-\(number)", "") }
    }
    #expect(result.files.isEmpty)
    #expect(result.refusals == ["anna.zip: it has more than 10 entries"])
  }

  @Test func duplicatesTakeTheLastAsUnpackingWould() throws {
    let result = try submission(.tar) {
      $0.add(updates, "first")
      $0.add(updates, "good")
    }
    #expect(result.contents == good)
    #expect(result.refusals == ["\(updates): a later entry of the same name was taken"])
  }

  @Test func namesThatDifferInCapitalsAreListedAndNotTaken() throws {
    let result = try submission(.zip) {
      $0.add("Labs/BatchSize/Exercises/exercise01updates.swift", "twin")
      $0.add(updates, "good")
      $0.add("Labs/Batchsize/Exercises/Exercise08NoiseRatio.swift", "other folder")
    }
    #expect(result.contents == good)
    #expect(
      result.refusals == [
        "Labs/BatchSize/Exercises/exercise01updates.swift: its name differs from Exercise01Updates.swift in capital "
          + "letters only; name it exactly so",
        "Labs/Batchsize/Exercises/Exercise08NoiseRatio.swift: it lies in Labs, and not in Labs/BatchSize/Exercises",
      ])
  }

  @Test func namesAreMadePrintable() throws {
    let result = try submission(.tar) {
      $0.add(Array("a\u{1B}[2J\nb\u{202E}c".utf8), .file([]))
      $0.add([0x66, 0xFF, 0x67], .file([]))
      $0.add("$(rm -rf ~); `x` 'y'", "")
    }
    #expect(
      result.ignored.map(\.name) == [
        "$(rm -rf ~); `x` 'y'", "a\\u{1B}[2J\\u{0A}b\\u{202E}c", "f\\xFFg",
      ])
  }

  @Test func namesOfFoldersAreMadePrintableToo() throws {
    let trial = try SubmissionTrial()
    try trial.write("good", to: "an\u{1B}na\n/Exercise01Updates.swift")
    let found = try trial.read()
    #expect(found.submissions.map(\.student) == ["an\\u{1B}na\\u{0A}"])
    #expect(found.submissions.map(\.contents) == [good])
  }

  @Test func textThatIsNoneIsListed() throws {
    let result = try submission(.zip) {
      $0.add(updates, .file([0x61, 0, 0x62]))
      $0.add("BatchSize/Exercise08NoiseRatio.swift", .file([0x61, 0xFF]))
      $0.add("Dropout/Suspect.swift", .file([0xFF, 0xFE, 0x61, 0]))
      $0.add("Sparsity/Suspect.swift", .file([0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\r\r\n".utf8)))
    }
    #expect(result.contents == ["Sparsity/Suspect.swift: a\nb\nc\n\n"])
    #expect(
      result.refusals == [
        "BatchSize/Exercise08NoiseRatio.swift: its text is not UTF-8; save it as UTF-8",
        "Dropout/Suspect.swift: its text is UTF-16; save it as UTF-8",
        "\(updates): it holds NUL bytes, so it is no text",
      ])
  }

  @Test func encryptedArchivesAreListed() throws {
    var maker = ArchiveMaker(.zip, password: "secret")
    maker.add(updates, "good")
    let result = try SubmissionTrial.submission(maker.bytes())
    #expect(result.files.isEmpty)
    #expect(result.refusals == ["\(updates): it is encrypted; ask for it without a password"])
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .tar, .tarGzip])
  func ofATruncatedArchiveWhatCanBeReadIsTaken(format: ArchiveMaker.Format) throws {
    var maker = ArchiveMaker(format)
    maker.add(updates, "good")
    // Noise doesn't pack, so that the end of the archive lies in it.
    var state: UInt64 = 1
    let noise = (0..<200_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    maker.add("noise", .file(noise))
    let bytes = try maker.bytes()
    let result = try SubmissionTrial.submission(Array(bytes.prefix(100_000)))
    #expect(result.contents == good)
    #expect(result.ignored.contains { $0.name == "anna.zip" && $0.reason.contains("damaged") })
  }

  @Test func whatIsNoArchiveIsAnEmptySubmission() throws {
    for bytes in [[], Array("PK".utf8), Array("not an archive".utf8), [UInt8](repeating: 0x1F, count: 5000)] {
      let result = try SubmissionTrial.submission(bytes)
      #expect(result.files.isEmpty)
      #expect(result.ignored.map(\.name) == ["anna.zip"])
    }
  }

  @Test func listsAreBounded() throws {
    let result = try submission(.zip) {
      for number in 0..<500 { $0.add("x\(number)/a.txt", "") }
      $0.add("exercise01updates.swift", "near")
    }
    #expect(result.ignored.count == 201)
    #expect(result.ignored.first?.name == "exercise01updates.swift")
    #expect(result.ignored.last == IgnoredEntry(name: "301 more", reason: "the list ends after 200"))
  }

  @Test func aCopyOfTheHandoutDoesNotHideWhatIsStrange() throws {
    let result = try submission(.tar) {
      $0.add("./", .folder)
      for number in 0..<500 { $0.add("./Sources/Core/\(number).swift", "") }
      $0.add("./Sources/Plugin/evil.swift", "near")
    }
    #expect(
      result.refusals == [
        "Sources/Core/(500 files): no exercise file of this course",
        "Sources/Plugin/evil.swift: no exercise file of this course",
      ])
  }

  @Test func foldersThatNestTooDeepEndSomewhere() throws {
    let deep = Array(repeating: "a", count: 70).joined(separator: "/")
    let inArchive = try submission(.tar) { $0.add("\(deep)/Exercise01Updates.swift", "bad") }
    #expect(inArchive.files.isEmpty)
    #expect(inArchive.ignored.first?.reason == "it lies more than 64 folders deep")
    let trial = try SubmissionTrial()
    try trial.write("bad", to: "s1/\(deep)/Exercise01Updates.swift")
    let result = try #require(try trial.read().submissions.first)
    #expect(result.files.isEmpty)
    #expect(result.ignored.first?.reason == "it lies more than 64 folders deep")
  }

  @Test func whatNobodyHandsInOnPurposeIsPassedOver() throws {
    let result = try submission(.zip) {
      $0.add("x/.build/checkouts/\(updates)", "built")
      $0.add("x/.git/config", "[core]")
      $0.add("__MACOSX/x/._Exercise01Updates.swift", "mac")
      $0.add("x/Package.swift", "settings")
      $0.add("x/Plugins/Evil/plugin.swift", "plugin")
      $0.add("x/Labs/BatchSize/Checks/Exercise01Updates.swift", "a check")
      $0.add("x/Labs/BatchSize/Checks/answers.json", "answers")
      $0.add("x/evil.c", "int main;")
      $0.add("x/\(updates)", "good")
    }
    #expect(result.contents == good)
    #expect(
      result.refusals == [
        "x/Labs/BatchSize/Checks/Exercise01Updates.swift: it lies in Labs, and not in Labs/BatchSize/Exercises",
        "__MACOSX: a Mac's notes on files", "x/.build: build products", "x/.git: git's own files",
        "x/Labs/BatchSize/Checks/answers.json: no exercise file of this course",
        "x/Package.swift: a package's settings are the course's own",
        "x/Plugins/Evil/plugin.swift: no exercise file of this course",
        "x/evil.c: no exercise file of this course",
      ])
  }

  @Test func aStudentsFileNameSpeaksForNobodyElse() throws {
    let trial = try SubmissionTrial()
    var maker = ArchiveMaker(.zip)
    maker.add(updates, "bad")
    try trial.write(maker.bytes(), to: "Eve_1_assignsubmission_file_Anna_2_assignsubmission_file_x.zip")
    try trial.write(maker.bytes(), to: "eve_1_2_anna_3_4_x.zip")
    #expect(try trial.read().submissions.map(\.student) == ["Eve_1", "eve_1"])
  }

  @Test func signsThatOnlyLookLikeAKnownNameAreNone() throws {
    let known = [KnownFile(lab: "Kernels", name: "Kernel.swift")]
    let places = ExercisePlaces(known)
    #expect(places.place(of: EntryPath(["Kernel.swift"])) == .exercise(known[0], fit: 0))
    #expect(places.place(of: EntryPath(["\u{212A}ernel.swift"])) == .other("no exercise file of this course"))
  }

  /// Damage at fixed random places of good archives: whatever comes out, reading ends.
  @Test(arguments: [ArchiveMaker.Format.zip, .tar, .tarGzip])
  func damagedArchivesNeverCrashNorHang(format: ArchiveMaker.Format) throws {
    var maker = ArchiveMaker(format)
    maker.add("a/", .folder)
    maker.add("a/\(updates)", .file(Array(repeating: 65, count: 3000)))
    maker.add("a/link", .symbolicLink("b"))
    maker.add("a/Dropout/Suspect.swift", "text")
    maker.add("a/\(String(repeating: "long", count: 60))", "text")
    let bytes = try maker.bytes()
    var state: UInt64 = 20_261_121
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var limits = ReadingLimits()
    limits.submission = 1 << 20
    limits.passedOver = 1 << 22
    for round in 0..<400 {
      var damaged = round % 4 == 0 ? Array(bytes.prefix(draw(bytes.count))) : bytes
      for _ in 0...draw(8) where !damaged.isEmpty { damaged[draw(damaged.count)] ^= 1 << UInt8(draw(8)) }
      var item = ItemReader(places: ExercisePlaces(SubmissionTrial.known), limits: limits)
      item.readArchive(HeldBytes(damaged), named: "fuzz", in: [])
      #expect(item.collector.files.count <= 5)
      #expect(item.collector.ignoredEntries.count <= 201)
    }
  }
}
