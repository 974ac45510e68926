import GaussianMixtures
import LabCore
import LabWords

/// What a page says, over the window or in the panel.
struct TranscriptPage {
  let sentences: [String]

  init(_ state: LabState, _ layout: Layout) {
    let words = state.words
    let open = [TranscriptPage.name(state), TranscriptPage.loading(state)].compactMap { $0 }
    let own =
      switch state.interface.overlay {
      case .help: TranscriptPage.help(words)
      case .gallery: TranscriptPage.gallery(state)
      case .saving: TranscriptPage.saving(state)
      case .opening: TranscriptPage.opening(state)
      case .export: TranscriptPage.export(state, layout)
      case .recovering: state.recovery.map { RecoveryText($0, words).sentences.map(words.sentence) } ?? []
      case .settings: layout.settingsPage?.sentences(words) ?? []
      case .lessons: TranscriptPage.lessons(state)
      case .handIns: TranscriptPage.handIns(state, layout)
      case .compareMenu, .laneMenu, nil: TranscriptPage.panel(state, layout)
      }
    sentences = open.map { words(.saysOpen(page: $0)) } + own
  }

  /// What is open, the topmost.
  static func name(_ state: LabState) -> String? {
    let words = state.words
    switch state.interface.overlay {
    case .help: return words(.helpTitle)
    case .gallery: return words(.data)
    case .compareMenu: return words(.sideBySide)
    case .laneMenu: return words(.laneShows)
    case .saving: return words(.saveAs)
    case .opening: return words(.openFile)
    case .export: return words(.export)
    case .recovering: return words(.welcomeBack)
    case .settings: return words(.settings)
    case .lessons: return words(.lessons)
    case .handIns: return words(.handIns)
    case nil: break
    }
    if state.interface.showsColumns { return words(.columns) }
    if state.interface.showsLayers { return words(.layers) }
    switch state.interface.page {
    case .run: return state.interface.isChartLarge ? words(.logLikelihood) : nil
    case .options: return words(.options)
    case .selection: return words(.modelSelection)
    case .race: return words(.restartRace)
    case .runs: return words(.runs)
    case .mystery: return words(.mystery)
    }
  }

  private static func loading(_ state: LabState) -> String? {
    state.interface.loading.map {
      state.words(.readingFile(percent: NumberText.percent($0.fraction)))
    }
  }

  private static func help(_ words: Words) -> [String] {
    HelpText.sections.flatMap { section in
      section.entries.map { entry in
        words.facts(entry.gesture.map { words($0) } ?? entry.caps(words).joined(separator: " "), [words(entry.effect)])
      }
    }
  }

  private static func gallery(_ state: LabState) -> [String] {
    let words = state.words
    return state.menu.map { entry in
      let teaching = words.teaching(entry)
      let facts = words.facts(
        words.name(entry.name),
        [
          words(.componentsOfData(count: entry.componentCount)),
          entry.name == state.document.name ? words(.chosenOne) : nil,
        ])
      return facts + " " + teaching
    }
  }

  private static func saving(_ state: LabState) -> [String] {
    let words = state.words
    let entry = state.interface.saveEntry
    let hint: Label = state.hasClassFolder ? .saveHintInClass : .saveHint
    return [
      words.facts(words(.fileName), [entry.name]),
      words.sentence(entry.problem.map { words.text($0) } ?? words(hint)),
    ]
  }

  private static func opening(_ state: LabState) -> [String] {
    let words = state.words
    let browser = state.interface.browser
    var said: [String] = []
    if let path = browser.listing?.path { said.append(words.facts(words(.openFile), [path])) }
    if !browser.filter.isEmpty { said.append(words.facts(words(.typeToFind), [browser.filter])) }
    if browser.rows.isEmpty {
      let nothing: Label =
        browser.listing == nil ? .readingFolder : browser.filter.isEmpty ? .folderIsEmpty : .nothingFound
      said.append(words.sentence(browser.problem.map { words.text($0) } ?? words(nothing)))
    }
    said += browser.rows.enumerated().map { index, row in
      let facts = [
        row.isMissing ? words(.fileIsGone) : row.size.map { words.size(bytes: $0) },
        index == browser.chosen ? words(.chosenOne) : nil,
      ].compactMap { $0 }
      return facts.isEmpty ? row.name + "." : words.facts(row.name, facts)
    }
    switch browser.preview?.content {
    case .table(let table):
      said.append(words.sentence(words.counts(table)))
      if table.incomplete > 0 { said.append(words.sentence(words.incompleteRows(table, isLeftOut: false))) }
      if let advice = words.advice(table) { said.append(words.sentence(advice)) }
    case .scene: said.append(words.sentence(words(.aScene)))
    case .model: said.append(words.sentence(words(.aModel)))
    case .lesson(let lesson):
      let language = state.interface.language
      said.append(words.facts(lesson.title.text(in: language), [lesson.line.text(in: language)]))
    case .handIn: said.append(words.sentence(words(.aHandIn)))
    case .session(let contents):
      said.append(words.sentence(contents.map { words.text($0) } ?? words(.aSession)))
    case .problem(let problem): said.append(words.sentence(words.text(problem)))
    case nil: break
    }
    return said
  }

  private static func export(_ state: LabState, _ layout: Layout) -> [String] {
    let words = state.words
    let export = state.export
    let choices = ExportChoices(state)
    var said = [words.facts(words.name(ExportChange.kind(export.kind)), [words.explanation(export.kind)])]
    said += choices.groups.map { words.facts($0.label, [words.name($0.chosen)]) }
    said += choices.checks.map { words.facts(words.name($0.change), [words($0.isOn ? .switchedOn : .switchedOff)]) }
    said += choices.sentences.map(words.sentence)
    if let range = layout.export?.range { said.append(words.facts(range.label, [range.said])) }
    if layout.export?.signer != nil {
      let signer = export.signer
      said.append(words.facts(words(.yourName), [signer.isEmpty ? words(.nameMayBeEmpty) : signer]))
    }
    said.append(words.facts(words(.fileName), [state.exportName]))
    if let progress = export.writing?.progress {
      said.append(words.sentence(words(.writingFrame(done: progress.done, total: progress.total))))
    }
    switch export.result {
    case .written(let path, let bytes):
      said.append(words.sentence(words(.exportedAs(path: path, size: words.size(bytes: bytes)))))
    case .failed(let problem): said.append(words.sentence(words.text(problem)))
    case nil: break
    }
    return said
  }

  private static func lessons(_ state: LabState) -> [String] {
    let words = state.words
    let language = state.interface.language
    let library = state.lessons.library
    if library.isEmpty { return [words.sentence(words(.noLessons))] }
    return library.enumerated().map { index, lesson in
      let progress = state.lessons.progress[lesson.name]
      let done: String? =
        progress.flatMap { $0.isDone ? words(.lessonDone) : $0.page > 0 ? words(.lessonGoOn) : nil }
      return words.facts(
        "\(index + 1) " + lesson.title.text(in: language),
        [lesson.line.text(in: language), words(.lessonMinutes(count: lesson.minutes)), done])
    }
  }
}
