import LabCore
import LabWords
import Rasterizer

extension LessonBandLayout {
  /// Those that an exercise has now.
  private static func controls(_ lesson: LessonState) -> [Control] {
    guard lesson.exercise != nil else { return [] }
    return lesson.isAsking ? [.lesson(.showAnswer)] : [.lesson(.newPoints), .lesson(.showAnswer)]
  }

  private static func label(_ control: Control, _ words: Words) -> String {
    words(control == .lesson(.newPoints) ? .tryNewPoints : .showAnswer)
  }

  /// What the choices leave to them at least: their icons.
  static func room(
    forButtonsOf lesson: LessonState, _ words: Words, pad: Double, metrics m: Metrics, font: any TextSource
  ) -> Double {
    Double(controls(lesson).count) * (m.button + m.gap)
  }

  /// - Parameter room: from `x` on.
  static func buttons(
    _ lesson: LessonState, _ words: Words, x: Double, room: Double, y: Double, height: Double, pad: Double,
    metrics m: Metrics, font: any TextSource
  ) -> [Button] {
    let controls = controls(lesson)
    let labels = controls.map { label($0, words) }
    let size = m.isProjector ? m.fine : m.body
    let wide = labels.map { (font.pixels($0, size) + m.buttonIcon + m.gap + 2 * pad).rounded() }
    let fits = wide.reduce(0, +) + m.gap * Double(max(controls.count - 1, 0)) <= room
    var left = x
    return controls.enumerated().map { index, control in
      let width = fits ? wide[index] : m.button
      defer { left += width + m.gap }
      return Button(
        control: control, rect: Rect(x: left, y: y, width: width, height: height), label: fits ? labels[index] : nil)
    }
  }
}

extension LessonState {
  /// What can be chosen in the band, the caps of its keys – or its place in an order – and how it stands.
  func said(
    _ words: Words, language: String
  ) -> [(label: String, short: String, cap: String, look: LessonBandLayout.Look)] {
    if exercise != nil {
      return exerciseChoices.enumerated().map { index, choice in
        let cap = String(place(of: choice) ?? index + 1)
        return (words.name(choice), words.shortName(choice), cap, look(of: choice))
      }
    }
    guard let question = shown.question else { return [] }
    return question.choices.enumerated().map { index, choice in
      let label = choice.label.text(in: language)
      let chosen: LessonBandLayout.Look = question.isOpen ? .chosen : choice.isRight ? .right : .wrong
      return (label, label, String(index + 1), answer?.latest == index ? chosen : .open)
    }
  }
}
