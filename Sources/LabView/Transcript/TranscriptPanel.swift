import GaussianMixtures
import LabCore
import LabWords

/// What a page in the panel says.
extension TranscriptPage {
  static func panel(_ state: LabState, _ layout: Layout) -> [String] {
    let words = state.words
    let columns = state.interface.showsColumns ? columns(state) : []
    guard let page = layout.page else { return columns }
    switch page.content {
    case .options(let part):
      return columns + part.choices.map { words.facts($0.label, $0.segments.filter(\.isChosen).map(\.text)) }
        + part.numbers.map { words.facts($0.label, [$0.value]) }
    case .selection(let part): return columns + [words.sentence(words.verdict(state, best: part.best, isShort: false))]
    case .race: return columns + race(state)
    case .runs: return columns + runs(state)
    case .mystery(let part):
      return columns + mystery(part, words)
    }
  }

  private static func columns(_ state: LabState) -> [String] {
    guard let choice = state.document.points.choice else { return [] }
    let words = state.words
    return [
      words.sentence(words(.modelSees(columns: choice.fitted.count))),
      words.facts(words(.columns), choice.fitted.map { state.document.columnName($0) }),
    ]
  }

  private static func race(_ state: LabState) -> [String] {
    let words = state.words
    if case .running(let done, let total) = state.race.status {
      return [words.sentence(words(.racedOf(done: done, total: total)))]
    }
    guard let results = state.raceResults, let best = results.optima.first else {
      return [words.sentence(words(.raceSays))]
    }
    let count = words(.countOf(count: best.seeds.count, total: results.runs.count))
    let rest = words(best.isFloored ? .endHighestButFloored : .startsFoundTheBest)
    return [words.sentence("\(count) \(rest)")]
      + results.optima.enumerated().map { rank, optimum in
        words.facts(
          String(rank + 1),
          [
            words.fact(.logL, NumberText.logLikelihood(optimum.logLikelihood)),
            words.fact(.startsHead, String(optimum.seeds.count)),
            optimum.seeds.first.map { words.fact(.seedColumn, String($0)) },
            optimum.isFloored ? words(.floored) : nil,
          ])
      }
  }

  private static func runs(_ state: LabState) -> [String] {
    let words = state.words
    let runs = state.document.runs
    let all = runs.earlier.map { ($0.number, $0.run) } + [(runs.number, runs.current)]
    let typed = state.interface.nameDraft.map { [words.facts(words(.renameRun), [$0.text + OptionText.cursor])] } ?? []
    return typed
      + all.sorted { $0.0 < $1.0 }
      .map { number, run in
        words.facts(
          words.name(ofRun: number, state),
          [
            run.latest.value.map {
              words.fact(run.algorithm == .kMeans ? .squares : .logL, NumberText.logLikelihood($0))
            },
            words.origins(of: run, state).first, words.progress(of: run, state).first,
            number == runs.number ? words(.chosenOne) : nil,
          ])
      }
  }

  private static func mystery(_ part: MysteryLayout, _ words: Words) -> [String] {
    let number = words.facts(words(.mystery), [part.numberText] + part.levels.filter(\.isChosen).map(\.text))
    let said = part.lines.map(\.text).joined(separator: " ")
    let overlap = part.overlap.map { words.facts($0.text, [$0.lines.map(\.text).joined(separator: " ")]) }
    let notes = part.notes.map(\.text).joined(separator: " ")
    return [
      words.sentence(part.title), number, part.badge.map(words.sentence), said.isEmpty ? nil : words.sentence(said),
      overlap,
    ].compactMap { $0 }
      .filter { !$0.isEmpty } + part.rows.map { words.facts($0.label, [$0.value]) }
      + (notes.isEmpty ? [] : [words.sentence(notes)])
  }
}
