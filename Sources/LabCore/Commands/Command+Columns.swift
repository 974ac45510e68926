extension Command {
  /// Which columns the model is fitted to, and which two of them are shown.
  public enum Columns: Sendable, Equatable, Codable {
    /// Another pair: a way of looking, which is not undone.
    case show(ColumnPair)
    /// Lets the model have a column, or no longer.
    case toggle(Int)
    /// Every column with mean 0 and standard deviation 1, or as it is in the file.
    case setStandardized(Bool)
  }
}
