import CRasterKernel

extension Stroke {
  /// Bytes of coverage that are gathered at once, to stay in a processor's own cache.
  private static let pageSize = 16_384

  /// So many rows ahead memory is told what will be painted.
  private static let ahead = 8

  /// Blends a color over some rows, counted from the top of the area, and notes in `painted` where, unless that is known
  /// from the areas of the dashes.
  func paint(
    _ rows: Range<Int>, _ source: UInt32, on pixels: UnsafeMutablePointer<UInt32>, stride: Int,
    painted: UnsafeMutablePointer<PaintedRow>
  ) {
    var band = area
    band.top = area.top + rows.lowerBound
    band.bottom = area.top + rows.upperBound
    let width = dashes.isEmpty ? area.width : dashes.reduce(0) { max($0, $1.area.width) }
    let height = min(max(Stroke.pageSize / (width + 1), 8), band.height)
    CoveragePage.with(width: width, height: height) { page in
      pieces.withUnsafeBufferPointer { pieces in
        guard !dashes.isEmpty else {
          return Stroke.paint(pieces, in: band, on: page, source, pixels, stride) { y, columns in
            painted[y - area.top] = PaintedRow(
              left_from: columns.from, left_to: columns.to, right_from: 0, right_to: 0)
          }
        }
        for dash in dashes {
          let own = UnsafeBufferPointer(rebasing: pieces[dash.pieces])
          Stroke.paint(own, in: dash.area.intersection(band), on: page, source, pixels, stride) { _, _ in }
        }
      }
    }
  }

  /// Gathers and blends, as many rows at once as a page has. Of each row, `told` learns the columns that were painted.
  @inline(__always)
  private static func paint(
    _ pieces: UnsafeBufferPointer<StrokePiece>, in area: PixelRect, on page: CoveragePage, _ source: UInt32,
    _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, _ told: (_ y: Int, _ columns: RowColumns) -> Void
  ) {
    let kernel = OutlineKernel.fastest
    var part = area
    while part.top < area.bottom {
      part.bottom = min(part.top + page.height, area.bottom)
      page.raise(pieces, in: part)
      let first = pixels + part.top * stride + area.left
      for row in 0..<min(Stroke.ahead, part.height) { page.expectPainting(row, on: first + row * stride) }
      for row in 0..<part.height {
        let next = row + Stroke.ahead
        if next < part.height { page.expectPainting(next, on: first + next * stride) }
        let columns = page.reached[row]
        guard columns.from < columns.to else { continue }
        kernel.cover(
          first + row * stride + Int(columns.from), page.coverage + row * page.stride + Int(columns.from),
          Int(columns.to - columns.from), source)
        told(part.top + row, columns)
        page.clear(row: row)
      }
      part.top = part.bottom
    }
  }

  /// The coverage of the whole area.
  var mask: CoverageMask {
    var coverage: [UInt8] = []
    coverage.reserveCapacity(area.width * area.height)
    CoveragePage.with(width: area.width, height: area.height) { page in
      pieces.withUnsafeBufferPointer { page.raise($0, in: area) }
      for row in 0..<area.height {
        coverage.append(contentsOf: UnsafeBufferPointer(start: page.coverage + row * page.stride, count: area.width))
      }
    }
    return CoverageMask(width: area.width, height: area.height, coverage: coverage)
  }

  /// Tells `clock`, if there is one, of what was painted.
  func touch(_ clock: inout TileClock?, _ painted: UnsafeBufferPointer<PaintedRow>) {
    guard clock != nil else { return }
    if dashes.isEmpty { clock?.touch(painted, of: area) }
    for dash in dashes { clock?.touch(dash.area) }
  }
}
