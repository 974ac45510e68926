/// What a folder holds that can be opened.
public struct FolderListing: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case folder, table, scene
      /// A file that was open lately, in whatever folder.
      case recent
    }

    /// What it is called in the list.
    public let name: String
    public let path: String
    public let kind: Kind

    public init(name: String, path: String, kind: Kind) {
      self.name = name
      self.path = path
      self.kind = kind
    }
  }

  /// The whole path of the folder, and that of the folder it is in; nil at the root.
  public let path: String
  public let parent: String?
  /// Recent files first, then folders, then files, each by name.
  public let entries: [Entry]

  public init(path: String, parent: String?, entries: [Entry]) {
    self.path = path
    self.parent = parent
    self.entries = entries
  }
}

/// A folder that is being looked through.
public struct Browser: Sendable, Equatable {
  public internal(set) var listing: FolderListing?
  /// What is typed to find.
  public internal(set) var filter = ""
  /// Which of the rows that are left.
  public internal(set) var chosen = 0
  /// Why the folder cannot be read.
  public internal(set) var problem: FileProblem?
  var ticket: Ticket?

  static let filterLimit = 100

  /// What is left of the folder by what is typed: names that contain it, whatever their case.
  public var rows: [FolderListing.Entry] {
    let wanted = filter.lowercased()
    return (listing?.entries ?? []).filter { wanted.isEmpty || $0.name.lowercased().contains(wanted) }
  }
}
