import FoundationEssentials
import LabCore
import LabFiles

/// Scenes and folders for the window.
enum SceneStore {
  @Sendable static func save(_ scene: LabScene, _ path: String, _ condition: SaveCondition) -> Answer.Outcome {
    do throws(SaveProblem) {
      return .saved(try SceneFile.write(scene, to: expanded(path), when: condition))
    } catch {
      return .notSaved(error)
    }
  }

  @Sendable static func list(_ path: String) -> Answer.Outcome {
    do throws(FileError) {
      let listing = try Folder.listing(path.isEmpty ? FileManager.default.currentDirectoryPath : expanded(path))
      guard path.isEmpty else { return .listed(listing) }
      return .listed(
        FolderListing(path: listing.path, parent: listing.parent, entries: KeptRows.latest() + listing.entries))
    } catch {
      return .notListed(error.problem)
    }
  }

  /// A leading ~ stands for the home folder, as in a shell.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return FileManager.default.homeDirectoryForCurrentUser.path + path.dropFirst(1)
  }
}
