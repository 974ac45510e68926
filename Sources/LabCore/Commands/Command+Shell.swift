extension Command {
  /// What concerns the world around the lab: its window, files, its end.
  public enum Shell: Sendable, Equatable, Codable {
    case resize(width: Int, height: Int, pixelRatio: Double)
    case openFile(path: String)
    /// A table, read as somebody said.
    case openTable(path: String, TableReading)
    case cancelLoading
    /// Files to go through, the first of which is on show.
    case prepare(paths: [String])
    /// Opens one of them, counted from 0.
    case openListed(Int)
    case toggleFullScreen
    case quit
    /// The same where only an administrator's keys do.
    case leaveKiosk
    /// Whoever comes next begins here: nothing of what was done before comes back by undoing, or can be handed in.
    case forgetWork

    var isDeliberate: Bool {
      switch self {
      case .resize: false
      case .openFile, .openTable, .cancelLoading, .prepare, .openListed, .toggleFullScreen, .quit, .leaveKiosk,
        .forgetWork:
        true
      }
    }
  }
}
