import GaussianMixtures
import LabCore
import Rasterizer

/// The panel's settings: rows of choices, and numbers to step through.
struct OptionsLayout: Sendable {
  struct Segment: Sendable {
    let control: Control
    let rect: Rect
    let text: String
    let isChosen: Bool
    /// Room before the text for a mark.
    var leading = 0.0
  }

  struct Choice: Sendable {
    let label: String
    let labelY: Double
    let segments: [Segment]
  }

  struct Number: Sendable {
    let label: String
    let value: String
    let centerY: Double
    let valueRect: Rect
    let down: Segment?
    let up: Segment?
    let valueControl: Control?
  }

  let headingY: Double
  let close: Rect
  let choices: [Choice]
  let numbers: [Number]

  static func height(_ m: Metrics) -> Double {
    m.headRow + 4 * choiceHeight(m) + 3 * numberHeight(m) + m.gap
  }

  private static func choiceHeight(_ m: Metrics, tight: Bool = false) -> Double {
    ((tight ? 3.6 : 4.1) * Double(m.caption)).rounded()
  }
  private static func numberHeight(_ m: Metrics, tight: Bool = false) -> Double {
    ((tight ? 2.05 : 2.5) * Double(m.caption)).rounded()
  }

  init(_ state: LabState, panel: Rect, top: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    headingY = top + m.headRow / 2
    close = OptionsLayout.closeButton(right: right, centerY: headingY, m)
    let options = state.document.options
    var y = top + m.headRow
    // In a low window the rows move together.
    let tight = panel.maxY - top < OptionsLayout.height(m)
    func choice(_ label: String, _ items: [(OptionChange, String, Bool)]) -> Choice {
      let rect = Rect(
        x: left, y: y + (1.5 * Double(m.caption)).rounded(), width: right - left,
        height: (2.05 * Double(m.caption)).rounded())
      defer { y += OptionsLayout.choiceHeight(m, tight: tight) }
      return Choice(
        label: label, labelY: y + 0.7 * Double(m.caption),
        segments: Segment.row(items.map { (.option($0.0), $0.1, $0.2) }, in: rect, size: m.caption, font: font))
    }
    let allChoices = [
      choice(
        "Covariances",
        CovarianceFamily.allCases.map { (.family($0), $0.rawValue, $0 == options.family) }),
      choice(
        "Start",
        StartKind.allCases.map { (.startKind($0), OptionText.name($0), $0 == state.document.startKind) }),
      choice(
        "A component that collapses",
        CollapsePolicy.allCases.map { (.onCollapse($0), $0.rawValue, $0 == options.onCollapse) }),
      choice(
        "A component without points",
        EmptyPolicy.allCases.map { (.onEmpty($0), $0.rawValue, $0 == options.onEmpty) }),
    ]
    // Rows for which there is no room at all are left out.
    choices = allChoices.filter { $0.segments.allSatisfy { $0.rect.maxY <= panel.maxY } }
    let seed = state.document.startSeed
    let isShort = m.sizeClass == .projector
    let entries: [(String, String, OptionChange?, OptionChange?, Control?)] = [
      (
        isShort ? "Seed" : "Seed of the start", state.interface.seedDraft.map { $0 + "_" } ?? String(seed),
        seed > 0 ? .seed(seed - 1) : nil, seed < .max ? .seed(seed + 1) : nil, .seedField
      ),
      (
        isShort ? "Floor" : "Floor, of the variance", OptionText.number(options.floor, zero: "off"),
        OptionChange.rung(OptionChange.floors, from: options.floor, up: false).map { .floor($0) },
        OptionChange.rung(OptionChange.floors, from: options.floor, up: true).map { .floor($0) }, nil
      ),
      (
        isShort ? "Tolerance" : "Tolerance, per point", OptionText.number(options.tolerance, zero: "never stop"),
        OptionChange.rung(OptionChange.tolerances, from: options.tolerance, up: false).map { .tolerance($0) },
        OptionChange.rung(OptionChange.tolerances, from: options.tolerance, up: true).map { .tolerance($0) }, nil
      ),
    ]
    let allNumbers = entries.map { label, value, down, up, field in
      let height = OptionsLayout.numberHeight(m, tight: tight)
      defer { y += height }
      let button = (0.85 * height).rounded()
      let top = y + ((height - button) / 2).rounded()
      let width = (6.4 * Double(m.caption)).rounded()
      let upRect = Rect(x: right - button, y: top, width: button, height: button)
      let valueRect = Rect(x: upRect.x - width, y: top, width: width, height: button)
      let downRect = Rect(x: valueRect.x - button, y: top, width: button, height: button)
      return Number(
        label: label, value: value, centerY: y + (height / 2).rounded(), valueRect: valueRect,
        down: down.map { Segment(control: .option($0), rect: downRect, text: "−", isChosen: false) },
        up: up.map { Segment(control: .option($0), rect: upRect, text: "+", isChosen: false) }, valueControl: field)
    }
    numbers = allNumbers.filter { $0.valueRect.maxY <= panel.maxY }
  }

  static func closeButton(right: Double, centerY: Double, _ m: Metrics) -> Rect {
    let size = (0.85 * m.button).rounded()
    return Rect(
      x: right - size + ((size - 0.7 * m.buttonIcon) / 2).rounded(), y: (centerY - size / 2).rounded(), width: size,
      height: size)
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.closePage, close)] + choices.flatMap { $0.segments.map { ($0.control, $0.rect) } }
      + numbers.flatMap { number in
        [number.down, number.up].compactMap { $0.map { ($0.control, $0.rect) } }
          + (number.valueControl.map { [($0, number.valueRect)] } ?? [])
      }
  }
}

extension OptionsLayout.Segment {
  /// Segments side by side that fill `rect`, each as wide as its text asks for.
  static func row(
    _ items: [(Control, String, Bool)], in rect: Rect, size: Int, font: any TextSource, leading: Double = 0
  ) -> [OptionsLayout.Segment] {
    let widths = items.map { font.pixels($0.1, size, .bold) + leading }
    let spare = (rect.width - widths.reduce(0, +)) / Double(max(items.count, 1))
    var x = rect.x
    return zip(items, widths).map { item, width in
      defer { x += width + spare }
      let end = (x + width + spare).rounded()
      return OptionsLayout.Segment(
        control: item.0, rect: Rect(x: x.rounded(), y: rect.y, width: end - x.rounded(), height: rect.height),
        text: item.1, isChosen: item.2, leading: leading)
    }
  }
}

/// Settings as the panel writes them.
enum OptionText {
  static func name(_ kind: StartKind) -> String {
    switch kind {
    case .uniform: "uniform"
    case .randomPoints: "points"
    case .kMeansPlusPlus: "k-means++"
    case .kMeans: "k-means"
    }
  }

  /// A power of ten as 1e−6.
  static func number(_ value: Double, zero: String) -> String { value == 0 ? zero : NumberText.general(value) }
}
