package org.gridclear.worker.ignite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether this side goes on after a split: the side with more than half of the members of the last
 * settled topology; with just half, the side of the oldest member. Members that leave in order are
 * no longer members; those that fail stay until the topology has settled. A side that refuses goes
 * on when every member that failed has come back to it, as a new process at its address or of a
 * name that it alone had: then none can be on another side. Not safe for several threads.
 */
final class Majority {
  private static final long SETTLE_NANOS = 15_000_000_000L;

  private final Map<UUID, Member> members = new LinkedHashMap<>();
  private final Set<UUID> failed = new HashSet<>();
  private long failedAt;
  private boolean refusing;

  /**
   * A member.
   *
   * @param id of its process
   * @param name what it is called
   * @param order when it joined, counted
   * @param addresses where it listens, {@code host:port}
   */
  record Member(UUID id, String name, long order, Set<String> addresses) {
    private boolean isAt(Member other) {
      return addresses.stream().anyMatch(other.addresses::contains);
    }
  }

  /** Somebody joined at a time (ns). */
  void joined(Member member, long nanos) {
    settle(nanos);
    members.values().stream()
        .filter(other -> failed.contains(other.id()))
        .filter(other -> member.isAt(other) || isOnly(other, member.name()))
        .map(Member::id)
        .toList()
        .forEach(this::forget);
    members.put(member.id(), member);
    refusing = failed.isEmpty() ? false : refusing || !holds();
  }

  /** Whether a name is that of this member alone: of two with one name either may be elsewhere. */
  private boolean isOnly(Member one, String name) {
    return one.name().equals(name)
        && members.values().stream().filter(each -> each.name().equals(name)).count() == 1;
  }

  /** Somebody left in order. */
  void left(UUID id, long nanos) {
    settle(nanos);
    forget(id);
    refusing = refusing || !holds();
  }

  /** Somebody was lost. */
  void lost(UUID id, long nanos) {
    settle(nanos);
    if (members.containsKey(id)) {
      failed.add(id);
      failedAt = nanos;
    }
    refusing = refusing || !holds();
  }

  private void forget(UUID id) {
    members.remove(id);
    failed.remove(id);
  }

  /** Forgets failed members once nothing has failed for a while. */
  private void settle(long nanos) {
    if (!refusing && !failed.isEmpty() && nanos - failedAt > SETTLE_NANOS) {
      accept();
    }
  }

  private boolean holds() {
    int present = members.size() - failed.size();
    UUID oldest =
        members.values().stream()
            .min(Comparator.comparingLong(Member::order))
            .map(Member::id)
            .orElseThrow();
    return 2 * present > members.size()
        || (2 * present == members.size() && !failed.contains(oldest));
  }

  /** Whether this side refuses work. */
  boolean refusing() {
    return refusing;
  }

  /** Goes on without those that failed, because an operator says so. */
  void accept() {
    members.keySet().removeAll(failed);
    failed.clear();
    refusing = false;
  }

  /** Those that failed and have not come back. */
  List<Member> missing() {
    Collection<Member> all = members.values();
    return new ArrayList<>(all.stream().filter(each -> failed.contains(each.id())).toList());
  }
}
