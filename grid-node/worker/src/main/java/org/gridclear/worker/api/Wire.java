package org.gridclear.worker.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gridclear.json.Json;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Values as bytes: one byte of version, then JSON; gzipped where it is worth it. */
public final class Wire {
  private static final byte ZIPPED = 1;
  private static final byte PLAIN = 2;
  private static final int ZIP_FROM_BYTES = 2048;

  /** Units are marked with the names of their kinds. */
  private static final JsonMapper MAPPER = mapper();

  private Wire() {}

  private static JsonMapper mapper() {
    JsonMapper.Builder mapper = Json.MAPPER.rebuild();
    WorkTypes.all()
        .forEach(type -> mapper.registerSubtypes(new NamedType(type.unit(), type.name())));
    return mapper.build();
  }

  /** The bytes of a record; the same record has the same bytes. */
  public static byte[] pack(Object value) {
    byte[] json = MAPPER.writeValueAsBytes(value);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 2 + 16);
    boolean zip = json.length >= ZIP_FROM_BYTES;
    bytes.write(zip ? ZIPPED : PLAIN);
    try (OutputStream out = zip ? new GZIPOutputStream(bytes) : bytes) {
      out.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The record that {@link #pack} packed.
   *
   * @throws IllegalArgumentException if the bytes are of another version, or name a kind that no
   *     jar of this program brings
   */
  public static <T> T unpack(byte[] bytes, Class<T> type) {
    byte version = bytes.length == 0 ? 0 : bytes[0];
    if (version != ZIPPED && version != PLAIN) {
      throw new IllegalArgumentException(
          "The bytes are of wire version %d, which this program does not know.".formatted(version));
    }
    try (InputStream body = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
        InputStream in = version == ZIPPED ? new GZIPInputStream(body) : body) {
      return MAPPER.readValue(in.readAllBytes(), type);
    } catch (InvalidTypeIdException e) {
      throw new IllegalArgumentException(
          "The bytes name the kind '%s', which this program does not have. Put its jar beside it."
              .formatted(e.getTypeId()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
