// libpng reports errors by longjmp, which must never jump over a Swift frame. So the whole encoding happens here, in one
// C function that does its own setjmp and hands back either the bytes or a sentence.
#ifndef DESCENT_CPNG_SHIM_H
#define DESCENT_CPNG_SHIM_H

#include <png.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  uint8_t *bytes;  // malloc'd; the caller frees it, also after an error
  size_t count;
  size_t capacity;
  char message[128];  // empty when all went well
} DescentPNGOutput;

typedef struct {
  const char *key;
  const char *value;
  int isASCII;  // tEXt holds Latin-1 only; anything else goes into iTXt as UTF-8
} DescentPNGText;

static inline void descent_png_fail(png_structp png, png_const_charp message) {
  DescentPNGOutput *output = (DescentPNGOutput *)png_get_error_ptr(png);
  strncpy(output->message, message, sizeof output->message - 1);
  png_longjmp(png, 1);
}

static inline void descent_png_ignore_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static inline void descent_png_append(png_structp png, png_bytep bytes, png_size_t count) {
  DescentPNGOutput *output = (DescentPNGOutput *)png_get_io_ptr(png);
  if (output->count + count > output->capacity) {
    size_t capacity = 2 * (output->count + count);
    uint8_t *grown = (uint8_t *)realloc(output->bytes, capacity);
    if (grown == NULL) png_error(png, "out of memory");
    output->bytes = grown;
    output->capacity = capacity;
  }
  memcpy(output->bytes + output->count, bytes, count);
  output->count += count;
}

static inline void descent_png_flush(png_structp png) { (void)png; }

// Encodes 32-bit pixels (blue, green, red, unused: Cairo's RGB24 on little-endian machines) as an RGB PNG.
// Returns 0, or 1 with a sentence in output->message. `output` must be zeroed.
__attribute__((noinline)) static inline int descent_png_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, size_t stride, int compressionLevel,
    const DescentPNGText *texts, int textCount, DescentPNGOutput *output) {
  png_structp png = png_create_write_struct(
      PNG_LIBPNG_VER_STRING, output, descent_png_fail, descent_png_ignore_warning);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  if (info == NULL) {
    png_destroy_write_struct(&png, NULL);
    strncpy(output->message, "libpng could not start", sizeof output->message - 1);
    return 1;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 1;
  }
  png_set_write_fn(png, output, descent_png_append, descent_png_flush);
  png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, compressionLevel);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
  for (int index = 0; index < textCount; index++) {
    png_text text;
    memset(&text, 0, sizeof text);
    text.compression = texts[index].isASCII ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    text.key = (png_charp)texts[index].key;
    text.text = (png_charp)texts[index].value;
    text.lang = (png_charp) "";
    text.lang_key = (png_charp) "";
    png_set_text(png, info, &text, 1);
  }
  png_write_info(png, info);
  png_set_filler(png, 0, PNG_FILLER_AFTER);
  png_set_bgr(png);
  for (uint32_t row = 0; row < height; row++) png_write_row(png, pixels + row * stride);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return 0;
}

#endif
