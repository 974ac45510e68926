import LabCore
import LabWords
import Rasterizer

/// Data set at the left, transport centered on the canvas, speed, lessons, projector and help at the right. In a lesson its
/// title and a dot for each page take the data set's place.
struct TopBarLayout: Sendable {
  let controls: [(control: Control, rect: Rect)]
  /// The data set's name as it fits.
  let name: String
  /// "150 points", and the place in the list that is gone through; `nil` where the name needs the room.
  let count: String?
  let speedLabelRight: Double?
  let speedValue: Rect?
  let dividerX: Double?
  /// The next button says what comes in one word.
  let isNextShort: Bool
  /// A dot for each page of a lesson, from here on.
  let dots: LessonDots?

  /// What stands in the bar, from the most to the least.
  private struct Contents {
    var showsSpeedLabel: Bool
    var showsSpeed: Bool
    var dropped: Set<Control> = []
  }

  init(_ state: LabState, bar: Rect, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let middle = (bar.height / 2).rounded(.down)
    func box(_ x: Double, _ width: Double, _ height: Double) -> Rect {
      Rect(x: x.rounded(), y: middle - (height / 2).rounded(), width: width, height: height)
    }
    let isShort = m.sizeClass == .smallProjector
    isNextShort = isShort

    let nameStyle = TextStyle(size: m.body, weight: .bold)
    let lesson = LessonHead(state)
    let wholeName = lesson?.title ?? words.title(state.document)
    let chevron = lesson == nil ? (0.7 * m.buttonIcon).rounded() + m.gap : 0
    let own = lesson.map { words(.pageOf(page: $0.page + 1, count: $0.count)) } ?? words.counts(state.document)
    // Where files are gone through, which of them this is; where there is no room for both, that.
    let inList = state.runningList.map { words(.listPlace(place: $0.place + 1, count: $0.paths.count)) }
    let counts = inList.map { [words(.pairOfFacts(first: own, second: $0)), $0] } ?? [own]
    let dots = lesson.map { LessonDots($0, metrics: m) }
    let dotsWidth = dots.map { $0.width + m.gap } ?? 0
    let countWidths = counts.map { font.pixels($0, m.caption) + dotsWidth }
    let countWidth = countWidths.last ?? 0
    let nameWidth = font.width(of: wholeName, nameStyle).rounded(.up)

    let near = (m.gap / 2).rounded()
    let transport: [(control: Control, width: Double, height: Double, gap: Double)] = [
      (.restart, m.button, m.button, near), (.back, m.button, m.button, m.gap), (.play, m.play, m.play, m.gap),
      (.next, m.next, m.button, m.gap), (.end, m.button, m.button, m.gap), (.guess, m.button, m.button, 0),
    ]
    func transportWidth(_ contents: Contents) -> Double {
      let kept = transport.filter { !contents.dropped.contains($0.control) && state.isThere($0.control) }
      return kept.reduce(0) { $0 + $1.width + $1.gap } - (kept.last?.gap ?? 0)
    }

    // From the right, flush with the panel's padding: the icons, not their buttons, end there.
    let narrow = (0.9 * m.button).rounded()
    let valueWidth = font.pixels(SpeedText.widest, m.body, .bold)
    let labelWidth = font.pixels(words(.speed), m.body)
    // A small projector has the key only, and so has a lesson, where the title leads there.
    let others: [Control] = (isShort || lesson != nil ? [] : [.lesson(.home)]) + [.projector, .help]
    let buttonsLeft =
      bar.maxX - m.padding + ((m.button - m.buttonIcon) / 2).rounded() - Double(others.count) * m.button
      - Double(others.count - 1) * near
    func rightEdge(_ contents: Contents) -> Double {
      guard contents.showsSpeed else { return buttonsLeft - m.gap }
      let slower = buttonsLeft - (2 * m.gap).rounded() - valueWidth - 2 * narrow
      return (contents.showsSpeedLabel ? slower - near - labelWidth : slower) - m.gap
    }
    func room(_ contents: Contents) -> Double { rightEdge(contents) - transportWidth(contents) - m.padding - 2 * m.gap }

    // The name first wants the word "Speed", on a small projector the speed itself, before it ends in "…"; in a window
    // too narrow for anything more, the keys remain.
    let least = max(countWidth, min(nameWidth + chevron, 6 * Double(m.body)))
    // A small projector has the key only.
    var contents = Contents(
      showsSpeedLabel: !isShort && state.isThere(.faster), showsSpeed: state.isThere(.faster),
      dropped: isShort ? [.guess] : [])
    let wanted = max(nameWidth + chevron, countWidth)
    if room(contents) < wanted { contents.showsSpeedLabel = false }
    if room(contents) < (isShort ? wanted : least) { contents.showsSpeed = false }
    for control in [Control.guess, .restart, .end, .back, .next] where room(contents) < min(least, 6 * Double(m.body)) {
      contents.dropped.insert(control)
    }

    var controls: [(Control, Rect)] = others.enumerated().map { index, control in
      (control, box(buttonsLeft + Double(index) * (m.button + near), m.button, m.button))
    }
    if contents.showsSpeed {
      let divider = buttonsLeft - m.gap
      let faster = box(divider - near - narrow, narrow, m.button)
      let value = box(faster.x - valueWidth, valueWidth, m.button)
      let slower = box(value.x - narrow, narrow, m.button)
      controls += [(.slower, slower), (.faster, faster)]
      dividerX = divider
      speedValue = value
      speedLabelRight = contents.showsSpeedLabel ? slower.x - near : nil
    } else {
      dividerX = nil
      speedValue = nil
      speedLabelRight = nil
    }

    // The transport, centered on the canvas as far as its neighbors allow.
    let right = rightEdge(contents)
    let width = transportWidth(contents)
    let afterName = m.padding + min(wanted, max(room(contents), 0)) + 2 * m.gap
    var x = max(afterName, min(canvas.midX - width / 2, right - width)).rounded()
    let roomForName = x - m.padding - 2 * m.gap
    for part in transport where !contents.dropped.contains(part.control) && state.isThere(part.control) {
      controls.append((part.control, box(x, part.width, part.height)))
      x += part.width + part.gap
    }

    let fitting = counts.indices.first { countWidths[$0] <= roomForName }
    count = fitting.map { counts[$0] }
    name = font.truncate(wholeName, nameStyle, to: max(roomForName - chevron, 0))
    let menuWidth = max(font.width(of: name, nameStyle) + chevron, fitting.map { countWidths[$0] } ?? 0) + 2 * m.gap
    self.dots = dots
    controls.append(
      (
        lesson?.control ?? .dataMenu,
        Rect(x: m.padding - m.gap, y: near, width: menuWidth, height: bar.height - 2 * near)
      ))
    // From left to right, as the Tab key goes.
    self.controls = controls.sorted { $0.1.x < $1.1.x }
  }
}

/// What stands in the data set's place while a lesson is played or recorded.
struct LessonHead: Sendable {
  let title: String
  /// Whether the title is not written yet.
  let isPlaceholder: Bool
  /// Whether the keyboard writes it.
  let isWritten: Bool
  let page, count: Int
  let control: Control

  init?(_ state: LabState) {
    if let lesson = state.lesson {
      title = lesson.lesson.title.text(in: state.interface.language)
      (isPlaceholder, isWritten, page, count) = (false, false, lesson.page, lesson.lesson.pages.count)
      control = .lesson(.home)
    } else if let draft = state.recording {
      isPlaceholder = draft.title.isEmpty
      isWritten = draft.field == .title
      title = isPlaceholder ? state.words.placeholder(.title) : draft.title
      (page, count) = (draft.page, draft.pages.count)
      control = .lesson(.record(.field(.title)))
    } else {
      return nil
    }
  }
}

/// A dot for each page: done, now, to come.
struct LessonDots: Sendable {
  let radius, step: Double
  /// That of the page on show, which is longer.
  let nowWidth: Double
  let width: Double

  init(_ lesson: LessonHead, metrics m: Metrics) {
    let count = Double(lesson.count)
    radius = (m.isProjector ? 3.5 * m.unit : 3.5 * (m.sizeClass == .regular ? m.scale : m.unit)).rounded(.down) + 0.5
    step = 3.5 * radius
    nowWidth = 5 * radius
    width = (count - 1) * step + nowWidth
  }

  /// The middle of a page's dot, from the left edge of the first.
  func place(of page: Int, now: Int) -> Double {
    let half = page == now ? nowWidth / 2 : radius
    return Double(page) * step + (page > now ? nowWidth - 2 * radius : 0) + half
  }
}
