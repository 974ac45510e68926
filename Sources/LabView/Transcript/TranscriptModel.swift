import GaussianMixtures
import LabCore
import LabWords

/// The model as cards, chart and lanes tell of it, and Bayes' arithmetic of a point that is looked at.
struct TranscriptModel {
  let sentences: [String]

  init(_ state: LabState, _ layout: Layout) {
    guard state.layers.shows(.model), state.document.hasModel else {
      sentences = []
      return
    }
    let lanes =
      state.document.lanes.count > 1
      ? state.document.lanes.indices.map { TranscriptModel.lane($0, state) } + TranscriptModel.verdict(state) : []
    sentences =
      TranscriptModel.components(state) + TranscriptModel.run(state) + lanes
      + TranscriptModel.inspection(state, layout)
  }

  private static func components(_ state: LabState) -> [String] {
    let words = state.words
    // How many there are is what is asked.
    if state.document.guess?.question == .count { return [] }
    let values = CardValues(state)
    let names = CardNames(state.document.algorithm)
    let model = state.document.points.seen(state.mixtureOnShow)
    return state.mixtureOnShow.weights.indices.map { index in
      let card = values[index]
      let shape = ComponentShape(model, index)
      let said = card.said.flatMap { $0 == .weighs ? nil : words.fact($0.label, $0.text(words)) }
      let expected = card.expected.map {
        words.fact(
          names.expects,
          words(
            .expectedPoints(
              expected: NumberText.decimal($0, digits: card.isHard || card.pointCount >= 100_000 ? 0 : 1),
              points: card.pointCount)))
      }
      let next = card.nextWeight.map { words.fact(.weightWaitsShort, NumberText.decimal($0, digits: 3)) }
      return words.facts(
        ComponentName.letter(card.letter),
        [words.fact(names.weight, NumberText.decimal(card.weight, digits: 3)), next]
          + ShapeRow.of(state).map { row in shape.map { words.fact(row.label, row.text($0)) } }
          + [expected ?? (said == nil ? words(.noPointsYet) : nil), said, card.isRescued ? words(.weightRescued) : nil])
    }
  }

  /// Where the run stands, and why.
  private static func run(_ state: LabState) -> [String] {
    let words = state.words
    let runs = state.document.runs
    let isHard = state.document.algorithm == .kMeans
    var facts: [String?] = []
    if state.blockedReason == nil, state.document.lanes.count == 1 {
      facts.append(words.fact(.iteration, StepText.place(runs.shown)))
      facts.append(
        runs.shown.value.map { words.fact(isHard ? .sumOfSquares : .logL, NumberText.logLikelihood($0)) })
      facts.append(runs.lastGain.map { words.fact(.lastGain, NumberText.gain($0)) })
    }
    let status =
      facts.compactMap { $0 }.isEmpty
      ? [] : [words.facts(words(isHard ? .kMeans : .em), [words(RunStatus(state).label)] + facts)]
    return status
      + [words.reason(state), words.agreement(state)].compactMap { $0 }.filter { !$0.isEmpty }
      .map(words.sentence)
  }

  private static func lane(_ index: Int, _ state: LabState) -> String {
    let words = state.words
    let head = LaneHeadText(state, index, isNarrow: false, isProjector: false)
    let lane = state.document.lanes[index]
    return words.facts(
      head.name,
      [words.detail(lane, in: state.document), words.fact(.iteration, StepText.place(lane.runs.shown))]
        + head.values.map { words(.saysFact(name: $0.0, value: $0.1)) }
        + [head.badge?.text, state.document.active == index ? words(.chosenOne) : nil])
  }

  private static func verdict(_ state: LabState) -> [String] {
    let words = state.words
    let differing =
      state.document.comparison == .kMeans
      ? state.document.disagreement.map {
        words(.disagree(differing: $0, points: state.document.points.count))
      } : nil
    return [words.verdict(state), differing].compactMap { $0 }.map(words.sentence)
  }

  private static func inspection(_ state: LabState, _ layout: Layout) -> [String] {
    guard let inspection = Inspection(state, layout) else { return [] }
    let words = state.words
    let values = inspection.values.map { words(.saysFact(name: $0.name, value: $0.value)) }
    let point = words.facts(words(.pointNumber(number: inspection.index + 1)), [inspection.positionText] + values)
    return [point]
      + inspection.rows.map { row in
        words.facts(
          ComponentName.letter(row.letter),
          [
            words.fact(.weight, NumberText.decimal(row.weight, digits: 3)),
            words.fact(.timesDensity, NumberText.density(row.density)),
            words.fact(.product, NumberText.density(row.product)),
            words.fact(.owned, NumberText.decimal(100 * row.responsibility, digits: 1) + " %"),
          ])
      }
  }
}
