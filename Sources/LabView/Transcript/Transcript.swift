import LabCore
import LabWords
import Rasterizer

/// The screen in sentences, for whoever reads it as text or hears it. A function of the state, as the picture is: what the
/// window shows is said, and what it hides is not.
public struct Transcript: Sendable, Equatable {
  public struct Section: Sendable, Equatable {
    public let title: String
    public let sentences: [String]
  }

  /// What is on the screen, the model, what just happened, what can be done now. None is empty.
  public let sections: [Section]

  /// - Parameter font: says what has room in the window, and so what there is to press.
  public init(_ state: LabState, font: any TextSource) {
    var under = state
    // What lies under a transcript that is open is what it tells of.
    if state.interface.transcriptLine != nil { under.apply(.interface(.toggleTranscript)) }
    self.init(under, Layout(under, font: font))
  }

  init(_ state: LabState, _ layout: Layout) {
    let state = state.asDrawn
    let words = state.words
    let parts: [(Label, [String])] = [
      (.transcriptScreen, TranscriptScreen(state, layout).sentences),
      (.transcriptModel, TranscriptModel(state, layout).sentences),
      (.transcriptNews, TranscriptNews(state).sentences),
      (.transcriptKeys, TranscriptKeys(state, layout).sentences),
    ]
    sections = parts.filter { !$0.1.isEmpty }.map { Section(title: words($0.0), sentences: $0.1) }
  }

  /// All of it: a line for each title and each sentence, a blank one between sections.
  public var text: String {
    var lines: [String] = []
    for section in sections {
      if !lines.isEmpty { lines.append("") }
      lines.append(section.title)
      lines += section.sentences
    }
    return lines.joined(separator: "\n")
  }
}

extension Words {
  /// "weight 0.333".
  func fact(_ name: Label, _ value: String) -> String { self(.saysFact(name: self(name), value: value)) }

  /// "A: weight 0.333; center (1.2, 3.4)." Facts that there are not are left out.
  func facts(_ subject: String, _ facts: [String?]) -> String {
    let said = facts.compactMap { $0?.withoutStop }.filter { !$0.isEmpty }
    return self(.saysFacts(subject: subject, facts: said.joined(separator: "; ")))
  }

  /// A text that stands alone in the window, as a sentence.
  func sentence(_ text: String) -> String {
    let text = text.last == ";" ? String(text.dropLast()) : text
    guard let first = text.first, let last = text.last else { return text }
    // The name of a file stays as it is.
    let isWord = text.prefix { $0 != " " }.allSatisfy { $0.isLetter || ",;:’'-".contains($0) }
    let begun = !isWord ? String(first) : first == "i" && language.code == "tr" ? "İ" : first.uppercased()
    let ends = ".!?:。！？؟…".contains(last) ? "" : ["zh", "ja"].contains(language.code) ? "。" : "."
    return begun + text.dropFirst() + ends
  }
}

extension String {
  /// As a part of a sentence.
  fileprivate var withoutStop: String {
    count > 1 && last.map { ".。?？؟;".contains($0) } == true ? String(dropLast()) : self
  }
}
