import DeepLearning
import Foundation
import NumericCore
import Testing

/// CSV files: what is read, and what each kind of damage leads to.
@Suite struct DataCSVTests {
  private func table(_ text: String, _ format: CSVFormat = CSVFormat()) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), file: "f", format: format)
  }

  private func rows(_ table: CSVTable) -> [[String?]] {
    (0..<table.rowCount).map { row in table.columnNames.indices.map { table[row, $0] } }
  }

  @Test func quotesLineEndsAndBlanksAreRead() throws {
    let table = try table(
      "a,b , c\r\n1, two ,\"three, 3\"\n\r\n\"x \"\"y\"\"\",\"line\r\nend\",  \"  in \"  \n?,\"\",z")
    #expect(table.columnNames == ["a", "b", "c"])
    #expect(
      rows(table) == [
        ["1", "two", "three, 3"], ["x \"y\"", "line\r\nend", "  in "], [nil, nil, "z"],
      ])
    #expect((0..<3).map(table.line(ofRow:)) == [2, 4, 6])
  }

  @Test func theFormatIsTheCallers() throws {
    let keeping = try table("a;b\n 1 ;'x;y'", CSVFormat(separator: ";", quote: "'", missing: [], trimsBlanks: false))
    #expect(rows(keeping) == [[" 1 ", "x;y"]])
    let named = try table("1,-\n,4\n", CSVFormat(header: .names(["p", "q"]), missing: ["-"]))
    #expect(named.columnNames == ["p", "q"])
    #expect(rows(named) == [["1", nil], ["", "4"]])
    let none = try table("\u{FEFF}7,8,9", CSVFormat(header: .none))
    #expect(none.columnNames == ["1", "2", "3"])
    #expect(rows(none) == [["7", "8", "9"]])
    let commented = try table("|1x3 \"odd\n|too\n5,6\n", CSVFormat(header: .none, comment: "|"))
    #expect(rows(commented) == [["5", "6"]])
    #expect(commented.line(ofRow: 0) == 3)
    let packed = try CSVTable(bytes: gzip(Array("a\n1\n".utf8)), file: "f")
    #expect(rows(packed) == [["1"]])
  }

  @Test func columnsBecomeNumbers() throws {
    let columns = try table("a,b,c\n1,-2.5,x\n?,1e3,x\n+.5,,x\n").numbers(in: ["b", "a"])
    #expect(columns.names == ["b", "a"])
    #expect(columns.missingCounts == [1, 1])
    #expect(columns.values.column(1).elements[0] == 1)
    #expect(columns.values.column(1).elements[1].isNaN)
    #expect(columns.values.column(1).elements[2] == 0.5)
    #expect(columns.values[0, 0] == -2.5)
    #expect(columns.values[1, 0] == 1000)
    #expect(columns.values[2, 0].isNaN)
    #expect(try table("a,b\n1,2\n").numbers().values == [[1, 2]])
  }

  @Test func columnsBecomeCategories() throws {
    let table = try table("k\nb\na.\n?\nb\nB\n")
    let column = try table.categories(in: "k", droppingSuffix: ".")
    #expect(column.levels == ["B", "a", "b"])
    #expect(column.codes == [2, 1, nil, 2, 0])
    #expect(column.missingCount == 1)
    #expect(column.levelCounts == [1, 1, 2])
    #expect(column.oneHot() == [[0, 0, 1], [0, 1, 0], [0, 0, 0], [0, 0, 1], [1, 0, 0]])
    let known = try table.categories(in: "k", levels: ["a.", "b", "B", "c"])
    #expect(known.codes == [1, 0, nil, 1, 2])
    let stray = dataError { _ = try table.categories(in: "k", levels: ["a.", "b"]) }
    #expect(stray?.description == "f, line 6: \"B\" is no level of column \"k\".")
  }

  @Test func eachKindOfDamageHasItsSentence() {
    func sentence(_ text: String, _ format: CSVFormat = CSVFormat()) -> String? {
      dataError { _ = try table(text, format).numbers() }?.description
    }
    #expect(sentence("") == "f: The file is empty.")
    #expect(sentence("\n\r\n\n") == "f: The file is empty.")
    #expect(sentence("a,b\n") == "f, line 1: No rows follow the header.")
    #expect(sentence("a,b\n1,2\n\n3\n") == "f, line 4: The line has 1 fields instead of 2.")
    #expect(sentence("a,b\n1,2,3\n") == "f, line 2: The line has 3 fields instead of 2.")
    #expect(sentence("1,2\n3,4\n") == "f, line 1: The header is missing or wrong: name 1 is the number 1.")
    #expect(sentence("a,\n3,4\n") == "f, line 1: The header is missing or wrong: name 2 is empty.")
    #expect(sentence("a,a\n3,4\n") == "f, line 1: The header is missing or wrong: name 2 comes twice.")
    #expect(sentence("a,b\n1,2\n3,1.2.3\n") == "f, line 3: \"1.2.3\" in column \"b\" is no number.")
    for word in ["nan", "inf", "0x10", "1e999", "1 2", "١"] {
      #expect(sentence("a\n\(word)\n") == "f, line 2: \"\(word)\" in column \"a\" is no number.")
    }
    #expect(
      sentence("a\n1\n\"2\n3\n") == "f, line 3: A quote is opened here, and the file ends before it is closed.")
    #expect(sentence("a\n\"1\"2\n") == "f, line 2: Field 1 goes on after its closing quote.")
    #expect(sentence("a,b\n1,x\"y\"\n") == "f, line 2: Field 2 holds a quote, and doesn't begin with one.")
    #expect(sentence("a\n1234567\n", CSVFormat(longestRecord: 6)) == "f, line 2: The line is longer than 6 bytes.")
    #expect(
      sentence("a\n\"12\n34567\n", CSVFormat(longestRecord: 6))
        == "f, line 2: The line is longer than 6 bytes. A quote is open since line 2.")
    let latin1 = dataError { _ = try CSVTable(bytes: Array("a\n1\n".utf8) + [0xE9, 10], file: "f") }
    #expect(latin1?.description == "f, line 3: The line is no valid UTF-8.")
    let column = dataError { _ = try table("a,b\n1,2\n").numbers(in: ["c"]) }
    #expect(column?.description == "f: There is no column \"c\"; the columns are a, b.")
  }

  /// 100 MB without a line end, plain and as a bomb of gzip: reading stops at the first mebibyte.
  @Test func aVeryLongLineIsRefused() {
    let line = Array("a\n".utf8) + [UInt8](repeating: 55, count: 100_000_000)
    let problem = "f, line 2: The line is longer than 1048576 bytes."
    #expect(dataError { _ = try CSVTable(bytes: line, file: "f") }?.description == problem)
    #expect(dataError { _ = try CSVTable(bytes: gzip(line), file: "f") }?.description == problem)
  }

  @Test func aFileBeyondTheLimitIsRefused() {
    let file = Array("a\n".utf8) + [UInt8](repeating: 10, count: 1_000_000)
    let error = dataError { _ = try CSVTable(bytes: gzip(file), file: "f", format: CSVFormat(largestFile: 500_000)) }
    #expect(error?.problem == "The file is longer than 500000 bytes.")
  }

  /// Random tables, written with random quotes and line ends, come back as they were.
  @Test func whatIsWrittenIsRead() throws {
    var generator = Philox4x32x10(seed: 5)
    let alphabet: [Character] = ["a", "\"", ",", "\n", "\r\n", " ", "é", "?", "1"]
    for _ in 0..<500 {
      let columns = 1 + generator.integer(below: 4)
      let table = (0..<1 + generator.integer(below: 5)).map { _ in
        (0..<columns).map { _ in
          String((0..<generator.integer(below: 5)).map { _ in alphabet[generator.integer(below: 9)] })
        }
      }
      let text = table.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      }.joined(separator: generator.bernoulli(0.5) ? "\n" : "\r\n")
      let format = CSVFormat(header: .none, missing: [], trimsBlanks: false)
      #expect(rows(try self.table(text, format)) == table)
    }
  }

  @Test func thousandsOfDamagedTablesEndInASentence() {
    var generator = Philox4x32x10(seed: 6, stream: "damage")
    let whole = Array("name,x,y\r\nann,1,\"2\"\r\n\"b \"\"c\"\"\",?,4.5e1\n\"d\ne\",-1,0\n".utf8)
    let odd: [UInt8] = [0, 10, 13, 34, 44, 63, 0x80, 0xC3, 0xFF]
    for _ in 0..<5000 {
      var bytes = whole
      for _ in 0...generator.integer(below: 5) where !bytes.isEmpty {
        let place = generator.integer(below: bytes.count)
        switch generator.integer(below: 4) {
        case 0: bytes[place] = odd[generator.integer(below: odd.count)]
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(odd[generator.integer(below: odd.count)], at: place)
        default: bytes = Array(bytes[..<max(1, place)])
        }
      }
      _ = dataError {
        let table = try CSVTable(bytes: bytes, file: "f", format: CSVFormat(longestRecord: 40))
        _ = try table.categories(in: "name")
        _ = try table.numbers(in: ["x", "y"])
      }
    }
  }
}
