/// What is seen and how: none of it is an edit.
extension LabState {
  mutating func applyView(_ command: Command) {
    switch command {
    case .setViewport(let viewport):
      let bounds = viewport.bounds
      guard bounds.width > 0, bounds.height > 0, bounds.width.isFinite, bounds.height.isFinite,
        bounds.center.x.isFinite, bounds.center.y.isFinite
      else { return }
      self.viewport = viewport
    case .fitView: viewport = Viewport.fitting(document)
    case .toggleAspect:
      edit { $0.document.aspect = $0.document.aspect == .equal ? .independent : .equal }
      viewport = Viewport.fitting(document)
    case .chooseTool(let tool):
      endDrag()
      self.tool = tool
    case .setBrushRadius(let radius):
      guard radius.isFinite else { return }
      brushRadius = min(max(radius, LabState.brushRadii.lowerBound), LabState.brushRadii.upperBound)
    case .beginPanning:
      endDrag()
      interface.drag = .pan
    case .endPanning: interface.drag = nil
    case .openFile, .toggleFullScreen, .quit: applyShell(command)
    default: applyInterface(command)
    }
  }

  private mutating func applyShell(_ command: Command) {
    switch command {
    case .openFile(let path):
      interface.loading = 0
      requests.append(.readFile(path: path))
    case .toggleFullScreen: requests.append(.toggleFullScreen)
    case .quit: requests.append(.quit)
    default: break
    }
  }

  private mutating func applyInterface(_ command: Command) {
    switch command {
    case .resize(let width, let height, let pixelRatio):
      interface.width = max(width, 1)
      interface.height = max(height, 1)
      interface.pixelRatio = pixelRatio.isFinite ? min(max(pixelRatio, 0.5), 8) : 1
    case .setTheme(let theme): interface.theme = theme
    case .toggleProjector: interface.isProjector.toggle()
    case .toggleOverlay(let overlay): interface.overlay = interface.overlay == overlay ? nil : overlay
    case .showPage(let page): interface.page = interface.page == page ? .run : page
    case .dismiss: dismiss()
    case .pointer(let pointer, let control):
      if pointer != interface.pointer || control != interface.hovered {
        if control != interface.hovered { interface.hoveredSince = now }
        interface.pointer = pointer
        interface.hovered = control
      }
    case .press(let control):
      interface.pressed = control
      // Whoever pressed it knows what it is: no tooltip until the pointer has left and come back.
      interface.hoveredSince = .infinity
    case .focus(let control): interface.focused = control
    case .activateMenuItem(let index):
      interface.overlay = nil
      guard menu.indices.contains(index) else { return }
      switch menu[index].content {
      case .example(let example): apply(.openExample(example))
      case .file(let path): apply(.openFile(path: path))
      }
    case .closeAnnouncement: announcement = nil
    default: break
    }
  }

  /// Esc: leaves what is open, the innermost first.
  private mutating func dismiss() {
    if interface.overlay != nil {
      interface.overlay = nil
    } else if interface.loading != nil {
      interface.loading = nil
    } else if interface.seedDraft != nil {
      interface.seedDraft = nil
    } else if interface.drag != nil {
      endDrag()
    } else if announcement?.isFresh(at: now) == true {
      announcement = nil
    } else if interface.page != .run {
      interface.page = .run
    } else if interface.isProjector {
      interface.isProjector = false
    } else {
      interface.focused = nil
    }
  }
}
