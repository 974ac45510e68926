import LabCore
import LabFiles
import LabWords

/// Work that is kept, as rows to be opened from.
enum KeptRows {
  /// More are found by `mixture-lab recover`.
  private static let most = 8

  /// The latest first.
  static func latest(in folder: JournalFolder = JournalFolder()) -> [FolderListing.Entry] {
    folder.journals().lazy.compactMap { $0.work() }.prefix(most).map { work in
      FolderListing.Entry(name: Words.english.name(work), path: work.path, kind: .recent)
    }
  }
}
