import CRasterKernel
import Dispatch

/// Runs of consecutive points, each with the box around it: by them whole runs are passed over, or drawn without asking
/// any point where it is. Made once for points that are drawn again and again.
package struct PointRuns: Sendable {
  static let length = DENSITY_RUN

  let count: Int
  /// Least x, least y, greatest x, greatest y of each run; all the plane where one of its points is not a number.
  let boxes: [SIMD4<Double>]

  /// The runs of points by their columns; points beyond the end of the shorter one are in none.
  package init(x: Span<Double>, y: Span<Double>) {
    self = x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in PointRuns(x, y, count: min(x.count, y.count), threads: Bands.threads) }
    }
  }

  init(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, count: Int, threads: Int) {
    self.count = count
    let runs = (count + PointRuns.length - 1) / PointRuns.length
    nonisolated(unsafe) let (x, y) = (x, y)
    boxes = [SIMD4<Double>](unsafeUninitializedCapacity: runs) { boxes, initialized in
      nonisolated(unsafe) let boxes = boxes
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for run in runs * thread / threads..<runs * (thread + 1) / threads {
          let range = run * PointRuns.length..<min((run + 1) * PointRuns.length, count)
          let (columns, rows) = (PointRuns.bounds(x, range), PointRuns.bounds(y, range))
          boxes[run] = SIMD4(columns.least, rows.least, columns.greatest, rows.greatest)
        }
      }
      initialized = runs
    }
  }

  /// The runs of points of which those that follow each other lie close together in a picture, so that tiles do not visit
  /// points in vain; else nil. A part of the runs is asked.
  init?(
    compact x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, count: Int, _ density: PointDensity,
    threads: Int
  ) {
    let step = max(count / PointRuns.length / 512, 1) * PointRuns.length
    let heights = Swift.stride(from: 0, to: count, by: step).map { first in
      let rows = PointRuns.bounds(y, first..<min(first + PointRuns.length, count))
      return min(abs(rows.greatest - rows.least) * abs(density.scaleY), 10_000)
    }
    guard heights.reduce(0, +) <= Double(3 * DensityPicture.tileHeight * heights.count) else { return nil }
    self.init(x, y, count: count, threads: threads)
  }

  private static func bounds(
    _ values: UnsafeBufferPointer<Double>, _ range: Range<Int>
  ) -> (least: Double, greatest: Double) {
    var least = Double.infinity
    var greatest = -Double.infinity
    var areNumbers = true
    for i in range {
      let value = values[i]
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
      areNumbers = areNumbers && value == value
    }
    return areNumbers ? (least, greatest) : (-.infinity, .infinity)
  }

  func range(_ run: Int) -> Range<Int> {
    run * PointRuns.length..<min((run + 1) * PointRuns.length, count)
  }
}
