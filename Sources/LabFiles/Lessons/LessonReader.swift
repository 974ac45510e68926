import GaussianMixtures
import LabCore

/// Takes a lesson's document apart, or says what of it is wrong.
struct LessonReader {
  let path: String

  static let textLength = 300
  static let titleLength = 60
  static let labelLength = 40

  func lesson(_ json: JSONValue) throws(LessonFlaw) -> Lesson {
    let members = try LessonMembers(
      json, page: nil, field: "",
      known: ["format", "version", "title", "line", "minutes", "scene", "picture", "controls", "locked", "pages"])
    let parts = try members.choices("controls", LessonPart.self)
    let locked = try members.choices("locked", LessonPart.self) ?? []
    guard let minutes = try members.count("minutes", in: Lesson.minuteRange) else {
      throw members.flaw("minutes", "is missing")
    }
    guard let listed = try members.required("pages").elements, Lesson.pageCounts.contains(listed.count) else {
      throw members.flaw(
        "pages", "is no list of \(Lesson.pageCounts.lowerBound) to \(Lesson.pageCounts.upperBound) pages")
    }
    let title = try members.text("title", most: Self.titleLength)
    let line = try members.text("line", most: Self.titleLength)
    let scene = try scene(members.required("scene"), page: nil)
    var pages: [LessonPage] = []
    for (index, page) in listed.enumerated() { pages.append(try self.page(page, index + 1, parts, locked, scene)) }
    let picture = try members.count("picture", in: 1...pages.count) ?? 1
    return Lesson(
      name: LessonFile.name(ofFile: path), title: title, line: line, minutes: minutes, scene: scene,
      picture: picture - 1, pages: pages, source: json.compactText)
  }

  // MARK: - Pages

  private func page(
    _ json: JSONValue, _ number: Int, _ parts: Set<LessonPart>?, _ locked: Set<LessonPart>, _ scene: LessonScene
  ) throws(LessonFlaw) -> LessonPage {
    let members = try LessonMembers(
      json, page: number, field: "",
      known: [
        "text", "highlight", "controls", "locked", "gate", "question", "scene", "halfSteps", "guess", "tool",
        "exercise",
      ])
    let text = try members.text("text", most: Self.textLength)
    let highlight = try highlight(members)
    if highlight == nil, text.all.values.contains(where: { $0.contains("*") }) {
      throw members.flaw("text", "has a marked phrase, and the page no highlight")
    }
    let own = try members["scene"].map { json throws(LessonFlaw) in try self.scene(json, page: number) }
    return LessonPage(
      text: text, highlight: highlight, parts: try members.choices("controls", LessonPart.self) ?? parts,
      locked: members["exercise"] != nil ? [] : try members.choices("locked", LessonPart.self) ?? locked,
      gate: try gate(members),
      question: try question(members, hasHighlight: highlight != nil),
      scene: own,
      halfSteps: try members.count("halfSteps", in: LessonPage.halfStepRange) ?? 0,
      guess: try members.choice("guess", Guess.Question.self), tool: try members.choice("tool", Tool.self),
      exercise: try exercise(members, own ?? scene))
  }

  /// A part of the window, an area of it, or the card of a component: "next", "chart", "card A".
  private func highlight(_ members: LessonMembers) throws(LessonFlaw) -> LessonTarget? {
    guard let value = members["highlight"] else { return nil }
    if let word = value.text {
      if let part = LessonPart(rawValue: word), part != .chart { return .part(part) }
      if let area = LessonArea(rawValue: word) { return .area(area) }
      let letters = (0..<LabState.componentCounts.upperBound).map { ($0, "card " + ComponentName.letter($0)) }
      if let letter = letters.first(where: { $0.1 == word }) { return .card(letter.0) }
    }
    throw members.flaw(
      "highlight",
      "is no card, as in \"card A\", and none of "
        + (LessonArea.allCases.map(\.rawValue) + LessonPart.allCases.map(\.rawValue)).joined(separator: ", "))
  }

  private func gate(_ members: LessonMembers) throws(LessonFlaw) -> LessonGate? {
    guard let json = members["gate"] else { return nil }
    let words: [String: LessonGate] = [
      "end": .end, "guess": .guess, "answer": .answer, "race": .race, "search": .search,
    ]
    let known = words.keys.sorted().joined(separator: ", ")
    if let word = json.text {
      guard let gate = words[word] else { throw members.flaw("gate", "is none of \(known)") }
      if gate == .answer, members["question"] == nil {
        throw members.flaw("gate", "waits for an answer, and the page has no question")
      }
      if gate == .guess, members["guess"] == nil {
        throw members.flaw("gate", "waits for a guess, and the page does not say at what")
      }
      return gate
    }
    let values = try LessonMembers(
      json, page: members.page, field: members.name(of: "gate"),
      known: ["points", "halfSteps", "logLikelihood", "components"])
    var gates: [LessonGate] = []
    if let count = try values.count("points", in: LessonGate.counts) { gates.append(.points(count)) }
    if let count = try values.count("halfSteps", in: LessonGate.counts) { gates.append(.halfSteps(count)) }
    if let value = try values.number("logLikelihood", in: -1e9...1e9) { gates.append(.logLikelihood(value)) }
    if let count = try values.count("components", in: LabState.componentCounts) { gates.append(.components(count)) }
    guard let gate = gates.first, gates.count == 1 else { throw members.flaw("gate", "does not ask for one thing") }
    return gate
  }

  private func question(_ members: LessonMembers, hasHighlight: Bool) throws(LessonFlaw) -> LessonQuestion? {
    guard let json = members["question"] else { return nil }
    let question = try LessonMembers(
      json, page: members.page, field: members.name(of: "question"), known: ["ask", "open", "choices"])
    guard let listed = try question.required("choices").elements,
      LessonQuestion.choiceCounts.contains(listed.count)
    else {
      throw question.flaw(
        "choices",
        "is no list of \(LessonQuestion.choiceCounts.lowerBound) to \(LessonQuestion.choiceCounts.upperBound) choices")
    }
    var choices: [LessonQuestion.Choice] = []
    for (index, json) in listed.enumerated() {
      let choice = try LessonMembers(
        json, page: members.page, field: question.name(of: "choices[\(index)]"), known: ["label", "reply", "right"])
      let reply = try choice.text("reply", most: Self.textLength)
      if !hasHighlight, reply.all.values.contains(where: { $0.contains("*") }) {
        throw choice.flaw("reply", "has a marked phrase, and the page no highlight")
      }
      choices.append(
        LessonQuestion.Choice(
          label: try choice.text("label", most: Self.labelLength), reply: reply, isRight: try choice.isSet("right")))
    }
    let asked = LessonQuestion(ask: try question.text("ask", most: Self.textLength), choices: choices)
    let isOpen = try question.isSet("open")
    if asked.isOpen, !isOpen { throw question.flaw("choices", "has none that is right") }
    if !asked.isOpen, isOpen { throw question.flaw("open", "is a question that has no right answer") }
    return asked
  }

  // MARK: - Scenes

  private func scene(_ json: JSONValue, page: Int?) throws(LessonFlaw) -> LessonScene {
    if SceneFile.isScene(json) { return .saved(try saved(json, page: page)) }
    return .made(try setup(json, page: page))
  }

  private func saved(_ json: JSONValue, page: Int?) throws(LessonFlaw) -> LabScene {
    do throws(FileError) {
      return try SceneFile.scene(json, path: path)
    } catch {
      throw LessonFlaw(page: page, field: "scene", problem: "cannot be shown: \(error.description)")
    }
  }

  private func setup(_ json: JSONValue, page: Int?) throws(LessonFlaw) -> LessonSetup {
    let members = try LessonMembers(
      json, page: page, field: "scene",
      known: [
        "example", "seed", "components", "means", "variance", "startSeed", "start", "family", "onCollapse", "compare",
        "layers", "halfSteps", "page", "largeChart",
      ])
    guard let example = try members.choice("example", Example.self) else { throw members.flaw("example", "is missing") }
    var setup = LessonSetup(example: example)
    setup.seed = try members.seed("seed")
    setup.components = try members.count("components", in: LabState.componentCounts)
    setup.means = try means(members)
    if let means = setup.means, let components = setup.components, means.count != components {
      throw members.flaw("means", "are \(means.count), and the components \(components)")
    }
    setup.variance = try members.number("variance", in: 1e-6...1e6) ?? setup.variance
    setup.startSeed = try members.seed("startSeed")
    setup.startKind = try members.choice("start", StartKind.self) ?? setup.startKind
    setup.family = try members.choice("family", CovarianceFamily.self) ?? setup.family
    setup.onCollapse = try members.choice("onCollapse", CollapsePolicy.self) ?? setup.onCollapse
    setup.compare = try members.choice("compare", Comparison.self)
    setup.layers = try members.choices("layers", CanvasLayer.self).map { Layers($0) }
    setup.halfSteps = try members.count("halfSteps", in: LessonPage.halfStepRange) ?? 0
    setup.isChartLarge = try members.isSet("largeChart")
    switch members["page"]?.text {
    case nil where members["page"] == nil: break
    case .some(let word):
      guard let shown = PanelPage(rawValue: word) else { throw members.flaw("page", "is no page of the panel") }
      setup.page = shown
    case nil: throw members.flaw("page", "is no page of the panel")
    }
    return setup
  }

  private func means(_ members: LessonMembers) throws(LessonFlaw) -> [DataPoint]? {
    guard let value = members["means"] else { return nil }
    guard let rows = value.matrix, LabState.componentCounts.contains(rows.count),
      rows.allSatisfy({ $0.count == 2 && $0.allSatisfy { abs($0) <= 1e6 } })
    else {
      throw members.flaw(
        "means", "is no list of 1 to \(LabState.componentCounts.upperBound) places of two numbers")
    }
    return rows.map { DataPoint($0[0], $0[1]) }
  }
}
