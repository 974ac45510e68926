import Rasterizer

/// The house as a picture: a box per room with its folders, what it stands on below it, an arrow for each import.
struct HousePicture {
  private static let width = 1200
  private static let leastHeight = 84.0
  private static let lineHeight = 17.0
  /// Between the floors, for the arrows.
  private static let gap = 52.0
  private static let margin = 24.0
  private static let ink = Color(0x1B1D22)
  private static let ink2 = Color(0x4A4E57)
  private static let line = Color(0xA9ACB3)
  private static let ground = Color(0xFDFDFB)

  private let house: House
  private var boxes: [String: Rect] = [:]
  private let font = BuiltInFont()
  private var height = 0.0

  init(_ house: House) {
    self.house = house
    let placed = house.rooms.map { (room: $0, depth: house.depth(of: $0.name) ?? 0) }
    let floors = (placed.map(\.depth).max() ?? 0) + 1
    var y = HousePicture.margin
    // From the roof down, so that a room can stand below the middle of those that import it.
    for depth in 0..<floors {
      let row = placed.filter { $0.depth == depth }.map(\.room).sorted { place(of: $0) < place(of: $1) }
      let cell = (Double(HousePicture.width) - 2 * HousePicture.margin) / Double(max(row.count, 1))
      let boxWidth = min(cell - 16, 300).rounded()
      // As high as the one with the most folders: none is cut.
      let lines = row.map { HousePicture.folders(of: $0, in: boxWidth, font).count }.max() ?? 0
      let boxHeight = max(HousePicture.leastHeight, 44 + HousePicture.lineHeight * Double(lines))
      for (index, room) in row.enumerated() {
        boxes[room.name] = Rect(
          x: (HousePicture.margin + cell * (Double(index) + 0.5) - boxWidth / 2).rounded(), y: y, width: boxWidth,
          height: boxHeight)
      }
      y += boxHeight + HousePicture.gap
    }
    height = y - HousePicture.gap + HousePicture.margin
  }

  /// Where the rooms that import this one stand, on average.
  private func place(of room: House.Room) -> Double {
    let above = house.rooms.filter { house.directImports(of: $0).contains(room.name) }.compactMap {
      boxes[$0.name]?.midX
    }
    return above.isEmpty ? 0 : above.reduce(0, +) / Double(above.count)
  }

  func draw() -> Bitmap {
    var canvas = Canvas(width: HousePicture.width, height: Int(height), fill: HousePicture.ground)
    for room in house.rooms { drawArrows(of: room, &canvas) }
    for room in house.rooms { drawBox(room, &canvas) }
    return canvas.bitmap
  }

  private func drawArrows(of room: House.Room, _ canvas: inout Canvas) {
    guard let from = boxes[room.name] else { return }
    let targets = house.directImports(of: room).compactMap { boxes[$0] }.sorted { $0.midX < $1.midX }
    for (index, to) in targets.enumerated() {
      let share = (Double(index) + 1) / (Double(targets.count) + 1)
      let start = Point(from.x + from.width * share, from.maxY)
      let end = Point(min(max(start.x, to.x + 20), to.maxX - 20), to.y - 2)
      canvas.stroke(from: start, to: end, width: 1.5, HousePicture.line)
      canvas.fill(polygon: [end, Point(end.x - 5, end.y - 9), Point(end.x + 5, end.y - 9)], HousePicture.line)
    }
  }

  private func drawBox(_ room: House.Room, _ canvas: inout Canvas) {
    guard let box = boxes[room.name] else { return }
    canvas.fill(box, cornerRadius: 8, Color(0xFFFFFF))
    canvas.stroke(box.inset(by: 0.5), cornerRadius: 8, width: 1, HousePicture.line)
    let lines = HousePicture.folders(of: room, in: box.width, font)
    let nameY = lines.isEmpty ? box.midY + 6 : box.y + 24
    canvas.draw(
      text: room.name, at: Point(box.midX, nameY), align: .center, style: TextStyle(size: 16, weight: .bold),
      color: HousePicture.ink, font: font)
    for (index, line) in lines.enumerated() {
      canvas.draw(
        text: line, at: Point(box.midX, nameY + 20 + HousePicture.lineHeight * Double(index)), align: .center,
        style: TextStyle(size: 12),
        color: HousePicture.ink2, font: font)
    }
  }

  /// The names of a room's folders in lines.
  private static func folders(of room: House.Room, in width: Double, _ font: BuiltInFont) -> [String] {
    let width = width - 16
    var lines: [String] = []
    for word in room.folders.joined(separator: ", ").split(separator: " ") {
      let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
      if !lines.isEmpty, font.width(of: longer, TextStyle(size: 12)) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
