import Rasterizer

/// The window's icons as strokes and fills on a 24 × 24 grid.
struct Icon: Sendable {
  enum Part: Sendable {
    case line([Point], closed: Bool)
    case fill([Point])
    case ring(Point, Double)
    case disc(Point, Double)
    /// From and to in degrees, clockwise on the screen.
    case arc(Point, Double, Double, Double)
  }

  let parts: [Part]

  /// Icons are written as a small text: parts separated by "|", "z" closes a line, "F" fills, "O x,y,r" is a ring,
  /// "D x,y,r" a disc and "A x,y,r from to" an arc.
  private init(_ text: String) {
    parts = text.split(separator: "|").compactMap(Icon.part)
  }

  private static func part(_ text: Substring) -> Part? {
    let words = text.split(separator: " ")
    let numbers = words.compactMap { word -> [Double]? in
      let values = word.split(separator: ",").compactMap { Double($0) }
      return values.isEmpty ? nil : values
    }
    switch words.first {
    case "O": return numbers.first.map { .ring(Point($0[0], $0[1]), $0[2]) }
    case "D": return numbers.first.map { .disc(Point($0[0], $0[1]), $0[2]) }
    case "A":
      guard numbers.count == 3 else { return nil }
      return .arc(Point(numbers[0][0], numbers[0][1]), numbers[0][2], numbers[1][0], numbers[2][0])
    case "F": return .fill(numbers.map { Point($0[0], $0[1]) })
    default: return .line(numbers.map { Point($0[0], $0[1]) }, closed: words.last == "z")
    }
  }

  /// The icon seen in a mirror that stands upright.
  private var mirrored: Icon {
    func flip(_ p: Point) -> Point { Point(24 - p.x, p.y) }
    return Icon(
      parts: parts.map { part in
        switch part {
        case .line(let points, let closed): .line(points.map(flip), closed: closed)
        case .fill(let points): .fill(points.map(flip))
        case .ring(let center, let radius): .ring(flip(center), radius)
        case .disc(let center, let radius): .disc(flip(center), radius)
        case .arc(let center, let radius, let from, let to): .arc(flip(center), radius, 180 - to, 180 - from)
        }
      })
  }

  private init(parts: [Part]) { self.parts = parts }
}

extension Icon {
  static let transcript = Icon("3,4 21,4 21,16 12,16 7.5,20.5 7.5,16 3,16 z|7,8 17,8|7,12 14,12")
  static let brush = Icon("20.5,3.5 12,12.5|12,12.5 8.6,13 6.2,15.2 5.2,18.2 3.5,20.5 8,20.4 10.8,19 12.4,16.2 z")
  static let eraser = Icon(
    "8.5,19.5 3.5,14.5 13.5,4.5 20,11 11.5,19.5 z|8.2,9.8 14.8,16.4|11.5,19.5 20.5,19.5")
  static let select = Icon(
    "7.5,4 4,4 4,7.5|11,4 13,4|16.5,4 20,4 20,7.5|20,11 20,13|20,16.5 20,20 16.5,20|13,20 11,20|7.5,20 4,20 4,16.5"
      + "|4,13 4,11")
  static let stamp = Icon(
    "19.13,7.19 19.61,8.43 19.57,9.91 19.02,11.53 17.99,13.19 16.55,14.76"
      + " 14.80,16.15 12.86,17.25 10.86,17.99 8.94,18.33 7.22,18.24 5.84,17.72"
      + " 4.87,16.81 4.39,15.57 4.43,14.09 4.98,12.47 6.01,10.81 7.45,9.24"
      + " 9.20,7.85 11.14,6.75 13.14,6.01 15.06,5.67 16.78,5.76 18.16,6.28 z"
      + "|D 12,12,1.5|D 8.6,13.4,1.2|D 15.2,10.2,1.2|D 12.6,15.6,1.2|D 11.2,8.6,1.2")
  static let line = Icon(
    "D 4.5,19.5,1.7|D 8.3,16.6,1.4|D 11.2,12.2,1.4|D 15.2,9.6,1.4|D 19.5,4.5,1.7|4.5,13.5 13.5,4.5")
  static let ring = Icon(
    "D 19.8,12,1.55|D 17.52,17.52,1.55|D 12,19.8,1.55|D 6.48,17.52,1.55|D 4.2,12,1.55|D 6.48,6.48,1.55"
      + "|D 12,4.2,1.55|D 17.52,6.48,1.55")
  static let gallery = Icon(
    "4,4 10.2,4 10.2,10.2 4,10.2 z|13.8,4 20,4 20,10.2 13.8,10.2 z|4,13.8 10.2,13.8 10.2,20 4,20 z"
      + "|13.8,13.8 20,13.8 20,20 13.8,20 z")
  static let export = Icon("12,14.5 12,3.5|7.5,8 12,3.5 16.5,8|4,14 4,20 20,20 20,14")
  static let handIn = Icon(
    "3,12.5 3,20 21,20 21,12.5|3,12.5 8,12.5 9.5,15 14.5,15 16,12.5 21,12.5|12,3.5 12,10.5|8.7,7.4 12,10.7 15.3,7.4")
  static let picture = Icon("3,5 21,5 21,19 3,19 z|D 8.2,9.8,1.6|3.5,17 9.5,12.5 13,15.5 16.5,12 20.5,15.5")
  static let animation = Icon("3,5 21,5 21,19 3,19 z|F 10,9 10,15 15,12")
  static let table = Icon("3.5,4.5 20.5,4.5 20.5,19.5 3.5,19.5 z|3.5,9.5 20.5,9.5|3.5,14.5 20.5,14.5|10,4.5 10,19.5")
  static let model = Icon(
    "9,4 6.5,4.5 6.5,10 4.5,12 6.5,14 6.5,19.5 9,20|15,4 17.5,4.5 17.5,10 19.5,12 17.5,14 17.5,19.5 15,20|D 12,12,1.5")
  static let duplicate = Icon("8.5,8.5 20,8.5 20,20 8.5,20 z|15.5,4 4,4 4,15.5")
  static let jitter = Icon(
    "D 7,8,1.7|D 16,6.5,1.7|D 11,16.5,1.7|4,12 7,10.5|17.5,9.5 20.5,11|8,20 10,18.8|13,14 15,12.5")
  static let means = Icon(
    "O 12,12,5.5|D 12,12,1.6|12,2.5 12,4|12,20 12,21.5|2.5,12 4,12|20,12 21.5,12")
  static let hand = Icon(
    "7.6,14.2 5.6,11.8 4,12 3.7,13.3 7.2,18.6 9.6,20.8 14.6,20.8 17.4,18.4 18.2,15 18.2,8.2|7.6,14.2 7.6,6.2"
      + "|11.1,11.2 11.1,3.6|14.7,11.2 14.7,4.8")
  static let inspect = Icon("O 10.5,10.5,6.5|D 10.5,10.5,1.9|15.4,15.4 20.5,20.5")
  static let undo = Icon("8,4.5 4,8.5 8,12.5|4,8.5 14,8.5|A 14,13.5,5 -90 90|14,18.5 8,18.5")
  static let redo = undo.mirrored
  static let fit = Icon(
    "4,9 4,4 9,4|15,4 20,4 20,9|20,15 20,20 15,20|9,20 4,20 4,15|D 10,13,1.4|D 14.2,14.5,1.4|D 13.2,9.8,1.4")
  static let lanes = Icon("3.5,5 20.5,5 20.5,19 3.5,19 z|12,5 12,19")
  static let delete = Icon("5,7 19,7|9,7 9.6,4 14.4,4 15,7|6.6,7 7.6,20 16.4,20 17.4,7")
  static let dice = Icon(
    "4,4 20,4 20,20 4,20 z|D 8.5,8.5,1.5|D 15.5,8.5,1.5|D 12,12,1.5|D 8.5,15.5,1.5|D 15.5,15.5,1.5")
  static let restart = Icon("5.5,5.5 5.5,18.5|F 18.5,6 18.5,18 9.5,12")
  static let end = restart.mirrored
  static let back = Icon("19,12 5,12|11,6 5,12 11,18")
  static let next = back.mirrored
  static let play = Icon("F 8.5,5.5 8.5,18.5 18.5,12")
  static let pause = Icon("F 7.5,6 9.5,6 9.5,18 7.5,18|F 14.5,6 16.5,6 16.5,18 14.5,18")
  static let minus = Icon("6,12 18,12")
  static let plus = Icon("6,12 18,12|12,6 12,18")
  static let projector = Icon("3,4 21,4 21,15.5 3,15.5 z|12,15.5 12,18|7.5,21 12,18 16.5,21")
  static let help = Icon("O 12,12,9|A 12,9.8,2.7 180 380|14.5,10.8 12,12.8 12,13.8|D 12,17,1.15")
  static let up = Icon("12,19.5 12,5|6,11 12,5 18,11")
  static let down = Icon("7,10 12,15 17,10")
  static let check = Icon("5,12.5 10,17.5 19,7")
  static let close = Icon("6.5,6.5 17.5,17.5|17.5,6.5 6.5,17.5")
  static let options = Icon("4,7 20,7|D 9,7,2.3|4,12 20,12|D 15.5,12,2.3|4,17 20,17|D 8,17,2.3")
  static let selection = Icon("4,4 4,20 20,20|7,7.5 10.5,13.5 14,16 19.5,13|D 14,16,2")
  static let race = Icon(
    "4,19.5 8,9.5 12,6.2 20,5|4,19.5 9.5,13.5 14,11.8 20,11.3|4,19.5 11.5,18.2 20,17.6")
  static let runs = Icon("5,5 5,19|5,9 12,9 15,5 20,5|5,16 12,16 15,12 20,12|15,19.5 20,19.5|12,16 15,19.5")
  static let large = Icon("13,4 20,4 20,11|20,4 13.5,10.5|11,20 4,20 4,13|4,20 10.5,13.5")
  static let pencil = Icon("4,20 5,15.5 16,4.5 19.5,8 8.5,19 z|13.5,7 17,10.5")
  static let layers = Icon(
    "3.5,8.3 12,3.8 20.5,8.3 12,12.8 z|3.5,12.2 12,16.7 20.5,12.2|3.5,16 12,20.5 20.5,16")
  static let columns = Icon(
    "4,4 4,20 20,20|D 8.5,15.5,1.4|D 12,11,1.4|D 14.5,14,1.4|D 18,7.5,1.4|8.5,4 11.5,4|20,12.5 20,15.5")
  static let guess = Icon("4,20 5.2,15.2 15.8,4.6 19.4,8.2 8.8,18.8 z|13.2,7.2 16.8,10.8|13,20 20,20")
  static let mystery = Icon(
    "4,9.5 12,5 20,9.5 20,17.5 12,22 4,17.5 z|4,9.5 12,14 20,9.5|12,14 12,22|D 12,2.2,1.3")
  static let record = Icon("O 12,12,8.5|D 12,12,4")
  static let lesson = Icon(
    "12,6.5 9.5,5 3,5 3,18.5 9.5,18.5 12,20 14.5,18.5 21,18.5 21,5 14.5,5 12,6.5 12,20")
  static let lock = Icon(
    "5,11 19,11 19,20.5 5,20.5 z|A 12,8,4.2 180 360|7.8,8 7.8,11|16.2,8 16.2,11|D 12,15.7,1.5")
  static let folder = Icon("3,19 3,5.5 9,5.5 11.2,8 21,8 21,19 z")
  static let file = Icon("5.5,3.5 14,3.5 18.5,8 18.5,20.5 5.5,20.5 z|14,3.5 14,8 18.5,8")
  static let save = Icon("4,4 16.5,4 20,7.5 20,20 4,20 z|8,4 8,9 15,9 15,4|8,20 8,14 16,14 16,20")
  static let recent = Icon("O 12,12,8.5|12,7 12,12 15.5,14")
  static let info = Icon("O 12,12,9|12,11 12,16.5|D 12,7.8,1.15")
}
