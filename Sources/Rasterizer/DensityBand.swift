/// Sums up the points of some rows and shows them. A thread has one, and uses it for one band of rows after another, so
/// that the sums stay in its cache.
final class DensityBand {
  /// Red, green and blue in linear light, and the number of points.
  typealias Sum = SIMD4<Float>

  /// The share that a disc covers of the pixels around its own, by the distance across and down, mirrored.
  private let shares: [[Float]]
  private let reach: Int
  private let tone: DensityTone
  /// Columns `clip.left - reach ..< clip.right + reach`; rows alike.
  private let width: Int
  private let rows: Int
  private let sums: UnsafeMutablePointer<Sum>
  /// For one row: the rows above and below weighted by the shares at each distance across.
  private let folded: UnsafeMutablePointer<Sum>

  init(_ density: PointDensity, tone: DensityTone, clipWidth: Int, bandHeight: Int) {
    let radius = min(density.radius, PointDensity.largestRadius)
    let reach = max(Int((radius - 0.5).rounded(.up)), 0)
    let side = 2 * reach + 1
    var fill = ScanlineFill(clip: PixelRect(left: 0, top: 0, right: side, bottom: side))
    fill.add(EllipsePath(center: Point(Double(reach) + 0.5, Double(reach) + 0.5), radius: radius))
    let coverage = fill.mask().coverage
    shares = (0...reach).map { dx in
      (0...reach).map { dy in Float(coverage[(reach + dy) * side + reach + dx]) / 255 }
    }
    self.reach = reach
    self.tone = tone
    width = clipWidth + 2 * reach
    rows = bandHeight + 2 * reach
    sums = .allocate(capacity: width * rows)
    folded = .allocate(capacity: width * (reach + 1))
  }

  deinit {
    sums.deallocate()
    folded.deallocate()
  }

  func clear() { sums.initialize(repeating: .zero, count: width * rows) }

  /// Adds some points to the sums of the band that begins at `clip`'s top left corner.
  func add(_ points: DensityPoints, _ range: Range<Int>, _ density: PointDensity, clip: PixelRect) {
    let (scaleX, scaleY) = (density.scaleX, density.scaleY)
    let offsetX = density.offsetX - Double(clip.left - reach)
    let offsetY = density.offsetY - Double(clip.top - reach)
    let right = Double(width)
    let bottom = Double(clip.height + 2 * reach)
    DensityTone.light.withUnsafeBufferPointer { light in
      let common = Sum(light, points.color)
      for i in range {
        let x = points.x[i] * scaleX + offsetX
        let y = points.y[i] * scaleY + offsetY
        // Not a number is nowhere.
        guard x >= 0, x < right, y >= 0, y < bottom else { continue }
        let color = points.colors.map { Sum(light, $0[i]) } ?? common
        sums[Int(y) &* width &+ Int(x)] += color
      }
    }
  }

  /// Blends what the sums amount to over the pixels of `clip`.
  func show(on pixels: UnsafeMutablePointer<UInt32>, stride: Int, clip: PixelRect) {
    for row in 0..<clip.height {
      fold(row)
      showFolded(pixels + (clip.top + row) * stride + clip.left, count: clip.width)
    }
  }

  private func fold(_ row: Int) {
    let middle = sums + (row + reach) * width
    for dx in 0...reach {
      let target = folded + dx * width
      let share = shares[dx]
      let own = share[0]
      if reach == 1 {
        let near = share[1]
        let above = middle - width
        let below = middle + width
        for x in 0..<width { target[x] = middle[x] * own + (above[x] + below[x]) * near }
        continue
      }
      for x in 0..<width { target[x] = middle[x] * own }
      for dy in 0..<reach where share[dy + 1] > 0 {
        let near = share[dy + 1]
        let above = middle - (dy + 1) * width
        let below = middle + (dy + 1) * width
        for x in 0..<width { target[x] += (above[x] + below[x]) * near }
      }
    }
  }

  private func showFolded(_ target: UnsafeMutablePointer<UInt32>, count: Int) {
    tone.alpha.withUnsafeBufferPointer { alpha in
      LinearLight.encoded.withUnsafeBufferPointer { encoded in
        let last = Float(alpha.count - 1)
        // Added to a number, this leaves its nearest integer in the low bits.
        let big: Float = 0x1p23
        for x in 0..<count {
          let own = folded + x + reach
          var sum = own[0]
          for dx in 0..<reach {
            let side = own + (dx + 1) * width
            sum += side[-(dx + 1)] + side[dx + 1]
          }
          guard sum.w > 0 else { continue }
          let share = UInt32(alpha[Int(min(sum.w * DensityTone.stepsPerDisc + 0.5, last))])
          let mean = unsafeBitCast(sum * (1 / sum.w) + big, to: SIMD4<UInt32>.self)
          let red = UInt32(encoded[Int(mean.x) & LinearLight.encodedLimit])
          let green = UInt32(encoded[Int(mean.y) & LinearLight.encodedLimit])
          let blue = UInt32(encoded[Int(mean.z) & LinearLight.encodedLimit])
          let source = Blend.scale(0xFF00_0000 | red << 16 | green << 8 | blue, by: share)
          target[x] = Blend.over(source, target[x])
        }
      }
    }
  }
}

/// The points of a density; `colors` nil where they have one in common.
struct DensityPoints {
  let x: UnsafePointer<Double>
  let y: UnsafePointer<Double>
  let colors: UnsafePointer<UInt32>?
  let color: UInt32
  let count: Int
}

extension SIMD4<Float> {
  /// One point of colour 0xRRGGBB.
  @inline(__always)
  fileprivate init(_ light: UnsafeBufferPointer<Float>, _ rgb: UInt32) {
    self.init(
      light[Int(rgb >> 16 & 255)], light[Int(rgb >> 8 & 255)], light[Int(rgb & 255)], 1)
  }
}
