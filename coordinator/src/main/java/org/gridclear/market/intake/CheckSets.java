package org.gridclear.market.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.validate.Rule;

/** The rules of a market's checks, by version (A-19, O-17). */
public final class CheckSets {
  /** What they are among the pieces of a market. */
  public static final PieceVersion.Key KEY = new PieceVersion.Key(PieceKinds.CHECKS, "");

  private final PieceStore store;

  /** The rules in a store. */
  public CheckSets(PieceStore store) {
    this.store = store;
  }

  /** The rules that are out of effect in the market of a folder at a time. */
  public static Set<Rule> rulesOff(Path market, Instant time) {
    try (MarketFolder folder = MarketFolder.open(market)) {
      return new CheckSets(new PieceStore(folder)).at(time).set().rulesOff();
    }
  }

  /**
   * Rules, and their version; empty for {@link CheckSet#STANDARD}.
   *
   * @param set the rules
   * @param version their version
   */
  public record InEffect(CheckSet set, Optional<PieceVersion> version) {}

  /** The rules that hold at a time. */
  public InEffect at(Instant time) {
    Optional<PieceVersion> last = store.inForce(KEY, time);
    return new InEffect(last.map(this::set).orElse(CheckSet.STANDARD), last);
  }

  private CheckSet set(PieceVersion version) {
    return CheckSetReader.read(store.content(version), "checks version " + version.version());
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
