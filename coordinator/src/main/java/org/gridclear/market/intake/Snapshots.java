package org.gridclear.market.intake;

import java.time.Instant;
import java.util.Optional;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.snapshot.SnapshotText;
import org.gridclear.market.snapshot.StateSnapshot;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;

/** Snapshots of the state of units, branches and storages, by clock time. */
public final class Snapshots {
  private final PieceStore store;
  private final MarketClock clock;

  /** The snapshots of a market. */
  public Snapshots(PieceStore store, MarketClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A snapshot and its version.
   *
   * @param snapshot what it says
   * @param version which one
   */
  public record Kept(StateSnapshot snapshot, PieceVersion version) {}

  /**
   * Keeps a snapshot.
   *
   * @throws IllegalArgumentException if it is known before its time or in the future, or if there
   *     is another one of this time that was known at the same time or by another source
   */
  public PieceStore.Recorded keep(StateSnapshot snapshot, Recording recording) {
    recording.refuseFuture(snapshot.knownAt(), clock);
    if (snapshot.knownAt().isBefore(snapshot.at())) {
      throw new IllegalArgumentException(
          "The snapshot of %s cannot be known at %s, before its time."
              .formatted(clock.show(snapshot.at()), clock.show(snapshot.knownAt())));
    }
    PieceVersion.Key key = new PieceVersion.Key(PieceKinds.SNAPSHOT, snapshot.at().toString());
    PieceVersion.Facts facts =
        new PieceVersion.Facts(
            snapshot.source(), "", snapshot.at(), Optional.empty(), snapshot.knownAt());
    return store.record(
        key,
        () -> {
          for (PieceVersion version : store.versions(key)) {
            StateSnapshot other = read(version).snapshot();
            boolean apart =
                other.source().equals(snapshot.source())
                    && !other.knownAt().equals(snapshot.knownAt());
            if (!other.equals(snapshot) && !apart) {
              throw new IllegalArgumentException(
                  "There is another snapshot of %s, from %s, known at %s: one time has one state."
                      .formatted(
                          clock.show(snapshot.at()), other.source(), clock.show(other.knownAt())));
            }
          }
          return new PieceStore.Wanted(facts, SnapshotText.write(snapshot));
        },
        recording.by(),
        recording.now());
  }

  /** The last snapshot of a time or before it that was known at a gate. */
  public Optional<Kept> latest(Instant time, Instant gate) {
    return store.latest(PieceKinds.SNAPSHOT, time, gate).map(this::read);
  }

  private Kept read(PieceVersion version) {
    return new Kept(
        SnapshotText.read(store.content(version), "snapshot " + version.key().id()), version);
  }
}
