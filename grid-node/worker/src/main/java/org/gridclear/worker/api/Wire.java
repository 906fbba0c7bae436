package org.gridclear.worker.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gridclear.io.Json;

/** Values as bytes: one byte of version, then gzipped JSON. */
public final class Wire {
  private static final byte VERSION = 1;

  private Wire() {}

  /** The bytes of a record. */
  public static byte[] pack(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(Json.MAPPER.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The record that {@link #pack} packed.
   *
   * @throws IllegalArgumentException if the bytes are of another version
   */
  public static <T> T unpack(byte[] bytes, Class<T> type) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "The bytes are of wire version %d, this is version %d."
              .formatted(bytes.length == 0 ? 0 : bytes[0], VERSION));
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
      return Json.MAPPER.readValue(in.readAllBytes(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
