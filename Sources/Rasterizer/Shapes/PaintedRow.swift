import CRasterKernel

/// Where a row of a shape is painted, in columns of its area. Without a right part all is in the left one.
extension PaintedRow {
  static let nowhere = PaintedRow(left_from: 0, left_to: 0, right_from: 0, right_to: 0)
}

extension TileClock {
  /// Rows of a shape's area were painted. Tiles are eight rows high, so that many rows are one call.
  mutating func touch(_ painted: UnsafeBufferPointer<PaintedRow>, of area: PixelRect) {
    func touch(_ from: Int32, _ to: Int32, _ rows: Range<Int>) {
      guard from < to else { return }
      self.touch(
        PixelRect(
          left: area.left + Int(from), top: area.top + rows.lowerBound, right: area.left + Int(to),
          bottom: area.top + rows.upperBound))
    }
    var y = 0
    while y < area.height {
      let end = min((area.top + y) / 8 * 8 + 8 - area.top, area.height)
      var left = (from: Int32.max, to: Int32(0))
      var right = left
      for row in painted[y..<end] {
        if row.left_from < row.left_to { left = (min(left.from, row.left_from), max(left.to, row.left_to)) }
        if row.right_from < row.right_to { right = (min(right.from, row.right_from), max(right.to, row.right_to)) }
      }
      if right.from <= left.to, right.from < right.to {
        touch(min(left.from, right.from), max(left.to, right.to), y..<end)
      } else {
        touch(left.from, left.to, y..<end)
        touch(right.from, right.to, y..<end)
      }
      y = end
    }
  }
}
