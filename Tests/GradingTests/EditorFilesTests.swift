import AnswerChecks
import Foundation
import Testing

/// What editors read names only what there is.
@Suite struct EditorFilesTests {
  private let project = Workspace(root: WorkspaceTests.root)

  private func value(_ place: String) throws -> [String: Any] {
    let data = try Data(contentsOf: project.root.appending(path: place))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any], "\(place)")
  }

  private func verbs(_ place: String) throws -> Set<String> {
    let text = try String(contentsOf: project.root.appending(path: place), encoding: .utf8)
    return Set(text.matches(of: #/(?m)^([a-z]+):/#).map { String($0.1) })
  }

  @Test func tasksTypeVerbsThatBothMakefilesHave() throws {
    let tasks = try #require(value(".vscode/tasks.json")["tasks"] as? [[String: Any]])
    let typed = tasks.compactMap { $0["command"] as? String }.compactMap { $0.firstMatch(of: #/^make ([a-z]+)/#)?.1 }
    #expect(Set(typed.map(String.init)) == ["check", "watch", "lab", "submit"])
    for makefile in ["Makefile", "docs/handout/Makefile"] {
      let verbs = try verbs(makefile)
      for verb in typed { #expect(verbs.contains(String(verb)), "\(makefile) has no \(verb)") }
    }
  }

  @Test func theMatcherFindsAStudentsLine() throws {
    let tasks = try #require(value(".vscode/tasks.json")["tasks"] as? [[String: Any]])
    let patterns = tasks.compactMap { ($0["problemMatcher"] as? [String: Any])?["pattern"] as? [String: Any] }
    #expect(!patterns.isEmpty)
    for pattern in patterns {
      let matcher = try Regex(#require(pattern["regexp"] as? String))
      let line = "    Labs/Optimizers/Exercises/Exercise01Quadratic.swift:21:5: error: cannot find 'x' in scope"
      let found = try #require(line.wholeMatch(of: matcher)?.output)
      func part(_ name: String) throws -> String { String(found[try #require(pattern[name] as? Int)].substring ?? "") }
      #expect(try part("file") == "Labs/Optimizers/Exercises/Exercise01Quadratic.swift")
      #expect(try part("line") == "21" && part("column") == "5" && part("severity") == "error")
      #expect(try part("message") == "cannot find 'x' in scope")
    }
  }

  @Test func labsAreThoseOfTheCourse() throws {
    let labs = Set(project.labs().map(\.command))
    for file in [".vscode/tasks.json", ".vscode/launch.json"] {
      let inputs = try #require(value(file)["inputs"] as? [[String: Any]])
      #expect(inputs.allSatisfy { Set($0["options"] as? [String] ?? []) == labs }, "\(file)")
    }
  }

  @Test func whatIsLaunchedIsBuiltFirst() throws {
    let tasks = try #require(value(".vscode/tasks.json")["tasks"] as? [[String: Any]]).compactMap {
      $0["label"] as? String
    }
    for launch in try #require(value(".vscode/launch.json")["configurations"] as? [[String: Any]]) {
      #expect(tasks.contains(launch["preLaunchTask"] as? String ?? ""))
    }
  }

  @Test func theContainerRunsWhatIsThere() throws {
    let container = try value(".devcontainer/devcontainer.json")
    let script = try #require(container["postCreateCommand"] as? String)
    #expect(FileManager.default.isExecutableFile(atPath: project.root.appending(path: script).path))
    #expect(container["image"] as? String == "swift:6.3")
    let extensions = try #require(value(".vscode/extensions.json")["recommendations"] as? [String])
    let custom = try #require((container["customizations"] as? [String: Any])?["vscode"] as? [String: Any])
    #expect(custom["extensions"] as? [String] == extensions && extensions == ["swiftlang.swift-vscode"])
    #expect(try !value(".vscode/settings.json").isEmpty)
  }
}
