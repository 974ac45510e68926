import CRasterKernel

extension Canvas {
  /// Paints `color` through a mask whose top left pixel falls on (`x`, `y`).
  public mutating func draw(_ mask: CoverageMask, x: Int, y: Int, _ color: Color) {
    let source = color.premultiplied
    guard source != 0, let area = visible(width: mask.width, height: mask.height, x: x, y: y) else { return }
    let cover = OutlineKernel.fastest.cover
    withPixels(in: area) { pixels, stride in
      mask.coverage.withUnsafeBufferPointer { coverage in
        guard let base = coverage.baseAddress else { return }
        for row in area.top..<area.bottom {
          cover(
            pixels + row * stride + area.left, base + (row - y) * mask.width + area.left - x, area.width, source)
        }
      }
    }
  }

  /// Paints a bitmap over what is there; its top left pixel falls on (`x`, `y`).
  public mutating func draw(_ bitmap: Bitmap, x: Int, y: Int) {
    guard let area = visible(width: bitmap.width, height: bitmap.height, x: x, y: y) else { return }
    withPixels(in: area) { pixels, stride in
      bitmap.pixels.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        for row in area.top..<area.bottom {
          Blend.row(
            pixels + row * stride + area.left, base + (row - y) * bitmap.width + area.left - x, count: area.width)
        }
      }
    }
  }

  /// The part of a picture at (`x`, `y`) that lies in the clip.
  private func visible(width: Int, height: Int, x: Int, y: Int) -> PixelRect? {
    let far = 1 << 40
    guard x > -far, x < far, y > -far, y < far else { return nil }
    let area = clipRect.intersection(PixelRect(left: x, top: y, right: x + width, bottom: y + height))
    return area.isEmpty ? nil : area
  }
}

extension Blend {
  /// Each source pixel over the pixel below it.
  @inline(__always)
  static func row(_ pixels: UnsafeMutablePointer<UInt32>, _ source: UnsafePointer<UInt32>, count: Int) {
    var i = 0
    while i < count {
      let pixel = source[i]
      if pixel >> 24 == 255 {
        pixels[i] = pixel
      } else if pixel != 0 {
        pixels[i] = over(pixel, pixels[i])
      }
      i &+= 1
    }
  }
}
