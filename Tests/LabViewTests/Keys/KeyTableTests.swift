import Foundation
import LabWords
import Testing

@testable import LabCore
@testable import LabView

/// One table of keys: without contradictions, all of it on the help card, and the same in the README.
struct KeyTableTests {
  @Test func noKeyMeansTwoThingsInOneContext() {
    var seen: [KeyContext: Set<KeyStroke>] = [:]
    for shortcut in KeyTable.shortcuts {
      let isNew = seen[shortcut.context, default: []].insert(shortcut.stroke).inserted
      #expect(isNew, "\(shortcut.stroke) in \(shortcut.context)")
    }
    #expect(Set(seen.keys) == Set(KeyContext.allCases))
  }

  @Test func theHelpCardNamesEveryKeyOnce() {
    let named = HelpText.sections.flatMap(\.entries).flatMap(\.actions)
    #expect(Set(named).count == named.count)
    let inWindow = KeyTable.shortcuts.filter { $0.context == .window && !$0.isAlias }.map(\.action)
    #expect(Set(named) == Set(inWindow))
    for arrangement in HelpText.arrangements {
      let titles = arrangement.flatMap { $0 }.map(\.title)
      #expect(Set(titles) == Set(HelpText.sections.map(\.title)) && titles.count == HelpText.sections.count)
    }
  }

  @Test func shiftIsAWayToASignUnlessALineNamesIt() {
    #expect(KeyTable.shortcut(.character("+"), .shift, in: .window)?.action == .faster)
    #expect(KeyTable.shortcut(.character("B"), .shift, in: .window)?.action == .tool(.brush))
    #expect(KeyTable.shortcut(.character("z"), [.control, .shift], in: .window)?.action == .redo)
    #expect(KeyTable.shortcut(.right, .shift, in: .window)?.action == .wholeIteration)
    #expect(KeyTable.shortcut(.character("b"), .control, in: .window) == nil)
  }

  @Test func anOpenContextKeepsWhatItDoesNotUse() {
    #expect(KeyTable.shortcut(.up, [], in: .menu)?.action == .menuUp)
    #expect(KeyTable.shortcut(.space, [], in: .menu)?.action == .playPause)
    #expect(KeyTable.shortcut(.up, [], in: .window) == nil)
    #expect(KeyTable.shortcut(.character("7"), [], in: .seedEntry)?.action == .seedDigit(7))
    #expect(KeyTable.shortcut(.character("b"), [], in: .seedEntry) == nil)
  }

  /// The README's table of keys names the same keys, with as many effects as keys in a row.
  @Test func theREADMEHasTheSameKeys() throws {
    let words = Words.english
    let text = try String(contentsOf: SourceTree.root.appendingPathComponent("README.md"), encoding: .utf8)
    let rows =
      text.components(separatedBy: "| keys | |\n| --- | --- |\n").last?
      .prefix(while: { $0 != "\u{0}" }).components(separatedBy: "\n\n").first?.components(separatedBy: "\n") ?? []
    var found: [String] = []
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2 else { continue }
      let keys = cells[0].components(separatedBy: " · ")
      #expect(keys.count == cells[1].components(separatedBy: " · ").count, "\(row)")
      found += keys
    }
    let wanted = HelpText.sections.flatMap(\.entries).compactMap { entry -> String? in
      switch entry {
      case .keys(let actions, _): words.caps(actions).joined(separator: " ")
      case .gesture: nil
      }
    }
    #expect(Set(found) == Set(wanted), "\(Set(found).symmetricDifference(Set(wanted)))")
  }
}

/// The repository that these tests belong to.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
