/// The program's own font: used when no font file is found, and for golden images, which must not depend on a machine.
public final class BuiltInFont: TextSource {
  public init() {}

  public func width(of text: String, _ style: TextStyle) -> Double {
    Double(text.count) * 0.6 * Double(style.size)
  }

  public func mask(of text: String, _ style: TextStyle) -> TextMask {
    let size = min(max(style.size, 6), 400)
    let height = Int(Double(size) * 0.73)
    let width = Int(self.width(of: text, style)) + 1
    var coverage = [UInt8](repeating: 0, count: width * height)
    for (index, character) in text.enumerated() where character != " " {
      let left = Int(Double(index) * 0.6 * Double(size))
      for x in left..<min(left + Int(Double(size) * 0.5), width) {
        for y in 0..<height { coverage[y * width + x] = 160 }
      }
    }
    return TextMask(
      mask: CoverageMask(width: width, height: height, coverage: coverage), originX: 0, baseline: height,
      advance: Double(width))
  }
}
