package org.gridclear.market.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.store.ContentStore;
import org.gridclear.settlement.registration.EntryWriter;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.Resource;

/**
 * Units, storages and loads of the registry on a date, in the last revision that was approved at
 * the gate. What is shut down or retired is not in the market.
 *
 * @param registry the registry
 * @param content where what holds on a date is kept
 */
record RegisteredOnDate(MarketRegistry registry, ContentStore content) implements RegistryInForce {
  @Override
  public Registered on(LocalDate date, Gate gate) {
    long revision = revisionAt(gate);
    RegistryState state = registry.at(OptionalLong.of(revision)).state();
    List<Entry> entries = new ArrayList<>();
    TreeMap<String, String> owners = new TreeMap<>();
    state
        .on(date)
        .forEach(
            entry ->
                element(entry)
                    .ifPresent(
                        element -> {
                          entries.add(entry);
                          String other = owners.put(element, ((Resource) entry).member());
                          if (other != null) {
                            throw new IllegalArgumentException(
                                "On %s two records of the registry are of '%s' in the network, of %s and of %s."
                                    .formatted(date, element, other, ((Resource) entry).member()));
                          }
                        }));
    if (owners.isEmpty()) {
      throw new IllegalArgumentException(
          "On %s nothing is registered, in revision %d, the last one at the gate; propose and approve units, or keep those of the network version: --from-network registry."
              .formatted(date, revision));
    }
    String hash = content.put(EntryWriter.json(entries));
    return new Registered(
        owners, new Piece("registry", date.toString(), "revision " + revision, hash));
  }

  private long revisionAt(Gate gate) {
    return registry.proposals(false).stream()
        .map(Proposal::review)
        .flatMap(Optional::stream)
        .filter(review -> !review.at().toInstant().isAfter(gate.at()))
        .map(Proposal.Review::revision)
        .flatMap(revision -> revision.isPresent() ? Stream.of(revision.getAsLong()) : Stream.of())
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  /** Its id in the network, where it is something that is cleared and may run. */
  private static Optional<String> element(Entry entry) {
    if (entry instanceof Resource.Unit unit) {
      return runs(unit.stage())
          ? Optional.of(unit.element().element().orElse(unit.id()))
          : Optional.empty();
    }
    if (entry instanceof Resource.Storage storage) {
      return runs(storage.stage())
          ? Optional.of(storage.element().orElse(storage.id()))
          : Optional.empty();
    }
    return entry instanceof Resource.Load load
        ? Optional.of(load.element().orElse(load.id()))
        : Optional.empty();
  }

  private static boolean runs(Resource.Stage stage) {
    return stage != Resource.Stage.SHUTDOWN && stage != Resource.Stage.RETIRED;
  }
}
