import Glibc
import LabCore
import Rasterizer

/// Turns what the user did into commands. Pure: the same event in the same state means the same.
public enum InputTranslation {
  public static func commands(_ event: InputEvent, _ state: LabState, font: any TextSource) -> [Command] {
    switch event {
    case .resized(let width, let height, let ratio):
      return [.shell(.resize(width: width, height: height, pixelRatio: ratio))]
    case .fileDropped(let path):
      // What lies under an offer is what goes on.
      return (state.recovery.map { [.recovery($0.first)] } ?? []) + [.shell(.openFile(path: path))]
    case .closeRequested: return [.shell(.quit)]
    case .focusLost: return endOfDrag(state) + [.interface(.press(nil))]
    case .pointerMoved(let point, let modifiers): return moved(to: point, modifiers, state, Layout(state, font: font))
    case .pointerLeft:
      return state.interface.drag == nil ? [.interface(.pointer(nil, over: nil)), .interface(.pointAt(nil))] : []
    case .buttonDown(let button, let point, let clicks, let modifiers):
      let layout = Layout(state, font: font)
      return [pointerCommand(point, state, layout)]
        + pressed(button, at: point, clicks: clicks, modifiers, state, layout)
        + (layout.transcript == nil ? [.interface(.hold(button))] : [])
    case .buttonUp(let button, let point): return released(button, at: point, state, Layout(state, font: font))
    case .wheel(let amount, let point, let modifiers):
      return wheel(amount, point, modifiers, state, Layout(state, font: font))
    case .key(let key, let modifiers, let isRepeat):
      return KeyBindings.commands(key, modifiers, isRepeat: isRepeat, state, Layout(state, font: font))
    }
  }

  // MARK: - Pointer

  private static func pointerCommand(_ point: Point, _ state: LabState, _ layout: Layout) -> Command {
    // While something is dragged the controls below do not light up.
    let control = state.interface.drag == nil ? hoveredControl(at: point, state, layout) : nil
    return .interface(.pointer(Interface.Pointer(x: point.x, y: point.y), over: control))
  }

  /// The control under the pointer; an open overlay hides what is behind it.
  static func hoveredControl(at point: Point, _ state: LabState, _ layout: Layout) -> Control? {
    if let control = layout.control(at: point), isReachable(control, at: point, state, layout) { return control }
    return layout.controlNear(point) { isReachable($0, at: $1, state, layout) }
  }

  /// Whether nothing that is open hides a control.
  private static func isReachable(_ control: Control, at point: Point, _ state: LabState, _ layout: Layout) -> Bool {
    if layout.transcript != nil { return control == .closeTranscript }
    guard state.interface.overlay != nil else { return true }
    switch control {
    case .menuItem, .closeGallery, .helpRow, .comparison, .laneModel, .keepLane, .closeLane, .commitSave, .fileRow,
      .folderUp, .closeFiles, .place, .reading, .openChosen, .recentFile, .listedFile, .exportChoice, .exportFirst,
      .exportLast,
      .exportPlay, .exportName, .exportWrite, .closeExport, .recovery, .setting, .closeSettings, .lesson(.card),
      .lesson(.openFile), .lesson(.record(.begin)), .lesson(.closeHome), .exportSigner, .closeTranscript,
      .handIns(.close), .handIns(.show), .handIns(.names), .handIns(.question):
      return true
    case .dataMenu, .help:
      return !layout.hasWholePage && layout.recovery == nil && layout.help?.frame.contains(point) != true
    case .restart, .back, .play, .next, .end, .slower, .faster, .projector, .tool, .clear, .undo, .redo, .fit,
      .toolSetting, .stampShape, .chosen, .canvas,
      .newStart, .fewer, .more, .announcementUndo, .announcementClose, .cancelLoading, .page, .closePage, .option,
      .optionStep,
      .largeChart, .firstClimb, .race, .raceLink, .optimum, .allOptima, .keptRun, .nameRun, .deleteRun, .moreRuns,
      .seedField, .search,
      .searchFamily, .candidate, .adoptBest, .card, .layers, .layer, .resetLayers, .compareMenu,
      .axis, .columnPair, .axisColumn, .fittedColumn, .standardize, .lane, .laneCard, .guess, .question, .giving,
      .clearGuess, .freshPoints, .showGuess, .count, .mysteryLevel,
      .box, .lesson:
      return false
    // The gallery has them too.
    case .newMystery, .saveScene, .openFile, .exportPage, .settingsPage, .transcript, .handIns(.find):
      return state.interface.overlay == .gallery
    }
  }

  /// Tells which component is under the pointer, where that has changed.
  private static func pointing(_ point: Point, _ state: LabState, _ layout: Layout) -> [Command] {
    var letter: Int?
    let control = hoveredControl(at: point, state, layout)
    if case .card(let own) = control {
      letter = own
    } else if control == nil, state.interface.overlay == nil, layout.transcript == nil,
      let pane = layout.pane(at: point),
      layout.layers?.frame.contains(point) != true, layout.columns?.frame.contains(point) != true
    {
      letter = CanvasScene(layout.inPane(pane), state.looking(at: pane.lane)).letter(at: point)
    }
    return letter == state.interface.pointedAt ? [] : [.interface(.pointAt(letter))]
  }

  private static func moved(
    to point: Point, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    let pointer = pointerCommand(point, state, layout)
    // What the keyboard holds does not follow the mouse.
    guard let drag = state.interface.drag, !state.isHeldByKeyboard else {
      return [pointer] + pointing(point, state, layout)
    }
    return dragged(drag, to: point, modifiers, state, layout) + [pointer]
  }

  /// What a drag does on its way.
  static func dragged(
    _ drag: Drag, to point: Point, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    let position = layout.transform.data(point)
    switch drag {
    case .paint, .erase: return [.edit(.moveStroke(position))]
    case .give, .takeBack: return [.guess(.moveStroke(position))]
    case .mark: return layout.guess?.plot.map { [.guess(.mark($0.value(at: point.y)))] } ?? []
    case .marquee, .carry: return [.select(.drag(to: position))]
    case .stamp: return SelectInput.stamp(to: point, modifiers, state, layout.transform)
    case .mean(let component, let grip):
      let mean = DataPoint(position.x - grip.width, position.y - grip.height)
      return [.start(.moveMean(component, to: mean))]
    case .covariance(let component, let handle, let angle):
      let dragged = CovarianceDrag.covariance(
        state, component, handle: handle, angle: angle, to: point, layout.transform,
        letterRadius: layout.metrics.meanRadius)
      return dragged.map { [.start(.setCovariance(component, $0))] } ?? []
    case .weight(let component):
      return layout.components.weight(component, at: point).map { [.start(.setWeight(component, $0))] } ?? []
    case .exportRange(let isLast):
      guard let step = layout.export?.range?.step(at: point.x) else { return [] }
      return [.export(isLast ? .setLast(step) : .setFirst(step))]
    case .pan: return pan(to: point, state, layout)
    case .scrub: return scrub(to: point, state, layout)
    }
  }

  private static func pressed(
    _ button: MouseButton, at point: Point, clicks: Int, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    if let control = hoveredControl(at: point, state, layout) {
      if button == .left, case .card = control, let component = layout.components.bar(at: point, state) {
        return [.start(.beginShaping(.weight(component)))]
      }
      if button == .left, let drag = control.rangeDrag { return [.export(.beginDragging(drag))] }
      return button == .left ? [.interface(.press(control))] : []
    }
    if layout.help?.frame.contains(point) == true || layout.files?.frame.contains(point) == true
      || layout.hasWholePage || layout.recovery != nil
    {
      return []
    }
    if state.interface.overlay != nil { return [.interface(.dismiss)] }
    guard state.interface.drag == nil else { return [] }
    if layout.layers?.frame.contains(point) == true || layout.columns?.frame.contains(point) == true { return [] }
    if layout.settings?.frame.contains(point) == true || layout.chosen?.frame.contains(point) == true { return [] }
    if layout.toast?.frame.contains(point) == true { return [] }
    if layout.recordList?.frame.contains(point) == true { return [] }
    if let pressed = guessChartPressed(at: point, layout) { return pressed }
    if layout.page == nil, layout.guess == nil, layout.activeChart.grabs(point), button == .left {
      return [.run(.beginScrubbing)] + scrub(to: point, state, layout)
    }
    guard let pane = layout.pane(at: point) else { return [] }
    // A gesture is about the lane in which it begins.
    let activation: [Command] = pane.lane == state.document.active ? [] : [.lanes(.activate(pane.lane))]
    // The mouse is on the canvas now, and the arrows are about time again.
    let leaving: [Command] = state.interface.focused == .canvas ? [.interface(.focus(nil))] : []
    return activation + leaving
      + pressedOnCanvas(
        button, at: point, clicks: clicks, modifiers, state.looking(at: pane.lane), layout.inPane(pane))
  }

  private static func pressedOnCanvas(
    _ button: MouseButton, at point: Point, clicks: Int, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    if let guessed = guessPressed(button, at: point, modifiers, state, layout) { return guessed }
    let position = layout.transform.data(point)
    let radius = layout.transform.dataSize(pixels: state.brushRadius * layout.metrics.scale)
    switch button {
    case .middle: return [.view(.beginPanning)]
    case .right:
      if state.tool == .means, case .mean(let component, _) = CanvasScene(layout, state).target(at: point) {
        return [.start(.removeMean(component))]
      }
      return [.edit(.beginErasing(position, radius: radius))]
    case .left:
      if modifiers.contains(.alt) { return [.view(.beginPanning)] }
      return toolPressed(at: point, position, radius, clicks: clicks, modifiers, state, layout)
    }
  }

  static func toolPressed(
    at point: Point, _ position: DataPoint, _ radius: DataSize, clicks: Int, _ modifiers: Modifiers, _ state: LabState,
    _ layout: Layout
  ) -> [Command] {
    switch state.tool {
    case .brush: return [.edit(.beginPainting(position, radius: radius))]
    case .eraser: return [.edit(.beginErasing(position, radius: radius))]
    case .select: return SelectInput.pressed(at: point, position, modifiers, state, layout)
    case .stamp: return [.stamp(.begin(position))]
    case .means:
      let scene = CanvasScene(layout, state)
      if let target = scene.target(at: point) {
        return [.start(.beginShaping(scene.holding(target, at: point, layout.transform)))]
      }
      return [.start(.addMean(position))]
    case .hand: return clicks == 2 ? [.view(.fit)] : [.view(.beginPanning)]
    case .inspect:
      if clicks == 2 { return [.view(.fit)] }
      let nearest = Inspection.nearest(state, to: point, layout)
      // A press on the point that is kept, or beside all, lets go of it.
      let kept = nearest == state.pinnedPoint ? nil : nearest
      return [.view(.pin(kept)), .view(.beginPanning)]
    }
  }

  private static func released(_ button: MouseButton, at point: Point, _ state: LabState, _ layout: Layout) -> [Command]
  {
    // Another button's release is none of the drag's business.
    let holder = state.interface.dragButton
    let ends = layout.transcript == nil && (holder == nil || holder == button)
    var commands = ends ? endOfDrag(state) : []
    if let control = state.interface.pressed, button == .left {
      commands.append(.interface(.press(nil)))
      if hoveredControl(at: point, state, layout) == control {
        commands += control.commands(state, layout)
      }
    }
    return commands
  }

  static func endOfDrag(_ state: LabState) -> [Command] {
    switch state.interface.drag {
    case .paint, .erase: [.edit(.endStroke)]
    case .give, .takeBack, .mark: [.guess(.endStroke)]
    case .marquee, .carry: [.select(.end)]
    case .stamp: [.stamp(.end)]
    case .mean, .covariance, .weight: [.start(.endShaping)]
    case .exportRange: [.export(.endDragging)]
    case .pan: [.view(.endPanning)]
    case .scrub: [.run(.endScrubbing)]
    case nil: []
    }
  }

  // MARK: - View

  private static func pan(to point: Point, _ state: LabState, _ layout: Layout) -> [Command] {
    guard let last = state.interface.pointer else { return [] }
    let dx = (last.x - point.x) / layout.transform.scaleX
    let dy = (last.y - point.y) / layout.transform.scaleY
    let b = state.viewport.bounds
    let bounds = DataRect(minX: b.minX + dx, minY: b.minY + dy, maxX: b.maxX + dx, maxY: b.maxY + dy)
    return [.view(.setViewport(Viewport(bounds: bounds)))]
  }

  private static func wheel(
    _ amount: Double, _ point: Point, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    if let transcript = layout.transcript, amount.isFinite {
      return amount == 0 ? [] : [.interface(.scrollTranscript(transcript.firstLine + (amount > 0 ? -3 : 3)))]
    }
    if let gallery = layout.gallery, amount.isFinite, amount != 0 {
      return [.interface(.scrollGallery(gallery.firstRow + (amount > 0 ? -1 : 1)))]
    }
    if let lessons = layout.lessons, amount.isFinite, amount != 0 {
      return [.interface(.scrollGallery(lessons.firstRow + (amount > 0 ? -1 : 1)))]
    }
    if layout.open != nil, amount.isFinite, amount != 0 {
      let browser = state.interface.browser
      let row = min(max(browser.chosen + (amount > 0 ? -3 : 3), 0), max(browser.rows.count - 1, 0))
      return [.interface(.focus(nil)), .file(.choose(row))]
    }
    guard let pane = layout.pane(at: point), state.interface.overlay == nil, amount.isFinite, amount != 0 else {
      return []
    }
    let steps = min(max(amount, -8), 8)
    if state.interface.drag == .stamp { return [.stamp(.setWidth(state.tools.width * pow(1.1, steps)))] }
    if modifiers.contains(.control) { return [.view(.setBrushRadius(state.brushRadius * pow(1.12, steps)))] }
    // The data under the pointer stay there: every distance from it shrinks by the same factor.
    let factor = pow(0.87, steps)
    let fixed = pane.transform.data(point)
    let b = state.viewport.bounds
    let zoomed = DataRect(
      minX: fixed.x + (b.minX - fixed.x) * factor, minY: fixed.y + (b.minY - fixed.y) * factor,
      maxX: fixed.x + (b.maxX - fixed.x) * factor, maxY: fixed.y + (b.maxY - fixed.y) * factor)
    // Axes may have units far apart: each is asked whether its numbers still tell the sides of the view apart.
    guard zoomed.width > max(abs(fixed.x) * 1e-12, 1e-300), zoomed.height > max(abs(fixed.y) * 1e-12, 1e-300),
      max(zoomed.width, zoomed.height) < 1e300
    else { return [] }
    return [.view(.setViewport(Viewport(bounds: zoomed)))]
  }

  private static func scrub(to point: Point, _ state: LabState, _ layout: Layout) -> [Command] {
    [.run(.scrub(toStep: state.document.step(nearest: layout.activeChart.halfStep(at: point.x))))]
  }
}

extension ChartLayout {
  /// Whether a press here takes the scrubber: the plot and the axis below it.
  fileprivate func grabs(_ point: Point) -> Bool {
    guard showsPlot else { return false }
    let room = 12.0
    return point.x >= plot.x - room && point.x <= plot.maxX + room && point.y >= plot.y && point.y <= plot.maxY + room
  }
}
