import LabCore
import LabWords
import Rasterizer

/// The page of exports: kinds at the left, what there is to choose, the preview with what is known of the file, and below
/// them its name. Where there is no room for the preview it is left out, and on small projectors the kinds lose their
/// second line.
struct ExportLayout: Sendable {
  struct Kind: Sendable {
    let kind: Export.Kind
    let rect: Rect
    /// The second line, where there is room for it.
    let does: String?
  }

  struct Choice: Sendable {
    let label: String
    let labelY: Double
    let changes: [ExportChange]
    let segments: [Segment]
  }

  struct Check: Sendable {
    let control: Control
    let rect: Rect
    let isOn: Bool
    let text: String
  }

  /// The curve with the handles of the range that is animated.
  struct Range: Sendable {
    let label, said: String
    let labelY: Double
    let frame, plot: Rect
    let range: ClosedRange<Int>
    let last: Int
    let handleRadius: Double

    func x(_ step: Int) -> Double { plot.x + plot.width * Double(step) / Double(max(last, 1)) }

    func step(at x: Double) -> Int? {
      guard x.isFinite, plot.width > 0 else { return nil }
      return Int(min(max((x - plot.x) / plot.width, 0), 1) * Double(last) + 0.5)
    }

    func handle(_ step: Int) -> Rect {
      let reach = 1.4 * handleRadius
      return Rect(x: x(step) - reach, y: plot.maxY - reach, width: 2 * reach, height: 2 * reach)
    }
  }

  struct Fact: Sendable {
    let label, value: String
    let y: Double
  }

  let header, close, footer, body: Rect
  let kinds: [Kind]
  let kindsRight: Double
  /// The left edge of what is chosen.
  let choicesX: Double
  let choices: [Choice]
  let checks: [Check]
  let range: Range?
  let sentences: [(text: String, y: Double)]
  /// The name that a hand-in bears, below what it is.
  let signer: (field: Rect, labelY: Double)?
  /// As large as the file is in proportion; nil where there is no room, or nothing to see.
  let preview: Rect?
  let previewLabelY: Double
  let play, bar: Rect?
  let facts: [Fact]
  let factsLeft, factsRight: Double
  /// What is being written, or was: above the footer.
  let block: Rect?
  let field, write: Rect
  let size: Int

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let size = m.isProjector ? m.fine : m.body
    self.size = size
    let em = Double(size)
    let frame = PageFrame(window: window, strip: strip, metrics: m)
    let body = frame.body
    (header, close, self.body, footer) = (frame.header, frame.close, body, frame.footer)
    kinds = ExportLayout.kinds(state, body: body, metrics: m, font: font)
    let kindsRight = (kinds.map(\.rect.maxX).max() ?? 0) + m.padding
    self.kindsRight = kindsRight

    // The columns beside them.
    let margin = m.sizeClass == .compact || m.isProjector ? m.padding : 1.75 * m.padding
    let room = window.width - kindsRight - 2 * margin
    let least = 25 * em
    let wanted = min((348 * m.unit).rounded(), room)
    let previewWidth = room - max(min(wanted, room), min(least, room)) - margin
    let showsPreview = previewWidth >= 14 * em
    let left = kindsRight + margin
    choicesX = left
    let width = showsPreview ? room - previewWidth - margin : min(room, 40 * em)
    let content = ExportChoices(state)
    var y = body.y + (m.isProjector ? 0.6 : 1.2) * em
    if state.export.kind == .handIn, state.canExport {
      signer = (
        Rect(x: left, y: (y + 1.65 * em).rounded(), width: min(width, 30 * em).rounded(), height: m.button),
        (y + 0.7 * em).rounded()
      )
      y += 1.65 * em + m.button + 1.4 * em
    } else {
      signer = nil
    }
    var choices: [Choice] = []
    let isTight = body.height < 34 * em
    for group in content.groups {
      let labelY = (y + 0.7 * em).rounded()
      let segments = Segment.lines(
        group.changes.map {
          Segment.Item(control: .exportChoice($0), text: words.name($0), isChosen: $0 == group.chosen)
        }, x: left, y: (y + (isTight ? 1.4 : 1.65) * em).rounded(), width: width,
        height: ((isTight ? 1.9 : 2.3) * em).rounded(), size: size, font: font)
      choices.append(Choice(label: group.label, labelY: labelY, changes: group.changes, segments: segments))
      y = (segments.map(\.rect.maxY).max() ?? y) + (isTight ? 0.5 : 1.1) * em
    }
    self.choices = choices

    let checkHeight = max(((isTight ? 1.9 : 2.3) * em).rounded(), m.fingertip)
    let checksHeight = Double(content.checks.count) * checkHeight
    var range: Range?
    if content.hasRange {
      let labelY = (y + 0.7 * em).rounded()
      let top = (y + 1.7 * em).rounded()
      let height = min(7 * em, body.maxY - checksHeight - 0.5 * em - top).rounded()
      if height >= 3 * em {
        let frame = Rect(x: left, y: top, width: width, height: height)
        let radius = (0.55 * em).rounded()
        // As the captions count them.
        let first = state.document.firstHalfStep
        range = Range(
          label: words(.exportHalfSteps),
          said: words(
            .exportRange(
              first: first + state.exportRange.lowerBound, last: first + state.exportRange.upperBound,
              total: first + state.document.latest)),
          labelY: labelY, frame: frame,
          plot: Rect(
            x: frame.x + 1.6 * radius, y: frame.y + 0.6 * radius, width: frame.width - 3.2 * radius,
            height: frame.height - 2.4 * radius),
          range: state.exportRange, last: state.document.latest, handleRadius: radius)
        y = frame.maxY + 0.5 * em
      }
    }
    self.range = range
    checks = content.checks.enumerated().compactMap { index, check in
      let rect = Rect(x: left, y: (y + Double(index) * checkHeight).rounded(), width: width, height: checkHeight)
      guard rect.maxY <= body.maxY else { return nil }
      return Check(
        control: .exportChoice(check.change), rect: rect, isOn: check.isOn, text: words.name(check.change))
    }
    y += checksHeight + 0.4 * em
    let style = TextStyle(size: size, weight: .book)
    var sentences: [(text: String, y: Double)] = []
    for sentence in content.sentences {
      for line in font.wrap(sentence, style, to: width, most: 8) where y + 1.5 * em <= body.maxY {
        sentences.append((line, (y + 0.75 * em).rounded()))
        y += 1.5 * em
      }
      y += 0.6 * em
    }
    self.sentences = sentences

    // The preview, and what is known of the file.
    let right = Rect(
      x: left + width + margin, y: body.y + 0.8 * em, width: previewWidth, height: body.height - 1.6 * em)
    let hasBlock = state.export.writing != nil || state.export.result != nil
    let blockHeight = (4.6 * em).rounded()
    let block: Rect? =
      if !hasBlock {
        nil
      } else if showsPreview {
        Rect(x: right.x, y: (right.maxY - blockHeight).rounded(), width: right.width, height: blockHeight)
      } else {
        Rect(x: left, y: (body.maxY - blockHeight - 0.4 * em).rounded(), width: room, height: blockHeight)
      }
    self.block = block
    let said = ExportLayout.facts(state)
    let factHeight = (1.75 * em).rounded()
    let isAnimation = state.export.kind == .animation && state.canExport
    let below =
      Double(said.count) * factHeight + (isAnimation ? m.button + 0.6 * em : 0)
      + (block.map { $0.height + 0.6 * em } ?? 0)
    previewLabelY = (right.y + 0.9 * em).rounded()
    let top = right.y + 2 * em
    let picture = state.exportSize
    let place = Rect(x: right.x, y: top, width: right.width, height: right.maxY - top - below - 0.6 * em)
    let isSeen = showsPreview && state.hasExportPreview && place.height >= 5 * em
    let scale = min(place.width / Double(picture.width), place.height / Double(picture.height), 1)
    let preview =
      isSeen
      ? Rect(
        x: place.x.rounded(), y: place.y.rounded(), width: max((Double(picture.width) * scale).rounded(), 1),
        height: max((Double(picture.height) * scale).rounded(), 1)) : nil
    self.preview = preview
    var factsY = (preview?.maxY ?? right.y) + 0.6 * em
    if isAnimation, let preview {
      let button = Rect(x: preview.x, y: factsY.rounded(), width: m.button, height: m.button)
      play = button
      bar = Rect(
        x: button.maxX + m.gap, y: (button.midY - 0.15 * em).rounded(),
        width: max(preview.maxX - button.maxX - m.gap, 1), height: max((0.3 * em).rounded(), 2))
      factsY = button.maxY + 0.4 * em
    } else {
      (play, bar) = (nil, nil)
    }
    // Without a preview they stand below what is chosen, as far as there is room.
    if !showsPreview || signer != nil { factsY = y + (signer == nil ? 0 : 0.6 * em) }
    let factsLeft = preview?.x ?? left
    let factsRight = signer?.field.maxX ?? preview?.maxX ?? (showsPreview ? body.maxX : left + width)
    (self.factsLeft, self.factsRight) = (factsLeft, factsRight)
    facts = said.enumerated().map { index, fact in
      let room = factsRight - factsLeft - font.pixels(fact.label, size) - m.gap
      return Fact(
        label: fact.label, value: font.truncate(fact.value, TextStyle(size: size, weight: .book), to: room),
        y: (factsY + (Double(index) + 0.5) * factHeight).rounded())
    }.filter { $0.y < (block?.y ?? body.maxY) - 0.5 * em }

    // The name.
    let writeWidth = max(
      font.pixels(words(.export), size, .bold), font.pixels(words(.cancel), size, .bold),
      font.pixels(words(.replace), size, .bold), font.pixels(words(.handIn), size, .bold)
    )
    write = Rect(
      x: (window.maxX - margin - writeWidth - 3 * em).rounded(), y: (footer.midY - m.button / 2).rounded(),
      width: (writeWidth + 3 * em).rounded(), height: m.button)
    let labelWidth = font.pixels(words(.fileName), size) + em
    let fieldX = (left + labelWidth).rounded()
    field = Rect(
      x: fieldX, y: write.y, width: max(min(write.x - 2 * m.gap - fieldX, 48 * em), 1).rounded(), height: m.button)
  }

  private static func kinds(_ state: LabState, body: Rect, metrics m: Metrics, font: any TextSource) -> [Kind] {
    let words = state.words
    let size = m.isProjector ? m.fine : m.body
    let em = Double(size)
    let named = Export.Kind.allCases.map { words.name(.kind($0)) }
    let hasSecondLine = m.sizeClass == .regular || m.sizeClass == .projector
    let texts =
      named.map { font.pixels($0, size, .bold) }
      + (hasSecondLine ? Export.Kind.allCases.map { font.pixels(words.explanation($0), m.caption) } : [])
    let cap = font.keyCapWidth("5", size: m.caption)
    let width = ((texts.max() ?? 0) + cap + m.buttonIcon + 5 * m.gap).rounded()
    let height = min((hasSecondLine ? 4.3 : 3) * em, (body.height - 2 * m.padding) / 6.36).rounded()
    return Export.Kind.allCases.enumerated().map { index, kind in
      Kind(
        kind: kind,
        rect: Rect(
          x: m.padding, y: (body.y + m.padding + Double(index) * (height + 0.06 * height)).rounded(), width: width,
          height: height), does: hasSecondLine ? words.explanation(kind) : nil)
    }
  }

  /// What is known of the file before it is written.
  private static func facts(_ state: LabState) -> [(label: String, value: String)] {
    let words = state.words
    if state.export.kind == .handIn { return state.canExport ? handInFacts(state) : [] }
    guard state.export.kind == .animation, state.canExport else { return [] }
    let pace = state.exportPace
    let rate = 100 / Double(pace.centiseconds)
    return [
      (
        words(.frames),
        words(
          .exportFrames(
            frames: pace.frameCount, rate: NumberText.decimal(rate, digits: rate == rate.rounded() ? 0 : 1)))
      ),
      (words(.length), words(.exportLength(seconds: NumberText.decimal(pace.length, digits: 1)))),
    ]
  }

  /// Which lesson, and how far it has come.
  private static func handInFacts(_ state: LabState) -> [(label: String, value: String)] {
    let words = state.words
    guard let lesson = state.lessonToHandIn, let record = lesson.record else { return [] }
    let minutes = Int((record.seconds / 60).rounded(.up))
    return [
      (words(.lessonRow), lesson.lesson.title.text(in: state.interface.language)),
      (words(.lengthOfTime), words(.lessonMinutes(count: minutes))),
    ]
      + (lesson.taskCount == 0
        ? [] : [(words(.answeredRow), words(.countOf(count: lesson.triedCount, total: lesson.taskCount)))])
  }

  var controls: [(control: Control, rect: Rect)] {
    (signer.map { [(.exportSigner, $0.field)] } ?? []) + kinds.map { (.exportChoice(.kind($0.kind)), $0.rect) }
      + choices.flatMap { $0.segments.map { ($0.control, $0.rect) } }
      + checks.map { ($0.control, $0.rect) }
      + (range.map {
        [(Control.exportFirst, $0.handle($0.range.lowerBound)), (.exportLast, $0.handle($0.range.upperBound))]
      } ?? []) + (play.map { [(.exportPlay, $0)] } ?? [])
      + [(.exportName, field), (.exportWrite, write), (.closeExport, close)]
  }

  /// What the Tab key leads through: of each row of choices the one in force, which the arrows change.
  var tabStops: [(control: Control, rect: Rect)] {
    let others = Set(
      choices.flatMap { $0.segments.filter { !$0.isChosen }.map(\.control) }
        + kinds.map { .exportChoice(.kind($0.kind)) })
    return controls.filter { !others.contains($0.control) }
  }

  /// What an arrow does to what the keyboard is on.
  func change(forward: Bool, _ state: LabState) -> [Command] {
    let step = forward ? 1 : -1
    let focused = state.interface.focused
    if let range, case .exportRange(let isLast) = focused?.rangeDrag {
      return [.export(isLast ? .setLast(range.range.upperBound + step) : .setFirst(range.range.lowerBound + step))]
    }
    guard case .exportChoice(let change) = focused else { return [] }
    let rows = [kinds.map { ExportChange.kind($0.kind) }] + choices.map(\.changes)
    for row in rows {
      guard let index = row.firstIndex(of: change) else { continue }
      let next = row[min(max(index + step, 0), row.count - 1)]
      return [.export(.set(next)), .interface(.focus(.exportChoice(next)))]
    }
    return []
  }
}

extension Control {
  /// The drag that begins where it is pressed.
  var rangeDrag: Drag? {
    self == .exportFirst ? .exportRange(isLast: false) : self == .exportLast ? .exportRange(isLast: true) : nil
  }
}

extension LabState {
  /// Whether there is a picture to look at before it is written.
  var hasExportPreview: Bool {
    switch export.kind {
    case .picture: true
    case .animation, .sheet: canExport
    case .data, .model, .handIn: false
    }
  }
}
