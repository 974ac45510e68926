import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabWords

struct WordsTests {
  @Test func everyLabelHasEnglishWords() {
    for label in Label.allCases {
      #expect(!Words.english(label).isEmpty, "\(label)")
      #expect(Words.english(label) == label.english)
    }
  }

  @Test func whatALanguageLacksAppearsInEnglish() {
    let german = Words(
      language: Language(code: "de", name: "Deutsch"),
      templates: [
        Label.brush.rawValue: "Pinsel",
        "pointCount": "{count, plural, one {# Punkt} other {# Punkte}}",
        "addMorePoints": "{fehlt} Punkte",
      ])
    #expect(german(.brush) == "Pinsel" && german(.eraser) == "Eraser")
    #expect(german(.pointCount(count: 1)) == "1 Punkt" && german(.pointCount(count: 2)) == "2 Punkte")
    // A template that names what there is not is as good as none.
    #expect(german(.addMorePoints(missing: 1, components: 3)) == "Add 1 more point: 3 components need at least 3")
  }

  @Test func countsChooseTheirForm() {
    let words = Words.english
    #expect(words(.pointCount(count: 0)) == "0 points" && words(.pointCount(count: 1)) == "1 point")
    #expect(words(.pointCount(count: 1_234_567)) == "1\u{A0}234\u{A0}567 points")
    #expect(words(.addMorePoints(missing: 2, components: 9)) == "Add 2 more points: 9 components need at least 9")
    #expect(words(.adopted(family: "full", components: 1)) == "Adopted: full, 1 component")
  }

  @Test func componentsAreListedByTheirLetters() {
    let words = Words.english
    #expect(words.list(letters: []) == "" && words.list(letters: [2]) == "C")
    #expect(words.list(letters: [0, 2]) == "A and C" && words.list(letters: [0, 2, 27]) == "A, C and AB")
  }

  @Test func errorsNameComponentsByTheirLetters() {
    let words = Words.english
    let collapsed = MixtureError.collapsed(component: 1, iteration: 4)
    #expect(words.text(collapsed, letters: [0, 2]).hasPrefix("C collapsed in iteration 4"))
    #expect(words.text(.covarianceNotPositiveDefinite(component: 0), letters: []).hasPrefix("A "))
    let rescue = Rescue(letters: [2], kind: .floorApplied, reason: .collapsed, points: 1.2)
    #expect(words.text(.rescued(rescue)) == "C collapsed onto 1 point; floor applied")
    let lost = Rescue(letters: [0, 2], kind: .reseeded, reason: .empty, points: 0)
    #expect(words.text(.rescued(lost)) == "A and C lost their points; reseeded")
  }

  @Test func namesAreApartFromIdentities() {
    for example in Example.allCases { #expect(Words.english.name(example) != example.rawValue) }
    #expect(Words.english.name(.file("My data")) == "My data")
    for kind in StartKind.allCases { #expect(!Words.english.name(kind).isEmpty) }
  }
}
