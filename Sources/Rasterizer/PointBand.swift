/// Draws a batch into some rows of the clip. Bands of rows share nothing but the stamps, so any number of them can be
/// drawn at once, and a pixel gets the same points in the same order whatever the bands.
struct PointBand {
  let pixels: UnsafeMutablePointer<UInt32>
  let stride: Int
  /// Where this band may draw.
  let clip: PixelRect

  /// The columns of a batch; `colors` nil for one colour.
  struct Columns {
    let x: UnsafePointer<Double>
    let y: UnsafePointer<Double>
    let colors: UnsafePointer<UInt32>?
    let color: UInt32
    let count: Int
  }

  func draw(_ columns: Columns, _ batch: PointBatch, _ stamp: PointStamp) {
    if stamp.hasRim {
      draw(columns, batch, stamp, hasRim: true)
    } else {
      draw(columns, batch, stamp, hasRim: false)
    }
  }

  @inline(__always)
  private func draw(_ columns: Columns, _ batch: PointBatch, _ stamp: PointStamp, hasRim: Bool) {
    let phases = PointStamp.phases
    let scaleX = batch.scaleX
    let scaleY = batch.scaleY
    let offsetX = batch.offsetX
    let offsetY = batch.offsetY
    // Positions that can reach the band, so that nothing else is ever converted to an integer.
    let reach = Double(stamp.rows + 1)
    let minX = Double(clip.left) - reach
    let maxX = Double(clip.right) + reach
    let minY = Double(clip.top) - reach
    let maxY = Double(clip.bottom) + reach
    // Keeps what is converted positive, where truncation rounds down.
    let bias = 1024
    let eighths = Double(phases)
    let shift = phases.trailingZeroBitCount
    let rows = stamp.rows
    let quads = stamp.quads
    let perQuad = stamp.lanesPerQuad
    let perStamp = stamp.lanesPerStamp
    let low = PointStamp.Lanes(repeating: 0x00FF)
    let eight = PointStamp.Lanes(repeating: 8)
    stamp.lanes.withUnsafeBufferPointer { lanes in
      stamp.origins.withUnsafeBufferPointer { origins in
        guard let base = lanes.baseAddress else { return }
        for i in 0..<columns.count {
          let y = columns.y[i] * scaleY + offsetY
          guard y > minY, y < maxY else { continue }
          let x = columns.x[i] * scaleX + offsetX
          guard x > minX, x < maxX else { continue }
          let column = Int((x + Double(bias)) * eighths)
          let row = Int((y + Double(bias)) * eighths)
          let phaseX = column & (phases &- 1)
          let phaseY = row & (phases &- 1)
          let left = (column &>> shift) &- bias &+ origins[phaseX]
          let top = (row &>> shift) &- bias &+ origins[phaseY]
          let color = columns.colors.map { $0[i] | 0xFF00_0000 } ?? columns.color
          var source = base + (phaseY &* phases &+ phaseX) &* perStamp
          let fits =
            left >= clip.left && left &+ quads &* 4 <= clip.right && top >= clip.top && top &+ rows <= clip.bottom
          guard fits else {
            drawAcrossBorder(source, stamp, color, left: left, top: top)
            continue
          }
          let four = unsafeBitCast(SIMD4<UInt32>(repeating: color), to: PointStamp.Lanes.self)
          let even = four & low
          let odd = four &>> eight
          var target = UnsafeMutableRawPointer(pixels + (top &* stride &+ left))
          for _ in 0..<rows {
            for quad in 0..<quads {
              PointStamp.blend(target + quad &* 16, source, even: even, odd: odd, hasRim: hasRim)
              source += perQuad
            }
            target += stride &* 4
          }
        }
      }
    }
  }

  @inline(never)
  private func drawAcrossBorder(
    _ stamp: UnsafePointer<PointStamp.Lanes>, _ shape: PointStamp, _ color: UInt32, left: Int, top: Int
  ) {
    for row in max(clip.top - top, 0)..<max(min(clip.bottom - top, shape.rows), max(clip.top - top, 0)) {
      for column in max(clip.left - left, 0)..<max(min(clip.right - left, shape.quads * 4), max(clip.left - left, 0)) {
        let pixel = pixels + (top + row) * stride + left + column
        let lanes = stamp + (row * shape.quads + column / 4) * shape.lanesPerQuad
        pixel.pointee = PointStamp.blend(
          pixel.pointee, lanes, lane: column % 4 * 2, color: color, hasRim: shape.hasRim)
      }
    }
  }
}
