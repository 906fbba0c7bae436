package org.gridclear.account;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridclear.atrest.AlteredException;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/**
 * A line of an audit log, as it lies there.
 *
 * @param file name of its file
 * @param row its row there, from 1
 * @param sha256 SHA-256 of its bytes without the end of the line, in hexadecimal of one that was
 *     removed the SHA-256 of what was there
 * @param entry the record; empty where the line is none
 * @param removed what is left of a record that was removed
 */
public record AuditLine(
    String file,
    int row,
    String sha256,
    Optional<AuditLog.Entry> entry,
    Optional<RemovedRecord> removed) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /** All lines of the log of a folder, oldest first; of the log's own keys none is needed. */
  public static List<AuditLine> all(Path folder) {
    List<AuditLine> lines = new ArrayList<>();
    for (Path file : AuditReading.files(folder)) {
      int row = 0;
      for (byte[] line : AuditReading.lines(file, 0)) {
        row++;
        byte[] bytes = plain(line);
        Optional<RemovedRecord> removed = RemovedRecord.of(bytes);
        String sha256 = removed.map(RemovedRecord::sha256).orElseGet(() -> Sha256.hex(bytes));
        Optional<AuditLog.Entry> entry = removed.isPresent() ? Optional.empty() : entry(bytes);
        lines.add(new AuditLine(file.getFileName().toString(), row, sha256, entry, removed));
      }
    }
    return lines;
  }

  /**
   * Records of a time, oldest first; files of months before it are not read. One of a month after
   * it may have such records, where the clock was set back.
   *
   * @param from not before
   * @param to before this
   */
  public static List<AuditLog.Entry> between(Path folder, Instant from, Instant to) {
    String first = "audit-%s.jsonl".formatted(month(from));
    List<AuditLog.Entry> entries = new ArrayList<>();
    for (Path file : AuditReading.files(folder)) {
      String name = file.getFileName().toString();
      if (name.compareTo(first) < 0) {
        continue;
      }
      for (byte[] line : AuditReading.lines(file, 0)) {
        byte[] bytes = plain(line);
        if (RemovedRecord.of(bytes).isPresent()) {
          continue;
        }
        entry(bytes)
            .filter(each -> !Instant.parse(each.at()).isBefore(from))
            .filter(each -> Instant.parse(each.at()).isBefore(to))
            .ifPresent(entries::add);
      }
    }
    return entries;
  }

  /** Month of a time within those that a record can be of, as the names of files have it. */
  private static String month(Instant time) {
    Instant within = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    return within.atOffset(ZoneOffset.UTC).format(MONTH);
  }

  /** A record as it is written, with the end of the line. */
  static byte[] stored(String record) {
    return (EncryptedBytes.sealLine(EncryptedBytes.AUDIT, record) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A line of a file in clear, without its end; one that is encrypted and was changed as it is.
   *
   * @throws KeyRefusedException if it is encrypted and no key was given
   */
  static byte[] plain(byte[] line) {
    boolean ended = line.length > 0 && line[line.length - 1] == '\n';
    String text =
        new String(line, 0, ended ? line.length - 1 : line.length, StandardCharsets.ISO_8859_1);
    if (!EncryptedBytes.isLine(text)) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    try {
      return EncryptedBytes.openLine(EncryptedBytes.AUDIT, text).getBytes(StandardCharsets.UTF_8);
    } catch (AlteredException e) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    } catch (KeyRefusedException e) {
      if (AtRest.ring().isEmpty()) {
        throw e;
      }
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** Copies a file of a log in clear. */
  public static void copy(Path file, Path target) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      for (byte[] line : AuditReading.lines(file, 0)) {
        out.write(plain(line));
        if (line[line.length - 1] == '\n') {
          out.write('\n');
        }
      }
    }
  }

  /**
   * Puts lines of removed records in the place of records.
   *
   * @param removed by row, from 1
   */
  public static void remove(Path file, Map<Integer, RemovedRecord> removed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int row = 0;
    for (byte[] line : AuditReading.lines(file, 0)) {
      row++;
      out.write(removed.containsKey(row) ? stored(removed.get(row).text()) : line);
    }
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    PrivateFiles.makeFile(aside);
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      channel.truncate(0);
      ByteBuffer rest = ByteBuffer.wrap(out.toByteArray());
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Optional<AuditLog.Entry> entry(byte[] line) {
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(line, AuditLog.Entry.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Where it is. */
  public String place() {
    return "%s line %d".formatted(file, row);
  }

  /** Number of the record, also of one that was removed; "-" where it is none. */
  public String number() {
    return entry
        .map(AuditLog.Entry::number)
        .or(() -> removed.map(RemovedRecord::number))
        .map(String::valueOf)
        .orElse("-");
  }
}
