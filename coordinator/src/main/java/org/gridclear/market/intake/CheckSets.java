package org.gridclear.market.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;

/** The rules of a market's checks, by version (A-19, O-17). */
public final class CheckSets {
  private static final PieceVersion.Key KEY = new PieceVersion.Key(PieceKinds.CHECKS, "");

  private final PieceStore store;

  /** The rules in a store. */
  public CheckSets(PieceStore store) {
    this.store = store;
  }

  /**
   * Rules, and their version; empty for {@link CheckSet#STANDARD}.
   *
   * @param set the rules
   * @param version their version
   */
  public record InEffect(CheckSet set, Optional<PieceVersion> version) {}

  /** The rules that were set last at a time. */
  public InEffect at(Instant time) {
    List<PieceVersion> versions =
        store.versions(KEY).stream().filter(each -> !each.recordedAt().isAfter(time)).toList();
    if (versions.isEmpty()) {
      return new InEffect(CheckSet.STANDARD, Optional.empty());
    }
    PieceVersion last = versions.get(versions.size() - 1);
    CheckSet set = CheckSetReader.read(store.content(last), "checks version " + last.version());
    return new InEffect(set, Optional.of(last));
  }

  /** Sets the rules; those that there were stay as earlier versions. */
  public PieceStore.Recorded set(CheckSet set, Recording recording) {
    byte[] content = CheckSetReader.write(set);
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", recording.now(), Optional.empty(), recording.now());
    return store.record(
        KEY, () -> new PieceStore.Wanted(facts, content), recording.by(), recording.now());
  }

  /** All versions. */
  public List<PieceVersion> versions() {
    return store.versions(KEY);
  }
}
