import GaussianMixtures

/// What is on the screen beside the document: nothing here is undone or saved.
public struct Interface: Sendable, Equatable {
  /// The drawable's size in pixels, and pixels per window unit (2 on a high-DPI display).
  public internal(set) var width = 1280
  public internal(set) var height = 800
  public internal(set) var pixelRatio = 1.0
  /// Where the pointer is, in drawable pixels; `nil` outside the window.
  public internal(set) var pointer: Pointer?
  /// The control under the pointer, the one pressed, the one with the keyboard focus.
  public internal(set) var hovered: Control?
  public internal(set) var pressed: Control?
  public internal(set) var focused: Control?
  /// Since when the pointer rests on `hovered`; a tooltip follows.
  public internal(set) var hoveredSince = 0.0
  /// The letter of the component under the pointer, on the canvas or among the cards.
  public internal(set) var pointedAt: Int?
  public internal(set) var emphasis = Emphasis()
  /// Since when the pointer has not moved; what it rests on then explains itself.
  public internal(set) var restingSince = 0.0
  /// A drag on the canvas or the chart that is under way.
  public internal(set) var drag: Drag?
  /// The mouse button whose release ends the drag.
  public internal(set) var dragButton: MouseButton?
  public internal(set) var theme = ThemeChoice.light
  /// The theme of projector mode, which is chosen for the room, not for the eyes.
  public internal(set) var projectorTheme = ThemeChoice.dark
  public internal(set) var isProjector = false
  /// The language of the window, as in BCP 47.
  public internal(set) var language = "en"
  public internal(set) var textScale = TextScale.usual
  /// Whether a half-step is on show at once, without a passage to it.
  public internal(set) var reducesMotion = false
  /// Whether points have a shape by their owner, beside its color.
  public internal(set) var shapesPoints = false
  /// Whether half-steps are heard.
  public internal(set) var soundsSteps = false
  /// Whether what is new on the screen is spoken.
  public internal(set) var speaksNews = false
  public internal(set) var overlay: Overlay?
  /// The first line on show of the transcript, which lies over all else; nil while it is closed.
  public internal(set) var transcriptLine: Int?
  /// Whether what there is to set about the tool in hand stands beside it.
  public internal(set) var showsToolSettings = false
  /// Whether the list of layers is open.
  public internal(set) var showsLayers = false
  /// Whether the choice of columns is open.
  public internal(set) var showsColumns = false
  /// What the lower part of the panel shows.
  public internal(set) var page = PanelPage.run
  /// Whether chart and canvas have changed places.
  public internal(set) var isChartLarge = false
  /// Whether the chart shows the first climb whole, which flattens all that follows.
  public internal(set) var showsFirstClimb = false
  /// The digits typed so far while a seed is being entered.
  public internal(set) var seedDraft: String?
  /// The name of a run that is being typed.
  public internal(set) var nameDraft: NameDraft?
  /// The file that is being read, if any.
  public internal(set) var loading: Loading?
  public internal(set) var showsHint = true
  public internal(set) var saveEntry = SaveEntry(name: "")
  public internal(set) var browser = Browser()
  /// Where the keyboard is on the canvas, once it has been there.
  public internal(set) var cursor: DataPoint?
  /// A point whose arithmetic stays on show while the pointer is elsewhere.
  public internal(set) var pinned: PinnedPoint?

  public struct Pointer: Sendable, Hashable, Codable {
    public let x: Double
    public let y: Double
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  static let tooltipDelay = 0.5
  /// Longer than for a control, which is smaller and pointed at on purpose.
  static let explanationDelay = 0.7

  /// The interface as a part of the window with these controls sees it: where exactly the pointer is, and what it or the
  /// keyboard is on elsewhere, does not matter there.
  public func seen(by controls: [Control]) -> Interface {
    func own(_ control: Control?) -> Control? { control.flatMap { controls.contains($0) ? $0 : nil } }
    var seen = self
    seen.pointer = nil
    seen.hovered = own(hovered)
    seen.hoveredSince = 0
    seen.restingSince = 0
    seen.pointedAt = nil
    seen.emphasis = Emphasis()
    seen.transcriptLine = nil
    // What the keys do on the canvas is told elsewhere.
    seen.focused = focused == .canvas ? .canvas : own(focused)
    seen.loading = nil
    // A page over the window.
    seen.browser = Browser()
    return seen
  }
}

public enum ThemeChoice: String, Sendable, Codable, CaseIterable {
  case light, dark

  var other: ThemeChoice {
    switch self {
    case .light: .dark
    case .dark: .light
    }
  }
}

/// A point of one content of the canvas: when the points change it is nobody's.
public struct PinnedPoint: Sendable, Hashable {
  public let index: Int
  public let revision: Revision
}

/// What lies over the window until Esc, or a click beside it.
public enum Overlay: String, Sendable, Hashable, Codable {
  case help
  /// All data sets, as cards over the whole window.
  case gallery
  /// What can stand side by side.
  case compareMenu
  /// What the active lane shows.
  case laneMenu
  /// A name to save under.
  case saving
  /// A folder to open from.
  case opening
  /// What can be taken out of the lab, over the whole window.
  case export
  /// Work of an earlier session, to go on with.
  case recovering
  /// How the window is for whoever uses it, over the whole window.
  case settings
  /// All lessons, as cards over the whole window.
  case lessons
  /// What a class has handed in, over the whole window.
  case handIns

  /// Whether it covers the window and takes the keyboard with it.
  var isWholePage: Bool {
    switch self {
    case .gallery, .export, .settings, .lessons, .handIns: true
    case .help, .compareMenu, .laneMenu, .saving, .opening, .recovering: false
    }
  }
}

/// The lower part of the panel: the run and its chart, the settings of the fit, the search for a model, the restart race,
/// the runs that were tried, or the mixture in its box.
public enum PanelPage: String, Sendable, Hashable, Codable { case run, options, selection, race, runs, mystery }

public enum MouseButton: String, Sendable, Hashable, Codable { case left, middle, right }

/// What a drag that began on the canvas or the chart does.
public enum Drag: Sendable, Hashable, Codable {
  case paint, erase, pan, scrub, marquee, carry, stamp
  /// Points to a component, by the brush; and back.
  case give, takeBack
  /// The mark of a guess in the chart.
  case mark
  /// A component's mean, and how far from it the pointer took hold: by a letter that stands outside its ellipse.
  case mean(Int, grip: DataSize = DataSize(0, 0))
  /// A handle of a component's ellipse, and the angle its first axis had when the drag began: an axis keeps its handle
  /// even when the other becomes the longer one.
  case covariance(Int, handle: Int, angle: Double = 0)
  /// The bar of a component's weight.
  case weight(Int)
  /// The first half-step of an animation, or the last.
  case exportRange(isLast: Bool)
}

/// A setting of brush or stamp, made less or more.
public enum ToolSetting: String, Sendable, Hashable, Codable, CaseIterable {
  case smallerBrush, largerBrush, lowerRate, higherRate
  case fewerPoints, morePoints, narrower, wider
}

/// What is done with the points that are chosen.
public enum ChosenAction: String, Sendable, Hashable, Codable, CaseIterable { case all, duplicate, jitter, delete }

/// Everything in the window that can be pressed.
public enum Control: Sendable, Hashable, Codable {
  case dataMenu, restart, back, play, next, end
  case slower, faster, projector, help
  case tool(Tool)
  case compareMenu
  case comparison(Comparison)
  /// A lane's head, which makes it the active one and opens its menu.
  case lane(Int)
  /// A lane's card, which goes on with it alone.
  case laneCard(Int)
  case laneModel(LaneModel)
  case keepLane, closeLane
  /// What there is to set about the tool in hand.
  case toolSetting(ToolSetting)
  case stampShape(StampShape)
  /// What is done with the points that are chosen.
  case chosen(ChosenAction)
  /// The canvas, reached by the keyboard.
  case canvas
  case clear, undo, redo, fit
  case newStart
  case fewer, more
  /// A card of the gallery.
  case menuItem(Int)
  case closeGallery
  case announcementUndo, announcementClose
  case cancelLoading
  case page(PanelPage)
  case closePage
  case option(OptionChange)
  /// A button beside a number: it stays the same one whatever the number is.
  case optionStep(NumericOption, up: Bool)
  case seedField
  case search
  case searchFamily(CovarianceFamily)
  case candidate(Int)
  /// The card of the component with this letter.
  case card(Int)
  case layers
  case layer(CanvasLayer)
  /// The name of an axis, which opens the choice of columns.
  case axis(up: Bool)
  /// Two columns, to be shown.
  case columnPair(ColumnPair)
  /// A column, to be on an axis.
  case axisColumn(Int, up: Bool)
  /// Whether the model has a column.
  case fittedColumn(Int)
  case standardize
  case resetLayers
  case adoptBest
  /// Races the first starts, or more; cancels while it runs.
  case race
  /// A result of the race, by its rank.
  case optimum(Int)
  case allOptima
  /// Opens the race from the options, and begins it.
  case raceLink
  /// A run by its number: its row, and the buttons there.
  case keptRun(Int)
  case nameRun(Int)
  case deleteRun(Int)
  /// Leads on through a list of runs that is longer than the panel.
  case moreRuns
  case largeChart, firstClimb
  case guess
  case question(LabCore.Guess.Question)
  /// What the brush gives: the component with this letter, or nothing.
  case giving(Int?)
  case clearGuess, freshPoints
  /// Guess or truth on show, after the reveal.
  case showGuess(Bool)
  /// A number of components, as the one with the lowest BIC.
  case count(Int)
  case mysteryLevel(Mystery.Level)
  case newMystery, box
  /// A row of the help card, counted through its columns.
  case helpRow(Int)
  case saveScene, openFile
  /// Saves under the name that is typed.
  case commitSave
  /// A row of the folder.
  case fileRow(Int)
  case folderUp, closeFiles
  /// A place to look for files.
  case place(Browser.Place)
  /// How the chosen table is read.
  case reading(ReadingChange)
  /// Opens what is chosen.
  case openChosen
  /// A file that was open lately, in the gallery.
  case recentFile(Int)
  /// A file of the list that is gone through, there too.
  case listedFile(Int)
  /// A choice on the page of exports.
  case exportChoice(ExportChange)
  /// The ends of the range that is animated, the button that plays it, the file's name, what writes it or gives that up.
  case exportFirst, exportLast, exportPlay, exportName, exportWrite, closeExport
  /// Opens that page.
  case exportPage
  /// A button on the card of work that was cut off.
  case recovery(Command.Recovery)
  /// Opens the page of settings; a choice there; leaves it.
  case settingsPage
  case setting(SettingChange)
  case closeSettings
  /// Opens what is on the screen in sentences, and leaves it.
  case transcript, closeTranscript
  /// Something of a lesson, or of the page that lists them.
  case lesson(LessonControl)
  /// The name that a hand-in bears.
  case exportSigner
  /// Something on the page of a class.
  case handIns(HandInControl)
}

/// What can be pressed on the page of a class.
public enum HandInControl: Sendable, Hashable, Codable {
  /// Looks for the folder, and closes the page.
  case find, close
  case show(HandIns.View)
  case names
  /// A question or task, by its place.
  case question(Int)
}

/// What can be pressed in a lesson, and on the page that lists lessons.
public enum LessonControl: Sendable, Hashable, Codable {
  /// Opens the list, and closes it.
  case home, closeHome
  /// A lesson by its place in the list.
  case card(Int)
  /// Looks for the file of one.
  case openFile
  case next, back, restartPage, leave, handIn
  /// An answer, counted from 0.
  case answer(Int)
  /// What the engine answers to an exercise, and fresh points for it.
  case showAnswer, newPoints
  case record(RecordControl)
}

/// What can be pressed while a lesson is recorded.
public enum RecordControl: Sendable, Hashable, Codable {
  /// The card of the list with which recording begins.
  case begin
  case field(LessonDraft.Field)
  /// Whether an answer is the right one.
  case right(Int)
  case addChoice, removeChoice
  /// Opens a list, and closes it; and its rows.
  case list(LessonDraft.List)
  case gate(LessonDraft.Gate?)
  case part(LessonPart)
  case target(LessonTarget?)
  case beginHere, back, next, addPage, removePage, save, leave
}
