package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * Seals the audit log of a folder: each seal signs what was added since the one before. The seal of
 * a day is made at the first occasion of the next one (UTC).
 */
public final class Seals {
  /** Operation of the record that every seal leaves in the log. */
  static final String OPERATION = "audit seal";

  private static final String DEFAULT_KEY = "seal.key";
  private static final int DATE_LENGTH = 10;

  private final Path folder;
  private final AuditLog log;
  private final Path keyFile;
  private final LongSupplier clockMillis;

  /**
   * Seals of a folder.
   *
   * @param keyFile file of the key, made with the first seal; null for one in the folder
   */
  public Seals(Path folder, AuditLog log, @Nullable Path keyFile, LongSupplier clockMillis) {
    this.folder = folder;
    this.log = log;
    this.keyFile = keyFile == null ? folder.resolve(DEFAULT_KEY) : keyFile;
    this.clockMillis = clockMillis;
  }

  /**
   * A seal that was made.
   *
   * @param number its number
   * @param lines lines of the log that it seals
   * @param sha256 of its text
   * @param key fingerprint of the key that signs the next one
   */
  public record Made(int number, int lines, String sha256, String key) {}

  /**
   * A seal that lies beside the log.
   *
   * @param number its number
   * @param at when it was made, UTC, ISO 8601
   * @param lines lines of the log that it seals
   * @param sha256 of its text
   * @param key fingerprint of the key that signs it
   * @param signed whether a signature lies beside it
   */
  public record Listed(
      int number, String at, int lines, String sha256, String key, boolean signed) {}

  /**
   * The seals of a folder, the newest first.
   *
   * @throws IllegalArgumentException if a text is no seal
   */
  public static List<Listed> list(Path folder) {
    List<Listed> seals = new ArrayList<>();
    for (SealFolder.Stored stored : SealFolder.of(folder).all()) {
      Seal seal = stored.seal();
      seals.add(
          0,
          new Listed(
              stored.number(),
              seal.at(),
              seal.lines().size(),
              stored.sha256(),
              seal.key(),
              stored.signature().length > 0));
    }
    return seals;
  }

  /**
   * Seals what was added since the last seal, if that was made before today.
   *
   * @throws IllegalStateException if the log is not what was sealed, or the key not that of the
   *     seals
   */
  public Optional<Made> sealDay() {
    List<SealFolder.Stored> seals = SealFolder.of(folder).all();
    String today = now().substring(0, DATE_LENGTH);
    boolean done =
        !seals.isEmpty()
            && seals.get(seals.size() - 1).seal().at().substring(0, DATE_LENGTH).equals(today);
    return done ? Optional.empty() : Optional.of(seal());
  }

  /** Seals what was added since the last seal; see {@link #sealDay}. */
  public Made seal() {
    return recorded(log.whileStill(lines -> write(lines, null)));
  }

  /**
   * Seals with the key until now, which names a new key for all that follow. The new one takes its
   * place in its file.
   */
  public Made rotate() {
    Made made =
        log.whileStill(
            lines -> {
              Path aside = aside();
              SealKey next = Files.exists(aside) ? SealKey.read(aside) : SealKey.create(aside);
              Made sealed = write(lines, next);
              replace(aside);
              return sealed;
            });
    return recorded(made);
  }

  private Made recorded(Made made) {
    log.add(
        AuditLog.Kind.SYSTEM,
        AuditLog.Outcome.SUCCESS,
        "",
        "",
        OPERATION,
        made.number() + " " + made.sha256());
    return made;
  }

  private String now() {
    return Instant.ofEpochMilli(clockMillis.getAsLong()).toString();
  }

  private Path aside() {
    return keyFile.resolveSibling(keyFile.getFileName() + ".next");
  }

  private void replace(Path aside) {
    try {
      Files.move(
          aside, keyFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Made write(List<AuditLine> log, @Nullable SealKey next) {
    SealFolder seals = SealFolder.of(folder);
    List<SealFolder.Stored> before = seals.all();
    List<Seal.Line> sealed = new ArrayList<>();
    before.forEach(each -> sealed.addAll(each.seal().lines()));
    requireSame(sealed, log);
    SealFolder.Stored last = before.isEmpty() ? null : before.get(before.size() - 1);
    SealKey key = key(last == null ? null : last.seal().keyAfter());
    Seal seal =
        new Seal(
            last == null ? 1 : last.number() + 1,
            now(),
            last == null ? Seal.NONE : last.sha256(),
            key.fingerprint(),
            next == null ? null : next.open(),
            log.subList(sealed.size(), log.size()).stream()
                .map(line -> new Seal.Line(line.number(), line.sha256()))
                .toList());
    String sha256 = seals.write(seal, key);
    return new Made(seal.number(), seal.lines().size(), sha256, seal.keyAfter());
  }

  /** That the log still begins with all that was sealed: a seal never covers up a change. */
  private static void requireSame(List<Seal.Line> sealed, List<AuditLine> log) {
    for (int k = 0; k < sealed.size(); k++) {
      if (k >= log.size() || !log.get(k).sha256().equals(sealed.get(k).sha256())) {
        throw new IllegalStateException(
            "The audit log is not what was sealed, from record %s on; 'account audit verify' says more."
                .formatted(sealed.get(k).record()));
      }
    }
  }

  /** The key that the last seal asks for; the first one makes it. */
  private SealKey key(@Nullable String wanted) {
    if (wanted == null) {
      return Files.exists(keyFile) ? SealKey.read(keyFile) : SealKey.create(keyFile);
    }
    if (Files.exists(keyFile) && SealKey.read(keyFile).fingerprint().equals(wanted)) {
      return SealKey.read(keyFile);
    }
    // The seal that names the new key was written, the key did not get into its place.
    if (Files.exists(aside()) && SealKey.read(aside()).fingerprint().equals(wanted)) {
      replace(aside());
      return SealKey.read(keyFile);
    }
    throw new IllegalStateException(
        "%s does not hold the key of the last seal (%s).".formatted(keyFile, wanted));
  }
}
