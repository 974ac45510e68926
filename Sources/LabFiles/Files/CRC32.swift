/// The checksum of the ISO 3309 polynomial, as ZIP and PNG have it: it tells a changed file from an unchanged one, not one
/// that somebody forged.
struct CRC32 {
  private var register: UInt32 = 0xFFFF_FFFF

  var value: UInt32 { ~register }

  /// In eight hexadecimal digits.
  var digits: String { value.hexadecimal(digits: 8) }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var checksum = CRC32()
    Array(bytes).withUnsafeBytes { checksum.add($0) }
    return checksum.value
  }

  /// Eight bytes at a time, which takes as many tables.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    CRC32.tables.withUnsafeBufferPointer { tables in
      var crc = register
      var place = 0
      while place + 8 <= bytes.count {
        let low = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian ^ crc
        let high = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self).littleEndian
        var (lower, upper) = (low, high)
        crc = 0
        for table in 0..<4 {
          let (a, b) = (Int(lower & 0xFF), Int(upper & 0xFF))
          crc ^= tables[(7 - table) << 8 | a]
          crc ^= tables[(3 - table) << 8 | b]
          (lower, upper) = (lower >> 8, upper >> 8)
        }
        place += 8
      }
      while place < bytes.count {
        let index = Int((crc ^ UInt32(bytes[place])) & 0xFF)
        crc = tables[index] ^ (crc >> 8)
        place += 1
      }
      register = crc
    }
  }

  /// Eight tables of 256 entries, one after the other.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    for byte in UInt32(0)..<256 {
      var crc = byte
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
      tables.append(crc)
    }
    for index in 256..<2048 {
      let before = tables[index - 256]
      let low = Int(before & 0xFF)
      tables.append(tables[low] ^ (before >> 8))
    }
    return tables
  }()

  /// The size and the checksum of a file.
  static func read(_ path: String) throws(FileError) -> (size: Int, digits: String) {
    let reader = try FileReader(path)
    var checksum = CRC32()
    while true {
      let piece = try reader.next()
      if piece.isEmpty { return (reader.bytesRead, checksum.digits) }
      checksum.add(piece)
    }
  }
}
