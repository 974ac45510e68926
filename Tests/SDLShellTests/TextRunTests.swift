import Testing

@testable import SDLShell

/// How a line is cut for fonts and directions.
struct TextRunTests {
  private func runs(_ text: String) -> [TextRun] {
    TextRun.runs(of: text) { ($0.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 1 : 0 }
  }

  private func run(_ text: String, _ font: Int = 0, right: Bool = false) -> TextRun {
    TextRun(text: text, font: font, isRightToLeft: right)
  }

  @Test func oneFontAndDirectionIsOneRun() {
    #expect(runs("Log-likelihood: −797.63") == [run("Log-likelihood: −797.63")])
    #expect(runs("") == [])
  }

  @Test func lettersThatAFontLacksComeFromTheNext() {
    #expect(runs("E 步骤 3") == [run("E "), run("步骤 ", 1), run("3")])
  }

  @Test func arabicReadsFromTheRightAndItsNumbersFromTheLeft() {
    // On the screen: what was written first stands rightmost.
    #expect(runs("نقطة 12") == [run("12"), run("نقطة ", right: true)])
    #expect(runs("مكسب −797.63") == [run("−797.63"), run("مكسب ", right: true)])
    #expect(runs("حصة 15% \u{200E}σ 1") == [run("15% σ 1"), run("حصة ", right: true)])
    #expect(runs("\u{200F}نقطة\u{200F}") == [run("نقطة", right: true)], "a mark is not seen")
    #expect(runs("(نقطة)") == [run("(نقطة)", right: true)])
    #expect(
      runs("قيمة log L هي 3.5 الآن") == [
        run(" الآن", right: true), run("3.5"), run(" هي ", right: true), run("log L"), run("قيمة ", right: true),
      ])
  }
}
