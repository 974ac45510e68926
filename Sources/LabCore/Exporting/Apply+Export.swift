import Glibc

extension LabState {
  mutating func applyExport(_ command: Command.Export) {
    // A drag ends where the page was closed under it as well.
    if case .endDragging = command, case .exportRange = interface.drag { return endDrag() }
    guard interface.overlay == .export else { return }
    switch command {
    case .set(let change): set(change)
    // The other handle comes along where the film would be too long.
    case .setFirst(let step):
      let first = known(step)
      setRange(first...min(max(first, exportRange.upperBound), first + Film.most))
    case .setLast(let step):
      let last = known(step)
      setRange(max(min(last, exportRange.lowerBound), last - Film.most)...last)
    case .beginDragging(let drag):
      endDrag()
      interface.drag = drag
      interface.focused = drag == .exportRange(isLast: true) ? .exportLast : .exportFirst
    case .endDragging: endDrag()
    case .togglePreview: togglePreview()
    case .name(let isNaming): (export.isNaming, export.isSigning) = (isNaming, false)
    case .sign(let isSigning): (export.isNaming, export.isSigning) = (false, isSigning)
    case .type(let text): type(letters: text)
    case .erase:
      if export.isSigning { sign(String(export.signer.dropLast())) } else { name(String(exportName.dropLast())) }
    case .write: if export.writing == nil { write() } else { stopExporting() }
    }
  }

  /// The page as it opens: in the colors of the window, with the name of what is on show.
  mutating func openExport() {
    endDrag()
    export.colors = interface.isProjector ? .projector : interface.theme == .dark ? .dark : .light
    export.typedName = nil
    (export.isNaming, export.isSigning) = (false, false)
    export.result = nil
    export.range = nil
    (export.playsSince, export.frameOnShow) = (nil, 0)
    interface.focused = .exportChoice(.kind(export.kind))
  }

  /// The same page to hand in the present lesson, with the name to be typed.
  mutating func beginHandingIn() {
    guard lessonToHandIn != nil, interface.overlay == nil else { return }
    interface.overlay = .export
    export.kind = .handIn
    openExport()
    export.isSigning = true
    interface.focused = .exportSigner
  }

  mutating func stopExporting() {
    withdraw(export.writing?.ticket)
    export.writing = nil
  }

  // MARK: - Settings

  private mutating func set(_ change: ExportChange) {
    export.result = nil
    (export.playsSince, export.frameOnShow) = (nil, 0)
    switch change {
    case .kind(let kind): (export.kind, export.isSigning) = (kind, false)
    case .frame(let frame): export.frame = frame
    case .scale(let scale):
      export.scale = min(max(scale, Export.scales.lowerBound), Export.scales.upperBound)
    case .show(let show): export.show = show
    case .size(let size): export.size = size
    case .speed(let speed): export.speed = speed
    case .colors(let colors): export.colors = colors
    case .momentCount(let count): export.momentCount = min(max(count, 1), 24)
    case .namesHalfSteps(let names): export.namesHalfSteps = names
    case .rests(let rests): export.rests = rests
    case .responsibilities(let has): export.hasResponsibilities = has
    case .uncertainty(let has): export.hasUncertainty = has
    case .blanks(let leaves): export.leavesBlanks = leaves
    }
    // A name that was typed keeps its stem.
    if case .kind = change, let name = export.typedName { export.typedName = withExtension(name) }
  }

  /// The half-step nearest to one that was asked for.
  private func known(_ step: Int) -> Int { min(max(step, 0), document.latest) }

  private mutating func setRange(_ range: ClosedRange<Int>) {
    export.range = range
    (export.playsSince, export.frameOnShow) = (nil, 0)
    export.result = nil
  }

  private mutating func togglePreview() {
    guard export.kind == .animation, canExport else { return }
    if export.playsSince == nil {
      export.playsSince = now - Double(export.frameOnShow * exportPace.centiseconds) / 100
    } else {
      export.frameOnShow = exportFrame
      export.playsSince = nil
    }
  }

  // MARK: - The name

  private mutating func type(letters text: String) {
    if export.isSigning { return sign(String((export.signer + text.printable).prefix(HandIn.nameLimit))) }
    name(String((exportName + text.printable).prefix(Export.nameLimit)))
  }

  private mutating func name(_ name: String) {
    export.typedName = name
    export.result = nil
  }

  private mutating func sign(_ name: String) {
    export.signer = name
    export.result = nil
  }

  /// The name with the extension that its kind has.
  private func withExtension(_ name: String) -> String {
    let known = Set(Export.Kind.allCases.map { "." + $0.fileExtension }).sorted { $0.count > $1.count }
    let stem = known.first { name.lowercased().hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
    return stem + "." + export.kind.fileExtension
  }

  /// The file to write: what was typed, or what is on show.
  public var exportName: String {
    if let typed = export.typedName { return typed }
    if export.kind == .handIn, let lesson = lessonToHandIn {
      let signer = export.signer.lowercased().fileName
      return withExtension(signer + (signer.isEmpty ? "" : "-") + lesson.lesson.name.fileName)
    }
    // Not the name of the table that was read.
    let sheet = export.leavesBlanks ? "-blanks" : "-sheet"
    let ending = export.kind == .sheet ? sheet : export.kind == .data ? "-classified" : ""
    let seed = document.activeLane.seedOfRun.map { "-seed-\($0)" } ?? ""
    return withExtension(suggestedName.hyphenated + ending + seed)
  }

  // MARK: - Writing

  /// Whether there is something to write.
  public var canExport: Bool {
    switch export.kind {
    case .picture: true
    case .animation, .sheet: document.latest > 0 && layers.shows(.model)
    case .data: !document.points.isEmpty
    case .handIn: lessonToHandIn != nil
    case .model: document.algorithm == .em && document.hasModel && layers.shows(.model)
    }
  }

  private mutating func write() {
    guard canExport, !exportName.isEmpty else { return }
    (export.isNaming, export.isSigning) = (false, false)
    let path = exportName.path(usualEnding: "." + export.kind.fileExtension)
    let request = ExportRequest(
      exhibit: exportExhibit, settings: export.withoutMoment, path: path, replaces: export.replaces,
      handIn: export.kind == .handIn ? handIn(name: export.signer) : nil)
    export.result = nil
    export.writing = Export.Writing(ticket: ask(.export(request)), path: path)
  }

  mutating func exportGoesOn(_ progress: ExportProgress, _ ticket: Ticket) {
    if export.writing?.ticket == ticket { export.writing?.progress = progress }
  }

  mutating func exportEnded(_ result: Export.Result, _ ticket: Ticket) {
    guard export.writing?.ticket == ticket else { return }
    export.writing = nil
    export.result = result
  }

  // MARK: - What is shown

  /// The half-steps of the animation: no more than it takes.
  public var exportRange: ClosedRange<Int> { exportPace.steps }

  /// The lab as the file shows it, at the file's size.
  public var exportExhibit: LabState { exhibit(scale: exportScale) }

  /// The same at the window's size, where the file's is a multiple of it.
  public var exportSketch: LabState { exhibit(scale: 1) }

  private func exhibit(scale: Int) -> LabState {
    let (width, height, ratio) = exportSize(scale: scale)
    var state = exhibited(width: width, height: height, pixelRatio: ratio)
    switch export.colors {
    case .light, .dark:
      state.interface.isProjector = false
      state.interface.theme = export.colors == .dark ? .dark : .light
    case .projector: state.interface.isProjector = true
    }
    return state
  }

  /// In pixels, and how many of them are one of the window's units.
  public var exportSize: (width: Int, height: Int, ratio: Double) { exportSize(scale: exportScale) }

  private func exportSize(scale: Int) -> (width: Int, height: Int, ratio: Double) {
    switch export.kind {
    case .picture, .sheet:
      let width = Double(interface.width) / interface.pixelRatio
      let height = Double(interface.height) / interface.pixelRatio
      let scale = Double(scale)
      return (Int(width * scale), Int(height * scale), scale)
    case .animation: return (export.size.pixels.width, export.size.pixels.height, 1)
    case .data, .model, .handIn: return (interface.width, interface.height, interface.pixelRatio)
    }
  }

  /// As large as was asked for, or as can be drawn.
  public var exportScale: Int {
    let longest = Double(max(interface.width, interface.height)) / interface.pixelRatio
    return max(1, min(export.scale, Int(7680 / max(longest, 1))))
  }

  /// How the animation goes by.
  public var exportPace: Film.Pace { export.pace(latest: document.latest) }

  /// The frame of the animation that is on the page.
  public var exportFrame: Int {
    let pace = exportPace
    guard let since = export.playsSince else { return min(export.frameOnShow, pace.frameCount - 1) }
    return Int(max(now - since, 0) * 100 / Double(pace.centiseconds) + 1e-6) % pace.frameCount
  }

  /// When the animation on the page next changes.
  var nextExportFrame: Double? {
    guard interface.overlay == .export, let since = export.playsSince else { return nil }
    let length = Double(exportPace.centiseconds) / 100
    return since + (((now - since) / length + 1e-6).rounded(.down) + 1) * length
  }
}

extension Export {
  /// The animation of an exhibit.
  public func film(_ exhibit: LabState) -> Film { Film(exhibit, pace(latest: exhibit.document.latest)) }

  /// - Parameter latest: the last half-step that was taken.
  func pace(latest: Int) -> Film.Pace {
    Film.Pace(range ?? 0...latest, of: latest, speed: speed, rest: rests ? Film.usualRest : 0)
  }

  /// The moments of a sheet, as the clock counts half-steps: close together at first, then farther and farther apart to
  /// the end; after the first ones whole iterations, also of a run that goes on from an E-step.
  public func moments(of exhibit: LabState) -> [Int] {
    let latest = exhibit.document.latest
    let count = min(momentCount, latest + 1)
    guard count > 1 else { return [latest] }
    let odd = exhibit.document.firstHalfStep % 2
    var moments = [0]
    for place in 1..<count {
      let exact = pow(Double(latest + 1), Double(place) / Double(count - 1)) - 1
      let whole = exact > 2 ? 2 * Int(((exact + Double(odd)) / 2).rounded()) - odd : Int(exact.rounded())
      moments.append(min(max(whole, moments[place - 1] + 1), latest - (count - 1 - place)))
    }
    return moments
  }

  /// The settings alone: not what is typed, written or played.
  public var withoutMoment: Export {
    var settings = self
    settings.typedName = nil
    (settings.isNaming, settings.isSigning) = (false, false)
    settings.signer = ""
    settings.writing = nil
    settings.result = nil
    settings.playsSince = nil
    settings.frameOnShow = 0
    return settings
  }
}

extension String {
  /// What can stand in the name of a file everywhere: other letters than those and digits are a hyphen.
  fileprivate var fileName: String {
    let parts = split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return parts.joined(separator: "-")
  }

  /// "three-clusters" of "threeClusters".
  fileprivate var hyphenated: String {
    var text = ""
    for (previous, character) in zip([Character("-")] + self, self) {
      if character.isUppercase, previous.isLowercase { text.append("-") }
      text += character.lowercased()
    }
    return text
  }
}
