package org.gridclear.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook without the time at which it was written, so that the same content gives the same
 * bytes: the writer stamps its entries and the document properties with the clock.
 */
public final class TimelessWorkbook {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private TimelessWorkbook() {}

  /**
   * The workbook with other times. It is read by its directory: the writer gives sizes behind the
   * entries in a way that a reader of the stream does not take.
   *
   * @param xlsx an Office Open XML workbook
   * @param created date that the document properties name as that of its creation
   */
  public static byte[] of(Path xlsx, LocalDate created) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(xlsx.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        ZipEntry timeless = new ZipEntry(entry.getName());
        timeless.setTimeLocal(NO_TIME);
        out.putNextEntry(timeless);
        out.write(entry.getName().equals(PROPERTIES) ? dated(content, created) : content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] dated(byte[] properties, LocalDate created) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:(?:created|modified)[^>]*>)[^<]*", "$1" + created + "T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
