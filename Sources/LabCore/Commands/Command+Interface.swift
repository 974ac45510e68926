extension Command {
  /// Pages, colors and controls.
  public enum Interface: Sendable, Equatable, Codable {
    case setTheme(ThemeChoice)
    /// From light to dark or back.
    case toggleTheme
    case toggleProjector
    case toggleOverlay(Overlay)
    case showPage(PanelPage)
    /// Leaves what is open, the innermost first.
    case dismiss
    case pointer(LabCore.Interface.Pointer?, over: Control?)
    case press(Control?)
    case focus(Control?)
    case closeAnnouncement

    var isDeliberate: Bool {
      switch self {
      case .pointer, .press(nil), .setTheme: false
      case .press, .toggleTheme, .toggleProjector, .toggleOverlay, .showPage, .dismiss, .focus, .closeAnnouncement: true
      }
    }
  }
}
