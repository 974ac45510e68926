/// Of data with more than two columns: which of them the model is fitted to, and which two the canvas shows.
public struct ColumnChoice: Sendable, Hashable, Codable {
  /// So many columns are taken from a table at most.
  public static let most = 30

  /// The columns that the model is fitted to, counted from 0 among those of the table: at least two, ascending.
  public internal(set) var fitted: [Int]
  /// Two of them.
  public internal(set) var shown: ColumnPair
  /// Whether model and canvas have every column with mean 0 and standard deviation 1.
  public internal(set) var isStandardized: Bool

  /// - Parameters:
  ///   - fitted: in any order; nil for all.
  ///   - shown: nil for the first two of those fitted.
  ///   - count: how many columns the table has, at least two.
  public init(fitted: [Int]? = nil, shown: ColumnPair? = nil, isStandardized: Bool = false, of count: Int) {
    let all = Array(0..<max(count, 2))
    let known = Set(fitted ?? all).filter(all.contains).sorted()
    self.fitted = known.count >= 2 ? known : all
    self.shown = ColumnPair(across: self.fitted[0], up: self.fitted[1])
    self.isStandardized = isStandardized
    if let shown, canShow(shown) { self.shown = shown }
  }

  public func isFitted(_ column: Int) -> Bool { fitted.contains(column) }

  /// Whether a pair is one of two different columns that the model knows.
  public func canShow(_ pair: ColumnPair) -> Bool {
    pair.across != pair.up && isFitted(pair.across) && isFitted(pair.up)
  }

  /// All pairs that can be shown, each once: the earlier column across.
  public var pairs: [ColumnPair] {
    fitted.indices.flatMap { up in fitted[..<up].map { ColumnPair(across: $0, up: fitted[up]) } }
  }

  /// The pair after the one shown, or before it; after the last comes the first.
  public func pair(forward: Bool) -> ColumnPair {
    let pairs = pairs
    let own = pairs.firstIndex { $0 == shown || $0 == shown.turned } ?? 0
    return pairs[(own + (forward ? 1 : pairs.count - 1)) % pairs.count]
  }

  /// With a column on one of the axes. Where it is on the other one, the axes change places.
  public func pair(with column: Int, up isUp: Bool) -> ColumnPair {
    if column == (isUp ? shown.across : shown.up) { return shown.turned }
    return isUp ? ColumnPair(across: shown.across, up: column) : ColumnPair(across: column, up: shown.up)
  }

  /// With a column more or less for the model; nil where only one would be left.
  func toggling(_ column: Int) -> ColumnChoice? {
    var choice = self
    if isFitted(column) {
      guard fitted.count > 2 else { return nil }
      choice.fitted.removeAll { $0 == column }
    } else {
      choice.fitted = (fitted + [column]).sorted()
    }
    if !choice.canShow(shown) {
      let stays = shown.across == column ? shown.up : shown.across
      let other = choice.fitted.first { $0 != stays } ?? stays
      choice.shown =
        shown.across == column ? ColumnPair(across: other, up: stays) : ColumnPair(across: stays, up: other)
    }
    return choice
  }

  /// Where the two columns on show are among those that the model has.
  var plane: ModelPlane {
    ModelPlane(
      across: fitted.firstIndex(of: shown.across) ?? 0, up: fitted.firstIndex(of: shown.up) ?? 1)
  }
}

/// The columns of the two axes, counted from 0 among those of the table.
public struct ColumnPair: Sendable, Hashable, Codable {
  public let across, up: Int

  public init(across: Int, up: Int) {
    self.across = across
    self.up = up
  }

  /// The axes changed round.
  public var turned: ColumnPair { ColumnPair(across: up, up: across) }
}

/// The two dimensions of the model that the canvas shows.
public struct ModelPlane: Sendable, Hashable {
  public let across, up: Int
}
