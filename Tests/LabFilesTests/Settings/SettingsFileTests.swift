import Foundation
import LabCore
import Testing

@testable import LabFiles

/// What is kept from one session to the next.
struct SettingsFileTests {
  /// Folders of its own, as the environment names them.
  private final class Home {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    var folders: UserFolders {
      UserFolders { [root] name in
        ["HOME": root, "XDG_CONFIG_HOME": root + "/config", "XDG_CONFIG_DIRS": "\(root)/near:\(root)/far"][name]
      }
    }
    var path: String { root + "/config/mixture-lab/config.json" }

    init(_ files: [String: String] = [:]) throws {
      for (folder, text) in files {
        try FileManager.default.createDirectory(
          atPath: "\(root)/\(folder)/mixture-lab", withIntermediateDirectories: true)
        try text.write(toFile: "\(root)/\(folder)/mixture-lab/config.json", atomically: true, encoding: .utf8)
      }
    }

    var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
    deinit { try? FileManager.default.removeItem(atPath: root) }
  }

  @Test func nothingIsThereAtFirst() throws {
    let home = try Home()
    let (settings, problems) = SettingsFile.load(home.folders)
    #expect(settings.isEmpty && problems.isEmpty)
    #expect(SettingsFile(home.folders).keep(LabSettings()) == .written)
    #expect(!FileManager.default.fileExists(atPath: home.root), "nothing to say makes no folder")
  }

  @Test func whatIsKeptIsReadAgain() throws {
    let home = try Home()
    let settings = LabSettings(
      theme: .dark, projectorTheme: .light, speed: 2, width: 1000, height: 700, recent: ["/a.csv", "/ä.json"],
      language: "pt", textScale: .large, reducesMotion: true, shapesPoints: false, soundsSteps: true, speaksNews: true)
    #expect(SettingsFile(home.folders).keep(settings) == .written)
    #expect(SettingsFile.load(home.folders).settings == settings)
    // How far somebody has come in lessons, beside what another window keeps.
    var lessons = settings
    lessons.lessons = ["a": LessonProgress(page: 2), "b": LessonProgress(isDone: true)]
    #expect(SettingsFile(home.folders).keep(lessons.changes(since: settings)) == .written)
    #expect(SettingsFile.load(home.folders).settings == lessons)
    #expect(
      SettingsFile(home.folders).keep(LabSettings(lessons: ["a": LessonProgress(page: 0, isDone: true)])) == .written)
    #expect(SettingsFile.load(home.folders).settings.lessons.values.allSatisfy { $0.isDone && $0.page == 0 })
    #expect(home.text.contains("\"lessons\""))
    try FileManager.default.removeItem(atPath: home.path)
    #expect(SettingsFile(home.folders).keep(settings) == .written)
    // Only what changed is said.
    #expect(SettingsFile(home.folders).keep(LabSettings(theme: .light)) == .written)
    var other = settings
    other.theme = .light
    #expect(SettingsFile.load(home.folders).settings == other)
  }

  @Test func theUserCountsMoreThanTheAdministrator() throws {
    let home = try Home([
      "config": #"{"version": 1, "theme": "dark"}"#, "near": #"{"version": 1, "theme": "light", "speed": 5}"#,
      "far": #"{"version": 1, "speed": 1, "projectorTheme": "light"}"#,
    ])
    let (settings, problems) = SettingsFile.load(home.folders)
    #expect(settings == LabSettings(theme: .dark, projectorTheme: .light, speed: Speed.rates.firstIndex(of: 5)))
    #expect(problems.isEmpty)
  }

  /// The user over the administrator, member by member; the window writes none of it.
  @Test func aComputerRoomIsSetByWhoLooksAfterIt() throws {
    let home = try Home([
      "config": #"{"version": 1, "resetAfter": 2.5}"#,
      "near": #"{"version": 1, "kiosk": true, "classFolder": "/srv/class", "resetAfter": 10}"#,
      "far": #"{"version": 1, "kiosk": false, "startLesson": "shapes"}"#,
    ])
    let (settings, problems) = SettingsFile.load(home.folders)
    #expect(problems.isEmpty && settings.kiosk == true && settings.classFolder == "/srv/class")
    #expect(settings.startLesson == "shapes" && settings.resetAfter == 2.5)
    var changed = settings
    changed.theme = .dark
    #expect(SettingsFile(home.folders).keep(changed.changes(since: settings)) == .written)
    #expect(!home.text.contains("kiosk") && home.text.contains("2.5"))
  }

  @Test(arguments: [
    ("\"kiosk\": 1", "kiosk"), ("\"classFolder\": \"class\"", "classFolder"), ("\"classFolder\": 3", "classFolder"),
    ("\"startLesson\": \"\"", "startLesson"), ("\"resetAfter\": 0", "resetAfter"),
    ("\"resetAfter\": \"ten\"", "resetAfter"), ("\"resetAfter\": 2000", "resetAfter"),
  ])
  func whatARoomCannotBeIsSaid(_ member: String, _ field: String) throws {
    let home = try Home(["near": "{\"version\": 1, \(member)}"])
    let (settings, problems) = SettingsFile.load(home.folders)
    #expect(settings.isEmpty && problems.count == 1 && problems.first?.field.contains("its \(field)") == true)
  }

  @Test func unknownMembersAreKept() throws {
    let home = try Home(["config": #"{"printer": "de", "version": 1, "theme": "dark", "room": {"a": [1, 2]}}"#])
    #expect(SettingsFile(home.folders).keep(LabSettings(theme: .light)) == .written)
    let json = try JSONValue.parse(Array(home.text.utf8))
    #expect(json["printer"]?.text == "de" && json["room"]?["a"]?.vector == [1, 2] && json["theme"]?.text == "light")
  }

  @Test(arguments: [
    ("{", "not"), ("[]", "no object"), (#"{"theme": "dark"}"#, "version is missing"),
    (#"{"version": 2}"#, "version 2"), (#"{"version": 1, "theme": "blue"}"#, "theme"),
    (#"{"version": 1, "theme": "dark", "theme": "light"}"#, "theme"), (#"{"version": 1, "speed": 4}"#, "speed"),
    (#"{"version": 1, "window": {"width": 1280}}"#, "window.height"),
    (#"{"version": 1, "window": {"width": 1e9, "height": 800}}"#, "window.width"),
    (#"{"version": 1, "recent": ["a", 3]}"#, "recent"), ("", "JSON"),
    (#"{"version": 1, "language": ""}"#, "language"), (#"{"version": 1, "textScale": 110}"#, "textScale"),
    (#"{"version": 1, "sounds": "on"}"#, "sounds"), (#"{"version": 1, "shapes": 1}"#, "shapes"),
    (#"{"version": 1, "reducedMotion": null}"#, "reducedMotion"),
  ])
  func aBrokenFileIsSaidAndNeverWrittenOver(_ text: String, _ clause: String) throws {
    let home = try Home(["config": text, "near": #"{"version": 1, "speed": 5}"#])
    let (settings, problems) = SettingsFile.load(home.folders)
    #expect(settings == LabSettings(speed: Speed.rates.firstIndex(of: 5)))
    #expect(
      problems.count == 1 && problems[0].path == home.path && problems[0].description.contains(clause), "\(problems)")
    guard case .unusable = SettingsFile(home.folders).keep(LabSettings(theme: .dark)) else {
      Issue.record("it was written")
      return
    }
    #expect(home.text == text)
  }

  @Test func twoWindowsMergeTheirRecentFiles() throws {
    let home = try Home()
    let file = SettingsFile(home.folders)
    DispatchQueue.concurrentPerform(iterations: 10) { index in
      _ = file.keep(LabSettings(recent: ["/\(index).csv"]))
    }
    #expect(Set(SettingsFile.load(home.folders).settings.recent) == Set((0..<10).map { "/\($0).csv" }))
    for index in 0..<9 { _ = file.keep(LabSettings(recent: ["/more-\(index).csv"])) }
    let recent = SettingsFile.load(home.folders).settings.recent
    #expect(recent.count == LabSettings.mostRecent && recent.first == "/more-8.csv")
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let home = try Home()
    try FileManager.default.createDirectory(atPath: home.root, withIntermediateDirectories: true)
    try "no folder".write(toFile: home.root + "/config", atomically: true, encoding: .utf8)
    guard case .failed = SettingsFile(home.folders).keep(LabSettings(theme: .dark)) else {
      Issue.record("it was written")
      return
    }
  }

  @Test func settingsAreWrittenOnceASecondAndAtTheEnd() throws {
    let home = try Home()
    let keeper = SettingsKeeper(home.folders) { Issue.record("\($0)") }
    for speed in 0..<9 { keeper.keep(LabSettings(theme: speed % 2 == 0 ? .dark : .light, speed: speed)) }
    keeper.keep(LabSettings(recent: ["/a.csv"]))
    keeper.keep(LabSettings(recent: ["/b.csv"]))
    keeper.finish()
    let settings = SettingsFile.load(home.folders).settings
    #expect(settings == LabSettings(theme: .dark, speed: 8, recent: ["/b.csv", "/a.csv"]))
  }

  @Test func changesSayOnlyWhatChanged() {
    let before = LabSettings(theme: .light, projectorTheme: .dark, speed: 1, width: 10, height: 20, recent: ["a", "b"])
    var after = before
    #expect(after.changes(since: before).isEmpty)
    after.theme = .dark
    after.recent = ["c", "a", "b"]
    #expect(after.changes(since: before) == LabSettings(theme: .dark, recent: ["c"]))
    after.recent = ["b", "a"]
    #expect(after.changes(since: before).recent == ["b"])
  }

  @Test func placesAreWhereTheDesktopHasThem() throws {
    let home = try Home()
    try FileManager.default.createDirectory(atPath: home.root + "/config", withIntermediateDirectories: true)
    try "# made\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\nXDG_DOWNLOAD_DIR=\"/data/down\"\nXDG_MUSIC_DIR=broken\n".write(
      toFile: home.root + "/config/user-dirs.dirs", atomically: true, encoding: .utf8)
    let places = UserPlaces(home: home.root) { $0 == "XDG_CONFIG_HOME" ? home.root + "/config" : nil }
    #expect(places.documents == home.root + "/Dokumente" && places.downloads == "/data/down")
    #expect(UserPlaces(home: "/h") { _ in nil }.documents == "/h/Documents")
  }
}
