/// Book for running text, bold for headings, values and letters.
public enum FontWeight: Sendable, Hashable {
  /// Normal strokes.
  case book
  /// Heavy strokes.
  case bold
}

/// How text looks, but for its color.
public struct TextStyle: Sendable, Hashable {
  /// Pixels per em.
  public var size: Int
  /// How heavy the strokes are.
  public var weight: FontWeight

  /// A size and a weight.
  public init(size: Int, weight: FontWeight = .book) {
    self.size = size
    self.weight = weight
  }
}

/// A line of text as coverage, and how to place it.
public struct TextMask: Sendable {
  /// The coverage.
  public var mask: CoverageMask

  /// From the pen to the mask's left column, in pixels.
  public var originX: Int

  /// Rows from the mask's top to the baseline: the first row below it.
  public var baseline: Int

  /// How far the pen moves, in pixels.
  public var advance: Double

  /// A drawn text.
  public init(mask: CoverageMask, originX: Int, baseline: Int, advance: Double) {
    self.mask = mask
    self.originX = originX
    self.baseline = baseline
    self.advance = advance
  }
}

/// Turns text into coverage. An object, because it may keep what it has made; several threads may ask it at once.
public protocol TextSource: AnyObject, Sendable {
  /// How far the pen moves, in pixels.
  func width(of text: String, _ style: TextStyle) -> Double

  func mask(of text: String, _ style: TextStyle) -> TextMask

  /// Whether it has a glyph for each letter of a text.
  func hasLetters(of text: String) -> Bool
}

extension TextSource {
  /// Of a source that says nothing else: yes.
  public func hasLetters(of text: String) -> Bool { true }
}

/// Which part of a line of text stands at the pen.
public enum TextAlign: Sendable, Hashable {
  /// The text begins at the position.
  case left
  /// The text is centered on the position.
  case center
  /// The text ends at the position.
  case right
}
