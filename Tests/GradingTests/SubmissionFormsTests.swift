import Foundation
import Testing

@testable import Grading

/// Every form in which work comes in.
struct SubmissionFormsTests {
  private let updates = "Labs/BatchSize/Exercises/Exercise01Updates.swift"

  @Test func aFolderAStudentIsReadAtAnyDepth() throws {
    let trial = try SubmissionTrial()
    try trial.write("a", to: "s2/descent/\(updates)")
    try trial.write("b", to: "s2/descent/Labs/Dropout/Exercises/Suspect.swift")
    try trial.write("c", to: "s1/Exercise01Updates.swift")
    try trial.write("d", to: "s1/deep/in/it/Exercise10MaxNorm.swift")
    try trial.write("e", to: "s1/Sparsity/Suspect.swift")
    try trial.write("f", to: "s3/BatchSize/Exercises/Exercise08NoiseRatio.swift")
    let found = try trial.read()
    #expect(found.submissions.map(\.student) == ["s1", "s2", "s3"])
    #expect(found.submissions.map(\.origin) == ["s1", "s2", "s3"])
    #expect(
      found.of("s1")?.contents == [
        "BatchSize/Exercise01Updates.swift: c", "Dropout/Exercise10MaxNorm.swift: d", "Sparsity/Suspect.swift: e",
      ])
    #expect(found.of("s2")?.contents == ["BatchSize/Exercise01Updates.swift: a", "Dropout/Suspect.swift: b"])
    #expect(found.of("s3")?.contents == ["BatchSize/Exercise08NoiseRatio.swift: f"])
    #expect(found.notes.isEmpty)
    #expect(found.students.map(\.id) == ["s1", "s2", "s3"])
  }

  @Test(arguments: [
    ("s1.zip", ArchiveMaker.Format.zip), ("s1.tar", .tar), ("s1.tar.gz", .tarGzip), ("s1.TGZ", .tarGzip),
  ])
  func anArchiveAStudentIsRead(name: String, format: ArchiveMaker.Format) throws {
    var maker = ArchiveMaker(format)
    maker.add("handout/", .folder)
    maker.add("handout/\(updates)", "a")
    maker.add("./handout//Labs/Sparsity/Exercises/Suspect.swift", "b")
    maker.add("handout/README.md", "c")
    let trial = try SubmissionTrial()
    try trial.write(maker.bytes(), to: name)
    let found = try trial.read()
    let submission = try #require(found.submissions.first)
    #expect(found.submissions.count == 1 && found.notes.isEmpty)
    #expect(submission.student == "s1")
    #expect(submission.contents == ["BatchSize/Exercise01Updates.swift: a", "Sparsity/Suspect.swift: b"])
    #expect(submission.refusals == ["handout/README.md: no exercise file of this course"])
  }

  @Test func moodleFoldersAreReadWithTheArchivesInThem() throws {
    let trial = try SubmissionTrial()
    var maker = ArchiveMaker(.zip)
    maker.add(updates, "a")
    try trial.write(maker.bytes(), to: "Anna Bérg_1001_assignsubmission_file/homework.zip")
    try trial.write("<p>", to: "Anna Bérg_1001_assignsubmission_onlinetext/onlinetext.html")
    try trial.write("b", to: "Bo Lie_1002_assignsubmission_file_/Exercise01Updates.swift")
    let found = try trial.read()
    #expect(found.submissions.map(\.student) == ["Anna Bérg_1001", "Bo Lie_1002"])
    #expect(
      found.submissions.map(\.contents) == [
        ["BatchSize/Exercise01Updates.swift: a"], ["BatchSize/Exercise01Updates.swift: b"],
      ])
    #expect(found.of("Anna Bérg_1001")?.refusals == ["onlinetext.html: no exercise file of this course"])
    #expect(found.students.map(\.name) == ["Anna Bérg", "Bo Lie"])
    #expect(found.notes.isEmpty)
  }

  @Test func flatNamesOfMoodleAndCanvasAreRead() throws {
    let trial = try SubmissionTrial()
    var maker = ArchiveMaker(.zip)
    maker.add(updates, "a")
    try trial.write(maker.bytes(), to: "Anna Berg_1001_assignsubmission_file_my_work.zip")
    try trial.write(maker.bytes(), to: "lieb_LATE_20_300_work.zip")
    try trial.write("b", to: "lieb_LATE_20_301_Exercise10MaxNorm-2.swift")
    try trial.write("c", to: "moec_21_302_Exercise01Updates.swift")
    let found = try trial.read()
    #expect(found.submissions.map(\.student) == ["Anna Berg_1001", "lieb_20", "moec_21"])
    #expect(
      found.of("lieb_20")?.contents == ["BatchSize/Exercise01Updates.swift: a", "Dropout/Exercise10MaxNorm.swift: b"])
    #expect(found.of("moec_21")?.contents == ["BatchSize/Exercise01Updates.swift: c"])
    #expect(found.notes.count == 1)
    #expect(found.notes.first?.contains("Canvas says that it came late") == true)
  }

  @Test func gradescopeFoldersGoToTheirSubmitters() throws {
    let trial = try SubmissionTrial()
    let metadata = """
      ---
      submission_7:
        :submitters:
        - :name: Anna Berg
          :sid: '100'
          :email: anna@example.org
        - :name: "Bo \\u00C5s"
          :sid: 101
        :created_at: 2026-10-01 21:58:03.139953000 Z
        :results:
          :sid: '999'
      submission_8:
        :submitters:
        - :email: moe@example.org
        :created_at: 2026-10-01 23:58:03.139953000 +02:00
        :history:
        - :created_at: 2020-01-01 00:00:00.000000000 Z
      """
    try trial.write(metadata, to: "assignment_9_export/submission_metadata.yml")
    try trial.write("a", to: "assignment_9_export/submission_7/\(updates)")
    try trial.write("b", to: "assignment_9_export/submission_8/Exercise01Updates.swift")
    try trial.write("c", to: "assignment_9_export/submission_9/Exercise01Updates.swift")
    let found = try trial.read()
    let time = try #require(Moment.parse("2026-10-01T21:58:03Z"))
    #expect(found.submissions.map(\.student) == ["100", "101", "moe@example.org", "submission_9"])
    #expect(found.submissions.map(\.submitted) == [time, time, time, nil])
    #expect(found.students.map(\.name) == ["Anna Berg", "Bo Ås", "moe@example.org", "submission_9"])
    #expect(found.of("100")?.contents == found.of("101")?.contents)
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .tarGzip])
  func moodlesDownloadIsReadAsItCame(format: ArchiveMaker.Format) throws {
    var inner = ArchiveMaker(.tarGzip)
    inner.add("x/\(updates)", "a")
    var innermost = ArchiveMaker(.zip)
    innermost.add(updates, "hidden")
    inner.add("x/more.zip", .file(try innermost.bytes()))
    var download = ArchiveMaker(format)
    download.add("Anna Bérg_1001_assignsubmission_file/work.tar.gz", .file(try inner.bytes()))
    download.add("Bo_1002_assignsubmission_file/Exercise01Updates.swift", "b")
    download.add("Anna Bérg_1001_assignsubmission_file/Dropout/Suspect.swift", "c")
    let trial = try SubmissionTrial()
    try trial.write(download.bytes(), to: "course-lab-77.zip")
    let found = try trial.read(at: "course-lab-77.zip")
    #expect(found.submissions.map(\.student) == ["Anna Bérg_1001", "Bo_1002"])
    #expect(
      found.of("Anna Bérg_1001")?.contents == ["BatchSize/Exercise01Updates.swift: a", "Dropout/Suspect.swift: c"])
    #expect(
      found.of("Anna Bérg_1001")?.refusals == [
        "work.tar.gz/x/more.zip: it is an archive in an archive, which is not opened"
      ])
    #expect(found.of("Bo_1002")?.contents == ["BatchSize/Exercise01Updates.swift: b"])
  }

  /// Newer programs say that a name is UTF-8, older ones leave that open.
  @Test(arguments: [ArchiveMaker.Format.zip, .tar, .tarGzip], [true, false])
  func namesInOtherLettersAreRead(format: ArchiveMaker.Format, isMarked: Bool) throws {
    var download = ArchiveMaker(format)
    download.isMarked = isMarked
    download.add("Bjørn Åsen_1001_assignsubmission_file/ø/Exercise01Updates.swift", "a")
    download.add("李小龙_1002_assignsubmission_file/Exercise01Updates.swift", "b")
    let trial = try SubmissionTrial()
    try trial.write(download.bytes(), to: "all.zip")
    let found = try trial.read(Roster(students: [Student(id: "s7", name: "BJØRN ÅSEN")]), at: "all.zip")
    #expect(found.submissions.map(\.student) == ["s7", "李小龙_1002"])
    #expect(found.submissions.map(\.files.count) == [1, 1])
  }

  /// A zip of an old Windows program, and what it wrote for slashes.
  @Test func backslashesOfWindowsAreSlashes() throws {
    var maker = ArchiveMaker(.zip)
    maker.add("Labs\\BatchSize\\Exercises\\Exercise01Updates.swift", "a")
    let submission = try SubmissionTrial.submission(maker.bytes())
    #expect(submission.contents == ["BatchSize/Exercise01Updates.swift: a"])
  }

  @Test func aStrayFileMakesNoClassASubmission() throws {
    let trial = try SubmissionTrial()
    try trial.write("a", to: "Exercise01Updates.swift")
    try trial.write("b", to: "s1/Exercise01Updates.swift")
    let found = try trial.read()
    #expect(found.submissions.map(\.student) == ["s1"])
    #expect(found.notes.count == 1)
  }

  @Test func canvasAndGradescopeDownloadsAreReadAsTheyCame() throws {
    var inner = ArchiveMaker(.zip)
    inner.add(updates, "a")
    var canvas = ArchiveMaker(.zip)
    canvas.add("berganna_20_300_work.zip", .file(try inner.bytes()))
    canvas.add("lieb_21_301_Exercise01Updates.swift", "b")
    var gradescope = ArchiveMaker(.zip)
    gradescope.add("assignment_1_export/submission_5/Exercise01Updates.swift", "c")
    gradescope.add("assignment_1_export/submission_metadata.yml", "submission_5:\n  :submitters:\n  - :sid: 's5'\n")
    let trial = try SubmissionTrial()
    try trial.write(canvas.bytes(), to: "submissions.zip")
    try trial.write(gradescope.bytes(), to: "export.zip")
    #expect(try trial.read(at: "submissions.zip").submissions.map(\.student) == ["berganna_20", "lieb_21"])
    let found = try trial.read(at: "export.zip")
    #expect(found.submissions.map(\.student) == ["s5"])
    #expect(
      found.notes == [
        "assignment_1_export is taken for the folder of the class, since platforms name what is in it so."
      ])
    #expect(found.submissions.map(\.contents) == [["BatchSize/Exercise01Updates.swift: c"]])
  }

  @Test(arguments: ["", "handout/"])
  func oneStudentsFolderOrArchiveIsOneSubmission(wrapper: String) throws {
    var maker = ArchiveMaker(.zip)
    maker.add(wrapper + updates, "a")
    maker.add(wrapper + "Package.swift", "b")
    let trial = try SubmissionTrial()
    try trial.write(maker.bytes(), to: "anna.zip")
    try trial.write("c", to: "bo/\(updates)")
    #expect(try trial.read(at: "anna.zip").submissions.map(\.student) == ["anna"])
    #expect(try trial.read(at: "bo").submissions.map(\.student) == ["bo"])
  }

  @Test func ofSeveralCopiesTheBestPlaceWinsAndThenTheShortestPath() throws {
    let trial = try SubmissionTrial()
    try trial.write("loose", to: "s1/Exercise01Updates.swift")
    try trial.write("deep", to: "s1/a/b/\(updates)")
    try trial.write("short", to: "s1/z/\(updates)")
    let submission = try #require(try trial.read().submissions.first)
    #expect(submission.contents == ["BatchSize/Exercise01Updates.swift: short"])
    #expect(
      submission.refusals == [
        "Exercise01Updates.swift: a/b/\(updates) was taken", "a/b/\(updates): z/\(updates) was taken",
      ])
  }

  @Test func ofTwoSubmissionsTheLatestCountsAndTheOtherIsListed() throws {
    let trial = try SubmissionTrial()
    let metadata = """
      submission_7:
        :submitters:
        - :sid: 's1'
        :created_at: 2026-10-02 10:00:00.000000000 Z
      submission_8:
        :submitters:
        - :sid: 's1'
        :created_at: 2026-10-01 10:00:00.000000000 Z
      """
    try trial.write(metadata, to: "submission_metadata.yml")
    try trial.write("new", to: "submission_7/Exercise01Updates.swift")
    try trial.write("old", to: "submission_8/Exercise01Updates.swift")
    let found = try trial.read()
    #expect(found.submissions.map(\.contents) == [["BatchSize/Exercise01Updates.swift: new"]])
    #expect(found.of("s1")?.refusals == ["submission_8: another submission of this student counts"])
    #expect(found.notes == ["s1 handed in more than once: submission_7 counts, the latest; not submission_8."])
  }

  @Test func whatIsNoSubmissionIsNoted() throws {
    let trial = try SubmissionTrial()
    try trial.write("a", to: "s1/Exercise01Updates.swift")
    try trial.write("", to: "notes.txt")
    try trial.write("", to: "s2.rar")
    try trial.write("id\ns1\n", to: "roster.csv")
    try trial.write("", to: ".DS_Store")
    try trial.write("", to: "__MACOSX/._s1")
    try trial.write("a", to: "s3/README.md")
    let found = try trial.read()
    #expect(found.submissions.map(\.student) == ["s1", "s3"])
    #expect(
      found.notes == [
        "notes.txt is left out: it is neither a folder nor an archive, and its name says no student.",
        "s2.rar is left out: only zip, tar and tar.gz archives are opened; unpack it to a folder.",
        "s3: no exercise file was found in it.",
      ])
  }

  @Test func aFolderWithoutSubmissionsIsAnError() throws {
    let trial = try SubmissionTrial()
    #expect(throws: GradingError.self) { try trial.read() }
    #expect { try trial.read(at: "nothing") } throws: { ($0 as? GradingError)?.exitStatus == EX_IOERR }
    try trial.write("no archive", to: "x.zip")
    #expect { try trial.read(at: "x.zip") } throws: { ($0 as? GradingError)?.exitStatus == EX_DATAERR }
  }

  @Test func theRosterGivesIdsTimesAndThoseWhoAreMissing() throws {
    let trial = try SubmissionTrial()
    try trial.write("a", to: "Anna Berg_1001_assignsubmission_file/Exercise01Updates.swift")
    try trial.write("b", to: "liebo_20_300_Exercise01Updates.swift")
    try trial.write("c", to: "stranger/Exercise01Updates.swift")
    let roster = Roster(
      students: [Student(id: "s9", name: "Bo Lie"), Student(id: "s1", name: "Anna Berg"), Student(id: "s5")],
      submitted: ["s9": Date(timeIntervalSince1970: 5)])
    let found = try trial.read(roster)
    #expect(found.submissions.map(\.student) == ["s1", "s9", "stranger"])
    #expect(found.submissions.map(\.submitted) == [nil, Date(timeIntervalSince1970: 5), nil])
    #expect(found.missing.map(\.id) == ["s5"])
    #expect(found.students.map(\.id) == ["s1", "s5", "s9", "stranger"])
    #expect(
      found.notes == [
        "stranger: nobody in the roster fits; it is graded as stranger.", "1 of the roster handed in nothing: s5.",
      ])
  }

  @Test func twoPeopleOfOneNameAreNotGuessed() throws {
    let trial = try SubmissionTrial()
    try trial.write("a", to: "Anna Berg_1001_assignsubmission_file/Exercise01Updates.swift")
    try trial.write("b", to: "Anna Berg_1002_assignsubmission_file/Exercise01Updates.swift")
    let found = try trial.read(Roster(students: [Student(id: "s1", name: "Anna Berg")]))
    #expect(found.submissions.map(\.student) == ["Anna Berg_1001", "Anna Berg_1002"])
    #expect(found.missing.map(\.id) == ["s1"])
  }

  @Test func readingTwiceGivesTheSame() throws {
    let trial = try SubmissionTrial()
    for name in ["b", "a", "c"] {
      try trial.write(name, to: "\(name)/Exercise01Updates.swift")
      try trial.write(name, to: "\(name)/\(name).txt")
    }
    #expect(try trial.read() == trial.read())
  }
}
