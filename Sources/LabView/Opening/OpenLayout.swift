import LabCore
import LabWords
import Rasterizer

/// The page on which a file is chosen: places at the left, what is there, and what the chosen file holds.
struct OpenLayout: Sendable {
  struct PlaceRow: Sendable {
    let place: Browser.Place
    let rect: Rect
    let text: String
  }

  let header, close, body, footer: Rect
  let places: [PlaceRow]
  let list: OpenList
  let preview: OpenPreview
  /// The lines between the three parts.
  let placesRight, listRight: Double
  let note: String
  let cancel, open: Rect
  let size: Int

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let size = m.isProjector ? m.fine : m.body
    self.size = size
    let em = Double(size)
    let frame = PageFrame(window: window, strip: strip, metrics: m)
    let (body, footer) = (frame.body, frame.footer)
    (header, close, self.body, self.footer) = (frame.header, frame.close, body, footer)

    let placesRight = min(216 * m.unit, max(0.17 * window.width, 10.5 * em)).rounded()
    let row = m.isProjector ? max((2.3 * em).rounded(), m.fingertip) : m.button
    let pitch = row + (4 * m.unit).rounded()
    let known = Browser.Place.allCases.filter { state.isEnabled(.place($0)) }
    self.placesRight = placesRight
    places = known.enumerated().compactMap { index, place in
      let rect = Rect(
        x: 0.75 * m.padding, y: (body.y + m.padding + Double(index) * pitch).rounded(),
        width: placesRight - 1.5 * m.padding, height: row)
      return rect.maxY <= body.maxY ? PlaceRow(place: place, rect: rect, text: OpenLayout.name(place, state)) : nil
    }

    let listRight = (placesRight + min(388 * m.unit, 0.31 * window.width)).rounded()
    self.listRight = listRight
    list = OpenList(
      state,
      room: Rect(
        x: placesRight + m.padding, y: body.y + m.padding, width: listRight - placesRight - 2 * m.padding,
        height: body.height - 1.5 * m.padding), row: row, pitch: pitch, size: size, metrics: m, font: font)
    let left = listRight + 1.25 * m.padding
    preview = OpenPreview(
      state,
      room: Rect(
        x: left, y: body.y + m.padding, width: window.maxX - 1.5 * m.padding - left,
        height: body.height - 1.75 * m.padding), size: size, metrics: m, font: font)

    let openWidth = (font.pixels(words(.openThis), size, .bold) + m.buttonIcon + 4 * em).rounded()
    let cancelWidth = (font.pixels(words(.cancel), size, .bold) + 4 * em).rounded()
    let y = (footer.midY - m.button / 2).rounded()
    open = Rect(x: (window.maxX - 1.5 * m.padding - openWidth).rounded(), y: y, width: openWidth, height: m.button)
    cancel = Rect(x: open.x - m.gap - cancelWidth, y: y, width: cancelWidth, height: m.button)
    note = OpenLayout.note(state, beside: preview)
  }

  /// The folder that the program was started in goes by its own name.
  private static func name(_ place: Browser.Place, _ state: LabState) -> String {
    guard place == .current, let path = state.interface.browser.folders[.current],
      let name = path.split(separator: "/").last
    else { return state.words.name(place) }
    return String(name)
  }

  private static func note(_ state: LabState, beside preview: OpenPreview) -> String {
    let words = state.words
    let undo = words.caps([.undo]).first ?? ""
    switch state.interface.browser.preview?.content {
    case .table(let table):
      // Not twice.
      return preview.saysProblem ? "" : words.advice(table) ?? words(.addsToRecent(key: undo))
    case .scene: return words(.addsToRecent(key: undo))
    case .session: return words(.presentStays(key: undo))
    case .model: return words(.becomesTheModel(key: undo))
    case .lesson, .handIn, .problem, nil: return ""
    }
  }

  private var placed: [OpenPreview.Placed] { places.map { (.place($0.place), $0.rect) } }

  var controls: [OpenPreview.Placed] {
    let rows: [OpenPreview.Placed] = list.rows.map { (.fileRow($0.index), $0.rect) }
    let buttons: [OpenPreview.Placed] = [
      (.folderUp, list.up), (.closeFiles, close), (.closeFiles, cancel), (.openChosen, open),
    ]
    return placed + rows + preview.controls + buttons
  }

  /// What the Tab key leads through: first what there is to say of the chosen file; of each row of choices the one in
  /// force, which the arrows change. The files themselves have the arrows.
  var tabStops: [OpenPreview.Placed] {
    let buttons: [OpenPreview.Placed] = [(.openChosen, open), (.closeFiles, cancel), (.folderUp, list.up)]
    return preview.tabStops + buttons + placed
  }
}

extension LabState {
  /// What pressing Enter does: opens what is chosen, or leads to the question that has to be answered before.
  var openingCommands: [Command] {
    switch opening {
    case .folder(let path): [.file(.beginOpening(folder: path))]
    case .example(let entry): menu.indices.contains(entry) ? [menu[entry].opening] : []
    case .file(let path, nil): [.shell(.openFile(path: path))]
    case .file(let path, let reading?): [.shell(.openTable(path: path, reading))]
    case .blocked:
      interface.browser.preview?.table?.asksToLeaveOut == true ? [.interface(.focus(.reading(.leavesOut(true))))] : []
    case nil: []
    }
  }
}
