extension Command {
  /// Pages, colors and controls.
  public enum Interface: Sendable, Equatable, Codable {
    case setTheme(ThemeChoice)
    case setProjectorTheme(ThemeChoice)
    /// From light to dark or back.
    case toggleTheme
    case toggleProjector
    /// The language of the window, as in BCP 47; one that is not at hand shows English.
    case setLanguage(String)
    case toggleOverlay(Overlay)
    /// Opens or closes what is on the screen in sentences, over whatever is open.
    case toggleTranscript
    /// Opens or closes the list of layers, which stays while something else is done.
    case toggleLayers
    /// Opens or closes the choice of columns, which stays as well.
    case toggleColumns
    case showPage(PanelPage)
    /// Chart and canvas change places.
    case toggleLargeChart
    /// Shows the chart's first climb whole, or what follows it.
    case toggleFirstClimb
    /// Leaves what is open, the innermost first.
    case dismiss
    case pointer(LabCore.Interface.Pointer?, over: Control?)
    /// A component, by its letter, or none.
    case pointAt(Int?)
    case press(Control?)
    /// The drag that has just begun ends when this button is released.
    case hold(MouseButton)
    case focus(Control?)
    /// Where the keyboard is on the canvas.
    case moveCursor(DataPoint)
    /// Shows the gallery from this row of cards on.
    case scrollGallery(Int)
    /// Shows the transcript from this line on.
    case scrollTranscript(Int)
    case closeAnnouncement
    /// A choice on the page of settings.
    case set(SettingChange)

    /// Whether a seed or a name may be typed on: the mouse passes by, or concerns the field itself.
    var keepsEntry: Bool {
      switch self {
      case .pointer, .pointAt, .press(nil), .press(.seedField), .hold, .setTheme, .setProjectorTheme, .setLanguage,
        .dismiss, .set:
        true
      case .press, .toggleTheme, .toggleProjector, .toggleOverlay, .toggleTranscript, .toggleLayers, .toggleColumns,
        .showPage,
        .toggleLargeChart, .toggleFirstClimb, .focus, .moveCursor, .scrollGallery, .scrollTranscript,
        .closeAnnouncement:
        false
      }
    }

    var isDeliberate: Bool {
      switch self {
      case .pointer, .pointAt, .press(nil), .hold, .setTheme, .setProjectorTheme, .setLanguage, .set: false
      case .press, .toggleTheme, .toggleProjector, .toggleOverlay, .toggleTranscript, .toggleLayers, .toggleColumns,
        .showPage,
        .toggleLargeChart, .toggleFirstClimb, .dismiss, .focus, .moveCursor, .scrollGallery, .scrollTranscript,
        .closeAnnouncement:
        true
      }
    }
  }
}
