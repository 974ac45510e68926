/// A language of the window.
public struct Language: Sendable, Hashable {
  /// As in BCP 47: "en", "de".
  public let code: String
  /// What it calls itself.
  public let name: String
  public let isRightToLeft: Bool
  public let plurals: PluralRule

  public init(code: String, name: String, isRightToLeft: Bool = false, plurals: PluralRule = .oneAndOther) {
    self.code = code
    self.name = name
    self.isRightToLeft = isRightToLeft
    self.plurals = plurals
  }

  /// The package of Debian with a font that has its letters.
  public var fontPackage: String {
    switch code.prefix(2) {
    case "zh", "ja", "ko": "fonts-droid-fallback"
    default: "fonts-dejavu-core"
    }
  }

  public static let english = Language(code: "en", name: "English")
}

/// Which form of a word a language takes with a whole number, after the Unicode plural rules.
public enum PluralRule: String, Sendable, Hashable, CaseIterable {
  /// No forms: Chinese, Japanese, Korean, Indonesian, Turkish in many uses.
  case none
  /// 1 and the rest: English, German, Spanish, Italian.
  case oneAndOther
  /// 0 and 1 and the rest: French, Hindi, Brazilian Portuguese.
  case zeroIsOne
  /// 1, 21, 31 …; 2–4, 22–24 …; the rest: Russian, Ukrainian.
  case eastSlavic
  /// 1; 2–4, 22–24 …; the rest: Polish.
  case polish
  /// 0; 1; 2; 3–10, 103–110 …; 11–99 …; the rest: Arabic.
  case arabic

  public enum Form: String, Sendable { case zero, one, two, few, many, other }

  public func form(of count: Int) -> Form {
    let ten = count.magnitude % 10
    let hundred = count.magnitude % 100
    let isFew = (2...4).contains(ten) && !(12...14).contains(hundred)
    switch self {
    case .none: return .other
    case .oneAndOther: return count == 1 ? .one : .other
    case .zeroIsOne: return count == 0 || count == 1 ? .one : .other
    case .eastSlavic: return ten == 1 && hundred != 11 ? .one : isFew ? .few : .many
    case .polish: return count == 1 ? .one : isFew ? .few : .many
    case .arabic:
      switch count {
      case 0: return .zero
      case 1: return .one
      case 2: return .two
      default: return (3...10).contains(hundred) ? .few : hundred >= 11 ? .many : .other
      }
    }
  }
}
