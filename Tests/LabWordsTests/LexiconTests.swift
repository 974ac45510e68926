import Synchronization
import Testing

@testable import LabWords

struct LexiconTests {
  @Test func aLanguageIsLookedUpOnce() {
    let lookups = Mutex<[String]>([])
    let lexicon = Lexicon { code in
      lookups.withLock { $0.append(code) }
      return code == "de"
        ? Words(language: Language(code: "de", name: "Deutsch"), templates: [Label.brush.rawValue: "Pinsel"]) : nil
    }
    #expect(lexicon.words("de")(.brush) == "Pinsel" && lexicon.words("de")(.brush) == "Pinsel")
    #expect(lexicon.words("xx")(.brush) == "Brush" && lexicon.words("xx").language == .english)
    #expect(lexicon.words("en")(.brush) == "Brush")
    #expect(lookups.withLock { $0 } == ["de", "xx"])
  }
}
