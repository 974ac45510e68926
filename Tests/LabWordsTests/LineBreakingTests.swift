import Testing

@testable import LabWords

struct LineBreakingTests {
  private func parts(_ text: String) -> [String] { LineBreaking.pieces(of: text).map { $0.space + $0.text } }

  @Test func wordsStayWhole() {
    #expect(parts("A grouped number: 1\u{A0}000 points") == [" A", " grouped", " number:", " 1\u{A0}000", " points"])
    #expect(parts("") == [])
  }

  @Test func chineseAndJapaneseBreakBetweenLetters() {
    #expect(parts("点集中在两处。") == [" 点", "集", "中", "在", "两", "处。"])
    #expect(parts("（E ステップ）") == [" （E", " ス", "テッ", "プ）"])
    #expect(!parts("「答え」を、見る").contains { ["」", "、"].contains($0.prefix(1)) })
    #expect(parts("用BIC选") == [" 用", "BIC", "选"])
  }
}
