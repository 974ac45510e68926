extension Command {
  /// Saving scenes, and choosing files to open.
  public enum File: Sendable, Equatable, Codable {
    /// Saves to the file that is open; where none is, asks for its name.
    case save
    /// Asks for a name to save under.
    case beginSaving
    /// Shows a folder to choose from: the one shown last where none is named.
    case beginOpening(folder: String?)
    /// Letters of the name, or of what is looked for.
    case type(String)
    case erase
    /// Saves under the name, or opens what is chosen.
    case commit
    /// Chooses a row of the folder.
    case choose(Int)
    /// To the folder that this one is in.
    case goUp
    /// Shows the recent files, the examples or one of the usual folders.
    case visit(Browser.Place)
    /// Reads the chosen table otherwise.
    case read(ReadingChange)
  }
}
