package org.gridclear.market.rulebase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;

/**
 * Rules that are kept among the pieces of a market.
 *
 * @param label name in commands
 * @param text what they are of
 * @param store the pieces
 * @param key what they are there
 * @param codec how they are read
 * @param standard rules of a market that has set none
 */
record PieceRules(
    String label,
    String text,
    PieceStore store,
    PieceVersion.Key key,
    Codec codec,
    Optional<byte[]> standard)
    implements RuleKind {
  /** Reads rules and gives them as they are kept. */
  interface Codec {
    byte[] kept(byte[] content, String name);
  }

  @Override
  public byte[] kept(byte[] content, String name) {
    return codec.kept(content, name);
  }

  @Override
  public List<RuleVersion> versions() {
    return store.versions(key).stream()
        .map(
            each ->
                new RuleVersion(
                    "",
                    each.version(),
                    each.facts().startsAt(),
                    each.recordedBy(),
                    each.recordedAt()))
        .toList();
  }

  @Override
  public byte[] content(RuleVersion version) {
    return store.content(store.versions(key).get(version.number() - 1));
  }

  @Override
  public int enact(byte[] kept, Instant from, Recording recording) {
    return record(kept, from, recording).version().version();
  }

  /** Puts rules in force; what holds already is no version more. */
  PieceStore.Recorded record(byte[] kept, Instant from, Recording recording) {
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", from, Optional.empty(), recording.now());
    return store.record(
        key, () -> new PieceStore.Wanted(facts, kept), recording.by(), recording.now());
  }
}
