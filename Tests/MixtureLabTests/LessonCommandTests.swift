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
