import AnswerChecks
import Foundation
import GRDB
import Testing

@testable import Grading

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension WorkspaceTests {
  /// The made-up class, graded by the program that lecturers run.
  @Suite struct GradedClassTests {
    /// A gradebook's folder, with the seed that all made-up classes have.
    struct Place {
      let folder: WorkFolder
      let gradebook: URL

      init(_ folder: WorkFolder, _ name: String) throws {
        self.folder = folder
        gradebook = folder.url.appending(path: name)
        try folder.write("\(WorkspaceTests.seed)\n", to: "\(name)/secret/seed")
      }

      func grade(
        _ submissions: ClassFolder, _ options: [String] = [], variables: [String: String] = [:]
      ) throws -> DescentRun {
        try DescentRun(words(for: submissions) + options, scratch: folder, variables: variables)
      }

      func export(_ submissions: ClassFolder, _ options: [String]) throws -> DescentRun {
        try DescentRun(["grade", "export"] + places(submissions) + options, scratch: folder)
      }

      /// The command line that grades them.
      func words(for submissions: ClassFolder) -> [String] {
        ["grade", submissions.submissions.path, "--roster", submissions.roster.path] + places(submissions)
      }

      private func places(_ submissions: ClassFolder) -> [String] {
        ["--course", submissions.course.path, "--gradebook", gradebook.path]
      }

      func exports() throws -> [String: Data] { try filesBelow(gradebook.appending(path: "exports")) }

      func standings() throws -> [Standing] {
        try Gradebook(file: gradebook.appending(path: "gradebook.sqlite"), for: .reading).standings()
      }

      /// How often each student was judged: earlier verdicts that a run keeps don't count.
      func gradings() throws -> [String: Int] {
        let file = gradebook.appending(path: "gradebook.sqlite").path
        let rows = try DatabaseQueue(path: file).read { database in
          try Row.fetchAll(database, sql: "SELECT student, count(*) AS times FROM gradings GROUP BY student")
        }
        return rows.reduce(into: [:]) { $0[$1["student"] as String] = $1["times"] as Int }
      }
    }

    @Test(
      "A class gets exactly the gradebook that follows from it, sealed by bubblewrap",
      .enabled(if: hasBubblewrap, "needs bubblewrap"), .enabled(if: DescentRun.isBuilt, "needs a whole build"))
    func wholeClass() throws {
      let made = try MadeUpClass(root: root)
      #expect(made.students.count > 40)
      let folder = try WorkFolder("class")
      let handedIn = try ClassFolder(
        made.students, missing: [MadeUpClass.missing], course: MadeUpClass.course, in: folder)
      let place = try Place(folder, "grades")
      let run = try place.grade(handedIn)
      try #require(run.status == 0, "\(run.errorOutput)")
      #expect(run.output.contains("Sandbox: bubblewrap"))
      #expect(run.output.contains("Judged \(made.students.count) of \(made.students.count) submissions"))

      try expectVerdicts(of: made, in: place)
      let exports = try place.exports()
      expectExports(exports, of: made)
      expectNoHarm(in: exports)
      try expectNoSecrets(in: exports, place, folder)
      try expectNothingElseWasTaken(made, place)

      let again = try place.grade(handedIn)
      #expect(again.output.contains("Judged 0 of \(made.students.count) submissions"))
      #expect(try place.gradings().allSatisfy { $0.value == 1 })
      expectSame(try place.exports(), exports, "the second run's")
      try expectSameInOtherOrder(made, exports, folder)

      _ = try place.export(handedIn, ["--diagnoses", "never"])
      try expectNoExpectedOutputs(place)
    }

    // MARK: What must stand there

    private func expectVerdicts(of made: MadeUpClass, in place: Place) throws {
      let expected = ExpectedGradebook(
        labs: made.labs, students: made.students, missing: [MadeUpClass.missing], points: ["1.11": 4],
        credit: ["1.11/no-bias-correction": 0.5])
      let standings = try place.standings()
      #expect(standings.count == made.students.count + 1)
      for student in made.students {
        let verdicts =
          standings.first { $0.student.id == student.listedAs ?? student.id }?.graded?.labs
          .flatMap(\.verdicts) ?? []
        let lines = verdicts.map { ExpectedGradebook.line($0.exercise, $0.status, $0.diagnoses.map(\.name)) }
        for (got, line) in zip(lines, expected.verdicts(of: student)) where got != line {
          let verdict = verdicts.first { got.hasPrefix("\($0.exercise) ") }
          Issue.record("\(student.id): \(got), expected \(line). \(verdict?.detail ?? "")")
        }
        #expect(lines.count == expected.verdicts(of: student).count, "\(student.id)")
      }
      let file = place.gradebook.appending(path: "exports/grades.csv")
      let grades = try String(contentsOf: file, encoding: .utf8)
      for (got, line) in zip(rows(grades), rows(expected.grades)) { #expect(got == line) }
      let isSame = grades == expected.grades
      #expect(isSame)
    }

    private func rows(_ table: String) -> [Substring] { table.split(separator: "\r\n") }

    private func expectExports(_ exports: [String: Data], of made: MadeUpClass) {
      let students = made.students.count + 1
      for (folder, suffix) in [
        ("feedback", ".html"), ("feedback", ".md"), ("gradescope", "/results.json"), ("junit", ".xml"),
        ("classroom", ".txt"),
      ] {
        let files = exports.filter { $0.key.hasPrefix(folder + "/") && $0.key.hasSuffix(suffix) }
        #expect(files.count == students, "\(folder)")
      }
      for lab in made.labs { #expect(exports["class/\(lab.book.lab).png"]?.isEmpty == false) }
      let clusters = text(exports["class/clusters.csv"]).split(whereSeparator: \.isNewline)
      #expect(clusters.contains { $0.contains("1.3") && $0.contains(MadeUpClass.cluster.joined(separator: "; ")) })
      let similar = text(exports["class/similar.csv"]).split(whereSeparator: \.isNewline)
      #expect(similar.contains { $0.hasPrefix(MadeUpClass.twins.joined(separator: ",")) })
      // Alike are the twins, and those whose code was made of the same solutions or written like them; nobody else.
      for line in similar.dropFirst() where !line.hasPrefix("t01,t02") {
        let pair = line.split(separator: ",").prefix(2)
        #expect(pair.allSatisfy { $0.hasPrefix("m") || $0.hasPrefix("s0") }, "\(line)")
      }
      let misconceptions = text(exports["class/misconceptions.csv"]).replacing("\r\n", with: "\n")
      for exercise in made.labs.flatMap(\.book.exercises) {
        for known in exercise.misconceptions {
          let isThere = misconceptions.contains("\n\(exercise.id),\(known.misconception.name),")
          #expect(isThere, "\(exercise.id) \(known.misconception.name)")
        }
      }
    }

    private func text(_ data: Data?) -> String { String(decoding: data ?? Data(), as: UTF8.self) }

    // MARK: What must not

    /// No text of a student's is anything but text in what others open.
    private func expectNoHarm(in exports: [String: Data]) {
      for (name, data) in exports where !name.hasSuffix(".png") {
        let content = text(data)
        let controls = content.unicodeScalars.filter { $0.value < 32 && !["\n", "\r", "\t"].contains($0) }
        #expect(controls.isEmpty, "\(name)")
        #expect(
          name.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 32 && !"<>$;()&=".unicodeScalars.contains($0) })
        if name.hasSuffix(".html") {
          for sign in ["<script", "<b>learning", "<img", "<i>", "href=\"javascript", "src=\"http"] {
            let isThere = content.lowercased().contains(sign)
            #expect(!isThere, "\(name) holds \(sign)")
          }
        }
        if name.hasSuffix(".xml") {
          #expect(XMLParser(data: data).parse(), "\(name)")
        }
        if name.hasSuffix(".json") {
          #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: data) }
        }
        if name.hasSuffix(".csv") {
          for cell in content.split(whereSeparator: { ",\r\n".contains($0) }) {
            #expect(!["=1+1", "=HYPER", "-2+3", "+", "@"].contains { cell.hasPrefix($0) }, "\(name): \(cell)")
          }
        }
        if name.hasSuffix(".md") { expectPlain(markdown: content, name) }
      }
      for path in ["/tmp/descent-was-here", root.appending(path: "descent-was-here").path, "descent-was-here"] {
        #expect(!FileManager.default.fileExists(atPath: path))
      }
    }

    /// Outside of its blocks of code, a page has no link, picture, tag or heading of a student's.
    private func expectPlain(markdown: String, _ name: String) {
      var fence = 0
      var prose: [Substring] = []
      for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        let ticks = line.prefix { $0 == "`" }.count
        if fence == 0 {
          if ticks >= 3 { fence = ticks } else { prose.append(line) }
        } else if ticks >= fence, line.dropFirst(ticks).allSatisfy(\.isWhitespace) {
          fence = 0
        }
      }
      #expect(fence == 0, "\(name) ends inside a block")
      let shown = prose.joined(separator: "\n").replacing(/\\./, with: "")
      for sign in ["](javascript:", "](http://evil", "<script", "<b>", "<img", "\n# All tests", "\n# Out"] {
        let isThere = shown.contains(sign)
        #expect(!isThere, "\(name) holds \(sign)")
      }
    }

    /// What students get says nothing of the seed, of where the grader works, and of answers to what isn't wrong.
    private func expectNoSecrets(in exports: [String: Data], _ place: Place, _ folder: WorkFolder) throws {
      let secrets = [
        "\(seed)", root.path, folder.url.path, "grading/scratch", "verdicts.jsonl", "/usr/", "descent-sealed",
      ]
      for (name, data) in exports where !name.hasPrefix("class/") {
        let content = text(data)
        for secret in secrets where content.contains(secret) { Issue.record("\(name) holds \(secret)") }
      }
      for name in ["seed", "optimizers.json"] {
        let file = place.gradebook.appending(path: "secret/\(name)")
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        if name != "seed" { #expect(attributes[.posixPermissions] as? Int == 0o600) }
      }
    }

    /// Where a course shows no diagnoses, no expected output is in anything that students get.
    private func expectNoExpectedOutputs(_ place: Place) throws {
      let exports = try place.exports()
      let names = FileNames.of(try place.standings().map(\.student.id))
      for standing in try place.standings() {
        let failures = standing.graded?.labs.flatMap(\.verdicts).compactMap(\.failure) ?? []
        // Short ones stand there by chance: points, numbers of exercises.
        let outputs = Set(failures.map(\.expected.summary)).filter { $0.count > 12 }
        let own = exports.filter { $0.key.contains("/\(names[standing.student.id] ?? "?")") }
        #expect(own.count == 5)
        for (name, data) in own {
          let content = text(data)
          for output in outputs where content.contains(output) { Issue.record("\(name) holds \(output)") }
        }
      }
    }

    private func expectNothingElseWasTaken(_ made: MadeUpClass, _ place: Place) throws {
      let standings = try place.standings()
      for student in made.students where !(student.strays.isEmpty && student.entries.isEmpty) {
        let submission = standings.first { $0.student.id == student.id }?.submission
        #expect((submission?.ignored.count ?? 0) >= 1, "\(student.id)")
        if student.strays.isEmpty { continue }
        for name in student.strays.keys where !name.hasPrefix(".build") {
          #expect(submission?.ignored.contains { $0.name.hasSuffix(name) } == true, "\(student.id): \(name)")
        }
      }
    }

    // MARK: Again, and otherwise

    private func expectSame(_ got: [String: Data], _ expected: [String: Data], _ what: String) {
      #expect(got.keys.sorted() == expected.keys.sorted())
      for (name, data) in expected { #expect(got[name] == data, "\(what) \(name) has other bytes") }
    }

    /// A dozen of them in other folders, in the opposite order, one after the other: what each of them gets is the same.
    private func expectSameInOtherOrder(
      _ made: MadeUpClass, _ exports: [String: Data], _ folder: WorkFolder
    ) throws {
      let ids: Set = ["a01", "a10", "a11", "a12", "a13", "m03", "m05", "m12", "s02", "n03", "h05", "=1+1"]
      let few = made.students.filter { ids.contains($0.id) }
      #expect(few.count == ids.count)
      let other = try WorkFolder("class-again")
      let handedIn = try ClassFolder(few.reversed(), missing: [], course: MadeUpClass.course, in: other)
      let place = try Place(other, "grades")
      let run = try place.grade(handedIn, ["--jobs", "1"])
      #expect(run.status == 0, "\(run.errorOutput)")
      let own = try place.exports().filter { !$0.key.hasPrefix("class/") && $0.key != "grades.csv" }
      #expect(own.count == 5 * few.count)
      for (name, data) in own { #expect(exports[name] == data, "\(name) has other bytes") }
      let all = text(exports["grades.csv"])
      for row in rows(text(try place.exports()["grades.csv"])) { #expect(all.contains(row)) }
    }
  }
}
