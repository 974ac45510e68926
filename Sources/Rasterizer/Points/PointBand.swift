import CRasterKernel

/// Draws a batch into some rows of the clip. Bands of rows share nothing but the stamps, so any number of them can be
/// drawn at once, and a pixel gets the same points in the same order whatever the bands.
struct PointBand {
  let pixels: UnsafeMutablePointer<UInt32>
  let stride: Int
  /// Where this band may draw.
  let clip: PixelRect

  /// The columns of a batch; `colors` nil for one color.
  struct Columns {
    let x: UnsafePointer<Double>
    let y: UnsafePointer<Double>
    let colors: UnsafePointer<UInt32>?
    let color: UInt32
    let count: Int
  }

  /// A point on its way to the canvas: where its stamp's first pixel falls, and which stamp it is.
  private struct Place {
    var left: Int32
    var top: Int32
    var stamp: Int32
    var color: UInt32
  }

  /// Points are placed, then drawn, in blocks: two short loops, each of which finds room in the processor's registers.
  private static let blockSize = 256
  /// So many points ahead memory is told what will be drawn.
  private static let ahead = 2

  func draw(_ columns: Columns, _ batch: PointBatch, _ stamp: PointStamp) {
    withUnsafeTemporaryAllocation(of: Place.self, capacity: PointBand.blockSize) { block in
      guard let places = block.baseAddress else { return }
      for start in Swift.stride(from: 0, to: columns.count, by: PointBand.blockSize) {
        let end = min(start + PointBand.blockSize, columns.count)
        let seen = place(columns, batch, stamp, start..<end, into: places)
        // Known sizes and rims let the compiler drop what the smallest and most numerous discs do not need.
        switch (stamp.hasRim, stamp.quads) {
        case (false, 1): draw(places, seen, stamp, hasRim: false, quads: 1)
        case (false, let quads): draw(places, seen, stamp, hasRim: false, quads: quads)
        case (true, let quads): draw(places, seen, stamp, hasRim: true, quads: quads)
        }
      }
    }
  }

  /// Writes down the points of a block that can reach the band and returns their number.
  private func place(
    _ columns: Columns, _ batch: PointBatch, _ stamp: PointStamp, _ block: Range<Int>,
    into places: UnsafeMutablePointer<Place>
  ) -> Int {
    let phases = PointStamp.phases
    let shift = phases.trailingZeroBitCount
    // Keeps what is converted positive, where truncation rounds down.
    let bias = 1024
    let eighths = Double(phases)
    let scaleX = batch.scaleX
    let scaleY = batch.scaleY
    let offsetX = batch.offsetX
    let offsetY = batch.offsetY
    // Positions that can reach the band, so that nothing else is ever converted to an integer.
    let reach = Double(stamp.rows) / 2 + 1
    let minX = Double(clip.left) - reach
    let maxX = Double(clip.right) + reach
    let minY = Double(clip.top) - reach
    let maxY = Double(clip.bottom) + reach
    var seen = 0
    stamp.origins.withUnsafeBufferPointer { origins in
      for i in block {
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
        places[seen] = Place(
          left: Int32(truncatingIfNeeded: left), top: Int32(truncatingIfNeeded: top),
          stamp: Int32(truncatingIfNeeded: phaseY &* phases &+ phaseX),
          color: columns.colors.map { $0[i] | 0xFF00_0000 } ?? columns.color)
        seen &+= 1
      }
    }
    return seen
  }

  @inline(__always)
  private func draw(
    _ places: UnsafePointer<Place>, _ count: Int, _ stamp: PointStamp, hasRim: Bool, quads: Int
  ) {
    let rows = stamp.rows
    let perQuad = hasRim ? 4 : 2
    let perStamp = stamp.lanesPerStamp
    let (clip, stride, pixels) = (clip, stride, pixels)
    let low = PointStamp.Lanes(repeating: 0x00FF)
    let eight = PointStamp.Lanes(repeating: 8)
    stamp.lanes.withUnsafeBufferPointer { lanes in
      guard let base = lanes.baseAddress else { return }
      for k in 0..<count {
        let place = places[k]
        let left = Int(place.left)
        let top = Int(place.top)
        var source = base + (Int(place.stamp) &* perStamp)
        if k &+ PointBand.ahead < count { expect(places[k &+ PointBand.ahead], rows, quads) }
        let fits =
          left >= clip.left && left &+ quads &* 4 <= clip.right && top >= clip.top && top &+ rows <= clip.bottom
        guard fits else {
          drawAcrossBorder(source, stamp, place.color, left: left, top: top)
          continue
        }
        let four = unsafeBitCast(SIMD4<UInt32>(repeating: place.color), to: PointStamp.Lanes.self)
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

  /// Tells memory where a stamp will be drawn soon.
  @inline(__always)
  private func expect(_ place: Place, _ rows: Int, _ quads: Int) {
    let left = min(max(Int(place.left), clip.left), clip.right &- 1)
    let right = min(left &+ 4 &* quads, clip.right) &- 1
    var row = max(Int(place.top), clip.top)
    let end = min(Int(place.top) &+ rows, clip.bottom)
    while row < end {
      expect_writing(pixels + (row &* stride &+ left))
      expect_writing(pixels + (row &* stride &+ right))
      row &+= 1
    }
  }

  /// The part of one stamp that lies in the band, pixel by pixel.
  @inline(never)
  private func drawAcrossBorder(
    _ stamp: UnsafePointer<PointStamp.Lanes>, _ shape: PointStamp, _ color: UInt32, left: Int, top: Int
  ) {
    let whole = PixelRect(left: left, top: top, right: left + shape.quads * 4, bottom: top + shape.rows)
    let part = clip.intersection(whole)
    guard !part.isEmpty else { return }
    for y in part.top..<part.bottom {
      for x in part.left..<part.right {
        let pixel = pixels + y * stride + x
        let column = x - left
        let lanes = stamp + ((y - top) * shape.quads + column / 4) * shape.lanesPerQuad
        pixel.pointee = PointStamp.blend(
          pixel.pointee, lanes, lane: column % 4 * 2, color: color, hasRim: shape.hasRim)
      }
    }
  }
}
