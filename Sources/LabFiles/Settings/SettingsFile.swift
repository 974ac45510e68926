import Glibc
import LabCore

/// What the window keeps from one session to the next, as JSON that people may write too:
///
/// ```
/// {"version": 1, "theme": "dark", "projectorTheme": "light", "speed": 2,
///  "window": {"width": 1280, "height": 800}, "recent": ["/home/ada/trees.csv"],
///  "language": "de", "textScale": 125, "reducedMotion": true, "shapes": true, "sounds": true, "speech": true,
///  "lessons": {"always-uphill": {"page": 3, "done": false}},
///  "kiosk": true, "classFolder": "/srv/class", "startLesson": "always-uphill", "resetAfter": 10}
/// ```
///
/// The last four are for whoever looks after a computer room; the window never writes them.
///
/// Everything but the version may be missing. Members that are not known here are kept when the file is written again. A
/// file that says what cannot be is not used, and never written over.
public struct SettingsFile: Sendable {
  static let version: UInt64 = 1
  package static let name = "config.json"

  /// A file that is not used, and what of it is wrong.
  public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    public let path: String
    /// The member, or what else is wrong.
    public let field: String

    public var description: String {
      "the settings in '\(path)' are not used (\(field)); correct the file or remove it"
    }
  }

  /// What became of settings that were to be kept.
  public enum Kept: Sendable, Equatable {
    case written
    case unusable(Problem)
    case failed(FileError)
    /// Another window is writing, and does not come to an end.
    case busy
  }

  public let path: String
  let folder: String

  public init(_ folders: UserFolders) {
    folder = folders.config
    path = UserFolders.joined(folders.config, SettingsFile.name)
  }

  /// What the administrator and the user set, the user's first, and which files are not used.
  public static func load(_ folders: UserFolders) -> (settings: LabSettings, problems: [Problem]) {
    var settings = LabSettings()
    var problems: [Problem] = []
    for folder in [folders.config] + folders.systemConfigs {
      do throws(Problem) {
        guard let json = try json(UserFolders.joined(folder, name)) else { continue }
        settings = settings.over(try read(json, path: UserFolders.joined(folder, name)))
      } catch {
        problems.append(error)
      }
    }
    return (settings, problems)
  }

  /// Puts what has changed into the user's file, beside what other windows have put there meanwhile.
  public func keep(_ changes: LabSettings) -> Kept {
    if changes.isEmpty { return .written }
    let code = UserFolders.create(folder)
    if code != 0 { return .failed(.writing(path, folder: folder, code: code)) }
    let lock: FileLock
    do throws(FileCode) {
      guard let held = try FileLock.waiting(UserFolders.joined(folder, ".config.lock"), seconds: 1) else {
        return .busy
      }
      lock = held
    } catch {
      return .failed(.writing(path, folder: folder, code: error.code))
    }
    defer { withExtendedLifetime(lock) {} }
    do throws(Problem) {
      let json = try SettingsFile.json(path)
      let before = try json.map { json throws(Problem) in try SettingsFile.read(json, path: path) }
      let text = JSONValue.object(SettingsFile.members(changes.over(before ?? LabSettings()), in: json)).indentedText
      do throws(FileError) {
        try AtomicFile.write(text, to: path)
        return .written
      } catch {
        return .failed(error)
      }
    } catch {
      return .unusable(error)
    }
  }

  // MARK: - Reading

  private static func json(_ path: String) throws(Problem) -> JSONValue? {
    guard FileStamp(path: path) != nil else { return nil }
    if FileProblem.unlessFile(path) != nil { throw Problem(path: path, field: "it is no file") }
    do throws(FileError) {
      return try JSONValue.read(path)
    } catch {
      switch error {
      case .notUsable(_, let problem, _): throw Problem(path: path, field: "it \(problem)")
      case .missing, .isFolder, .noPermission, .notReadable, .noFolder, .notWritable, .diskFull, .fileTooLarge,
        .writeProtected, .notPassedOn, .isInput, .isStandardOutput, .readsItsOutput, .otherKind, .wrongExtension,
        .exists, .changedMeanwhile, .newer, .notSaved:
        throw Problem(path: path, field: "it cannot be read")
      }
    }
  }

  private static func read(_ json: JSONValue, path: String) throws(Problem) -> LabSettings {
    func require<Value>(_ value: Value?, _ field: String) throws(Problem) -> Value {
      guard let value else { throw Problem(path: path, field: field) }
      return value
    }
    guard case .object = json else { throw Problem(path: path, field: "it is no object") }
    guard let version = json["version"]?.unsigned else { throw Problem(path: path, field: "its version is missing") }
    if version != SettingsFile.version { throw Problem(path: path, field: "its version \(version) is not known here") }
    var settings = LabSettings()
    if let theme = json["theme"] {
      settings.theme = try require(theme.text.flatMap(ThemeChoice.init), "its theme is neither light nor dark")
    }
    if let theme = json["projectorTheme"] {
      settings.projectorTheme = try require(
        theme.text.flatMap(ThemeChoice.init), "its projectorTheme is neither light nor dark")
    }
    if let speed = json["speed"] {
      settings.speed = try require(
        speed.double.flatMap { Speed.rates.firstIndex(of: $0) },
        "its speed is none of \(Speed.rates.map(CSVFile.number).joined(separator: ", "))")
    }
    if let window = json["window"] {
      settings.width = try require(
        window["width"]?.count.flatMap { Limits.pictureWidths.contains($0) ? $0 : nil },
        "its window.width is not within \(Limits.pictureWidths.lowerBound) to \(Limits.pictureWidths.upperBound)")
      settings.height = try require(
        window["height"]?.count.flatMap { Limits.pictureHeights.contains($0) ? $0 : nil },
        "its window.height is not within \(Limits.pictureHeights.lowerBound) to \(Limits.pictureHeights.upperBound)")
    }
    if let recent = json["recent"] {
      settings.recent = LabSettings.merged(try require(recent.strings, "its recent is no list of paths"), over: [])
    }
    if let language = json["language"] {
      settings.language = try require(
        language.text.flatMap { $0.isEmpty ? nil : $0 }, "its language is no code such as de")
    }
    if let scale = json["textScale"] {
      settings.textScale = try require(
        scale.count.flatMap(TextScale.init),
        "its textScale is none of \(TextScale.allCases.map { String($0.rawValue) }.joined(separator: ", "))")
    }
    settings.reducesMotion = try flag("reducedMotion", in: json, path: path)
    settings.shapesPoints = try flag("shapes", in: json, path: path)
    settings.soundsSteps = try flag("sounds", in: json, path: path)
    settings.kiosk = try flag("kiosk", in: json, path: path)
    if let folder = json["classFolder"] {
      settings.classFolder = try require(
        folder.text.flatMap { $0.hasPrefix("/") ? $0 : nil }, "its classFolder is no path that begins with /")
    }
    if let lesson = json["startLesson"] {
      settings.startLesson = try require(
        lesson.text.flatMap { $0.isEmpty ? nil : $0 }, "its startLesson is no name of a lesson")
    }
    if let minutes = json["resetAfter"] {
      settings.resetAfter = try require(
        minutes.double.flatMap { LabSettings.idleMinutes.contains($0) ? $0 : nil },
        "its resetAfter is no number of minutes from 0.1 to 1440")
    }
    settings.speaksNews = try flag("speech", in: json, path: path)
    if let lessons = json["lessons"] {
      guard case .object(let members) = lessons else {
        throw Problem(path: path, field: "its lessons are no object")
      }
      for member in members {
        let name = member.key.forOneLine()
        settings.lessons[member.key] = LessonProgress(
          page: try require(
            member.value["page"]?.count.flatMap { $0 > 0 && Lesson.pageCounts.contains($0) ? $0 - 1 : nil },
            "its lessons.\(name).page is no page"),
          isDone: member.value["done"] == .bool(true))
      }
    }
    return settings
  }

  private static func flag(_ key: String, in json: JSONValue, path: String) throws(Problem) -> Bool? {
    switch json[key] {
    case nil: return nil
    case .bool(let value): return value
    case .null, .integer, .number, .string, .array, .object:
      throw Problem(path: path, field: "its \(key) is neither true nor false")
    }
  }

  // MARK: - Writing

  /// The members of a file with these settings: what is there keeps its place, and what is not known its value.
  private static func members(_ settings: LabSettings, in json: JSONValue?) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if case .object(let known) = json { members = known }
    func set(_ key: String, _ value: JSONValue?) {
      guard let value else { return }
      if let index = members.firstIndex(where: { $0.key == key }) {
        members[index].value = value
      } else {
        members.append(JSONValue.Member(key, value))
      }
    }
    set("version", .integer(version))
    set("theme", settings.theme.map { .string($0.rawValue) })
    set("projectorTheme", settings.projectorTheme.map { .string($0.rawValue) })
    set("speed", settings.speed.flatMap { Speed.rates.indices.contains($0) ? .number(Speed.rates[$0]) : nil })
    if let width = settings.width, let height = settings.height,
      Limits.pictureWidths.contains(width), Limits.pictureHeights.contains(height)
    {
      set("window", .object([.init("width", JSONValue(width)), .init("height", JSONValue(height))]))
    }
    if !settings.recent.isEmpty { set("recent", JSONValue(settings.recent)) }
    set("language", settings.language.map { .string($0) })
    set("textScale", settings.textScale.map { JSONValue($0.rawValue) })
    set("reducedMotion", settings.reducesMotion.map { .bool($0) })
    set("shapes", settings.shapesPoints.map { .bool($0) })
    set("sounds", settings.soundsSteps.map { .bool($0) })
    set("speech", settings.speaksNews.map { .bool($0) })
    if !settings.lessons.isEmpty {
      let lessons = settings.lessons.sorted { $0.key < $1.key }.map { name, progress in
        JSONValue.Member(
          name, .object([.init("page", JSONValue(progress.page + 1)), .init("done", .bool(progress.isDone))]))
      }
      set("lessons", .object(lessons))
    }
    return members
  }
}
