import Foundation
import Glibc
import LabCore
import Testing

@testable import LabFiles

/// The journals of sessions, side by side in one folder.
struct JournalFolderTests {
  private func withJournals(_ body: (JournalFolder, String) throws -> Void) throws {
    try Fixture.withFolder { root in
      let folder = JournalFolder(UserFolders { $0 == "XDG_STATE_HOME" ? root : nil })
      try body(folder, root)
    }
  }

  private func write(_ text: String, to path: String, age: Int = 0) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    var times = [timespec(tv_sec: time(nil) - age, tv_nsec: 0), timespec(tv_sec: time(nil) - age, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
  }

  private func names(_ folder: JournalFolder) -> [String] {
    FolderNames.all(in: folder.path).filter { ![".", ".."].contains($0) }.sorted()
  }

  @Test func aJournalIsOpenWhileItIsHeldAndCutOffAfterwards() throws {
    try withJournals { folder, _ in
      #expect(folder.journals().isEmpty)
      var claim: JournalClaim? = try folder.begin()
      try write("x", to: try #require(claim).path)
      #expect(folder.journals().map(\.condition) == [.open])
      #expect(folder.claim(folder.journals()[0]) == nil, "another window has it")
      #expect(folder.journals()[0].work() == nil)
      claim = nil
      let left = folder.journals()
      #expect(left.map(\.condition) == [.cutOff] && left[0].work()?.ending == .cutOff)
      #expect(folder.claim(left[0]) != nil)
    }
  }

  @Test func twoWindowsOfOneSecondHaveTwoJournals() throws {
    try withJournals { folder, _ in
      let claims = try (0..<5).map { _ in try folder.begin() }
      #expect(Set(claims.map(\.path)).count == 5)
      for claim in claims { #expect(JournalName.parts(of: String(claim.path.split(separator: "/").last ?? "")) != nil) }
    }
  }

  @Test func theFolderAndItsFilesAreTheUsersAlone() throws {
    try withJournals { folder, _ in
      let claim = try folder.begin()
      #expect(claim.beginAttempt())
      for path in [folder.path, UserFolders.joined(folder.path, names(folder)[0])] {
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o077 == 0, "\(path)")
      }
    }
  }

  @Test func whatIsKeptOrSetAsideIsListedAsSuch() throws {
    try withJournals { folder, _ in
      for ending in [KeptWork.Ending.closed, .setAside] {
        let claim = try folder.begin()
        try write("x", to: claim.path)
        if ending == .closed { claim.keep() } else { claim.setAside() }
      }
      #expect(Set(folder.journals().compactMap { $0.work()?.ending }) == [.closed, .setAside])
      #expect(names(folder).allSatisfy { !$0.hasSuffix(".lock") })
    }
  }

  @Test func theLatestComesFirst() throws {
    try withJournals { folder, _ in
      for age in [50, 10, 90] {
        let claim = try folder.begin()
        try write("\(age)", to: claim.path, age: age)
        claim.keep()
      }
      let ages = folder.journals().map { time(nil) - $0.changed }
      #expect(ages == ages.sorted() && ages.count == 3)
    }
  }

  @Test func attemptsAreCountedUntilTheyAreForgotten() throws {
    try withJournals { folder, _ in
      var claim: JournalClaim? = try folder.begin()
      try write("x", to: try #require(claim).path)
      #expect(claim?.attempts == 0)
      #expect(claim?.beginAttempt() == true && claim?.attempts == 1)
      // The program ends here, and begins anew.
      claim = nil
      claim = folder.claim(folder.journals()[0])
      #expect(claim?.attempts == 1 && claim?.beginAttempt() == true && claim?.attempts == 2)
      claim = nil
      claim = folder.claim(folder.journals()[0])
      #expect(claim?.attempts == JournalClaim.mostAttempts)
      claim?.forgetAttempts()
      #expect(claim?.attempts == 0)
    }
  }

  @Test func aNoteSaysWhatIsInAJournalUntilMoreIsAdded() throws {
    try withJournals { folder, _ in
      let claim = try folder.begin()
      try write("four", to: claim.path)
      let contents = KeptWork.Contents(points: 212, components: 3, halfSteps: 18)
      try claim.note(JournalNote(contents: contents, name: "a", file: "/b.json", folders: ["/c"], bytes: 4))
      claim.keep()
      #expect(folder.journals().first?.contents == contents && folder.journals().first?.note?.folders == ["/c"])
      let path = try #require(folder.journals().first?.path)
      try write("fourteen", to: path)
      #expect(folder.journals().first?.contents == nil)
      #expect(folder.journals().first?.work()?.contents == nil, "a number that is no longer true is none")
    }
  }

  @Test(arguments: ["", "{", "{\"points\": 1}", "[]", "\u{0}", String(repeating: "[", count: 70_000)])
  func aDamagedNoteSaysNothing(_ text: String) throws {
    try withJournals { folder, _ in
      let claim = try folder.begin()
      try write("x", to: claim.path)
      try write(text, to: claim.path.replacingOccurrences(of: ".session", with: ".about"))
      #expect(folder.journals().count == 1 && folder.journals()[0].note == nil)
    }
  }

  @Test func whatIsNoJournalIsNotListed() throws {
    try withJournals { folder, root in
      _ = try folder.begin()
      for name in ["journal-20260101-000000-1.session.bak", "journal-x.session", "other", "journal-1.kept"] {
        try write("x", to: "\(folder.path)/\(name)")
      }
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/journal-20260101-000000-1.session", withIntermediateDirectories: false)
      try write("x", to: "\(root)/elsewhere")
      #expect(symlink("\(root)/elsewhere", "\(folder.path)/journal-20260101-000000-2.kept") == 0)
      #expect(folder.journals().isEmpty)
    }
  }

  // MARK: - Nothing is in the way of a window

  @Test func aFileInTheWayIsSaidInOneSentence() throws {
    try Fixture.withFolder { root in
      try write("x", to: "\(root)/mixture-lab")
      let folder = JournalFolder(UserFolders { $0 == "XDG_STATE_HOME" ? root : nil })
      #expect(throws: FileError.self) { try folder.begin() }
      #expect(folder.journals().isEmpty)
      folder.sweep()
      #expect(try String(contentsOfFile: "\(root)/mixture-lab", encoding: .utf8) == "x")
    }
  }

  // MARK: - Tidying up

  @Test func journalsAreRemovedAfterThirtyDaysUnlessAWindowHasThem() throws {
    try withJournals { folder, _ in
      let day = 24 * 3600
      let open = try folder.begin()
      try write("open", to: open.path, age: 40 * day)
      for (age, text) in [(29 * day, "young"), (31 * day, "old")] {
        let claim = try folder.begin()
        try write(text, to: claim.path, age: age)
        try claim.note(
          JournalNote(
            contents: .init(points: 1, components: 1, halfSteps: 0), name: text, file: nil, folders: [], bytes: 1))
        claim.keep()
      }
      folder.sweep()
      let texts = folder.journals().compactMap { try? String(contentsOfFile: $0.path, encoding: .utf8) }
      #expect(Set(texts) == ["open", "young"])
      #expect(names(folder).count == 4, "a journal with its lock, one with its note: \(names(folder))")
    }
  }

  /// However long the machine was off.
  @Test func whatNobodyWasAskedAboutStays() throws {
    try withJournals { folder, _ in
      var claim: JournalClaim? = try folder.begin()
      try write("cut off", to: try #require(claim).path, age: 400 * 24 * 3600)
      claim = nil
      folder.sweep()
      #expect(folder.journals().map(\.condition) == [.cutOff])
    }
  }

  @Test func locksAndNotesWithoutAJournalAreRemovedOnceNobodyCanStillBeBeginning() throws {
    try withJournals { folder, _ in
      let held = try folder.begin()
      for (name, age) in [
        ("journal-20260101-000000-1.lock", 90), ("journal-20260101-000000-1.about", 90),
        ("journal-20260101-000000-2.lock", 5), ("journal-20260101-000000-3.try1", 90),
      ] {
        try write("", to: "\(folder.path)/\(name)", age: age)
      }
      folder.sweep()
      #expect(names(folder).count == 2 && names(folder).contains("journal-20260101-000000-2.lock"))
      withExtendedLifetime(held) {}
    }
  }

  /// Of whatever lies about only what a run that is gone left behind more than a minute ago.
  @Test func onlyLeftoversOfRunsThatAreGoneAreRemoved() throws {
    try withJournals { folder, root in
      let gone = try Self.processThatIsGone()
      let all = [
        (".mixture-lab-\(gone)-0.tmp", 90, false), (".mixture-lab-\(gone)-12.tmp", 90, false),
        (".mixture-lab-\(gone)-1.tmp", 20, true), (".mixture-lab-\(getpid())-0.tmp", 90, true),
        (".mixture-lab-1-0.tmp", 90, true), (".mixture-lab-\(gone)-0.tmp.json", 90, true),
        ("mixture-lab-\(gone)-0.tmp", 90, true), (".mixture-lab-\(gone).tmp", 90, true), ("scene.json", 9999, true),
        (".mixture-lab-0-0.tmp", 90, true), (".mixture-lab-99999999999-0.tmp", 90, true),
      ]
      for (name, age, _) in all { try write("x", to: "\(root)/\(name)", age: age) }
      try FileManager.default.createDirectory(
        atPath: "\(root)/.mixture-lab-\(gone)-5.tmp", withIntermediateDirectories: false)
      #expect(symlink("\(root)/scene.json", "\(root)/.mixture-lab-\(gone)-6.tmp") == 0)
      folder.sweep([root])
      for (name, _, stays) in all {
        #expect(FileManager.default.fileExists(atPath: "\(root)/\(name)") == stays, "\(name)")
      }
      #expect(FileManager.default.fileExists(atPath: "\(root)/.mixture-lab-\(gone)-5.tmp"))
      var status = stat()
      #expect(lstat("\(root)/.mixture-lab-\(gone)-6.tmp", &status) == 0, "a link is nobody's leftover")
    }
  }

  /// Where a session was saving, it may have left something.
  @Test func theFoldersOfNotesAreSweptToo() throws {
    try withJournals { folder, root in
      let gone = try Self.processThatIsGone()
      let elsewhere = "\(root)/elsewhere"
      try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: false)
      try write("x", to: "\(elsewhere)/.mixture-lab-\(gone)-0.tmp", age: 90)
      let claim = try folder.begin()
      try write("x", to: claim.path)
      try claim.note(
        JournalNote(
          contents: .init(points: 1, components: 1, halfSteps: 0), name: "", file: nil, folders: [elsewhere, "/none"],
          bytes: 1))
      folder.sweep()
      #expect(FolderNames.all(in: elsewhere).count == 2)
    }
  }

  private static func processThatIsGone() throws -> pid_t {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }
}

/// When something was, where the user is.
struct MomentTests {
  @Test func daysAreCountedByTheCalendar() {
    var parts = tm()
    parts.tm_year = 126
    parts.tm_mon = 10
    parts.tm_mday = 30
    parts.tm_hour = 0
    parts.tm_min = 5
    parts.tm_isdst = -1
    let now = mktime(&parts)
    #expect(Moment(at: now, now: now).daysAgo == 0)
    #expect(Moment(at: now - 600, now: now) == Moment(year: 2026, month: 11, day: 29, hour: 23, minute: 55, daysAgo: 1))
    #expect(Moment(at: now - 40 * 86400, now: now).daysAgo == 40)
  }
}
