import Foundation
import LabCore
import LabFiles
import Testing

@testable import mixture_lab

/// Lessons on the command line.
@Suite struct LessonCommandTests {
  @Test func theLessonsComeWithTheProgram() {
    #expect(LessonLibrary.lessons.count == 10)
    #expect(LessonLibrary.shortName("04-always-uphill") == "always-uphill")
    #expect(LessonLibrary.shortName("my-lesson") == "my-lesson" && LessonLibrary.shortName("2023") == "2023")
  }

  @Test func aLessonIsBegunByItsNameOrItsFile() throws {
    try Program.withFolder { folder in
      let file = Program.asset("lessons/04-always-uphill.json")
      for arguments in [
        ["render", "--start-lesson", "always-uphill", "--page", "2", "a.png"],
        ["render", "--start-lesson", "04-always-uphill", "--page", "2", "b.png"],
        ["render", file, "--page", "2", "c.png"], ["render", "--start-lesson", file, "--page", "2", "d.png"],
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status == 0 && result.err.isEmpty, "\(arguments): \(result.err)")
      }
      let pictures = try ["a", "b", "c", "d"].map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0).png")) }
      #expect(Set(pictures).count == 1)
    }
  }

  @Test func whatCannotBeIsSaidInOneSentence() throws {
    try Program.withFolder { folder in
      try #"{"format": "mixture-lab lesson", "version": 1, "title": "T"}"#
        .write(toFile: folder + "/bad.json", atomically: true, encoding: .utf8)
      for (arguments, said) in [
        (
          ["render", "--start-lesson", "nothing", "a.png"],
          "there is no lesson 'nothing'; choose among what-is-a-mixture"
        ),
        (["render", "bad.json", "a.png"], "'bad.json' is no usable lesson (minutes is missing)"),
        (["render", "--start-lesson", "shapes", "--page", "30", "a.png"], "--page asks for 30"),
        (["render", "--page", "2", "a.png"], "--page is that of a lesson"),
        (["render", Program.asset("lessons/09-shapes.json"), "-k", "3", "a.png"], "leave out -k"),
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status != 0 && result.err.contains(said), "\(arguments): \(result.err)")
      }
    }
  }

  // MARK: - In other languages

  @Test func theLanguageOfTheWindowIsThatOfItsLessons() throws {
    for lesson in LessonLibrary.lessons {
      #expect(lesson.title.text(in: "de") != lesson.title.english, "\(lesson.name)")
      #expect(lesson.pages[0].text.text(in: "ar") != lesson.pages[0].text.english, "\(lesson.name)")
      #expect(lesson.line.text(in: "../../words/de") == lesson.line.english)
    }
    // Also one that is opened by its file.
    let read = try LessonLibrary.read(Program.asset("lessons/02-who-owns-each-point.json"))
    #expect(read.title.text(in: "fr") == LessonLibrary.lessons[1].title.text(in: "fr"))
    #expect(read.title.text(in: "fr") != read.title.english)
  }

  /// Words for a lesson of the user's own, other words for one of the program's, and some that do not fit.
  @Test func wordsOfTheUserAddAndOverride() throws {
    try Program.withFolder { folder in
      let lessons = folder + "/data/mixture-lab/lessons"
      try FileManager.default.createDirectory(atPath: lessons + "/words", withIntermediateDirectories: true)
      func write(_ text: String, _ name: String) throws {
        try text.write(toFile: "\(lessons)/\(name)", atomically: true, encoding: .utf8)
      }
      try write(
        #"""
        {"format": "mixture-lab lesson", "version": 1, "title": "Mine", "line": "L", "minutes": 1,
         "scene": {"example": "ring"}, "pages": [{"text": "One."}]}
        """#, "mine.json")
      func words(_ lessons: String) -> String {
        #"{"format": "mixture-lab lesson words", "version": 1, "lessons": {\#(lessons)}}"#
      }
      let environment = ["XDG_DATA_HOME": folder + "/data"]
      func render(_ lesson: String, _ language: String, _ picture: String) throws -> (data: Data, err: String) {
        let result = try Program.run(
          ["render", "--start-lesson", lesson, "--language", language, picture], in: folder, environment: environment)
        #expect(result.status == 0, "\(result.err)")
        return (try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(picture)")), result.err)
      }
      let before = try render("mine", "de", "before.png")
      try write(words(#""mine": {"title": "Meine", "line": "Z", "pages": [{"text": "Eins."}]}"#), "words/de.json")
      let after = try render("mine", "de", "after.png")
      #expect(before.err.isEmpty && after.err.isEmpty && before.data != after.data)
      // Those of the program's lessons are there as before.
      let usual = try render("shapes", "de", "usual.png")
      #expect(usual.err.isEmpty)
      try write(
        words(#""mine": {"title": "Meine", "line": "Z", "pages": []}, "gone": {}, "09-shapes": {"title": "F"}"#),
        "words/de.json")
      let (mine, shapes) = (try render("mine", "de", "c.png"), try render("shapes", "de", "d.png"))
      #expect(mine.data == before.data && shapes.data == usual.data)
      #expect(mine.err.contains("'mine' that do not fit it (pages are 0, and the lesson has 1)"), "\(mine.err)")
      #expect(mine.err.contains("'gone', which is no lesson here"), "\(mine.err)")
      #expect(mine.err.contains("'09-shapes' that do not fit it (line is missing)"), "\(mine.err)")
      // Pages that one's own words leave out are those of the program's.
      let lesson = try LessonLibrary.lesson("shapes")
      let empty = Array(repeating: "{}", count: lesson.pages.count).joined(separator: ", ")
      try write(words(#""09-shapes": {"title": "F", "line": "Z", "pages": [\#(empty)]}"#), "words/de.json")
      let english = String(lesson.pages[1].text.english.prefix { $0 != "*" })
      for (language, isEnglish) in [("en", true), ("de", false)] {
        let told = try Program.run(
          ["describe", "--start-lesson", "shapes", "--page", "2", "--language", language], environment: environment)
        #expect(told.status == 0 && told.out.contains(english.prefix(20)) == isEnglish, "\(told.err)\(told.out)")
      }
      try write("{", "words/de.json")
      let broken = try render("shapes", "de", "e.png")
      #expect(broken.data == usual.data && broken.err.split(separator: "\n").count == 1, "\(broken.err)")
    }
  }

  /// Opened or dropped in the window, and a damaged one.
  @Test func theWindowOpensAFile() throws {
    let file = Program.asset("lessons/02-who-owns-each-point.json")
    guard case .openedLesson(let lesson) = LabData.open(file, progress: { _ in true }) else {
      Issue.record("it is a lesson")
      return
    }
    var state = LabState()
    state.apply(.shell(.openFile(path: file)))
    if let effect = state.effects.last { state.apply(.answer(Answer(effect.ticket, .openedLesson(lesson)))) }
    #expect(state.lesson?.lesson == lesson && state.recent.first == file)
    try Program.withFolder { folder in
      let path = folder + "/bad.json"
      try #"{"format": "mixture-lab lesson", "version": 7}"#.write(toFile: path, atomically: true, encoding: .utf8)
      guard case .notOpened(.other(let sentence)) = LabData.open(path, progress: { _ in true }) else {
        Issue.record("it is refused")
        return
      }
      #expect(sentence.contains("newer"))
    }
  }
}
