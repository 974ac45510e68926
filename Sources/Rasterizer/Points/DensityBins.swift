import Dispatch

/// Points that are in no order, sorted by the tiles of a picture that they reach: after it every tile finds its own
/// points side by side, instead of all points looking for their place in a picture that no cache can hold.
///
/// A counting sort in two rounds. In the first one threads find the places of their share of the points and count, for
/// each tile; in the second one they write them where counting says. A point near the edge of a tile belongs to its
/// neighbor too, whose discs it is a part of.
struct DensityBins {
  /// A point in a tile: its row in bits 48 to 63 and its column in bits 32 to 47, both counted from the corner of the
  /// clip with what reaches into it; below them its color.
  typealias Entry = UInt64

  private let entries: [Entry]
  /// Where the points of each tile begin, row by row, and where the last ones end.
  private let starts: [Int]
  private let columns: Int

  private static let nowhere = UInt32.max

  /// - Parameters:
  ///   - reach: how far discs reach beyond the pixel of their point.
  ///   - tile: columns and rows of a tile.
  init(
    _ points: DensityPoints, _ density: PointDensity, clip: PixelRect, reach: Int, tile: (width: Int, height: Int),
    threads: Int
  ) {
    let places = DensityPlaces(density, clip: clip, reach: reach)
    let columns = (clip.width + tile.width - 1) / tile.width
    let rows = (clip.height + tile.height - 1) / tile.height
    let bins = columns * rows
    nonisolated(unsafe) let points = points
    @Sendable func share(_ thread: Int) -> Range<Int> {
      points.count * thread / threads..<points.count * (thread + 1) / threads
    }
    let tilesOfRow = DensityBins.tiles(clip.height + 2 * reach, reach: reach, tile: tile.height, count: rows)
    let tilesOfColumn = DensityBins.tiles(clip.width + 2 * reach, reach: reach, tile: tile.width, count: columns)
    /// Calls `body` with the tiles that a place belongs to: one, but near edges.
    @Sendable @inline(__always) func forEachTile(_ place: UInt32, _ body: (Int) -> Void) {
      let (y, x) = (tilesOfRow[Int(place &>> 16)], tilesOfColumn[Int(place & 0xFFFF)])
      body(Int(y.first &* Int32(truncatingIfNeeded: columns) &+ x.first))
      guard y.first < y.last || x.first < x.last else { return }
      for row in y.first...y.last {
        for column in x.first...x.last where row > y.first || column > x.first {
          body(Int(row) * columns + Int(column))
        }
      }
    }
    var counts = [Int](repeating: 0, count: bins * threads)
    let found = [UInt32](unsafeUninitializedCapacity: points.count) { found, initialized in
      counts.withUnsafeMutableBufferPointer { counts in
        nonisolated(unsafe) let (found, counts) = (found, counts)
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
          for i in share(thread) {
            let (x, y) = (places.x(points.x[i]), places.y(points.y[i]))
            guard places.count(x, y) == 1 else {
              found[i] = DensityBins.nowhere
              continue
            }
            let place = UInt32(truncatingIfNeeded: places.row(y) &<< 16 | places.column(x))
            found[i] = place
            forEachTile(place) { counts[thread &* bins &+ $0] &+= 1 }
          }
        }
      }
      initialized = points.count
    }
    // Tile by tile, and in each the threads one after the other: where they begin to write.
    var total = 0
    var starts: [Int] = []
    for bin in 0..<bins {
      starts.append(total)
      for thread in 0..<threads {
        (counts[thread * bins + bin], total) = (total, total + counts[thread * bins + bin])
      }
    }
    starts.append(total)
    entries = [Entry](unsafeUninitializedCapacity: total) { entries, initialized in
      counts.withUnsafeMutableBufferPointer { next in
        found.withUnsafeBufferPointer { found in
          nonisolated(unsafe) let (entries, next, found) = (entries, next, found)
          DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for i in share(thread) where found[i] != DensityBins.nowhere {
              let entry = Entry(found[i]) &<< 32 | Entry(points.words?[i] ?? 0)
              forEachTile(found[i]) { bin in
                let place = thread &* bins &+ bin
                entries[next[place]] = entry
                next[place] &+= 1
              }
            }
          }
        }
      }
      initialized = total
    }
    self.starts = starts
    self.columns = columns
  }

  /// The first and the last tile that each row, or column, of the clip with what reaches into it belongs to.
  private static func tiles(_ length: Int, reach: Int, tile: Int, count: Int) -> [(first: Int32, last: Int32)] {
    (0..<length).map { place in
      (Int32(max(place - 2 * reach, 0) / tile), Int32(min(place / tile, count - 1)))
    }
  }

  /// The points of a tile.
  func withTile(row: Int, column: Int, _ body: (UnsafeBufferPointer<Entry>) -> Void) {
    let bin = row * columns + column
    entries.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[bin]..<starts[bin + 1]])) }
  }
}
