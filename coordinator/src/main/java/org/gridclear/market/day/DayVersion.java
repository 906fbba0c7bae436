package org.gridclear.market.day;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A version of a day; nothing of it changes but its state.
 *
 * @param key market, date and cycle
 * @param version its number, from 1
 * @param state what became of it, as of the time of asking; {@link #DRAFT} when it is new
 * @param caseHash SHA-256 of the case that was cleared, as it was packed
 * @param outcomeHash hash of schedule, prices and objective
 * @param made how it came to be
 * @param alarms what somebody must know before it is used, gravest first
 * @param blocks the hash of each kind of result that it has
 */
public record DayVersion(
    DayKey key,
    int version,
    String state,
    String caseHash,
    String outcomeHash,
    Made made,
    List<String> alarms,
    Map<ResultKind, String> blocks) {
  /** Cleared, and not checked by anybody. */
  public static final String DRAFT = "DRAFT";

  private static final Set<String> REFUSED = Set.of("REJECTED", "WITHDRAWN");

  public DayVersion {
    alarms = List.copyOf(alarms);
    blocks = Map.copyOf(blocks);
  }

  /** Whether nobody has rejected or withdrawn it: what comes after may go on from it. */
  public boolean stands() {
    return !REFUSED.contains(state);
  }

  /** The version in words: {@code da 2026-10-01 version 2}. */
  public String text() {
    return key.text() + " version " + version;
  }
}
