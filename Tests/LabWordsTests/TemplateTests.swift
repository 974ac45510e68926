import Testing

@testable import LabWords

struct TemplateTests {
  private func fill(
    _ template: String, _ values: [String: Sentence.Value] = [:], _ language: Language = .english
  ) -> String? {
    Template.filled(template, values, language)
  }

  @Test func placesAreFilled() {
    #expect(fill("plain") == "plain")
    #expect(fill("{a} and { b }", ["a": .text("x"), "b": .count(12345)]) == "x and 12\u{A0}345")
    #expect(
      fill("{n, plural, one {# dog} other {# dogs and {a}}}", ["n": .count(3), "a": .text("I")]) == "3 dogs and I")
    #expect(fill("{n,plural,other{#}}", ["n": .count(1)]) == "1")
  }

  @Test(arguments: [
    "{", "}", "{a", "{}", "{b}", "{a, plural}", "{a, plural, one {x}}", "{n, plural, one {x}}",
    "{n, plural, one {x} other}",
    "{n, select, other {x}}", "{n, plural, other {x}", "{n, plural, other {{b}}}",
  ])
  func whatIsMalformedFillsNothing(_ template: String) {
    #expect(fill(template, ["a": .text("x"), "n": .count(2)]) == nil)
  }

  /// Every English template is well formed and uses exactly the values its case has.
  @Test func everyEnglishTemplateFits() {
    for sentence in Sentence.samples {
      let text = fill(sentence.english, sentence.values)
      #expect(text != nil && text?.contains("{") == false, "\(sentence.key)")
      for name in sentence.values.keys {
        #expect(sentence.english.contains("{\(name)"), "\(sentence.key) never says \(name)")
      }
    }
    #expect(Sentence.samples.map(\.sampleIndex) == Array(0..<Sentence.samples.count))
    #expect(Set(Sentence.samples.map(\.key)).count == Sentence.samples.count)
    #expect(Set(Sentence.samples.map(\.key)).isDisjoint(with: Label.allCases.map(\.rawValue)))
  }

  @Test func languagesChooseTheirForms() {
    func forms(_ rule: PluralRule, _ counts: [Int]) -> [String] { counts.map { rule.form(of: $0).rawValue } }
    #expect(forms(.oneAndOther, [0, 1, 2, 21]) == ["other", "one", "other", "other"])
    #expect(forms(.zeroIsOne, [0, 1, 2]) == ["one", "one", "other"])
    #expect(forms(.none, [0, 1, 2]) == ["other", "other", "other"])
    #expect(
      forms(.eastSlavic, [1, 2, 5, 11, 12, 21, 22, 25]) == ["one", "few", "many", "many", "many", "one", "few", "many"])
    #expect(forms(.polish, [1, 2, 5, 12, 21, 22]) == ["one", "few", "many", "many", "many", "few"])
    #expect(
      forms(.arabic, [0, 1, 2, 3, 10, 11, 99, 100, 103]) == [
        "zero", "one", "two", "few", "few", "many", "many", "other", "few",
      ])
  }
}
