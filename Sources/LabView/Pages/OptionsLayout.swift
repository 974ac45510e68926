import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The panel's settings: rows of choices, and numbers to step through.
struct OptionsLayout: Sendable {
  struct Choice: Sendable {
    let label: String
    let labelY: Double
    let segments: [Segment]
    /// Words at the right of the label that lead elsewhere.
    var link: Link?
  }

  struct Link: Sendable {
    let control: Control
    let text: String
    let rect: Rect
  }

  struct Number: Sendable {
    let label: String
    let labelY: Double
    let value: String
    let valueRect: Rect
    let valueSize: Int
    let down, up: Step?
    let valueControl: Control?
  }

  /// A button beside a number.
  struct Step: Sendable {
    let control: Control
    let rect: Rect
  }

  let heading: PageHeading
  let choices: [Choice]
  let numbers: [Number]
  /// Where the last row ends, if there were room for all.
  let bottom: Double

  /// - Parameter closeness: 1 with all the air the look gives, less where rows move together.
  init(_ state: LabState, panel: Rect, top: Double, closeness: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let width = panel.width - 2 * m.padding
    heading = PageHeading(top: top, right: left + width, metrics: m)
    let size = Double(m.fine)
    var y = top + m.headRow
    var above = y
    var choices: [Choice] = []
    for row in OptionsLayout.choices(state) {
      let segments = Segment.lines(
        row.items, x: left, y: y + (1.5 * size * closeness).rounded(), width: width,
        height: max((2.05 * size * min(closeness * 1.1, 1)).rounded(), m.fingertip), size: m.fine, font: font)
      let end = segments.map(\.rect.maxY).max() ?? y
      // Rows for which there is no room at all are left out.
      if end <= panel.maxY {
        let labelY = (y + 0.7 * size * closeness).rounded()
        choices.append(
          Choice(
            label: row.label, labelY: labelY, segments: segments,
            link: row.link.flatMap { control, text in
              let linkWidth = font.pixels(text, m.fine, .bold)
              let free = width - font.pixels(row.label, m.fine) - size
              let below = segments.first?.rect.y ?? y
              let half = min(0.75 * size, below - labelY)
              // Nor where there is no room for a finger: its key and a button elsewhere do the same.
              return linkWidth > free || below - above < m.fingertip
                ? nil
                : Link(
                  control: control, text: text,
                  rect: Rect(
                    x: left + width - linkWidth, y: labelY - half, width: linkWidth, height: 2 * half))
            }))
      }
      above = end
      y = end + (0.6 * size * closeness * closeness).rounded()
    }
    self.choices = choices

    var numbers: [Number] = []
    let lane = state.document.activeLane
    func step(_ option: NumericOption, up: Bool, _ rect: Rect) -> Step? {
      option.step(up: up, from: lane).map { _ in Step(control: .optionStep(option, up: up), rect: rect) }
    }
    for entry in OptionsLayout.numbers(state, isShort: m.isProjector) {
      let height = max((2.5 * size * closeness).rounded(), m.fingertip)
      let button = max(min((2.15 * size).rounded(), height), m.fingertip)
      var top = y + ((height - button) / 2).rounded()
      let wanted = font.pixels(entry.value, m.fine, .bold) + (1.2 * size).rounded()
      let least = (6.4 * size).rounded()
      let label = font.pixels(entry.label, m.fine)
      let beside = width - 2 * button - label - (0.5 * size).rounded()
      let labelY = (y + height / 2).rounded()
      let up = Rect(x: left + width - button, y: top, width: button, height: button)
      let valueRect: Rect
      var down = Rect(x: up.x - max(wanted, least) - button, y: top, width: button, height: button)
      if wanted <= beside {
        valueRect = Rect(x: down.maxX, y: top, width: up.x - down.maxX, height: button)
        y += height
      } else {
        // A number as long as a seed may be has a line of its own.
        down.x = up.x - button
        top += height
        valueRect = Rect(x: left, y: top, width: width, height: button)
        y += 2 * height
      }
      if valueRect.maxY <= panel.maxY {
        numbers.append(
          Number(
            label: entry.label, labelY: labelY, value: entry.value, valueRect: valueRect,
            valueSize: font.size(
              entry.value, fitting: valueRect.width - 0.4 * size, upTo: m.fine, least: 11, .bold),
            down: step(entry.option, up: false, down), up: step(entry.option, up: true, up),
            valueControl: entry.control))
      }
    }
    self.numbers = numbers
    bottom = y
  }

  private static func choices(_ state: LabState) -> [(label: String, items: [Segment.Item], link: (Control, String)?)] {
    let words = state.words
    let options = state.document.options
    return [
      (
        words(.covariances),
        CovarianceFamily.allCases.map {
          Segment.Item(
            control: .option(.family($0)), text: words.name($0), isChosen: state.document.model == .em($0))
        },
        state.document.comparison == .families
          ? nil : (.comparison(.families), words(.compareAllFour))
      ),
      (
        words(.start),
        StartKind.allCases.map {
          Segment.Item(control: .option(.startKind($0)), text: words.name($0), isChosen: $0 == state.document.startKind)
        }, (.raceLink, words(.raceStarts(starts: Race.starts)))
      ),
      (
        words(.componentThatCollapses),
        CollapsePolicy.allCases.map {
          Segment.Item(control: .option(.onCollapse($0)), text: words.name($0), isChosen: $0 == options.onCollapse)
        }, nil
      ),
      (
        words(.componentWithoutPoints),
        EmptyPolicy.allCases.map {
          Segment.Item(control: .option(.onEmpty($0)), text: words.name($0), isChosen: $0 == options.onEmpty)
        }, nil
      ),
    ]
  }

  private struct Entry {
    let option: NumericOption
    let label, value: String
    let control: Control?
  }

  private static func numbers(_ state: LabState, isShort: Bool) -> [Entry] {
    let words = state.words
    let options = state.document.options
    return NumericOption.allCases.map { option in
      switch option {
      case .seed:
        Entry(
          option: option, label: words(isShort ? .seed : .seedOfTheStart),
          value: state.interface.seedDraft.map { $0 + OptionText.cursor } ?? String(state.document.startSeed),
          control: .seedField)
      case .floor:
        Entry(
          option: option, label: words(isShort ? .floor : .floorOfTheVariance),
          value: OptionText.number(options.floor, zero: words(.off)), control: nil)
      case .tolerance:
        Entry(
          option: option, label: words(isShort ? .tolerance : .tolerancePerPoint),
          value: OptionText.number(options.tolerance, zero: words(.neverStop)), control: nil)
      }
    }
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.closePage, heading.close)]
      + choices.flatMap { choice in
        (choice.link.map { [($0.control, $0.rect)] } ?? []) + choice.segments.map { ($0.control, $0.rect) }
      }
      + numbers.flatMap { number in
        [number.down, number.up].compactMap { $0.map { ($0.control, $0.rect) } }
          + (number.valueControl.map { [($0, number.valueRect)] } ?? [])
      }
  }
}

/// The row with a page's title and the button that closes it.
struct PageHeading: Sendable {
  let centerY: Double
  let close: Rect

  init(top: Double, right: Double, metrics m: Metrics) {
    centerY = top + (m.headRow / 2).rounded()
    let size = (0.85 * m.button).rounded()
    close = Rect(
      x: right - size + ((size - 0.7 * m.buttonIcon) / 2).rounded(), y: (centerY - size / 2).rounded(), width: size,
      height: size)
  }
}

/// Settings as the panel writes them.
enum OptionText {
  /// Stands after the digits typed so far.
  static let cursor = "_"

  /// A power of ten as 1e−6.
  static func number(_ value: Double, zero: String) -> String { value == 0 ? zero : NumberText.general(value) }
}
