import Testing

@testable import LabFiles

@Suite struct OneLineTests {
  @Test func whatIsShortStaysAndWhatIsLongIsCutToTheLength() {
    for count in [0, 1, 39, 40] {
      let text = String(repeating: "é", count: count)
      #expect(text.forOneLine() == text)
    }
    for count in [41, 1000] {
      let cut = String(repeating: "é", count: count).forOneLine()
      #expect(cut.count == 40 && cut == String(repeating: "é", count: 39) + "…")
    }
    #expect("abcdef".forOneLine(atMost: 4) == "abc…")
  }

  @Test func controlCharactersBecomeSpaces() {
    #expect("a\nb\tc\u{1B}d\u{0}".forOneLine() == "a b c d ")
    #expect("a\u{202E}b\u{2066}c".forOneLine() == "a b c" && "👩‍🔬".forOneLine() == "👩‍🔬")
  }
}
