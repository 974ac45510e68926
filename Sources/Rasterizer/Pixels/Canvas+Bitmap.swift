extension Canvas {
  /// Replaces (not blends) the pixels of a picture's place, as far as it lies inside the clip.
  ///
  /// - Parameters:
  ///   - picture: what is put in place of the pixels there.
  ///   - left: the column of the picture's left edge, in pixels.
  ///   - top: the row of its top edge.
  public mutating func draw(_ picture: Bitmap, left: Int, top: Int) {
    let (left, top) = (
      min(max(left, -Bitmap.maximumSide), Bitmap.maximumSide), min(max(top, -Bitmap.maximumSide), Bitmap.maximumSide)
    )
    let place = PixelRect(left: left, top: top, right: left + picture.width, bottom: top + picture.height)
    let area = clipRect.intersection(place)
    guard !area.isEmpty else { return }
    withPixels(in: area) { pixels, stride in
      picture.pixels.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        for row in area.top..<area.bottom {
          (pixels + row * stride + area.left)
            .update(from: source + (row - top) * picture.width + area.left - left, count: area.width)
        }
      }
    }
  }
}
