import Foundation

/// Somebody who takes the course.
public struct Student: Sendable, Hashable, Codable {
  /// What the course knows the student by: unique, as in the roster or in the names of what was handed in.
  public var id: String
  /// The name as people write it; the id where no roster says it.
  public var name: String
  /// The group or section; empty where there are none.
  public var section: String
  /// Days by which this student's due date is later.
  public var extensionDays: Double

  /// A student.
  public init(id: String, name: String? = nil, section: String = "", extensionDays: Double = 0) {
    self.id = id
    self.name = name ?? id
    self.section = section
    self.extensionDays = extensionDays
  }
}
