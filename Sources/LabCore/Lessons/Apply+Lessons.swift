import GaussianMixtures

/// The page that lists the lessons.
extension LabState {
  /// Makes lessons known: those that come with the program, and how far somebody has come in them.
  public mutating func provide(_ library: [Lesson]) {
    lessons.library = library
    lessons.pictures = []
  }

  /// Begins a lesson with the program: a session that is recorded from there on has it in what it begins with.
  public mutating func begin(_ lesson: Lesson, at page: Int) {
    performPendingWork()
    start(lesson, at: page)
    followGuess()
    followLesson()
    performPendingWork()
  }

  mutating func openLessons() {
    interface.overlay = .lessons
    lessons.firstRow = 0
    let next = lessons.library.firstIndex { lessons.progress[$0.name]?.isDone != true } ?? 0
    interface.focused = lessons.library.isEmpty ? .lesson(.openFile) : .lesson(.card(next))
    if lessons.pictures.isEmpty {
      lessons.pictures = lessons.library.indices.compactMap { lessonPicture($0) }
    }
  }

  mutating func closeLessons() {
    if case .lesson = interface.focused { interface.focused = nil }
  }

  /// Plays the picture of the card that is pointed at, or else of the one that the keyboard is on.
  mutating func followLessons() {
    let card = interface.overlay == .lessons ? pointedLesson : nil
    guard card != lessons.playing?.entry else { return }
    lessons.playing = card.flatMap { card in
      lessons.pictures.first { $0.fit.entry == card }
        .map { GalleryPreview(entry: card, steps: $0.fit.steps, beganAt: now) }
    }
  }

  private var pointedLesson: Int? {
    if case .lesson(.card(let index)) = interface.hovered { return index }
    if case .lesson(.card(let index)) = interface.focused { return index }
    return nil
  }

  /// The fit of a lesson's scene, from its first step to its last.
  private func lessonPicture(_ index: Int) -> LessonPicture? {
    let lesson = lessons.library[index]
    guard var lab = lesson.scene(of: lesson.picture).lab, lab.document.points.count <= GalleryPreview.mostPoints
    else { return nil }
    let showsModel = lab.layers.shows(.model)
    if showsModel { lab.reach(halfSteps: GalleryPreview.mostSteps) }
    let steps = lab.document.runs.current.steps
    return LessonPicture(
      points: lab.document.points, aspect: lab.document.aspect, showsModel: showsModel,
      curve: lab.interface.isChartLarge ? steps.compactMap(\.logLikelihood) : nil,
      fit: GalleryPreview(entry: index, steps: steps, beganAt: 0))
  }
}
