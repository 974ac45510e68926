import Rasterizer
import Testing

@testable import LabView

/// Texts that are cut where they do not fit.
struct FittingTests {
  private let font = BuiltInFont()
  private let style = TextStyle(size: 14, weight: .book)

  @Test func asMuchStaysAsFits() {
    let text = "a very long column name number 11"
    for width in stride(from: 0.0, through: 400, by: 7) {
      let cut = font.truncate(text, style, to: width)
      if cut == text { continue }
      #expect(cut.isEmpty || cut.hasSuffix("…") && font.width(of: cut, style) <= width)
      // One letter more would be too wide.
      let kept = max(cut.count - 1, 0)
      #expect(font.width(of: text.prefix(kept + 1) + "…", style) > width, "\(width)")
      let middle = font.middle(of: text, style, to: width)
      #expect(middle.isEmpty || font.width(of: middle, style) <= width)
      if middle.count > 4 { #expect(text.hasPrefix(middle.prefix(2)) && middle.hasSuffix("1")) }
      let end = font.ending(of: text, style, within: width)
      #expect(end.hasPrefix("…") && text.hasSuffix(end.dropFirst()))
    }
    #expect(font.truncate(text, style, to: 1000) == text && font.middle(of: text, style, to: 1000) == text)
  }

  /// A name of a hundred thousand letters takes no longer than it has to.
  @Test func namesWithoutEndAreCut() {
    let text = String(repeating: "name ", count: 20_000)
    for _ in 0..<20 {
      #expect(font.truncate(text, style, to: 200).count < 60)
      #expect(font.middle(of: text, style, to: 200).count < 60)
      #expect(font.ending(of: text, style, within: 200).count < 60)
      #expect(font.wrap(text, style, to: 200, most: 3).count == 3)
    }
  }
}
