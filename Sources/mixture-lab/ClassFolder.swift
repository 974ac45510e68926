import Glibc
import LabCore
import LabFiles

/// The folder that a class works in. In a kiosk nothing outside it is read or written, but what comes with the program.
struct ClassFolder: Sendable {
  /// Its whole path; nil where there is none, and so no files.
  let path: String?
  /// Whether nothing else may be reached.
  let isOnlyOne: Bool

  /// - Parameters:
  ///   - path: a folder that is there.
  ///   - isOnlyOne: whether this is a kiosk.
  init(_ path: String?, isOnlyOne: Bool) throws {
    self.isOnlyOne = isOnlyOne
    guard let path else {
      self.path = nil
      return
    }
    let expanded = SceneStore.expanded(path)
    guard let whole = Folder.resolved(expanded),
      FileProblem.unlessFile(whole) == .isFolder(path: whole)
    else {
      throw Failure(
        "the class folder '\(path)' is no folder; make it, or name another with --class-folder")
    }
    self.path = whole
  }

  /// A name that is typed lies in the folder; nothing is changed where there is none.
  func placed(_ name: String) -> String {
    let name = SceneStore.expanded(name)
    guard let path, !name.isEmpty, !name.hasPrefix("/") else { return name }
    return "\(path)/\(name)"
  }

  /// Why a file may not be reached; nil where it may. Links lead where they lead.
  func refusal(of file: String) -> String? {
    guard isOnlyOne else { return nil }
    guard let path else {
      return "this window opens and saves no files; an administrator names a class folder"
    }
    if let assets = Assets.file("lessons").flatMap({ Folder.resolved("\($0)/..") }),
      isInside(file, assets)
    {
      return nil
    }
    if isInside(file, path) { return nil }
    return "this window keeps to the class folder; choose a file in '\(path)'"
  }

  private func isInside(_ file: String, _ folder: String) -> Bool {
    guard let whole = ClassFolder.resolved(file) else { return false }
    return whole == folder || whole.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// Where a file is or would be: its folder has to be there.
  private static func resolved(_ file: String) -> String? {
    if let whole = Folder.resolved(file) { return whole }
    // A link to what is not there: what is written would lie where it leads.
    var status = stat()
    if lstat(file, &status) == 0 { return nil }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, name != "..", name != "." else { return nil }
    let above = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    return Folder.resolved(above).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
  }
}

extension ClassFolder {
  // MARK: - What the window does with files

  func read(_ path: String, _ progress: @escaping (Double) -> Bool) -> Answer.Outcome {
    let path = placed(path)
    if let refusal = refusal(of: path) { return .notOpened(.other(refusal)) }
    return LabData.open(path, progress: progress)
  }

  func readTable(_ path: String, _ reading: TableReading, _ progress: @escaping (Double) -> Bool)
    -> Answer.Outcome
  {
    let path = placed(path)
    if let refusal = refusal(of: path) { return .notOpened(.other(refusal)) }
    return LabData.open(path, reading, progress: progress)
  }

  func save(_ scene: LabScene, _ path: String, _ condition: SaveCondition) -> Answer.Outcome {
    let path = placed(path)
    if let refusal = refusal(of: path) { return .notSaved(.other(refusal)) }
    return SceneStore.save(scene, path, condition)
  }

  func save(_ lesson: Lesson, _ path: String, _ condition: SaveCondition) -> Answer.Outcome {
    let path = placed(path)
    if let refusal = refusal(of: path) { return .notSaved(.other(refusal)) }
    return SceneStore.save(lesson, path, condition)
  }

  func export(
    _ request: ExportRequest, font: String?, _ progress: @escaping (ExportProgress) -> Bool
  ) -> Answer.Outcome {
    let placed = request.at(placed(request.path))
    if let refusal = refusal(of: placed.path) { return .notExported(.other(refusal)) }
    return ExportStore.export(placed, font: font, progress: progress)
  }

  /// A folder outside shows the class folder instead.
  func list(_ folder: String) -> Answer.Outcome {
    let wanted = folder.isEmpty ? path ?? "" : folder
    guard isOnlyOne else { return SceneStore.list(wanted) }
    guard let path else { return .notListed(.other(refusal(of: wanted) ?? "")) }
    let outcome = SceneStore.list(refusal(of: wanted) == nil ? wanted : path)
    guard case .listed(let listing) = outcome else { return outcome }
    return .listed(within(listing))
  }

  func recent(_ paths: [String]) -> Answer.Outcome {
    let outcome = SceneStore.recent(paths.filter { refusal(of: $0) == nil })
    guard isOnlyOne, case .listed(let listing) = outcome else { return outcome }
    return .listed(within(listing))
  }

  func preview(_ path: String, _ reading: TableReading, _ goesOn: () -> Bool) -> Answer.Outcome? {
    if let refusal = refusal(of: path) { return .previewed(FilePreview(.problem(.other(refusal)))) }
    return SceneStore.preview(path, reading, goesOn)
  }

  /// Without ways out of the folder.
  private func within(_ listing: FolderListing) -> FolderListing {
    FolderListing(
      path: listing.path, parent: listing.parent.flatMap { refusal(of: $0) == nil ? $0 : nil },
      entries: listing.entries.filter { refusal(of: $0.path) == nil },
      folders: listing.folders.filter { refusal(of: $0.value) == nil }, today: listing.today)
  }
}
