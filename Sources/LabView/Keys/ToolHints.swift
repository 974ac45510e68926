import LabCore
import LabWords

/// A gesture or some keys, and what they do with the tool in hand.
enum ToolHint: Sendable {
  case gesture(Label, Label)
  case keys([KeyAction], Label)
}

extension ToolHint {
  /// While the race is open.
  static let race: [ToolHint] = [
    .gesture(.point, .seesResultDashed), .gesture(.click, .adoptsIt), .keys([.dismiss], .closesTheRace),
  ]
}

extension ToolHint {
  /// While a lesson is played.
  ///
  /// - Parameter choices: how many answers there are to choose from.
  static func lesson(choices: Int) -> [ToolHint] {
    (choices > 0 ? [.keys((0..<choices).map { .lesson(.answer($0)) }, .doesAnswer)] : [])
      + [
        .keys([.lesson(.goOn)], .doesNextPage), .keys([.lesson(.turnBack)], .doesPageBack),
        .keys([.dismiss], .doesLeaveLesson),
      ]
  }

  /// While a lesson is recorded.
  ///
  /// - Parameter isWriting: whether the keyboard writes one of its texts.
  static func record(isWriting: Bool) -> [ToolHint] {
    isWriting
      ? [
        .keys([.lesson(.nextField(forward: true))], .doesNextField), .keys([.lesson(.addPage)], .doesAddPage),
        .keys([.save], .saveLesson), .keys([.dismiss], .doesStopWriting),
      ]
      : [
        .keys([.lesson(.write)], .doesWriteText), .keys([.lesson(.addPage)], .doesAddPage),
        .keys([.lesson(.pageBack), .lesson(.pageOn)], .doesTurnPage), .keys([.save], .saveLesson),
        .keys([.dismiss], .doesStopRecording),
      ]
  }

  /// While the lessons are listed.
  static let lessons: [ToolHint] = [
    .gesture(.arrowKeys, .choosesALesson), .keys([.pressControl], .beginsLesson),
    .keys([.lesson(.forget)], .forgetsProgress), .keys([.dismiss], .backToTheLab),
  ]
}

extension ToolHint {
  /// While the keyboard is on the canvas.
  static let canvas: [ToolHint] = [
    .gesture(.arrowKeys, .choosesNearest), .keys([.pressCursor], .grabsOrPlaces), .keys([.deleteAtCursor], .removes),
    .keys([.dismiss], .doesDismiss),
  ]
  static let export: [ToolHint] = [
    .keys(Export.Kind.allCases.map { .exportKind($0) }, .doesKind), .keys([.nextControl], .doesNextField),
    .keys([.exportChange(forward: false), .exportChange(forward: true)], .doesChange),
    .keys([.exportWrite], .doesWrite), .keys([.dismiss], .doesDismiss),
  ]
  static let opening: [ToolHint] = [
    .keys([.fileUp, .fileDown], .choosesFile), .gesture(.keyBackspace, .doesFolderUp),
    .keys([.nextControl], .doesFormat), .keys([.commitFile], .opensCard), .gesture(.dropAFile, .opensIt),
    .keys([.dismiss], .doesDismiss),
  ]
  static let gallery: [ToolHint] = [
    .gesture(.arrowKeys, .choosesACard), .keys([.pressControl], .opensCard), .gesture(.dropAFile, .opensIt),
    .keys([.dismiss], .doesDismiss),
  ]
}

extension Tool {
  /// What the mouse and the keys do with this tool, the most useful first.
  func hints(onEmptyCanvas isEmpty: Bool) -> [ToolHint] {
    switch self {
    case .brush:
      [
        .gesture(.click, .addsAPoint), .gesture(.drag, .sprays), .gesture(.rightButton, .erases),
        .keys([.smallerBrush, .largerBrush], .doesBrushSize),
      ]
    case .eraser:
      [.gesture(.drag, .erasesPoints), .keys([.smallerBrush, .largerBrush], .doesEraserSize)]
    case .select:
      [
        .gesture(.drag, .choosesPoints), .gesture(.shiftDrag, .addsToThem), .gesture(.dragThem, .movesThem),
        .gesture(.controlDragThem, .copiesThem),
        .keys([.deleteChosen], .doesDeleteChosen),
      ]
    case .stamp:
      [
        .gesture(.drag, .stampsPoints), .gesture(.wheel, .stampNarrower),
        .keys([.smallerBrush, .largerBrush], .doesStampCount), .keys([.tool(.stamp)], .doesNextStamp),
      ]
    case .means:
      [
        .gesture(.click, isEmpty ? .placesFirstMean : .addsAMean), .gesture(.drag, .movesStretches),
        .gesture(.rightButton, .removes),
      ]
    case .hand: [.gesture(.drag, .pans), .gesture(.wheel, .zooms), .gesture(.doubleClick, .fitsAll)]
    case .inspect: [.gesture(.point, .seeWhoOwns), .gesture(.click, .pinsPoint), .gesture(.drag, .pans)]
    }
  }
}

extension ToolHint {
  /// While the choice of columns is open.
  ///
  /// - Parameter hasPictures: whether it has a small picture for each pair; else it lists the columns.
  static func columns(hasPictures: Bool) -> [ToolHint] {
    [
      .gesture(.click, hasPictures ? .showsLarge : .choosesColumn), .gesture(.arrowKeys, .moveAmongLayers),
      .keys([.nextPair], .doesNextPair), .keys([.dismiss], .doesDismiss),
    ]
  }
}

extension CanvasLayer {
  /// What mouse and keys do while the list of layers is open.
  static let hints: [ToolHint] = [
    .gesture(.click, .switchesALayer), .keys([.menuUp, .menuDown, .pressControl], .moveAmongLayers),
    .keys([.contours], .doesContours), .keys([.dismiss], .doesDismiss),
  ]
}
