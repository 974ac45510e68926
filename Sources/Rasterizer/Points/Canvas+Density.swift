import Dispatch
import FoundationEssentials
import Synchronization

extension Canvas {
  /// Draws points as a density. All processors share the work; the result is the same to the bit for any number of them.
  ///
  /// Bands of rows are summed up one after the other, each from the runs of points that reach it: fastest where points
  /// that follow each other lie close together.
  public mutating func draw(_ density: PointDensity, x: Span<Double>, y: Span<Double>, colors: PointColors) {
    draw(density, x: x, y: y, colors: colors, threads: min(ProcessInfo.processInfo.activeProcessorCount, 8))
  }

  mutating func draw(
    _ density: PointDensity, x: Span<Double>, y: Span<Double>, colors: PointColors, threads: Int
  ) {
    let clip = clipRect
    guard density.radius > 0, density.opacity > 0, !clip.isEmpty else { return }
    let tone = DensityTone(opacity: density.opacity)
    withPixels { pixels, stride in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          colors.withPointer { each, color, limit in
            guard let xs = x.baseAddress, let ys = y.baseAddress else { return }
            let points = DensityPoints(x: xs, y: ys, colors: each, color: color, count: min(x.count, y.count, limit))
            let runs = DensityRuns(points, density, rows: clip.top..<clip.bottom, threads: threads)
            let height = runs.areCompact ? DensityRuns.bandHeight : (clip.height + threads - 1) / threads
            let bands = (clip.height + height - 1) / height
            let next = Atomic(0)
            // Bands write to rows of their own and only read what they share.
            nonisolated(unsafe) let shared = (points: points, pixels: pixels)
            DispatchQueue.concurrentPerform(iterations: min(threads, bands)) { _ in
              let sums = DensityBand(density, tone: tone, clipWidth: clip.width, bandHeight: height)
              while true {
                let band = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard band < bands else { return }
                var area = clip
                area.top += band * height
                area.bottom = min(area.top + height, clip.bottom)
                sums.clear()
                runs.forEach(in: area, density) { sums.add(shared.points, $0, density, clip: area) }
                sums.show(on: shared.pixels, stride: stride, clip: area)
              }
            }
          }
        }
      }
    }
  }
}

/// Consecutive points, and the rows of pixels that they lie on.
struct DensityRuns: Sendable {
  static let length = 128
  /// Rows that fit a processor's cache as sums.
  static let bandHeight = 48

  private let count: Int
  /// First and last row of each run.
  private let rows: [SIMD2<Float>]

  init(_ points: DensityPoints, _ density: PointDensity, rows visible: Range<Int>, threads: Int) {
    count = points.count
    let runs = (points.count + DensityRuns.length - 1) / DensityRuns.length
    nonisolated(unsafe) let y = points.y
    let count = points.count
    rows = [SIMD2<Float>](unsafeUninitializedCapacity: runs) { rows, initialized in
      nonisolated(unsafe) let rows = rows
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for run in runs * thread / threads..<runs * (thread + 1) / threads {
          var low = Double.infinity
          var high = -Double.infinity
          for i in run * DensityRuns.length..<min((run + 1) * DensityRuns.length, count) {
            let value = y[i]
            low = value < low ? value : low
            high = value > high ? value : high
          }
          let first = Float(low * density.scaleY + density.offsetY)
          let last = Float(high * density.scaleY + density.offsetY)
          rows[run] = SIMD2(min(first, last), max(first, last))
        }
      }
      initialized = runs
    }
  }

  /// Whether runs touch few bands, so that small bands do not visit points in vain.
  var areCompact: Bool {
    let heights = rows.reduce(0.0) { $0 + Double(min($1.y - $1.x, 10_000)) }
    return heights <= Double(3 * DensityRuns.bandHeight * rows.count)
  }

  /// The points of all runs that can be seen in `area`.
  func forEach(in area: PixelRect, _ density: PointDensity, _ body: (Range<Int>) -> Void) {
    let reach = Float(min(density.radius, PointDensity.largestRadius)) + 2
    let top = Float(area.top) - reach
    let bottom = Float(area.bottom) + reach
    for (run, rows) in rows.enumerated() where rows.y >= top && rows.x <= bottom {
      let first = run * DensityRuns.length
      body(first..<min(first + DensityRuns.length, count))
    }
  }
}

extension PointColors {
  /// The colors of all points, or nil, the common one, and how many points have one.
  fileprivate func withPointer(_ body: (UnsafePointer<UInt32>?, UInt32, Int) -> Void) {
    switch self {
    case .uniform(let color): body(nil, color.rgb, .max)
    case .each(let colors): colors.withUnsafeBufferPointer { body($0.baseAddress, 0, $0.count) }
    }
  }
}
