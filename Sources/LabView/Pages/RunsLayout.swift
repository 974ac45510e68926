import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The runs that were tried on these points, the latest first.
struct RunsLayout: Sendable {
  struct Row: Sendable {
    let number: Int
    let rect: Rect
    /// The part of it that is no other button.
    let press: Rect
    /// Gone on the row of the run on show, which stays.
    let delete: Rect?
    let name: Rect
  }

  let heading: PageHeading
  /// How many are kept, in lines that fit.
  let note: [String]
  let noteY: Double
  let rows: [Row]
  /// What leads to the runs for which there is no room.
  let more: (rect: Rect, hidden: Int)?

  init(_ state: LabState, panel: Rect, top: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let em = Double(m.fine)
    heading = PageHeading(top: top, right: right, metrics: m)
    note = font.wrap(
      state.words(
        m.isProjector
          ? .runsAreKeptShort(limit: Runs.earlierLimit)
          : .runsAreKept(limit: Runs.earlierLimit, megabytes: Runs.byteLimit >> 20)),
      TextStyle(size: m.fine, weight: .book), to: right - left,
      most: 2)
    noteY = top + m.headRow + (0.5 * em).rounded()
    var y = noteY + Double(max(note.count - 1, 0)) * (1.4 * em).rounded() + (1.2 * em).rounded()
    let runs = state.document.runs
    let numbers = Array(runs.all.map(\.number).reversed())
    let height = (44.0 / 11 * em).rounded()
    let moreHeight = max((2.1 * em).rounded(), m.fingertip)
    let room = panel.maxY - (0.5 * em).rounded() - y
    let fitting = max(Int(room / height), 1)
    let isLong = numbers.count > fitting
    let most = isLong ? max(Int((room - moreHeight) / height), 1) : numbers.count
    // The row that the keyboard is on is among those on show.
    var first = 0
    if case .keptRun(let focused) = state.interface.focused, let index = numbers.firstIndex(of: focused), index >= most
    {
      first = min(index / most * most, max(numbers.count - 1, 0))
    }
    let shown = numbers.dropFirst(first).prefix(most)
    let button = max((22.0 / 11 * em).rounded(), m.fingertip)
    var rows: [Row] = []
    for number in shown where y + height <= panel.maxY {
      let rect = Rect(x: left, y: y, width: right - left, height: height)
      let buttonY = y + (height - button - (0.25 * em).rounded())
      let delete = Rect(x: right - button - (0.3 * em).rounded(), y: buttonY, width: button, height: button)
      rows.append(
        Row(
          number: number, rect: rect,
          press: Rect(x: rect.x, y: rect.y, width: delete.x - button - rect.x, height: rect.height),
          delete: number == runs.number ? nil : delete,
          name: Rect(x: delete.x - button, y: buttonY, width: button, height: button)))
      y += height
    }
    self.rows = rows
    more =
      isLong && y + moreHeight <= panel.maxY
      ? (Rect(x: left, y: y, width: right - left, height: moreHeight), numbers.count - shown.count) : nil
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.closePage, heading.close)]
      + rows.flatMap { row in
        [(Control.keptRun(row.number), row.press), (.nameRun(row.number), row.name)]
          + (row.delete.map { [(.deleteRun(row.number), $0)] } ?? [])
      } + (more.map { [(.moreRuns, $0.rect)] } ?? [])
  }
}
