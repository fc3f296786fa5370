/// What leads through the site: the groups of pages, for whom each is, and the few links on top of all pages.
struct Navigation: Sendable {
  /// Pages that belong together.
  struct Group: Sendable {
    var title: String
    var sentence: String
    var pages: [Entry]

    /// Its anchor on the page of all pages, as `for-students`.
    var anchor: String { title.lowercased().replacing(" ", with: "-") }
  }

  /// A page in a list.
  struct Entry: Sendable {
    var link: Link
    var summary: String
  }

  let labs: [Entry]
  let groups: [Group]
  /// Whether the site has a reference of the code.
  let hasReference: Bool

  /// The order of what is known; pages that came later follow by their titles.
  static let plan: [(title: String, sentence: String, places: [String])] = [
    (
      "For students", "Fill in a function, ask whether it is right, and be told what is wrong and why.",
      [
        "docs/students.md", "docs/transcripts/student.md", "docs/from-numpy.md", "docs/glossary.md",
        "datasets/README.md",
      ]
    ),
    (
      "For lecturers", "Figures for slides, a package to hand out, and grading that says what to explain again.",
      [
        "docs/lecturers.md", "docs/course-map.md", "docs/errata.md", "docs/grading.md", "docs/submissions.md",
        "docs/gradebook.md", "docs/grading-at-scale.md", "docs/transcripts/lecturer.md",
      ]
    ),
    (
      "For authors", "How the house is built, what is decided, and how a lab is added.",
      [
        "docs/authors.md", "docs/architecture.md", "CONTRIBUTING.md", "docs/testing.md", "docs/metrics.md",
        "docs/performance.md", "docs/reproducibility.md",
      ]
    ),
  ]

  /// - Parameters:
  ///   - labs: the pages of the labs.
  ///   - pages: all other pages by their places.
  ///   - decisions: the page that lists decisions.
  init(labs: [Entry], pages: [String: Entry], decisions: Entry, hasReference: Bool) {
    self.labs = labs
    self.hasReference = hasReference
    var groups = Self.plan.map { part in
      Group(title: part.title, sentence: part.sentence, pages: part.places.compactMap { pages[$0] })
    }
    let known = Set(Self.plan.flatMap(\.places))
    let others = pages.filter { !known.contains($0.key) }.map(\.value).sorted { $0.link.title < $1.link.title }
    groups[groups.count - 1].pages += others + [decisions]
    self.groups = groups
  }

  /// The links on top of all pages.
  var top: [Link] {
    var links = [Link(address: "index.html#labs", title: "Labs")]
    let pages = groups.flatMap(\.pages)
    for (address, title) in [("course-map.html", "Course map"), ("figures/index.html", "Figures")] {
      if address == "figures/index.html" || pages.contains(where: { $0.link.address == address }) {
        links.append(Link(address: address, title: title))
      }
    }
    links += zip(["Students", "Lecturers", "Authors"], groups).map { title, group in
      let guide = group.pages.first { $0.link.address == "\(title.lowercased()).html" }
      return Link(address: guide?.link.address ?? "pages.html#\(group.anchor)", title: title)
    }
    if pages.contains(where: { $0.link.address == "glossary.html" }) {
      links.append(Link(address: "glossary.html", title: "Glossary"))
    }
    if hasReference { links.append(Link(address: Reference.pageAddress, title: "Code")) }
    return links
  }
}
