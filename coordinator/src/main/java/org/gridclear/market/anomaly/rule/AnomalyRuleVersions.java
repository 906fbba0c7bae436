package org.gridclear.market.anomaly.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.validate.UnknownNameException;

/** The rules of a market's anomalies, by version. */
public final class AnomalyRuleVersions {
  /** What they are among the pieces of a market. */
  public static final PieceVersion.Key KEY = new PieceVersion.Key(PieceKinds.ANOMALY_RULES, "");

  private final PieceStore store;

  /** The rules in a store. */
  public AnomalyRuleVersions(PieceStore store) {
    this.store = store;
  }

  /**
   * Rules, and their version; empty for {@link AnomalyRules#STANDARD}.
   *
   * @param rules the rules
   * @param version their version
   */
  public record InEffect(AnomalyRules rules, Optional<PieceVersion> version) {
    /** The number of the version; 0 where none was set. */
    public int number() {
      return version.map(PieceVersion::version).orElse(0);
    }
  }

  /** The rules that hold at a time. */
  public InEffect at(Instant time) {
    Optional<PieceVersion> last = store.inForce(KEY, time);
    return new InEffect(last.map(this::rules).orElse(AnomalyRules.STANDARD), last);
  }

  private AnomalyRules rules(PieceVersion version) {
    return AnomalyRulesReader.read(
        store.content(version), "anomaly rules version " + version.version());
  }

  /** Sets the rules; those that there were stay as earlier versions. */
  public PieceStore.Recorded set(AnomalyRules rules, Recording recording) {
    byte[] content = AnomalyRulesReader.write(rules);
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", recording.now(), Optional.empty(), recording.now());
    return store.record(
        KEY, () -> new PieceStore.Wanted(facts, content), recording.by(), recording.now());
  }

  /**
   * That a rule is one of some version, or of those that come with the program.
   *
   * @throws UnknownNameException if it is none
   */
  public void requireKnown(String rule) {
    Set<String> known = new TreeSet<>();
    AnomalyRules.STANDARD.rules().forEach(each -> known.add(each.id()));
    versions().forEach(each -> rules(each).rules().forEach(of -> known.add(of.id())));
    if (!known.contains(rule)) {
      throw new UnknownNameException("rule", rule, known);
    }
  }

  /** All versions. */
  public List<PieceVersion> versions() {
    return store.versions(KEY);
  }
}
