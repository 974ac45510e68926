import CPNG
import Rasterizer

/// Pictures as PNG files, by libpng.
///
/// A bitmap holds premultiplied colors and PNG plain ones. Pixels that are opaque or invisible survive a round trip
/// exactly; a translucent one comes back within rounding of its alpha.
package enum PNGFile {
  /// The bytes of a picture that is read.
  package static let mostBytes = 256 << 20
  /// Its pixels, 4 bytes each.
  package static let mostPixels = 1 << 26

  /// Writes the picture whole or not at all; without the alpha channel where it is opaque.
  package static func write(_ bitmap: Bitmap, to path: String) throws(FileError) {
    try AtomicFile.write(try encode(bitmap, path: path), to: path)
  }

  /// Reads any PNG picture of 8 bits per channel or convertible to it.
  package static func read(_ path: String) throws(FileError) -> Bitmap {
    let bytes = try FileReader.bytes(of: path, limit: mostBytes)
    // Between its two calls libpng keeps the addresses of the bytes and of the image: both stay where they are.
    return try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
      var image = png_image()
      return try withUnsafeMutablePointer(to: &image) { (image) throws(FileError) in
        try decode(bytes, image, path: path)
      }
    }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ image: UnsafeMutablePointer<png_image>, path: String
  ) throws(FileError) -> Bitmap {
    image.pointee.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(image) }
    guard png_image_begin_read_from_memory(image, bytes.baseAddress, bytes.count) != 0 else {
      throw .notUsable(path: path, problem: "is not a PNG picture", advice: "choose another file")
    }
    let (width, height) = (Int(image.pointee.width), Int(image.pointee.height))
    guard width <= Bitmap.maximumSide, height <= Bitmap.maximumSide, width * height <= mostPixels else {
      throw .notUsable(
        path: path, problem: "is \(width) × \(height) pixels", advice: "choose one of at most \(mostPixels)")
    }
    image.pointee.format = Format.bgra
    var plain = [UInt32](repeating: 0, count: width * height)
    guard png_image_finish_read(image, nil, &plain, Int32(width * 4), nil) != 0 else {
      throw .notUsable(path: path, problem: "is a damaged PNG picture", advice: "use another copy")
    }
    var bitmap = Bitmap(width: width, height: height)
    bitmap.pixels = plain.map(premultiplied)
    return bitmap
  }

  private static func encode(_ bitmap: Bitmap, path: String) throws(FileError) -> [UInt8] {
    guard bitmap.width > 0, bitmap.height > 0 else {
      throw .notUsable(path: path, problem: "would be a picture without pixels", advice: "make it at least 1 × 1")
    }
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(bitmap.width)
    image.height = UInt32(bitmap.height)
    let isOpaque = bitmap.pixels.allSatisfy { $0 >> 24 == 0xFF }
    image.format = isOpaque ? Format.bgr : Format.bgra
    let samples = isOpaque ? opaqueSamples(of: bitmap) : samples(of: bitmap)
    defer { png_image_free(&image) }

    // Barely compressible pictures grow by a few bytes; where even this room is too small, libpng says how much it is.
    var encoded = [UInt8](repeating: 0, count: samples.count + samples.count / 256 + 4096)
    for _ in 0..<2 {
      var length = encoded.count
      if png_image_write_to_memory(&image, &encoded, &length, 0, samples, 0, nil) != 0 {
        return Array(encoded.prefix(length))
      }
      if length <= encoded.count { break }
      encoded = [UInt8](repeating: 0, count: length)
    }
    throw .notUsable(path: path, problem: "cannot be encoded as PNG", advice: "make the picture smaller")
  }

  private static func samples(of bitmap: Bitmap) -> [UInt8] {
    var samples: [UInt8] = []
    samples.reserveCapacity(bitmap.pixels.count * 4)
    for pixel in bitmap.pixels {
      let plain = plain(pixel)
      for shift: UInt32 in [0, 8, 16, 24] { samples.append(UInt8(truncatingIfNeeded: plain >> shift)) }
    }
    return samples
  }

  private static func opaqueSamples(of bitmap: Bitmap) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bitmap.pixels.count * 3) { samples, count in
      for (index, pixel) in bitmap.pixels.enumerated() {
        samples[3 * index] = UInt8(truncatingIfNeeded: pixel)
        samples[3 * index + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        samples[3 * index + 2] = UInt8(truncatingIfNeeded: pixel >> 16)
      }
      count = bitmap.pixels.count * 3
    }
  }

  // MARK: Alpha

  /// Premultiplied 0xAARRGGBB as plain 0xAARRGGBB.
  package static func plain(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    if alpha == 0xFF { return pixel }
    if alpha == 0 { return 0 }
    return mapChannels(of: pixel) { min(0xFF, ($0 * 0xFF + alpha / 2) / alpha) }
  }

  /// Plain 0xAARRGGBB as premultiplied 0xAARRGGBB.
  package static func premultiplied(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    return mapChannels(of: pixel) { ($0 * alpha + 127) / 0xFF }
  }

  private static func mapChannels(of pixel: UInt32, _ transform: (UInt32) -> UInt32) -> UInt32 {
    let red = transform(pixel >> 16 & 0xFF)
    let green = transform(pixel >> 8 & 0xFF)
    let blue = transform(pixel & 0xFF)
    return pixel & 0xFF00_0000 | red << 16 | green << 8 | blue
  }

  /// libpng's formats whose bytes, on a little-endian machine, are those of 0xAARRGGBB from its low end.
  private enum Format {
    static let bgr = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_BGR)
    static let bgra = bgr | UInt32(PNG_FORMAT_FLAG_ALPHA)
  }
}
