import Dispatch

extension Canvas {
  /// Draws every disc of a batch, in order. Discs stand to a sixteenth of a pixel; many points, or large ones, are drawn
  /// by all processors, with the same result to the bit.
  public mutating func draw(_ batch: PointBatch) {
    let side = 2 * min(max(batch.radius + batch.rimWidth, 0), PointBatch.largestStamp)
    draw(batch, bands: Double(batch.count) * side * side < 300_000 ? 1 : Bands.threads)
  }

  /// The same with the number of bands of rows given, each drawn by a thread of its own.
  mutating func draw(_ batch: PointBatch, bands: Int) {
    guard batch.count > 0, batch.radius > 0, !clipRect.isEmpty else { return }
    let rimWidth = batch.rim != nil && batch.rimWidth > 0 ? batch.rimWidth : 0
    let reach = batch.shape.reach * (batch.radius + rimWidth)
    guard reach <= PointBatch.largestStamp else { return drawOneByOne(batch) }
    let (colors, color) = batch.colors.unpacked
    let stamp = PointStamp.cached(
      radius: batch.radius, opacity: UInt32(color.opacity(batch.opacity).alpha),
      rim: batch.rim?.premultiplied ?? 0, rimWidth: rimWidth, shape: batch.shape)
    let clips = clipRect.bands(bands, following: batch)
    touchTiles(of: batch, reach: reach + 2)
    withPixels(in: .nothing) { pixels, stride in
      batch.x.withUnsafeBufferPointer { x in
        batch.y.withUnsafeBufferPointer { y in
          colors.withUnsafeBufferPointer { each in
            guard let x = x.baseAddress, let y = y.baseAddress else { return }
            let columns = PointBand.Columns(
              x: x, y: y, colors: each.isEmpty ? nil : each.baseAddress, color: 0xFF00_0000 | color.rgb,
              count: batch.count)
            // Bands write to rows of their own and only read what they share.
            nonisolated(unsafe) let pixels = pixels
            nonisolated(unsafe) let shared = columns
            if clips.count == 1 {
              PointBand(pixels: pixels, stride: stride, clip: clips[0]).draw(shared, batch, stamp)
            } else {
              DispatchQueue.concurrentPerform(iterations: clips.count) { i in
                PointBand(pixels: pixels, stride: stride, clip: clips[i]).draw(shared, batch, stamp)
              }
            }
          }
        }
      }
    }
  }

  /// Notes where discs are; of many, that they may be anywhere.
  private mutating func touchTiles(of batch: PointBatch, reach: Double) {
    guard clock != nil else { return }
    guard batch.count < 20_000 else {
      clock?.touch(clipRect)
      return
    }
    for i in 0..<batch.count {
      let (x, y) = (batch.x[i] * batch.scaleX + batch.offsetX, batch.y[i] * batch.scaleY + batch.offsetY)
      clock?.touch(clipRect.touched(minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach))
    }
  }

  /// Points too large for stamps.
  private mutating func drawOneByOne(_ batch: PointBatch) {
    let (colors, color) = batch.colors.unpacked
    for i in 0..<batch.count {
      let center = Point(batch.x[i] * batch.scaleX + batch.offsetX, batch.y[i] * batch.scaleY + batch.offsetY)
      if let rim = batch.rim, batch.rimWidth > 0 {
        fill(batch.shape, at: center, radius: batch.radius + batch.rimWidth, rim)
      }
      let color = colors.isEmpty ? color : Color(colors[i])
      fill(batch.shape, at: center, radius: batch.radius, color.opacity(batch.opacity))
    }
  }

  /// Fills the outline of a point.
  public mutating func fill(_ shape: PointShape, at center: Point, radius: Double, _ color: Color) {
    let corners = shape.corners(center: center, radius: radius)
    if corners.isEmpty { fill(discAt: center, radius: radius, color) } else { fill(polygon: corners, color) }
  }
}

extension PointBatch {
  /// Points that have everything they need.
  var count: Int {
    let rows = min(x.count, y.count)
    switch colors {
    case .uniform: return rows
    case .each(let colors), .words(let colors): return min(rows, colors.count)
    }
  }

  /// Disc and rim beyond this radius in pixels are drawn without stamps.
  static let largestStamp = 16.0
}

extension PointColors {
  /// Colors of all points, empty when they have one in common; and that one.
  fileprivate var unpacked: (each: [UInt32], common: Color) {
    switch self {
    case .uniform(let color): ([], color)
    case .each(let colors): (colors, Color(0xFFFFFF))
    case .words(let words): (LightWord.rgb(words), Color(0xFFFFFF))
    }
  }
}

extension PixelRect {
  /// This rectangle cut into `count` bands of rows (fewer when it is low) that hold about equally many points, judged
  /// by a few hundred of them.
  func bands(_ count: Int, following batch: PointBatch) -> [PixelRect] {
    guard count > 1, height >= 2 * count else { return [self] }
    let step = max(batch.count / 512, 1)
    let sample = Swift.stride(from: 0, to: batch.count, by: step)
      .map { batch.y[$0] * batch.scaleY + batch.offsetY }
      .filter { $0 >= Double(top) && $0 <= Double(bottom) }
      .sorted()
    var edges = [top]
    for i in 1..<count {
      let even = top + height * i / count
      let row = sample.isEmpty ? even : Int(clamping: sample[sample.count * i / count], to: top, bottom)
      edges.append(max(row, edges[i - 1]))
    }
    edges.append(bottom)
    return zip(edges, edges.dropFirst())
      .map { PixelRect(left: left, top: $0, right: right, bottom: $1) }
      .filter { !$0.isEmpty }
  }
}
