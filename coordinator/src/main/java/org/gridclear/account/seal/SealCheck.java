package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.account.RemovedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares an audit log with its seals, by public keys alone: for whoever has a copy of the folder
 * and no secret.
 */
public final class SealCheck {
  private final Path folder;
  private final List<PublicKey> trusted;
  private final List<String> findings = new ArrayList<>();
  private final List<Seal.Line> sealed = new ArrayList<>();
  private final Map<Integer, String> hashes = new HashMap<>();
  private @Nullable String firstKey;

  private SealCheck(Path folder, List<PublicKey> trusted) {
    this.folder = folder;
    this.trusted = trusted;
  }

  /**
   * What was found.
   *
   * @param findings what shows a change, the first in the log first; empty if nothing does
   * @param files files of seals that are there, good or not
   * @param seals seals that are good
   * @param sealed lines of the log under them
   * @param unsealed lines behind them
   * @param key fingerprint of the key of the first seal; "" without one
   */
  public record Result(
      List<String> findings, int files, int seals, int sealed, int unsealed, String key) {
    /** Whether there is nothing to compare with: no seal, and no word of one. */
    public boolean unsealedYet() {
      return files == 0 && findings.size() == 1;
    }
  }

  /**
   * Checks a folder.
   *
   * @param folder a security folder, or a copy of its log and seals
   * @param keys files of public keys that are known to be the owner's; none takes that of the
   *     folder
   */
  public static Result of(Path folder, List<Path> keys) {
    SealCheck check = new SealCheck(folder, keys.stream().map(SealKey::readPublic).toList());
    List<SealFolder.Stored> stored = SealFolder.of(folder).all();
    check.seals(stored);
    List<AuditLine> log = AuditLine.all(folder);
    check.sealedLines(log);
    check.removed(log);
    check.restAndHead(log);
    check.recordsOfSeals(log);
    int seals = check.hashes.size();
    int under = check.sealed.size();
    return new Result(
        List.copyOf(check.findings),
        stored.size(),
        seals,
        under,
        Math.max(0, log.size() - under),
        check.firstKey == null ? "" : check.firstKey);
  }

  private void seals(List<SealFolder.Stored> stored) {
    if (stored.isEmpty()) {
      findings.add("There are no seals in %s.".formatted(SealFolder.of(folder).path()));
    }
    String before = Seal.NONE;
    PublicKey key = null;
    for (int k = 0; k < stored.size(); k++) {
      SealFolder.Stored each = stored.get(k);
      String objection = each.number() == k + 1 ? "" : "Seal %d is missing.".formatted(k + 1);
      Seal seal = objection.isEmpty() ? read(each) : null;
      if (seal != null) {
        key = key(seal, key);
        objection = objection(each, seal, before, key);
      }
      if (seal == null || !objection.isEmpty()) {
        findings.add(seal == null && objection.isEmpty() ? unreadable(each) : objection);
        return;
      }
      firstKey = firstKey == null ? seal.key() : firstKey;
      sealed.addAll(seal.lines());
      before = each.sha256();
      hashes.put(each.number(), before);
      key = seal.nextKey() == null ? key : seal.nextKey();
    }
  }

  private static @Nullable Seal read(SealFolder.Stored stored) {
    try {
      return stored.seal();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String unreadable(SealFolder.Stored stored) {
    return "Seal %d is not what was written.".formatted(stored.number());
  }

  /** The key that a seal has to be of: that of the one before, or one that is known. */
  private @Nullable PublicKey key(Seal seal, @Nullable PublicKey before) {
    if (before != null && SealKey.fingerprint(before).equals(seal.key())) {
      return before;
    }
    List<PublicKey> known =
        trusted.isEmpty() && before == null ? SealFolder.of(folder).keys() : trusted;
    return known.stream()
        .filter(each -> SealKey.fingerprint(each).equals(seal.key()))
        .findFirst()
        .orElse(null);
  }

  private static String objection(
      SealFolder.Stored stored, Seal seal, String before, @Nullable PublicKey key) {
    int number = stored.number();
    if (seal.number() != number || !seal.before().equals(before)) {
      return "Seal %d does not follow seal %d.".formatted(number, number - 1);
    }
    if (key == null) {
      return "Seal %d is of the key %s, which is not known to be the owner's."
          .formatted(number, seal.key());
    }
    if (!SealKey.verifies(key, stored.text(), stored.signature())) {
      return "Seal %d is not signed by its key %s.".formatted(number, seal.key());
    }
    return "";
  }

  /** Names the first line that is not the one that was sealed. */
  private void sealedLines(List<AuditLine> log) {
    for (int k = 0; k < sealed.size(); k++) {
      Seal.Line wanted = sealed.get(k);
      if (k >= log.size()) {
        findings.add(
            "Record %s was removed, and all behind it: the log ends before."
                .formatted(wanted.record()));
        return;
      }
      if (!log.get(k).sha256().equals(wanted.sha256())) {
        findings.add(difference(log, k));
        return;
      }
    }
  }

  private String difference(List<AuditLine> log, int at) {
    Seal.Line wanted = sealed.get(at);
    AuditLine found = log.get(at);
    Set<String> behind = new HashSet<>();
    log.subList(at, log.size()).forEach(line -> behind.add(line.sha256()));
    Set<String> sealedBehind = new HashSet<>();
    sealed.subList(at, sealed.size()).forEach(line -> sealedBehind.add(line.sha256()));
    boolean stillThere = behind.contains(wanted.sha256());
    boolean known = sealedBehind.contains(found.sha256());
    String what =
        stillThere
            ? known ? "was moved" : "has a line before it that was never written"
            : known ? "was removed" : "was edited";
    return "Record %s %s (%s).".formatted(wanted.record(), what, found.place());
  }

  /** What was removed is said by a record that is under a seal, to the last one. */
  private void removed(List<AuditLine> log) {
    findings.addAll(
        RemovedRecord.objections(
            log.stream().flatMap(line -> line.removed().stream()).toList(),
            log.subList(0, Math.min(sealed.size(), log.size())).stream()
                .flatMap(line -> line.entry().stream())
                .toList()));
  }

  /** What no seal covers yet is numbered on, and ends where the head says. */
  private void restAndHead(List<AuditLine> log) {
    if (!findings.isEmpty()) {
      return;
    }
    long last = 0;
    for (int k = 0; k < log.size(); k++) {
      AuditLine line = log.get(k);
      Optional<AuditLog.Entry> entry = line.entry();
      if (entry.isEmpty() && k < sealed.size()) {
        continue;
      }
      if (entry.isEmpty()) {
        findings.add("%s is no record.".formatted(line.place()));
        return;
      }
      if (k >= sealed.size() && entry.get().number() != last + 1) {
        findings.add(
            "Record %d is missing: record %d follows record %d (%s)."
                .formatted(last + 1, entry.get().number(), last, line.place()));
        return;
      }
      last = entry.get().number();
    }
    head(last);
  }

  private void head(long last) {
    Path head = folder.resolve(AuditLog.HEAD);
    try {
      if (!Files.exists(head)) {
        findings.add("%s is missing; the log has records to %d.".formatted(AuditLog.HEAD, last));
      } else if (!Files.readString(head).startsWith(last + " ")) {
        findings.add(
            "Record %d is missing: %s says '%s', the log ends at %d."
                .formatted(
                    last + 1, AuditLog.HEAD, Files.readString(head).split(" ")[0].strip(), last));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A seal that the log speaks of is there: the last ones cannot go without a word. */
  private void recordsOfSeals(List<AuditLine> log) {
    for (AuditLine line : log) {
      AuditLog.Entry entry = line.entry().orElse(null);
      if (entry == null || !entry.operation().equals(Seals.OPERATION) || !made(entry)) {
        continue;
      }
      String[] said = entry.detail().split(" ");
      if (!said[1].equals(hashes.get(Integer.valueOf(said[0])))) {
        findings.add(
            "Seal %s of record %d is missing, or another one.".formatted(said[0], entry.number()));
        return;
      }
    }
  }

  private static boolean made(AuditLog.Entry entry) {
    return entry.outcome() == AuditLog.Outcome.SUCCESS
        && entry.detail().matches("\\d{1,9} [0-9a-f]{64}");
  }
}
