package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.gridclear.file.PrivateFiles;
import org.gridclear.json.Json;

/**
 * What was done, by whom, and how it ended (M-10, M-11, P-09). One JSON record a line, a file per
 * month, each record signed together with the signature before it, each on disk before the answer
 * goes out. The program never deletes a file; what is over its time leaves a line (RemovedRecord).
 */
public final class AuditLog {
  /** File with number and signature of the last record. */
  public static final String HEAD = "audit-head";

  /** Operation of the record that says how the log was found changed. */
  public static final String ALARM = "audit log found changed";

  /** Between the texts of a record in what is signed. */
  private static final String BETWEEN = "\u0000";

  private static final String LOCK = "audit";

  /** What a record is about (M-11). */
  public enum Kind {
    /** Start, stop, authentication, authorisation, configuration. */
    SYSTEM,
    /** Queries and data that come in. */
    BUSINESS
  }

  /** How it ended (M-11). */
  public enum Outcome {
    /** It was done. */
    SUCCESS,
    /** It was refused or failed. */
    FAILURE
  }

  /**
   * A record.
   *
   * @param number 1 for the first
   * @param at when, UTC
   * @param kind system or business event
   * @param outcome success or failure event
   * @param user who, "" if unknown
   * @param from address of the client
   * @param operation what
   * @param detail more, for a person
   * @param signature HMAC-SHA-256 of all that and the signature before
   */
  public record Entry(
      long number,
      String at,
      Kind kind,
      Outcome outcome,
      String user,
      String from,
      String operation,
      String detail,
      String signature) {
    /**
     * A line with less than all of it, or without a time, is no record; nor is one whose texts have
     * what stands between them in what is signed.
     */
    public Entry {
      Stream.of(at, kind, outcome, user, from, operation, detail, signature)
          .forEach(Objects::requireNonNull);
      if (Stream.of(user, from, operation, detail).anyMatch(text -> text.contains(BETWEEN))) {
        throw new IllegalArgumentException("A record has the character U+0000 in a text.");
      }
      Instant.parse(at);
    }

    Entry signed(Secrets secrets, String before) {
      String signed = signature(secrets, before);
      return new Entry(number, at, kind, outcome, user, from, operation, detail, signed);
    }

    /** What its signature must be behind a record with that one. */
    String signature(Secrets secrets, String before) {
      return secrets.sign(
          String.join(
              BETWEEN,
              before,
              Long.toString(number),
              at,
              kind.name(),
              outcome.name(),
              user,
              from,
              operation,
              detail));
    }
  }

  private final Path folder;
  private final Secrets secrets;
  private final LongSupplier clockMillis;
  private AuditReading.Mark last = AuditReading.Mark.START;

  private AuditLog(Path folder, Secrets secrets, LongSupplier clockMillis) {
    this.folder = folder;
    this.secrets = secrets;
    this.clockMillis = clockMillis;
  }

  /** The log of a security folder. Other processes may write to it at the same time. */
  public static AuditLog open(Path folder, LongSupplier clockMillis) {
    AuditLog log = new AuditLog(folder, Secrets.open(folder), clockMillis);
    try (FolderLock lock = log.lock()) {
      log.catchUp(log.read());
    }
    return log;
  }

  /** The log of a folder, whose key is made where there is none yet. */
  public static AuditLog openOrCreate(Path folder, LongSupplier clockMillis) {
    if (!Secrets.exists(folder)) {
      begin(folder, Secrets.create(folder));
    }
    return open(folder, clockMillis);
  }

  /** Begins the log of a new folder: from now on a log that is missing shows. */
  static void begin(Path folder, Secrets secrets) {
    new AuditLog(folder, secrets, () -> 0).writeHead();
  }

  private FolderLock lock() {
    return FolderLock.take(folder, LOCK);
  }

  /** Adds a record. */
  public synchronized void add(
      Kind kind, Outcome outcome, String user, String from, String operation, String detail) {
    try (FolderLock lock = lock()) {
      if (!AuditReading.endsAt(folder, last)) {
        catchUp(AuditReading.reaches(folder, last) ? tail() : read());
      }
      append(kind, outcome, user, from, operation, detail);
    }
  }

  private void append(
      Kind kind, Outcome outcome, String user, String from, String operation, String detail) {
    String at = Instant.ofEpochMilli(clockMillis.getAsLong()).toString();
    Entry entry =
        new Entry(
                last.number() + 1,
                at,
                kind,
                outcome,
                shown(user),
                shown(from),
                shown(operation),
                shown(detail),
                "")
            .signed(secrets, last.signature());
    String name = "audit-%s.jsonl".formatted(at.substring(0, 7));
    // A clock set back never writes behind what is later.
    String file = name.compareTo(last.file()) < 0 ? last.file() : name;
    byte[] line = AuditLine.stored(Json.MAPPER.writeValueAsString(entry));
    long bytes = write(folder.resolve(file), line);
    int row = file.equals(last.file()) ? last.row() + 1 : 1;
    last = new AuditReading.Mark(file, bytes, row, entry.number(), entry.signature());
    writeHead();
  }

  /** A text as a record has it: U+0000, which a caller may send, as its picture U+2400. */
  private static String shown(String text) {
    return text.replace(BETWEEN, "\u2400");
  }

  private static long write(Path file, byte[] line) {
    try (FileChannel channel = open(file)) {
      if (!endsWithLine(channel)) {
        write(channel, new byte[] {'\n'});
      }
      write(channel, line);
      channel.force(true);
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the next record begins a line; not where a process died while it wrote. */
  private static boolean endsWithLine(FileChannel channel) throws IOException {
    ByteBuffer end = ByteBuffer.allocate(1);
    return channel.size() == 0 || channel.read(end, channel.size() - 1) == 1 && end.get(0) == '\n';
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.makeFile(file);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return channel.position(channel.size());
  }

  /** Keeps the number and signature of the last record apart, so that a cut-off end is seen. */
  private void writeHead() {
    try {
      Path file = folder.resolve(HEAD);
      if (!Files.exists(file)) {
        PrivateFiles.makeFile(file);
      }
      Files.writeString(file, head(last));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All records, oldest first. Lines that are no records are left out. */
  public List<Entry> entries() {
    return AuditLine.all(folder).stream().flatMap(line -> line.entry().stream()).toList();
  }

  /** The folder that the log lies in. */
  public Path folder() {
    return folder;
  }

  /** Does something with all lines while nobody adds one. */
  public synchronized <T> T whileStill(Function<List<AuditLine>, T> work) {
    try (FolderLock lock = lock()) {
      return work.apply(AuditLine.all(folder));
    }
  }

  /**
   * Goes on behind what was read. What it found is written down: the next record would make number
   * and signature of the last one right again.
   */
  private void catchUp(AuditReading reading) {
    last = reading.last();
    String detail = String.join(" ", reading.changes());
    boolean known = reading.alarms().stream().anyMatch(alarm -> alarm.detail().equals(detail));
    if (!reading.changes().isEmpty() && !known) {
      append(Kind.SYSTEM, Outcome.FAILURE, "", "", ALARM, detail);
    }
  }

  /**
   * Everything that shows that somebody changed the log, now or when it was opened before; empty if
   * nothing does.
   */
  public synchronized List<String> check() {
    try (FolderLock lock = lock()) {
      AuditReading reading = read();
      List<String> findings = new ArrayList<>(reading.changes());
      for (Entry alarm : reading.alarms()) {
        findings.add(
            "Record %d, opened at %s: %s".formatted(alarm.number(), alarm.at(), alarm.detail()));
      }
      return findings;
    }
  }

  private AuditReading read() {
    return withHead(AuditReading.from(folder, AuditReading.Mark.START, secrets));
  }

  private AuditReading tail() {
    return withHead(AuditReading.from(folder, last, secrets));
  }

  /** The reading, compared with what is kept apart of the last record. */
  private AuditReading withHead(AuditReading reading) {
    List<String> changes = new ArrayList<>(reading.changes());
    long number = reading.last().number();
    if (!Files.exists(folder.resolve(HEAD))) {
      changes.add(
          "%s is missing: nothing says how many records were written (%d are on file)."
              .formatted(HEAD, number));
    } else if (!head(reading.last()).equals(headOnFile())) {
      changes.add(
          "The last record on file (%d) is not the last that was written.".formatted(number));
    }
    return new AuditReading(changes, reading.last(), reading.alarms());
  }

  private String headOnFile() {
    try {
      return Files.readString(folder.resolve(HEAD)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String head(AuditReading.Mark mark) {
    return "%d %s".formatted(mark.number(), secrets.sign(mark.number() + " " + mark.signature()));
  }
}
