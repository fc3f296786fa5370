import Testing

@testable import Grading

struct SubmissionNameTests {
  @Test(
    arguments: [
      ("Anna Berg_1001_assignsubmission_file", "Anna Berg", "1001", nil),
      ("Anna Berg_1001_assignsubmission_file_", "Anna Berg", "1001", nil),
      ("Anna Berg_1001_assignsubmission_file_my_work.zip", "Anna Berg", "1001", "my_work.zip"),
      ("Anna Berg_1001_assignsubmission_onlinetext", "Anna Berg", "1001", nil),
      ("Default group_assignsubmission_file", "Default group", "Default group", nil),
      ("Team 7_12_assignsubmission_file_a_1_2_b.zip", "Team 7", "12", "a_1_2_b.zip"),
      ("berganna_340934_208490284_Work.zip", "berganna", "340934", "Work.zip"),
      ("berganna_LATE_340934_208490284_my_work.zip", "berganna", "340934", "my_work.zip"),
      ("berganna_340934_text.html", "berganna", "340934", "text.html"),
      ("anon_a1B2c_208490284_Work.zip", "anon_a1B2c", "anon_a1B2c", "Work.zip"),
      ("LATE_anon_a1B2c_208490284_Work.zip", "anon_a1B2c", "anon_a1B2c", "Work.zip"),
    ] as [(String, String, String, String?)])
  func systemsNamesAreTakenApart(name: String, person: String, number: String, rest: String?) {
    let parsed = SubmissionName(name)
    #expect(parsed.person == person)
    #expect(parsed.number == number)
    #expect(parsed.rest == rest)
    #expect(parsed.isLate == name.contains("LATE"))
    #expect(parsed.isSystems)
  }

  @Test(arguments: [
    ("s1.zip", "s1"), ("s1.tar.gz", "s1"), ("s1.TGZ", "s1"), ("s1", "s1"), ("a.b_c", "a.b_c"), (".zip", ".zip"),
    ("submission_12345", "submission_12345"), ("anna_2", "anna_2"), ("_1_2_x", "_1_2_x"), ("", ""),
    ("assignsubmission_file", "assignsubmission_file"),
  ])
  func otherNamesStandForThemselves(name: String, person: String) {
    let parsed = SubmissionName(name)
    #expect(parsed.person == person)
    #expect(parsed.student == person)
    #expect(parsed.number == nil && parsed.rest == nil)
  }
}
