import CRasterKernel

/// Room for the coverage of some rows of pixels, while pieces of a line are gathered in it.
struct CoveragePage {
  /// Row by row; zeros when it is handed out.
  let coverage: UnsafeMutablePointer<UInt8>
  /// By row, the columns that hold more.
  let reached: UnsafeMutablePointer<RowColumns>
  /// Bytes in a row.
  let stride: Int
  /// Rows that there is room for.
  let height: Int

  /// Calls `body` with an empty page.
  static func with(width: Int, height: Int, _ body: (CoveragePage) -> Void) {
    let stride = width + STROKE_MARGIN
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: stride * height) { coverage in
      withUnsafeTemporaryAllocation(of: RowColumns.self, capacity: height) { reached in
        coverage.initialize(repeating: 0)
        reached.initialize(repeating: .none)
        guard let coverage = coverage.baseAddress, let reached = reached.baseAddress else { return }
        body(CoveragePage(coverage: coverage, reached: reached, stride: stride, height: height))
      }
    }
  }

  /// Adds pieces of a line, as far as they lie in `area`, which is no larger than the page.
  func raise(_ pieces: UnsafeBufferPointer<StrokePiece>, in area: PixelRect) {
    guard let first = pieces.baseAddress else { return }
    var page = StrokePage(
      coverage: coverage, reached: reached, left: Int32(area.left), top: Int32(area.top), right: Int32(area.right),
      bottom: Int32(area.bottom), stride: stride)
    OutlineKernel.fastest.raise(&page, first, pieces.count)
  }

  /// Tells memory of the ends of a row that will be painted soon.
  func expectPainting(_ row: Int, on pixels: UnsafeMutablePointer<UInt32>) {
    let columns = reached[row]
    guard columns.from < columns.to else { return }
    expect_writing(pixels + Int(columns.from))
    expect_writing(pixels + Int(columns.to) - 1)
  }

  /// Makes a row empty again.
  func clear(row: Int) {
    let columns = reached[row]
    guard columns.from < columns.to else { return }
    // The last pixels of a piece are raised together with some beyond it.
    (coverage + row * stride + Int(columns.from))
      .update(repeating: 0, count: Int(columns.to - columns.from) + STROKE_MARGIN)
    reached[row] = .none
  }
}

extension RowColumns {
  fileprivate static let none = RowColumns(from: .max, to: 0)
}

extension OutlineKernel {
  /// The best build for this processor.
  static let fastest: OutlineKernel = {
    #if arch(x86_64)
    if density_supports_avx2() { return outline_kernel_avx2() }
    #endif
    return outline_kernel_baseline()
  }()
}
