import Rasterizer

extension TextMask {
  /// Masks side by side on one baseline, each where the pen is after those before it.
  init(joining masks: [TextMask]) {
    let baseline = masks.map(\.baseline).max() ?? 0
    let below = masks.map { $0.mask.height - $0.baseline }.max() ?? 0
    var pen = 0.0
    let places = masks.map { mask in
      defer { pen += mask.advance }
      return Int(pen.rounded())
    }
    let width = min(zip(masks, places).map { $1 + $0.mask.width }.max() ?? 0, Bitmap.maximumSide)
    let height = baseline + below
    var coverage = [UInt8](repeating: 0, count: width * height)
    for (mask, place) in zip(masks, places) {
      for y in 0..<mask.mask.height {
        let row = (y + baseline - mask.baseline) * width + place
        for x in 0..<min(mask.mask.width, width - place) {
          coverage[row + x] = max(coverage[row + x], mask.mask.coverage[y * mask.mask.width + x])
        }
      }
    }
    self.init(
      mask: CoverageMask(width: width, height: height, coverage: coverage), originX: 0, baseline: baseline, advance: pen
    )
  }
}
