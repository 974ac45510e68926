/// What the window keeps from one session to the next.
public struct LabSettings: Sendable, Equatable {
  public var theme, projectorTheme: ThemeChoice?
  /// The step of `Speed.rates`.
  public var speed: Int?
  /// The window's size, in its own units.
  public var width, height: Int?
  /// The files that were open lately, the latest first.
  public var recent: [String]
  /// As in BCP 47.
  public var language: String?
  public var textScale: TextScale?
  public var reducesMotion, shapesPoints, soundsSteps, speaksNews: Bool?
  /// How far somebody has come in lessons, by their names.
  public var lessons: [String: LessonProgress]
  /// In a computer room: whether the window fills the screen and keeps to the class folder, where that is, which lesson
  /// it begins with, and after how many minutes without anybody it begins anew.
  public var kiosk: Bool?
  public var classFolder, startLesson: String?
  public var resetAfter: Double?

  /// How many minutes without anybody there may be.
  public static let idleMinutes = 0.1...1440.0

  /// So many files are remembered.
  public static let mostRecent = 12

  public init(
    theme: ThemeChoice? = nil, projectorTheme: ThemeChoice? = nil, speed: Int? = nil, width: Int? = nil,
    height: Int? = nil, recent: [String] = [], language: String? = nil, textScale: TextScale? = nil,
    reducesMotion: Bool? = nil, shapesPoints: Bool? = nil, soundsSteps: Bool? = nil, speaksNews: Bool? = nil,
    lessons: [String: LessonProgress] = [:], kiosk: Bool? = nil, classFolder: String? = nil,
    startLesson: String? = nil, resetAfter: Double? = nil
  ) {
    self.theme = theme
    self.projectorTheme = projectorTheme
    self.speed = speed
    self.width = width
    self.height = height
    self.recent = recent
    self.language = language
    self.textScale = textScale
    self.reducesMotion = reducesMotion
    self.shapesPoints = shapesPoints
    self.soundsSteps = soundsSteps
    self.speaksNews = speaksNews
    self.lessons = lessons
    self.kiosk = kiosk
    self.classFolder = classFolder
    self.startLesson = startLesson
    self.resetAfter = resetAfter
  }

  /// Whether it says nothing.
  public var isEmpty: Bool { self == LabSettings() }

  /// With what is missing here taken from others, which count less.
  public func over(_ other: LabSettings) -> LabSettings {
    LabSettings(
      theme: theme ?? other.theme, projectorTheme: projectorTheme ?? other.projectorTheme, speed: speed ?? other.speed,
      width: width ?? other.width, height: height ?? other.height,
      recent: LabSettings.merged(recent, over: other.recent), language: language ?? other.language,
      textScale: textScale ?? other.textScale, reducesMotion: reducesMotion ?? other.reducesMotion,
      shapesPoints: shapesPoints ?? other.shapesPoints, soundsSteps: soundsSteps ?? other.soundsSteps,
      speaksNews: speaksNews ?? other.speaksNews,
      lessons: lessons.merging(other.lessons) { own, _ in own }, kiosk: kiosk ?? other.kiosk,
      classFolder: classFolder ?? other.classFolder, startLesson: startLesson ?? other.startLesson,
      resetAfter: resetAfter ?? other.resetAfter)
  }

  /// What is said here and not there.
  public func changes(since before: LabSettings) -> LabSettings {
    LabSettings(
      theme: theme == before.theme ? nil : theme,
      projectorTheme: projectorTheme == before.projectorTheme ? nil : projectorTheme,
      speed: speed == before.speed ? nil : speed, width: width == before.width ? nil : width,
      height: height == before.height ? nil : height,
      recent: recent == before.recent ? [] : recent.filter { $0 == recent.first || !before.recent.contains($0) },
      language: language == before.language ? nil : language,
      textScale: textScale == before.textScale ? nil : textScale,
      reducesMotion: reducesMotion == before.reducesMotion ? nil : reducesMotion,
      shapesPoints: shapesPoints == before.shapesPoints ? nil : shapesPoints,
      soundsSteps: soundsSteps == before.soundsSteps ? nil : soundsSteps,
      speaksNews: speaksNews == before.speaksNews ? nil : speaksNews,
      lessons: lessons.filter { before.lessons[$0.key] != $0.value })
  }

  /// Two lists of recent files as one, each file once.
  public static func merged(_ latest: [String], over earlier: [String]) -> [String] {
    var seen: Set<String> = []
    return Array((latest + earlier).filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(mostRecent))
  }
}

extension LabState {
  /// What of the state is to be kept.
  public var settings: LabSettings {
    LabSettings(
      theme: interface.theme, projectorTheme: interface.projectorTheme, speed: playback.speed.index,
      width: Int(Double(interface.width) / interface.pixelRatio),
      height: Int(Double(interface.height) / interface.pixelRatio), recent: recent, language: interface.language,
      textScale: interface.textScale, reducesMotion: interface.reducesMotion, shapesPoints: interface.shapesPoints,
      soundsSteps: interface.soundsSteps, speaksNews: interface.speaksNews, lessons: lessons.progress)
  }

  /// Takes what was kept; what it does not say stays. The window is made as large elsewhere, and the language chosen
  /// among those at hand.
  public mutating func take(_ settings: LabSettings) {
    if let theme = settings.theme { interface.theme = theme }
    if let theme = settings.projectorTheme { interface.projectorTheme = theme }
    if let speed = settings.speed { playback.speed = Speed(index: speed) }
    if let scale = settings.textScale { interface.textScale = scale }
    if let reduces = settings.reducesMotion { interface.reducesMotion = reduces }
    if let shapes = settings.shapesPoints { interface.shapesPoints = shapes }
    if let sounds = settings.soundsSteps { interface.soundsSteps = sounds }
    if let speaks = settings.speaksNews { interface.speaksNews = speaks }
    recent = LabSettings.merged(recent, over: settings.recent)
    lessons.progress.merge(settings.lessons) { _, kept in kept }
  }

  /// Says that a file of settings is not used.
  public mutating func tell(ofSettings path: String, field: String) {
    announce(.settingsUnusable(path: path, field: field))
  }

  /// Says that a language cannot be shown, and what to install for it.
  public mutating func tell(ofLetters language: String, missing package: String) {
    announce(.lettersMissing(language: language, package: package))
  }

  /// Says that nothing can be spoken, and what to install for it.
  public mutating func tell(ofSpeech package: String) {
    interface.speaksNews = false
    announce(.speechMissing(package: package))
  }

  /// Puts a file first among the recent ones.
  mutating func remember(_ path: String) { recent = LabSettings.merged([path], over: recent) }

  /// Puts files after the recent ones: what was open before the work was that is brought back.
  public mutating func add(recent earlier: [String]) { recent = LabSettings.merged(recent, over: earlier) }
}
