/// How much of each pixel a shape covers, 0 … 255, row by row from the top left: what a font gives and a color fills.
public struct CoverageMask: Sendable, Hashable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int

  /// `width` × `height` values.
  public let coverage: [UInt8]

  /// Missing values are zero, surplus ones are dropped; negative sides are zero.
  public init(width: Int, height: Int, coverage: [UInt8]) {
    self.width = min(max(width, 0), Bitmap.maximumSide)
    self.height = min(max(height, 0), Bitmap.maximumSide)
    let count = self.width * self.height
    if coverage.count == count {
      self.coverage = coverage
    } else {
      self.coverage = coverage.prefix(count) + [UInt8](repeating: 0, count: max(count - coverage.count, 0))
    }
  }

  /// A mask without pixels.
  public static let empty = CoverageMask(width: 0, height: 0, coverage: [])
}
