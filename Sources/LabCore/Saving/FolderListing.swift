/// What a folder holds that can be opened.
public struct FolderListing: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case folder, table, scene
      /// A file that was open lately, in whatever folder.
      case recent
      /// A data set of the gallery, by its place there.
      case example(Int)
    }

    /// What it is called in the list.
    public let name: String
    public let path: String
    public let kind: Kind
    /// In bytes, and when it was changed last; nil where there is no telling.
    public let size: Int?
    public let changed: FileDate?
    /// Whether it was there once and is gone.
    public let isMissing: Bool

    public init(
      name: String, path: String, kind: Kind, size: Int? = nil, changed: FileDate? = nil, isMissing: Bool = false
    ) {
      self.name = name
      self.path = path
      self.kind = kind
      self.size = size
      self.changed = changed
      self.isMissing = isMissing
    }
  }

  /// The whole path of the folder, and that of the folder it is in; nil at the root.
  public let path: String
  public let parent: String?
  /// Recent files first, then folders, then files, each by name.
  public let entries: [Entry]
  /// Where the user's usual folders are, as far as there are any.
  public let folders: [Browser.Place: String]
  /// The day on which it was looked at.
  public let today: FileDate?

  public init(
    path: String, parent: String?, entries: [Entry], folders: [Browser.Place: String] = [:], today: FileDate? = nil
  ) {
    self.path = path
    self.parent = parent
    self.entries = entries
    self.folders = folders
    self.today = today
  }
}

/// A moment in the user's own time.
public struct FileDate: Sendable, Hashable {
  public let year, month, day, hour, minute: Int

  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// Days since 1 March of year 0, which makes leap days the last of their years.
  public var dayNumber: Int {
    let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day
  }
}

/// A folder that is being looked through, and what is chosen in it.
public struct Browser: Sendable, Equatable {
  /// Where to look.
  public enum Place: String, Sendable, Hashable, Codable, CaseIterable {
    case recent, home, documents, downloads
    /// The folder that the program was started in.
    case current
    case examples
  }

  public internal(set) var listing: FolderListing? { didSet { findRows() } }
  /// What is typed to find.
  public internal(set) var filter = "" { didSet { findRows() } }
  /// What is left of the folder by what is typed: names that contain it, whatever their case.
  public private(set) var rows: [FolderListing.Entry] = []
  /// Which of the rows that are left.
  public internal(set) var chosen = 0
  /// Why the folder cannot be read.
  public internal(set) var problem: FileProblem?
  /// The place on show; nil in other folders.
  public internal(set) var place: Place?
  /// Where the places are, once a folder was listed.
  public internal(set) var folders: [Place: String] = [:]
  /// How the chosen file is to be read, and what it holds, once that is known.
  public internal(set) var reading = TableReading()
  public internal(set) var preview: FilePreview?
  /// The file that the preview is of, or will be.
  public internal(set) var previewed: String?
  /// Which file to choose once the folder is listed.
  var wanted: String?
  var ticket: Ticket?
  var previewTicket: Ticket?

  static let filterLimit = 100

  private mutating func findRows() {
    let wanted = filter.lowercased()
    rows = (listing?.entries ?? []).filter { wanted.isEmpty || $0.name.lowercased().contains(wanted) }
  }

  /// The row that is chosen.
  public var row: FolderListing.Entry? { rows.indices.contains(chosen) ? rows[chosen] : nil }
}
