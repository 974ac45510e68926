/// Where a line of text may end: at spaces, and in Chinese and Japanese between letters, but for signs that close what
/// stands before them or open what follows (a short form of the Unicode line breaking algorithm, UAX #14).
public enum LineBreaking {
  /// What stays on one line, and what stands before it unless it begins a line.
  public struct Piece: Equatable {
    public let space: String
    public let text: String
  }

  /// A text in pieces, in order.
  public static func pieces(of text: String) -> [Piece] {
    text.split(separator: " ").flatMap { word in
      parts(of: word).enumerated().map { Piece(space: $0.offset == 0 ? " " : "", text: $0.element) }
    }
  }

  private static func parts(of word: Substring) -> [String] {
    guard word.contains(where: \.isIdeographic) else { return [String(word)] }
    var parts: [String] = []
    var last: Character?
    for character in word {
      let isBreak =
        last.map { ($0.isIdeographic || character.isIdeographic) && !character.closes && !$0.opens } ?? true
      if isBreak { parts.append("") }
      parts[parts.count - 1].append(character)
      last = character
    }
    return parts
  }
}

extension Character {
  /// A letter or a sign as wide as it is high, between which lines may end.
  fileprivate var isIdeographic: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
      || (0x20000...0x2FFFF).contains(value)
  }

  /// What may not begin a line.
  fileprivate var closes: Bool { "、。，．！？：；）」』】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]%".contains(self) }

  /// What may not end one.
  fileprivate var opens: Bool { "（「『【〈《“‘([".contains(self) }
}
