package org.gridclear.market.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.check.SeriesChecks;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.SeriesText;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Severity;

/**
 * Takes a delivery of series in: it is held against the network and the rules in effect, and
 * becomes the next version of its kind. What is refused leaves nothing.
 */
public final class SeriesImport {
  private final PieceStore store;
  private final MarketClock clock;

  /** Imports into a market. */
  public SeriesImport(PieceStore store, MarketClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param recorded the version; empty if the delivery is refused
   * @param findings what the rules found; an ERROR among them refuses
   * @param notices what else there is to say
   */
  public record Result(
      Optional<PieceStore.Recorded> recorded, List<CheckFinding> findings, List<String> notices) {
    public Result {
      findings = List.copyOf(findings);
      notices = List.copyOf(notices);
    }

    /** Whether an error refuses the delivery. */
    public boolean refused() {
      return recorded.isEmpty();
    }
  }

  /**
   * Takes a delivery in.
   *
   * @param otherSource whether it may come from another source than what there is of its time
   * @throws IllegalArgumentException if it is known before its time, names what the network does
   *     not have, or is the second of two that cannot both be
   */
  public Result take(SeriesSet set, boolean otherSource, Recording recording) {
    recording.refuseFuture(set.knownAt(), clock);
    List<String> notices = new ArrayList<>();
    Optional<NetworkVersions.InForce> network =
        new NetworkVersions(store, clock).at(clock.dateOf(set.from()), recording.now());
    if (network.isPresent()) {
      subjects(set, network.get());
    } else {
      notices.add(
          "No network version holds on %s: subjects are not looked up."
              .formatted(clock.dateOf(set.from())));
    }
    OptionalDouble capacity =
        network.map(each -> OptionalDouble.of(each.capacityMw())).orElse(OptionalDouble.empty());
    KnownPieces known = new KnownPieces(store, clock, recording.now());
    List<CheckFinding> findings =
        new SeriesChecks(new CheckSets(store).at(recording.now()).set(), known, capacity).of(set);
    if (findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
      return new Result(Optional.empty(), findings, notices);
    }
    PieceStore.Recorded recorded =
        store.record(
            PieceKinds.of(set.kind()),
            () -> wanted(set, otherSource),
            recording.by(),
            recording.now());
    return new Result(Optional.of(recorded), findings, notices);
  }

  private PieceStore.Wanted wanted(SeriesSet set, boolean otherSource) {
    for (PieceVersion version :
        store.known(set.kind().label(), set.from(), set.to(), PieceStore.ALL)) {
      SeriesSet other =
          SeriesReader.json(store.content(version), "version " + version.version(), clock);
      if (other.meets(set) && !other.equals(set)) {
        refuseUnlessLater(set, otherSource, other, version.version());
      }
    }
    PieceVersion.Facts facts =
        new PieceVersion.Facts(set.source(), "", set.from(), Optional.of(set.to()), set.knownAt());
    return new PieceStore.Wanted(facts, SeriesText.json(set));
  }

  private void refuseUnlessLater(SeriesSet set, boolean otherSource, SeriesSet other, int version) {
    if (!other.source().equals(set.source()) && !otherSource) {
      throw new IllegalArgumentException(
          "The %s of %s on %s comes from %s (version %d) and now from %s. One thing has one source: allow it with --other-source, then the one known last counts."
              .formatted(
                  set.kind(),
                  shared(set, other),
                  clock.show(set.from()),
                  other.source(),
                  version,
                  set.source()));
    }
    if (other.knownAt().equals(set.knownAt())) {
      throw new IllegalArgumentException(
          "Version %d of %s has other values for %s and was known at the same time, %s: give the later one its own time."
              .formatted(version, set.kind(), shared(set, other), clock.show(set.knownAt())));
    }
  }

  private static String shared(SeriesSet set, SeriesSet other) {
    return set.values().keySet().stream()
        .filter(other.values()::containsKey)
        .findFirst()
        .orElse("other subjects");
  }

  private void subjects(SeriesSet set, NetworkVersions.InForce network) {
    Set<String> there = network.subjects(set.kind().subject());
    if (there.isEmpty() && !network.lists(set.kind().subject())) {
      return;
    }
    for (String subject : set.values().keySet()) {
      if (!there.contains(subject)) {
        throw new IllegalArgumentException(
            "The %s '%s' is not in version %d of the network, which holds on %s. %s"
                .formatted(
                    set.kind().subject().label(),
                    subject,
                    network.version().version(),
                    clock.dateOf(set.from()),
                    NearestName.advice(subject, there)));
      }
    }
  }
}
