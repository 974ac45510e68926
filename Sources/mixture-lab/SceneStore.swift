import FoundationEssentials
import LabCore
import LabFiles

/// Scenes, lessons and folders for the window.
enum SceneStore {
  @Sendable static func save(_ scene: LabScene, _ path: String, _ condition: SaveCondition) -> Answer.Outcome {
    do throws(SaveProblem) {
      return .saved(try SceneFile.write(scene, to: expanded(path), when: condition))
    } catch {
      return .notSaved(error)
    }
  }

  @Sendable static func save(_ lesson: Lesson, _ path: String, _ condition: SaveCondition) -> Answer.Outcome {
    do throws(SaveProblem) {
      return .saved(try LessonFile.write(lesson, to: expanded(path), when: condition))
    } catch {
      return .notSaved(error)
    }
  }

  @Sendable static func list(_ path: String) -> Answer.Outcome {
    do throws(FileError) {
      let folder = path.isEmpty ? FileManager.default.currentDirectoryPath : expanded(path)
      return .listed(try Folder.listing(folder, folders: folders))
    } catch {
      return .notListed(error.problem)
    }
  }

  /// What was open lately, below the work that is kept.
  @Sendable static func recent(_ paths: [String]) -> Answer.Outcome {
    let files = Folder.listing(recent: LabSettings.merged(paths.map(whole), over: []), folders: folders)
    return .listed(
      FolderListing(
        path: files.path, parent: nil, entries: KeptRows.latest() + files.entries, folders: folders, today: files.today)
    )
  }

  @Sendable static func preview(_ path: String, _ reading: TableReading, _ goesOn: () -> Bool) -> Answer.Outcome? {
    FilePreviews.preview(expanded(path), reading, goesOn: goesOn).map { .previewed($0) }
  }

  /// A leading ~ stands for the home folder, as in a shell.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst(1)
  }

  /// The whole path of a file; one that is gone keeps its name.
  static func whole(_ path: String) -> String {
    let path = expanded(path)
    if path.hasPrefix("/") { return path }
    return Folder.resolved(path) ?? FileManager.default.currentDirectoryPath + "/" + path
  }

  /// As a shell has it; where that is not said, as the system has it.
  private static var home: String {
    let named = UserFolders.environment("HOME") ?? ""
    return named.hasPrefix("/") ? named : FileManager.default.homeDirectoryForCurrentUser.path
  }

  /// The user's folders, as far as they are there. Where they are called otherwise, the desktop's own list says so.
  private static var folders: [Browser.Place: String] {
    let places = UserPlaces(home: home)
    let named: [(Browser.Place, String)] = [
      (.home, home), (.documents, places.documents), (.downloads, places.downloads),
      (.current, FileManager.default.currentDirectoryPath),
    ]
    var folders: [Browser.Place: String] = [:]
    for (place, path) in named {
      if let whole = Folder.resolved(path), FileProblem.unlessFile(whole) == .isFolder(path: whole) {
        folders[place] = whole
      }
    }
    // A folder that is home all the same is no place of its own.
    if folders[.documents] == folders[.home] { folders[.documents] = nil }
    if folders[.downloads] == folders[.home] { folders[.downloads] = nil }
    if folders[.current] == folders[.home] { folders[.current] = nil }
    return folders
  }
}
