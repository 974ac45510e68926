/// The most that the program takes from outside, all in one place. Each limit is checked before the memory it would cost
/// is taken, and whatever goes beyond is refused in one sentence.
public enum Limits {
  // MARK: Tables

  /// The bytes of a table.
  public static let tableBytes = 8 << 30
  /// The columns of a table.
  public static let columns = 10_000
  /// The cells of a table, and the numbers that a command makes up: 100 million take 0.8 GB.
  public static let numbers = 100_000_000
  /// The bytes of one cell. A longer one comes from a quotation mark that is never closed.
  public static let cellBytes = 1 << 20

  // MARK: JSON

  /// The bytes of a start or a model.
  public static let documentBytes = 128 << 20
  /// How deep its arrays and objects may be nested.
  public static let nesting = 32
  /// Its numbers, texts, arrays and objects together.
  public static let values = 5_000_000

  /// The points of a scene, two values each.
  public static let scenePoints = 2_000_000

  // MARK: Sessions

  /// The bytes of a recording or a journal, and of one line of it: a scene with all of its points.
  public static let sessionBytes = 1 << 30
  public static let lineBytes = 512 << 20
  /// The values of one line.
  public static let lineValues = 20_000_000
  public static let sessionEntries = 2_000_000

  // MARK: Hand-ins

  /// The bytes of a hand-in, and its values: more than any lesson comes to.
  public static let handInBytes = 32 << 20
  public static let handInValues = 3_000_000
  /// The files that are looked at in a folder of hand-ins.
  public static let handIns = 2000

  // MARK: Pictures

  /// The sides of a picture that is drawn, in pixels.
  public static let pictureWidths = 320...7680
  public static let pictureHeights = 240...4320

  // MARK: Models and searches

  /// K.
  public static let components = 10_000
  /// D.
  public static let dimensions = 1000
  /// The K · D² entries of the covariances of one model: 32 MB.
  public static let covarianceEntries = 4_000_000
  /// The entries of the covariances of all models that a race or a search keeps: 0.3 GB.
  public static let keptEntries = 40_000_000
  public static let restarts = 10_000
  /// The models of a search.
  public static let candidates = 1000
  public static let iterations = 100_000
  /// The repetitions and the threads of a benchmark.
  public static let repetitions = 10_000
  public static let threads = 1024

  /// What is too large about K components in D dimensions, as a clause; nil where nothing is.
  public static func excess(components: Int, dimensions: Int) -> String? {
    if components > Limits.components { return "has \(components) components, and \(Limits.components) are the most" }
    if dimensions > Limits.dimensions { return "has \(dimensions) dimensions, and \(Limits.dimensions) are the most" }
    let entries = components * dimensions * dimensions
    guard entries > covarianceEntries else { return nil }
    return
      "has \(components) × \(dimensions) × \(dimensions) covariances, and \(covarianceEntries) entries are the most"
  }

  /// All of them in words, for a help text.
  public static var lines: [String] {
    [
      "a table     \(FileError.words(bytes: tableBytes)), \(columns) columns, \(numbers / 1_000_000) million cells, "
        + "\(FileError.words(bytes: cellBytes)) in a cell",
      "JSON        \(FileError.words(bytes: documentBytes)), \(values / 1_000_000) million values, nested \(nesting) deep",
      "a scene     \(scenePoints / 1_000_000) million points",
      "a session   \(FileError.words(bytes: sessionBytes)), \(sessionEntries / 1_000_000) million entries",
      "a hand-in   \(FileError.words(bytes: handInBytes)); \(handIns) files in a folder",
      "a model     K ≤ \(components), D ≤ \(dimensions), K·D² ≤ \(covarianceEntries / 1_000_000) million",
      "a fit       \(restarts) restarts, \(iterations) iterations",
      "a search    \(candidates) models; what it keeps, \(keptEntries / 1_000_000) million covariances",
      "a picture   \(pictureWidths.lowerBound)x\(pictureHeights.lowerBound) to "
        + "\(pictureWidths.upperBound)x\(pictureHeights.upperBound)",
      "a sample    \(numbers / 1_000_000) million numbers",
    ]
  }
}
