import CRasterKernel

/// One row of pixels while edges are being added to it: the change of coverage at each pixel, and a bit for each pixel
/// that says whether there is one.
struct CoverageRow {
  private let width: Int
  private let words: Int
  private let changes: UnsafeMutablePointer<Float>
  private let touched: UnsafeMutablePointer<UInt64>

  init(width: Int) {
    self.width = width
    words = (width + 2 + 63) / 64
    changes = .allocate(capacity: width + ROW_MARGIN)
    changes.initialize(repeating: 0, count: width + ROW_MARGIN)
    touched = .allocate(capacity: words)
    touched.initialize(repeating: 0, count: words)
  }

  func deallocate() {
    changes.deallocate()
    touched.deallocate()
  }

  @inline(__always)
  private func change(_ x: Int, by amount: Double) {
    changes[x] += Float(amount)
    touched[x &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: x & 63)
  }

  /// An edge that passes from column `a` to column `b` over `height` (0 … 1) of the row.
  @inline(__always)
  func add(from a: Double, to b: Double, height: Double, direction: Double) {
    let left = max(min(a, b), 0)
    let right = min(max(a, b), Double(width))
    let signed = height * direction
    let i = Int(left)
    let j = Int(right)
    if i == j || right - left < 1e-9 {
      let share = signed * ((left + right) / 2 - Double(i))
      change(i, by: signed - share)
      change(i &+ 1, by: share)
      return
    }
    // Each column gets the height the edge gains in it, split by the mean position within the column.
    let perColumn = signed / (right - left)
    var start = left
    for column in i...min(j, width - 1) {
      let end = min(Double(column &+ 1), right)
      let gained = perColumn * (end - start)
      let share = gained * ((start + end) / 2 - Double(column))
      change(column, by: gained - share)
      change(column &+ 1, by: share)
      start = end
    }
  }

  /// Blends a color over what the edges enclose and empties the row. Returns the columns that were painted.
  @inline(__always)
  func drain(_ pixels: UnsafeMutablePointer<UInt32>, _ source: UInt32) -> RowColumns {
    OutlineKernel.fastest.drain(changes, touched, pixels, width, source)
  }
}
