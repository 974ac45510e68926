import CPNG
import Rasterizer

/// PNG in and out for tests, straight alpha, 8 bits per channel.
enum PNG {
  static func write(_ bitmap: Bitmap, to path: String) -> Bool {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(bitmap.width)
    image.height = UInt32(bitmap.height)
    image.format = rgba
    var bytes: [UInt8] = []
    bytes.reserveCapacity(bitmap.pixels.count * 4)
    for pixel in bitmap.pixels {
      let alpha = pixel >> 24
      for shift: UInt32 in [16, 8, 0] {
        let channel = (pixel >> shift) & 255
        bytes.append(alpha == 0 ? 0 : UInt8(min((channel * 255 + alpha / 2) / alpha, 255)))
      }
      bytes.append(UInt8(alpha))
    }
    return png_image_write_to_file(&image, path, 0, bytes, 0, nil) != 0
  }

  static func read(_ path: String) -> Bitmap? {
    var image = png_image()
    // libpng keeps the image's address between its two calls.
    return withUnsafeMutablePointer(to: &image) { image in
      image.pointee.version = UInt32(PNG_IMAGE_VERSION)
      defer { png_image_free(image) }
      guard png_image_begin_read_from_file(image, path) != 0 else { return nil }
      image.pointee.format = rgba
      let (width, height) = (Int(image.pointee.width), Int(image.pointee.height))
      var bytes = [UInt8](repeating: 0, count: width * height * 4)
      guard png_image_finish_read(image, nil, &bytes, 0, nil) != 0 else { return nil }
      var bitmap = Bitmap(width: width, height: height)
      bitmap.pixels = stride(from: 0, to: bytes.count, by: 4).map { i in
        Color(red: bytes[i], green: bytes[i + 1], blue: bytes[i + 2], alpha: bytes[i + 3]).premultiplied
      }
      return bitmap
    }
  }

  private static let rgba = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
}
