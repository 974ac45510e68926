import CRasterKernel
import Dispatch
import FoundationEssentials
import Synchronization

extension Canvas {
  /// Draws points as a density. All processors share the work; the result is the same to the bit for any number of them.
  ///
  /// Tiles are summed up one after the other, each from the runs of points that reach it: fastest where points that
  /// follow each other lie close together.
  ///
  /// - Parameters:
  ///   - density: how points become pixels.
  ///   - x: first coordinates.
  ///   - y: second coordinates.
  ///   - colors: those of the points.
  public mutating func draw(_ density: PointDensity, x: Span<Double>, y: Span<Double>, colors: PointColors) {
    draw(density, x: x, y: y, colors: colors, runs: nil)
  }

  /// The same.
  ///
  /// - Parameter runs: those of just these points, where they are known from an earlier frame. They are believed.
  package mutating func draw(
    _ density: PointDensity, x: Span<Double>, y: Span<Double>, colors: PointColors, runs: PointRuns?,
    threads: Int = Bands.threads
  ) {
    draw(density, x: x, y: y, colors: colors, runs: runs, threads: threads, kernel: DensityTile.fastestKernel)
  }

  /// The same with any build of the kernel.
  mutating func draw(
    _ density: PointDensity, x: Span<Double>, y: Span<Double>, colors: PointColors, runs: PointRuns?, threads: Int,
    kernel: DensityKernel
  ) {
    let clip = clipRect
    guard density.radius > 0, density.opacity > 0, !clip.isEmpty else { return }
    withPixels(in: clip) { pixels, stride in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          colors.withPointer { words, common, limit in
            guard let xs = x.baseAddress, let ys = y.baseAddress else { return }
            let count = min(x.count, y.count, limit)
            let known = runs.flatMap { $0.count == count ? $0 : nil }
            let picture = DensityPicture(
              points: DensityPoints(x: xs, y: ys, words: words, common: common, count: count),
              runs: known ?? PointRuns(compact: x, y, count: count, density, threads: threads), density: density,
              clip: clip, pixels: pixels, stride: stride, kernel: kernel)
            picture.draw(threads: threads)
          }
        }
      }
    }
  }
}

/// One drawing of a density, whose tiles are shared by threads: they write to pixels of their own and only read the rest.
struct DensityPicture: @unchecked Sendable {
  /// Of a tile whose sums fit a processor's own cache.
  static let tileHeight = 48
  private static let tileWidth = 512

  let points: DensityPoints
  /// Nil where points that follow each other lie apart.
  let runs: PointRuns?
  let density: PointDensity
  let clip: PixelRect
  let pixels: UnsafeMutablePointer<UInt32>
  let stride: Int
  let kernel: DensityKernel

  func draw(threads: Int) {
    let (height, width) = (DensityPicture.tileHeight, min(DensityPicture.tileWidth, clip.width))
    let columns = (clip.width + width - 1) / width
    let tone = DensityTone(opacity: density.opacity)
    let reach = DensityTile.reach(density)
    let runTiles = runs.map { RunTiles($0, density, clip: clip, reach: reach, tile: (width, height)) }
    let bins =
      runs != nil
      ? nil : DensityBins(points, density, clip: clip, reach: reach, tile: (width, height), threads: threads)
    let order = runTiles?.order ?? Array(0..<columns * ((clip.height + height - 1) / height))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, order.count)) { _ in
      let tile = DensityTile(density, tone: tone, clipWidth: width, height: height, kernel: kernel)
      while true {
        let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard turn < order.count else { return }
        let (row, column) = order[turn].quotientAndRemainder(dividingBy: columns)
        var area = clip
        area.top += row * height
        area.left += column * width
        area.bottom = min(area.top + height, clip.bottom)
        area.right = min(area.left + width, clip.right)
        if let bins {
          let corner = (column: area.left - clip.left, row: area.top - clip.top)
          bins.withTile(row: row, column: column) {
            tile.add($0, corner: corner, points.words == nil ? points.common : nil)
          }
        } else if let runs, let runTiles {
          let places = DensityPlaces(density, clip: area, reach: tile.reach)
          for run in runTiles.runs[order[turn]] {
            tile.add(points, runs.range(run), box: runs.boxes[run], places)
          }
        }
        tile.show(on: pixels, stride: stride, clip: area)
        tile.clear()
      }
    }
  }
}

extension PointColors {
  /// The words of all points, or nil, the common color as a sum, and how many points have one.
  fileprivate func withPointer(_ body: (UnsafePointer<UInt32>?, SIMD4<Float>, Int) -> Void) {
    switch self {
    case .uniform(let color):
      let sum = LightWord.light.withUnsafeBufferPointer { SIMD4<Float>($0, LightWord.word(color.rgb)) }
      body(nil, sum, .max)
    case .each(let colors): PointColors.words(colors.map(LightWord.word)).withPointer(body)
    case .words(let words): words.withUnsafeBufferPointer { body($0.baseAddress, .zero, $0.count) }
    }
  }
}
