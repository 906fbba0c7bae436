package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.gridclear.file.PrivateFiles;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/**
 * What was done, by whom, and how it ended (M-10, M-11, P-09). One JSON record a line, a file per
 * month, each record signed together with the signature before it, each on disk before the answer
 * goes out. The program never deletes a file.
 */
public final class AuditLog {
  private static final String FIRST = "0".repeat(64);
  private static final String HEAD = "audit-head";
  private static final String ALARM = "audit log found changed";

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
    private Entry signed(Secrets secrets, String before) {
      String text =
          String.join(
              "\u0000",
              before,
              Long.toString(number),
              at,
              kind.name(),
              outcome.name(),
              user,
              from,
              operation,
              detail);
      return new Entry(
          number, at, kind, outcome, user, from, operation, detail, secrets.sign(text));
    }
  }

  private record Head(long number, String signature) {}

  private final Path folder;
  private final Secrets secrets;
  private final LongSupplier clockMillis;
  private Head head;

  private AuditLog(Path folder, Secrets secrets, LongSupplier clockMillis) {
    this.folder = folder;
    this.secrets = secrets;
    this.clockMillis = clockMillis;
  }

  /** The log of a security folder. */
  public static AuditLog open(Path folder, LongSupplier clockMillis) {
    AuditLog log = new AuditLog(folder, Secrets.open(folder), clockMillis);
    Reading reading = log.read();
    log.head = reading.last();
    log.remember(reading);
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
    AuditLog log = new AuditLog(folder, secrets, () -> 0);
    log.head = new Head(0, FIRST);
    log.writeHead();
  }

  /** Adds a record. */
  public synchronized void add(
      Kind kind, Outcome outcome, String user, String from, String operation, String detail) {
    String at = Instant.ofEpochMilli(clockMillis.getAsLong()).toString();
    Entry entry =
        new Entry(head.number() + 1, at, kind, outcome, user, from, operation, detail, "")
            .signed(secrets, head.signature());
    Path file = folder.resolve("audit-%s.jsonl".formatted(at.substring(0, 7)));
    byte[] line = (Json.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel = open(file)) {
      channel.write(ByteBuffer.wrap(line));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    head = new Head(entry.number(), entry.signature());
    writeHead();
  }

  private static FileChannel open(Path file) throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.makeFile(file);
    }
    return FileChannel.open(file, StandardOpenOption.APPEND);
  }

  /** Keeps the number and signature of the last record apart, so that a cut-off end is seen. */
  private void writeHead() {
    try {
      Path file = folder.resolve(HEAD);
      if (!Files.exists(file)) {
        PrivateFiles.makeFile(file);
      }
      Files.writeString(file, signed(head));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All records, oldest first. Lines that are no records are left out. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files()) {
      for (String line : lines(file)) {
        try {
          entries.add(Json.MAPPER.readValue(line, Entry.class));
        } catch (JacksonException e) {
          // Left out here and named by check().
          continue;
        }
      }
    }
    return entries;
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches("audit-\\d{4}-\\d\\d.jsonl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes down what was found when the log was opened: the next record would make number and
   * signature of the last one right again.
   */
  private void remember(Reading reading) {
    String detail = String.join(" ", reading.changes());
    boolean known = reading.alarms().stream().anyMatch(alarm -> alarm.detail().equals(detail));
    if (!reading.changes().isEmpty() && !known) {
      add(Kind.SYSTEM, Outcome.FAILURE, "", "", ALARM, detail);
    }
  }

  /**
   * Everything that shows that somebody changed the log, now or when it was opened before; empty if
   * nothing does.
   */
  public synchronized List<String> check() {
    Reading reading = read();
    List<String> findings = new ArrayList<>(reading.changes());
    for (Entry alarm : reading.alarms()) {
      findings.add(
          "Record %d, opened at %s: %s".formatted(alarm.number(), alarm.at(), alarm.detail()));
    }
    return findings;
  }

  /**
   * What one pass over the log finds.
   *
   * @param changes what shows that somebody changed it
   * @param last number and signature of the last record
   * @param alarms what was found when it was opened before
   */
  private record Reading(List<String> changes, Head last, List<Entry> alarms) {}

  private Reading read() {
    List<String> changes = new ArrayList<>();
    List<Entry> alarms = new ArrayList<>();
    Head before = new Head(0, FIRST);
    for (Path file : files()) {
      int row = 0;
      for (String line : lines(file)) {
        row++;
        String place = "%s line %d".formatted(file.getFileName(), row);
        try {
          Entry entry = Json.MAPPER.readValue(line, Entry.class);
          changes.addAll(objections(place, entry, before));
          if (entry.operation().equals(ALARM)) {
            alarms.add(entry);
          }
          before = new Head(entry.number(), entry.signature());
        } catch (JacksonException e) {
          changes.add("%s: no record: %s".formatted(place, Json.firstLine(e.getMessage())));
        }
      }
    }
    if (!Files.exists(folder.resolve(HEAD))) {
      changes.add(
          "%s is missing: nothing says how many records were written (%d are on file)."
              .formatted(HEAD, before.number()));
    } else if (!headSays(before)) {
      changes.add(
          "The last record on file (%d) is not the last that was written."
              .formatted(before.number()));
    }
    return new Reading(changes, before, alarms);
  }

  private List<String> objections(String place, Entry entry, Head before) {
    List<String> objections = new ArrayList<>();
    if (entry.number() != before.number() + 1) {
      objections.add(
          "%s: record %d follows record %d".formatted(place, entry.number(), before.number()));
    }
    if (!entry.signed(secrets, before.signature()).signature().equals(entry.signature())) {
      objections.add("%s: record %d is not what was written".formatted(place, entry.number()));
    }
    return objections;
  }

  private boolean headSays(Head last) {
    return String.join("", lines(folder.resolve(HEAD))).equals(signed(last));
  }

  private String signed(Head last) {
    return last.number() + " " + secrets.sign(last.number() + " " + last.signature());
  }
}
