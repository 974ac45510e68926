import Foundation
import LabFiles
import Testing

@testable import LabCore
@testable import mixture_lab

/// Hand-ins on the command line, and as the window writes and reads them.
@Suite struct GradeCommandTests {
  private static let name = "04-always-uphill"

  /// A folder with a hand-in for each name.
  private static func fill(_ folder: String, _ names: [String]) throws {
    let lesson = try LessonLibrary.lesson(name)
    for (index, name) in names.enumerated() {
      var lab = LabState()
      lab.provide([lesson])
      lab.apply(.lesson(.start(name: lesson.name, page: 0)))
      for page in lesson.pages {
        lab.apply(.tick(lab.now + 10))
        for choice in (page.question?.choices ?? []).indices
        where page.question?.choices[choice].isRight != (index == 1) {
          lab.apply(.lesson(.answer(choice)))
          lab.performPendingWork()
          break
        }
        if page != lesson.pages.last { lab.apply(.lesson(.next)) }
        lab.performPendingWork()
      }
      lab.apply(.lesson(.handIn))
      for letter in name { lab.apply(.export(.type(String(letter)))) }
      lab.apply(.export(.sign(false)))
      while !lab.exportName.isEmpty { lab.apply(.export(.erase)) }
      lab.apply(.export(.type("\(folder)/\(index)-\(name)\(HandIn.ending)")))
      lab.apply(.export(.write))
      guard case .export(let request)? = lab.effects.last?.task,
        case .exported = ExportStore.export(request, font: nil, progress: { _ in true })
      else {
        Issue.record("nothing was handed in")
        return
      }
      #expect(
        ExportStore.export(request, font: nil, progress: { _ in true }) == .notExported(.exists(path: request.path)))
    }
  }

  @Test func marksArePrintedWithoutNames() throws {
    try Program.withFolder { folder in
      try Self.fill(folder, ["Ada", "Ben", "Ada"])
      try "not one".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
      let damaged = folder + "/3-Dan" + HandIn.ending
      try FileManager.default.copyItem(atPath: "\(folder)/0-Ada\(HandIn.ending)", toPath: damaged)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: damaged))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: damaged))
      let result = try Program.run(["grade", folder, "--csv", folder + "/marks.csv"])
      #expect(result.status == 0, "\(result.err)")
      #expect(
        result.err.contains("'notes.txt' is no hand-in") && result.err.contains("'3-Dan.handin.json' counts nothing"))
      #expect(result.err.contains("hand-ins 1, 3 have the same name"))
      #expect(!result.out.contains("Ada") && result.out.contains("1.00") && result.out.contains("0.00"))
      let csv = try String(contentsOfFile: folder + "/marks.csv", encoding: .utf8)
      #expect(csv.split(separator: "\n").count == 4 && !csv.contains("Ben"))
      // What it wrote is no input of the next time, and names come where they are asked for.
      let again = try Program.run(["grade", folder, "--csv", folder + "/marks.csv", "--names", "--json"])
      #expect(again.status == 0 && again.out.contains("\"name\": \"Ben\"") && again.err.contains("same name, Ada"))
      #expect(try String(contentsOfFile: folder + "/marks.csv", encoding: .utf8).contains("Ben"))
    }
  }

  /// A file is one, however often and however it is named; two of the same work are named.
  @Test func theSameWorkIsToldApart() throws {
    try Program.withFolder { folder in
      try Self.fill(folder, ["Ada"])
      let file = "0-Ada\(HandIn.ending)"
      let once = try Program.run(["grade", file, ".", "./\(file)", "\(folder)/\(file)", "--json"], in: folder)
      #expect(once.status == 0 && !once.out.contains("\"number\": 2") && !once.err.contains("same"), "\(once.err)")
      try FileManager.default.copyItem(
        atPath: "\(folder)/\(file)", toPath: "\(folder)/1-Ben\(HandIn.ending)")
      let twice = try Program.run(["grade", folder])
      #expect(twice.status == 0 && twice.err.contains("hand-ins 1, 2 are the same work"), "\(twice.err)")
    }
  }

  /// What was named and is not there is something else than a file that is no hand-in.
  @Test func whatIsNotThereIsSaid() throws {
    try Program.withFolder { folder in
      let result = try Program.run(["grade", "nofolder"], in: folder)
      #expect(result.status == 1 && result.err.contains("there is no file 'nofolder'"), "\(result.err)")
      #expect(!result.err.contains("skipped"))
    }
  }

  /// In the table names are as they are, but for what a spreadsheet would compute.
  @Test func namesAreWholeInTheTable() throws {
    let lesson = try LessonLibrary.lesson(Self.name)
    let long = String(repeating: "Maria ", count: 12) + "of the end"
    let names = [long, " =1+1", "\u{FEFF}=1", "＝1", "a=1", "Ada", "ada ", "a\u{202E}b"]
    let graded = names.enumerated().map { index, name in
      let sound = GradedHandIn.Sound(
        name: name, lesson: lesson, isKnown: true, written: "",
        report: LessonReport(seed: 1, seconds: Double(index), results: []))
      return GradedHandIn(path: "\(index)", file: "\(index)", stamp: nil, outcome: .success(sound))
    }
    let report = GradeReport(graded, hasNames: true)
    let cells = report.csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(cells.map(String.init) == [long, "' =1+1", "'\u{FEFF}=1", "'＝1", "a=1", "Ada", "\"ada \"", "a b"])
    #expect(report.notes == ["hand-ins 6, 7 have the same name, Ada"])
  }

  /// Nobody failed where there was nothing to do.
  @Test func aLessonWithoutTasksHasNoMark() throws {
    let lesson = try LessonLibrary.lesson(Self.name)
    let sound = GradedHandIn.Sound(
      name: "Ada", lesson: lesson, isKnown: true, written: "", report: LessonReport(seed: 1, seconds: 60, results: []))
    let report = GradeReport(
      [GradedHandIn(path: "a", file: "a", stamp: nil, outcome: .success(sound))], hasNames: false)
    #expect(report.text.contains("–") && !report.text.contains("0.00"))
    #expect(report.csv.split(separator: "\n").last == "1,\(lesson.name),60,")
    #expect(report.json.indentedText.contains("\"mark\": null"))
  }

  @Test func whereNothingCountsThatIsSaid() throws {
    try Program.withFolder { folder in
      for arguments in [["grade", folder], ["grade", folder + "/nowhere"]] {
        let result = try Program.run(arguments)
        #expect(result.status == 1 && result.errorLines.count >= 1, "\(result.err)")
      }
      try Self.fill(folder, ["Ada"])
      let file = "\(folder)/0-Ada\(HandIn.ending)"
      let before = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(try Program.run(["grade", folder, "--csv", file]).status == 1)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    }
  }

  /// The window reads a folder, once each file.
  @Test func theWindowReadsWhatIsNew() throws {
    try Program.withFolder { folder in
      try Self.fill(folder, ["Ada", "Ben"])
      #expect(LabData.open(folder, progress: { _ in true }) == .foundHandIns(path: folder))
      var lab = LabState()
      lab.apply(.handIns(.open(path: folder)))
      guard case .gradeHandIns(let request)? = lab.effects.last?.task else {
        Issue.record("nothing is read")
        return
      }
      guard case .gradedHandIns(let files?) = HandInStore.grade(request, progress: { _, _ in true }) else {
        Issue.record("nothing was found")
        return
      }
      #expect(files.count == 2 && files.allSatisfy { $0.sound != nil })
      lab.apply(.answer(Answer(lab.effects[lab.effects.count - 1].ticket, .gradedHandIns(files))))
      lab.apply(.tick(lab.now + 3))
      guard case .gradeHandIns(let next)? = lab.effects.last?.task else {
        Issue.record("nothing is read again")
        return
      }
      var calls = 0
      let outcome = HandInStore.grade(next) { _, _ in
        calls += 1
        return true
      }
      #expect(outcome == .gradedHandIns(nil) && calls == 0)
    }
  }
}
