import Foundation
import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

/// Hand-ins as files: what was done comes to the same again, and nothing that was changed counts.
@Suite struct HandInFileTests {
  private static let header = SessionHeader(program: "0.1.0", kernel: "test", began: "2026-11-30T10:00:00Z")
  private static let grader = HandInGrader(lessons: [], kernel: "test")

  private static let lessons = [
    "01-what-is-a-mixture", "02-who-owns-each-point", "03-move-and-reshape", "04-always-uphill",
    "05-where-you-start-matters", "06-when-a-component-collapses", "07-how-many-components", "08-soft-or-hard",
    "09-shapes", "10-when-a-mixture-is-wrong",
  ]

  static func lesson(_ name: String = "03-move-and-reshape") throws -> Lesson {
    try LessonFile.read(Fixture.asset("lessons/\(name).json"))
  }

  static func file(_ lesson: Lesson, seed: UInt64, name: String = "Ada") throws -> HandInFile {
    let handIn = try #require(Pupil(lesson, seed: seed).lab.handIn(name: name))
    return try HandInGrader.file(handIn, header)
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test(arguments: lessons)
  func whatWasDoneComesToTheSameAgain(_ name: String) throws {
    let lesson = try Self.lesson(name)
    try Fixture.withFolder { folder in
      // A search takes a while.
      for seed in UInt64(1)...(lesson.pages.contains { $0.exercise?.kind == .count } ? 1 : 2) {
        let lab = Pupil(lesson, seed: seed).lab
        let report = try #require(lab.lessonReport)
        let exercises = lab.lesson?.marks ?? []
        #expect(report.seconds > 10 && exercises.count == 1)
        for mark in exercises {
          let result = report.results.first { $0.page == mark.page && $0.kind != .question }
          #expect(result?.mark == mark.score && result?.attempts == mark.attempts)
        }
        let handIn = try #require(lab.handIn(name: "Ada"))
        let file = try HandInGrader.file(handIn, Self.header)
        let path = "\(folder)/a\(seed)\(HandIn.ending)"
        try Self.write(file.bytes, path)
        #expect(try HandInFile.read(path) == file)
        let sound = try #require(Self.grader.grade(path).sound)
        #expect(sound.report == report && sound.name == "Ada" && !sound.isKnown)
        // Another processor may round otherwise; the marks are the same.
        #expect(HandInGrader(lessons: [lesson], kernel: "other").grade(path).sound?.isKnown == true)
      }
    }
  }

  /// Whoever does a lesson once more has other points in its exercise; so has whoever marks that.
  @Test func aSecondPlayComesToTheSameAgain() throws {
    let lesson = try Self.lesson("08-soft-or-hard")
    let page = try #require(lesson.pages.firstIndex { $0.exercise != nil })
    var lab = LabState()
    lab.provide([lesson])
    for play in UInt64(0)...2 {
      lab.apply(.lesson(.start(name: lesson.name, page: page)))
      lab.performPendingWork()
      for choice in [0, 1, 2, 3] { lab.apply(.lesson(.answer(choice))) }
      let mark = try #require(lab.lesson?.marks.first)
      #expect(mark.seed == 88 + 1000 * play)
      let handIn = try #require(lab.handIn(name: ""))
      let state = try HandInReplay.state(of: handIn, lesson: lesson)
      #expect(state.lesson?.marks == [mark])
    }
  }

  @Test func itHoldsNothingOfTheWorkFromBefore() throws {
    let lesson = try Self.lesson()
    var lab = LabState()
    lab.provide([lesson])
    lab.apply(.edit(.openExample(.moons)))
    lab.performPendingWork()
    lab.apply(.lesson(.start(name: lesson.name, page: 2)))
    let entries = try #require(lab.handIn(name: "")?.entries)
    guard case .scene(let scene) = entries[0] else {
      Issue.record("no scene")
      return
    }
    #expect(scene.pointCount == 0)
  }

  @Test func aLessonThatWasLeftCanStillBeHandedIn() throws {
    let lesson = try Self.lesson()
    var lab = Pupil(lesson, seed: 4).lab
    let handIn = try #require(lab.handIn(name: "B"))
    lab.apply(.lesson(.leave))
    #expect(lab.lesson == nil && lab.handIn(name: "B") == handIn)
    lab.apply(.lesson(.start(name: lesson.name, page: 0)))
    #expect(lab.handIn(name: "B") != handIn)
  }

  /// A thousand files of which one byte is another, is gone, or is one too many.
  @Test func noChangedByteCounts() throws {
    let bytes = try Self.file(Self.lesson(), seed: 5).bytes
    var generator = SeededGenerator(seed: 11)
    var passed = 0
    for edit in 0..<1000 {
      var changed = bytes
      // The ends are where digits and commas are that mean something to the reader.
      let place = edit < 60 ? bytes.count - 1 - edit : Int(generator.uniform() * Double(bytes.count))
      switch edit % 4 {
      case 0: changed.remove(at: place)
      case 1: changed.insert(UInt8(ascii: " "), at: place)
      case 2: changed[place] ^= 0x20
      default: changed[place] = changed[place] &+ 1 &+ UInt8(generator.uniform() * 200)
      }
      if changed == bytes { continue }
      if (try? HandInFile(changed, isNamedSo: true)) != nil { passed += 1 }
    }
    #expect(passed == 0)
  }

  /// Whoever changes what is claimed, and the checksum with it, is found out by doing it again.
  @Test func noChangedClaimCounts() throws {
    let lesson = try Self.lesson()
    let file = try Self.file(lesson, seed: 6)
    let claim = file.claim
    func changed(_ edit: (inout [HandInClaim.Result]) -> Void) -> HandInClaim {
      var results = claim.results
      edit(&results)
      return HandInClaim(hash: claim.hash, seed: claim.seed, seconds: claim.seconds, results: results)
    }
    var claims = claim.results.indices.flatMap { index in
      [
        changed { $0[index] = $0[index].with(mark: ($0[index].mark ?? 0) < 0.5 ? 1 : 0) },
        changed { $0[index] = $0[index].with(attempts: $0[index].attempts + 1) },
        changed { $0[index] = $0[index].with(answer: ($0[index].answer ?? 0) + 1) },
        changed { $0.remove(at: index) },
      ]
    }
    claims.append(HandInClaim(hash: claim.hash, seed: claim.seed, seconds: claim.seconds / 2, results: claim.results))
    claims.append(HandInClaim(hash: claim.hash, seed: claim.seed + 1, seconds: claim.seconds, results: claim.results))
    try Fixture.withFolder { folder in
      let path = "\(folder)/a\(HandIn.ending)"
      for (kernel, others) in [("test", claims), ("other", claims)] {
        for other in others {
          let header = SessionHeader(program: "0.1.0", kernel: kernel, began: "now")
          try Self.write(HandInFile(file.handIn, other, header).bytes, path)
          #expect(Self.grader.grade(path).flaw == .differs)
        }
      }
      let hash = HandInClaim(hash: "0", seed: claim.seed, seconds: claim.seconds, results: claim.results)
      try Self.write(HandInFile(file.handIn, hash, Self.header).bytes, path)
      #expect(Self.grader.grade(path).flaw == .differs)
      // What was done, changed: an answer left out.
      var entries = file.handIn.entries
      let answer = entries.firstIndex { if case .command(.lesson(.answer)) = $0 { true } else { false } }
      entries.remove(at: try #require(answer))
      let other = HandIn(name: "Ada", lesson: lesson, entries: entries)
      try Self.write(HandInFile(other, claim, Self.header).bytes, path)
      #expect(Self.grader.grade(path).flaw != nil)
    }
  }

  /// A lesson of that name that is at hand counts, whatever the file says is right in it.
  @Test func theLessonOfWhoeverMarksCounts() throws {
    let lesson = try Self.lesson()
    // Of the first question another answer is made the right one.
    var forged = lesson.source
    let right = try #require(forged.range(of: ",\"right\":true"))
    let first = try #require(forged.range(of: "\"reply\":"))
    let between = forged.range(of: "\"reply\":", range: first.upperBound..<right.lowerBound)
    let after = forged.range(of: "\"reply\":", range: right.upperBound..<forged.endIndex)
    if between == nil {
      forged.replaceSubrange(try #require(after), with: "\"right\":true,\"reply\":")
      forged.replaceSubrange(right, with: "")
    } else {
      forged.replaceSubrange(right, with: "")
      forged.replaceSubrange(first, with: "\"right\":true,\"reply\":")
    }
    let other = try LessonFile.lesson(JSONValue.parse(Array(forged.utf8)), path: lesson.name + ".json")
    try Fixture.withFolder { folder in
      let path = "\(folder)/a\(HandIn.ending)"
      try Self.write(Self.file(other, seed: 7).bytes, path)
      #expect(Self.grader.grade(path).sound != nil)
      #expect(HandInGrader(lessons: [lesson], kernel: "test").grade(path).flaw == .differs)
    }
  }

  @Test func messyFoldersAreNamed() throws {
    let lesson = try Self.lesson()
    let bytes = try Self.file(lesson, seed: 8).bytes
    try Fixture.withFolder { folder in
      let files = FileManager.default
      try Self.write(bytes, "\(folder)/a\(HandIn.ending)")
      try Self.write(bytes, "\(folder)/renamed.txt")
      try Self.write(Array("hello".utf8), "\(folder)/notes.txt")
      try Self.write(Array("hello".utf8), "\(folder)/b\(HandIn.ending)")
      try Self.write([], "\(folder)/empty\(HandIn.ending)")
      try Self.write(Array(bytes.prefix(500)), "\(folder)/half\(HandIn.ending)")
      try files.createDirectory(atPath: "\(folder)/sub\(HandIn.ending)", withIntermediateDirectories: false)
      try files.createSymbolicLink(atPath: "\(folder)/link\(HandIn.ending)", withDestinationPath: "a\(HandIn.ending)")
      try files.createSymbolicLink(atPath: "\(folder)/zero\(HandIn.ending)", withDestinationPath: "/dev/zero")
      #expect(files.createFile(atPath: "\(folder)/large\(HandIn.ending)", contents: nil))
      let large = try #require(FileHandle(forWritingAtPath: "\(folder)/large\(HandIn.ending)"))
      try large.truncate(atOffset: UInt64(Limits.handInBytes) + 1)
      try large.close()
      let (paths, left) = try HandInFolder.files(in: [folder])
      #expect(paths.count == 10 && left == 0)
      let graded = Dictionary(
        uniqueKeysWithValues: paths.map { ($0, Self.grader.grade($0)) }.map { ($1.file, $1.flaw) })
      #expect(graded["a.handin.json"] == .some(nil) && graded["renamed.txt"] == .some(nil))
      #expect(graded["notes.txt"] == .noHandIn && graded["b.handin.json"] == .changed)
      #expect(graded["empty.handin.json"] == .changed && graded["half.handin.json"] == .changed)
      #expect(graded["sub.handin.json"] == .noHandIn && graded["link.handin.json"] == .noHandIn)
      #expect(graded["zero.handin.json"] == .noHandIn && graded["large.handin.json"] == .tooLarge)
      #expect(HandInFolder.isLikely(folder) && !HandInFolder.isLikely("\(folder)/a\(HandIn.ending)"))
    }
  }

  /// However much lies beside them.
  @Test func handInsComeBeforeOtherFiles() throws {
    try Fixture.withFolder { folder in
      for index in 0...Limits.handIns { try Self.write([], "\(folder)/\(index).txt") }
      try Self.write([], "\(folder)/zz-late\(HandIn.ending)")
      let (paths, left) = try HandInFolder.files(in: [folder])
      #expect(paths.count == Limits.handIns && left == 2 && paths.last?.hasSuffix(HandIn.ending) == true)
    }
  }

  @Test func aNameThatIsNoTextIsSaid() throws {
    try Fixture.withFolder { folder in
      let bytes = Array("\(folder)/caf".utf8) + [0xE9] + Array("\(HandIn.ending)".utf8) + [0]
      let descriptor = open(bytes.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0)
      close(descriptor)
      let path = try #require(HandInFolder.files(in: [folder]).paths.first)
      #expect(Self.grader.grade(path).flaw == .unreadable("its name is not UTF-8; rename it"))
    }
  }

  @Test func aFileIsFoundOnceHoweverItIsNamed() throws {
    try Fixture.withFolder { folder in
      let path = "\(folder)/a\(HandIn.ending)"
      try Self.write([], path)
      let sources = [path, folder, "\(folder)/.", "\(folder)//a\(HandIn.ending)"]
      #expect(try HandInFolder.files(in: sources).paths.count == 1)
    }
  }

  @Test func longerThanAnybodyWaitsIsGivenUp() throws {
    let file = try Self.file(Self.lesson(), seed: 9)
    #expect(throws: HandInFlaw.takesTooLong) {
      _ = try HandInReplay.state(of: file.handIn, lesson: file.handIn.lesson) { true }
    }
  }
}

extension HandInClaim.Result {
  fileprivate func with(mark: Double? = nil, attempts: Int? = nil, answer: Int? = nil) -> HandInClaim.Result {
    HandInClaim.Result(
      page: page, kind: kind, attempts: attempts ?? self.attempts, mark: mark ?? self.mark,
      answer: answer ?? self.answer)
  }
}
