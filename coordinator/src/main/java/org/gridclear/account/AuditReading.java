package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/**
 * What a pass over the files of an audit log finds.
 *
 * @param changes what shows that somebody changed it
 * @param last place of the last record
 * @param alarms what was found when it was opened before
 */
record AuditReading(List<String> changes, Mark last, List<AuditLog.Entry> alarms) {
  static final String FIRST = "0".repeat(64);

  /**
   * A place in the log: behind a record.
   *
   * @param file name of the file it is in; "" before the first
   * @param bytes bytes of that file up to there
   * @param row rows of that file up to there
   * @param number number of the record, 0 before the first
   * @param signature its signature
   */
  record Mark(String file, long bytes, int row, long number, String signature) {
    static final Mark START = new Mark("", 0, 0, 0, FIRST);
  }

  /** Files of a log, oldest first. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches("audit-\\d{4}-\\d\\d.jsonl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing was added behind a mark, nor taken away before it. */
  static boolean endsAt(Path folder, Mark mark) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      return mark.number() == 0;
    }
    Path last = files.get(files.size() - 1);
    return last.getFileName().toString().equals(mark.file()) && size(last) == mark.bytes();
  }

  /** Whether the file of a mark still reaches to it. */
  static boolean reaches(Path folder, Mark mark) {
    Path file = folder.resolve(mark.file());
    return mark.number() == 0 || Files.exists(file) && size(file) >= mark.bytes();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what lies behind a mark. */
  static AuditReading from(Path folder, Mark mark, Secrets secrets) {
    List<String> changes = new ArrayList<>();
    List<AuditLog.Entry> alarms = new ArrayList<>();
    List<RemovedRecord> removed = new ArrayList<>();
    List<AuditLog.Entry> said = new ArrayList<>();
    Mark before = mark;
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (name.compareTo(mark.file()) < 0) {
        continue;
      }
      boolean begun = name.equals(mark.file());
      int row = begun ? mark.row() : 0;
      long bytes = begun ? mark.bytes() : 0;
      for (byte[] line : lines(file, bytes)) {
        row++;
        bytes += line.length;
        String place = "%s line %d".formatted(name, row);
        byte[] plain = AuditLine.plain(line);
        Optional<RemovedRecord> gone = RemovedRecord.of(plain);
        if (gone.isPresent()) {
          removed.add(gone.get());
          numbered(place, gone.get().number(), before).ifPresent(changes::add);
          before = new Mark(name, bytes, row, gone.get().number(), gone.get().signature());
          continue;
        }
        try {
          AuditLog.Entry entry = Json.MAPPER.readValue(plain, AuditLog.Entry.class);
          if (entry == null) {
            changes.add("%s: no record: null".formatted(place));
            before = new Mark(name, bytes, row, before.number(), before.signature());
            continue;
          }
          changes.addAll(objections(place, entry, before, secrets));
          if (entry.operation().equals(AuditLog.ALARM)) {
            alarms.add(entry);
          }
          if (entry.operation().equals(RemovedRecord.OPERATION)) {
            said.add(entry);
          }
          before = new Mark(name, bytes, row, entry.number(), entry.signature());
        } catch (JacksonException e) {
          changes.add("%s: no record: %s".formatted(place, Json.firstLine(e.getMessage())));
          before = new Mark(name, bytes, row, before.number(), before.signature());
        }
      }
    }
    changes.addAll(RemovedRecord.objections(removed, said));
    return new AuditReading(changes, before, alarms);
  }

  private static List<String> objections(
      String place, AuditLog.Entry entry, Mark before, Secrets secrets) {
    List<String> objections = new ArrayList<>();
    numbered(place, entry.number(), before).ifPresent(objections::add);
    if (!entry.signature(secrets, before.signature()).equals(entry.signature())) {
      objections.add("%s: record %d is not what was written".formatted(place, entry.number()));
    }
    return objections;
  }

  private static Optional<String> numbered(String place, long number, Mark before) {
    return number == before.number() + 1
        ? Optional.empty()
        : Optional.of("%s: record %d follows record %d".formatted(place, number, before.number()));
  }

  /** Lines of a file behind so many bytes, each with its end. */
  static List<byte[]> lines(Path file, long fromByte) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(channel.size() - fromByte));
      channel.position(fromByte);
      while (rest.hasRemaining() && channel.read(rest) >= 0) {
        // Read on.
        continue;
      }
      return split(rest.array(), rest.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> split(byte[] content, int length) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < length; k++) {
      if (content[k] == '\n' || k == length - 1) {
        lines.add(Arrays.copyOfRange(content, from, k + 1));
        from = k + 1;
      }
    }
    return lines;
  }
}
