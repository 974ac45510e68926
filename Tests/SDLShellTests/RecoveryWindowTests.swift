import Foundation
import Glibc
import LabFiles
import Rasterizer
import Testing

extension WindowTests {
  /// What becomes of work when the program ends without being asked to.
  @Suite struct Recovery {
    /// How many times the program is killed: `KILLS=500` for a long night.
    private static let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap(Int.init) ?? 5

    /// A grid of places on the canvas beside the opening example, each far enough from the others.
    private static let places: [(x: Int, y: Int)] = stride(from: 110, through: 940, by: 26).flatMap { x in
      [90, 116, 142, 640, 666, 692].map { (x, $0) }
    }

    /// Whatever was on the screen when the program was killed is there again when it is started and goes on.
    @Test func whatWasShownIsBackAfterTheProgramWasKilled() throws {
      var dice = SystemRandomNumberGenerator()
      var home = Home()
      var (shown, clicks): (Set<Int>, Int) = ([], 0)
      var timesAsked = 0
      for round in 0..<Recovery.kills {
        // A canvas that is full proves nothing any more.
        if round % 6 == 0 { (home, shown) = (Home(), []) }
        let aside = home.files(".aside")
        try ShownWindow.open(environment: home.environment) { window in
          if !shown.isEmpty {
            try window.waitUntil("the work is offered") { window.showsCard }
            // Killed twice before anything was done with it, it is set aside, and has to be asked for.
            if home.files(".aside") > aside {
              timesAsked += 1
              try window.key("Tab")
            }
            try window.key("Return")
            try window.waitUntil("the card is gone") { !window.showsCard }
            try window.moveAway()
            do {
              try window.waitUntil("everything is back") { shown.isSubset(of: Recovery.visible(window)) }
            } catch {
              try keepEvidence(of: window, home, missing: shown.subtracting(Recovery.visible(window)), round: round)
              throw error
            }
          } else {
            // Any key sends the opening hint away.
            try window.key("b")
          }
          let free = Set(Recovery.places.indices).subtracting(Recovery.visible(window)).shuffled(using: &dice)
          let wanted = free.prefix(Int.random(in: 3...24, using: &dice))
          clicks += wanted.count
          let hand = try window.begin(clicking: wanted.map { Recovery.places[$0] }, every: 0.02)
          let deadline = Date(timeIntervalSinceNow: Double.random(in: 0.05...0.9, using: &dice))
          var seen = shown
          while Date() < deadline { seen.formUnion(Recovery.visible(window, among: wanted)) }
          window.kill()
          hand.process.waitUntilExit()
          shown = seen
        }
      }
      print("\(Recovery.kills) kills among \(clicks) clicks; set aside and asked for: \(timesAsked)")
    }

    /// What is needed to find out why something is missing: a picture, and what was kept.
    private func keepEvidence(of window: ShownWindow, _ home: Home, missing: Set<Int>, round: Int) throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lost-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try PNGFile.write(window.picture(), to: folder + "/window.png")
      try FileManager.default.copyItem(atPath: home.path, toPath: folder + "/state")
      let places = missing.sorted().map { Recovery.places[$0] }
      Issue.record("after kill \(round) these places are empty: \(places); see \(folder)")
    }

    /// Closed, it is kept where something was drawn, and not offered.
    @Test func whatIsClosedUnsavedIsKeptAndNotOffered() throws {
      let home = Home()
      try ShownWindow.open(environment: home.environment) { window in
        try window.click(120, 140)
        try window.moveAway()
        _ = try window.settledPicture()
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0 && window.program.err == "")
      }
      #expect(home.files(".kept") == 1 && home.files(".session") == 0 && home.files(".lock") == 0)
      try ShownWindow.open(environment: home.environment) { window in
        #expect(!window.showsCard)
        try window.key("space")
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
      #expect(home.files(".kept") == 1 && home.files(".session") == 0, "a run alone is no work of one's own")
    }

    /// A fresh start leaves the work in the list, and is not asked about again.
    @Test func aFreshStartKeepsTheWork() throws {
      let home = Home()
      try home.drawAndKill()
      try ShownWindow.open(environment: home.environment) { window in
        try window.waitUntil("the work is offered") { window.showsCard }
        try window.key("Tab")
        try window.key("Return")
        try window.waitUntil("the card is gone") { !window.showsCard }
        try window.moveAway()
        try window.waitUntil("the point is gone") { !window.showsPoint(120, 140) }
        #expect(home.files(".kept") == 1 && home.files(".session") == 1)
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
      #expect(home.files(".kept") == 1 && home.files(".session") == 0)
    }

    /// After two starts that ended before anybody answered the third begins as usual, and keeps the work apart.
    @Test func whatEndedTheProgramTwiceIsSetAside() throws {
      let home = Home()
      try home.drawAndKill()
      for attempt in 1...2 {
        try ShownWindow.open(environment: home.environment) { window in
          try window.waitUntil("the work is offered") { window.showsCard }
          #expect(window.showsPoint(120, 140) == false, "under the veil")
          #expect(home.files(".try1") == 1 && home.files(".try2") == attempt - 1)
          window.kill()
        }
      }
      try ShownWindow.open(environment: home.environment) { window in
        try window.waitUntil("the card is there") { window.showsCard }
        #expect(home.files(".aside") == 1 && home.files(".try1") == 0)
        try window.key("Return")
        try window.waitUntil("the card is gone") { !window.showsCard }
        try window.moveAway()
        try window.waitUntil("the usual start") { !window.showsPoint(120, 140) }
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
      #expect(home.files(".aside") == 1)
    }

    /// What other data took the place of is kept apart, though the window shows other data when it closes.
    @Test func whatOtherDataTookThePlaceOfIsKept() throws {
      let home = Home()
      try ShownWindow.open(environment: home.environment) { window in
        try window.click(120, 140)
        try window.moveAway()
        try window.waitUntil("the point is there") { window.showsPoint(120, 140) }
        for key in ["F3", "Right", "Return"] { try window.key(key) }
        try window.waitUntil("it is kept") { home.files(".kept") == 1 }
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
      #expect(home.files(".kept") == 1 && home.files(".session") == 0)
    }

    /// Looking at other data is no reason to take what was drawn for saved.
    @Test func aLookAtTheGalleryLosesNothing() throws {
      let (before, home) = (Home(), Home())
      try before.drawAndKill()
      let scene = before.path + "/scene.json"
      let written = try Executable.run(
        try Executable.mixtureLab(), ["recover", "--export", scene], environment: before.environment)
      #expect(written.status == 0, "\(written.err)")
      try ShownWindow.open([scene], environment: home.environment) { window in
        try window.click(120, 190)
        try window.moveAway()
        try window.waitUntil("the point is there") { window.showsPoint(120, 190) }
        try window.key("F3")
        usleep(700_000)
        try window.key("Escape")
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
      #expect(home.files(".kept") == 1)
    }

    /// Each window has what its own session left.
    @Test func twoWindowsDoNotDisturbEachOther() throws {
      let home = Home()
      try ShownWindow.open(environment: home.environment) { first in
        try first.click(120, 140)
        try first.moveAway()
        try first.waitUntil("the point is there") { first.showsPoint(120, 140) }
        // The second one begins while the first is open.
        let second = try RunningProgram(
          try Executable.mixtureLab(), [], environment: first.screen.environment.merging(home.environment) { $1 })
        try first.waitUntil("both have a journal") { home.files(".session") == 2 }
        kill(second.process.processIdentifier, SIGKILL)
        second.process.waitUntilExit()
        first.kill()
      }
      // Nothing was done in the second.
      try ShownWindow.open(environment: home.environment) { window in
        try window.goOnWithThePoint()
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
    }

    /// One that was gone before it wrote anything has nothing to be asked about, and hides nothing.
    @Test func anEmptyJournalIsPassedOver() throws {
      let home = Home()
      try home.drawAndKill()
      let empty = home.path + "/mixture-lab/journals/journal-20991231-235959-1.session"
      #expect(FileManager.default.createFile(atPath: empty, contents: Data()))
      try ShownWindow.open(environment: home.environment) { window in
        try window.goOnWithThePoint()
        #expect(home.files(".aside") == 0 && !FileManager.default.fileExists(atPath: empty))
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0)
      }
    }

    /// Where nothing can be kept, that is said, and everything else works.
    @Test func withoutAPlaceForItTheWindowWorks() throws {
      let home = Home()
      try "in the way".write(toFile: home.path, atomically: true, encoding: .utf8)
      try ShownWindow.open(environment: home.environment) { window in
        try window.click(120, 140)
        try window.moveAway()
        try window.waitUntil("the point is there") { window.showsPoint(120, 140) }
        try window.waitUntil("it is said") { window.program.err.contains("Nothing keeps what you draw here") }
        // The first time it is said that this would lose the point.
        try window.key("ctrl+q")
        usleep(300_000)
        #expect(window.program.process.isRunning)
        try window.key("ctrl+q")
        #expect(try window.exitStatus() == 0 && window.program.err.split(separator: "\n").count == 1)
      }
      #expect(try String(contentsOfFile: home.path, encoding: .utf8) == "in the way")
    }

    private static func visible(_ window: ShownWindow) -> Set<Int> { visible(window, among: places.indices) }

    /// The places where a point is on the screen.
    private static func visible(_ window: ShownWindow, among indices: some Sequence<Int>) -> Set<Int> {
      Set(
        indices.filter { index in
          let place = places[index]
          return window.showsPoint(place.x, place.y)
        })
    }
  }
}

/// A place for journals and settings, removed with its last reference.
final class Home {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)").path
  var environment: [String: String] { ["XDG_STATE_HOME": path] }

  /// How many files of journals have such an ending.
  func files(_ ending: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/mixture-lab/journals")) ?? []
    return names.count { $0.hasSuffix(ending) }
  }

  /// A session in which a point was drawn, cut off.
  func drawAndKill() throws {
    try ShownWindow.open(environment: environment) { window in
      try window.click(120, 140)
      try window.moveAway()
      try window.waitUntil("the point is there") { window.showsPoint(120, 140) }
      window.kill()
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension ShownWindow {
  /// The ring around its first button.
  fileprivate var showsCard: Bool { picture(Area(x: 290, y: 380, width: 200, height: 90)).count(of: Look.accent) > 300 }

  fileprivate func showsPoint(_ x: Int, _ y: Int) -> Bool {
    picture(Area(around: x, y, radius: 1)).count(of: Look.point, tolerance: 8) == 9
  }

  /// Takes up what it is offered, the point that was drawn.
  fileprivate func goOnWithThePoint() throws {
    try waitUntil("the work is offered") { showsCard }
    try key("Return")
    try waitUntil("the card is gone") { !showsCard }
    try moveAway()
    try waitUntil("the point is there") { showsPoint(120, 140) }
  }

  fileprivate func kill() {
    Glibc.kill(program.process.processIdentifier, SIGKILL)
    program.process.waitUntilExit()
  }

  /// Clicks at places, one after another, while the test goes on.
  fileprivate func begin(clicking places: [(x: Int, y: Int)], every pause: Double) throws -> RunningProgram {
    let arguments = places.flatMap { place in
      ["mousemove", "\(frame.x + place.x)", "\(frame.y + place.y)", "click", "1", "sleep", "\(pause)"]
    }
    return try RunningProgram("/usr/bin/env", ["xdotool"] + arguments, environment: screen.environment)
  }
}
