package org.gridclear.market.store.site;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which site a database is of.
 *
 * @param role what it does
 * @param epoch rises with every change of the active site
 * @param has what of the active site's changes is here; of the active site its own list
 * @param contact when the active site was last told that what it sent is here, by this site's clock
 * @param before what this site had of the other's changes when it took over
 * @param terms by which the active site goes on when it hears nothing
 */
public record SiteMark(Role role, long epoch, Has has, Instant contact, Has before, Terms terms) {
  /**
   * What of a list of changes is here.
   *
   * @param log the list
   * @param floor all to this number
   * @param seen numbers above the floor
   */
  public record Has(String log, long floor, SortedSet<Long> seen) {
    /** Nothing of any list. */
    public static final Has NOTHING = new Has("", 0, new TreeSet<>());

    /** With a set of its own. */
    public Has {
      seen = new TreeSet<>(seen);
    }

    /** Whether a change of this list is here. */
    public boolean has(long seq) {
      return seq <= floor || seen.contains(seq);
    }

    /** The highest number that this speaks of; 0 for nothing. */
    public long last() {
      return seen.isEmpty() ? floor : seen.last();
    }
  }

  /**
   * How the active site goes on without a word of the standby.
   *
   * @param lease for how long
   * @param alone whether for good
   */
  public record Terms(Duration lease, boolean alone) {
    /** Those of a site that has not been heard: the longest lease that there is. */
    public static final Terms UNHEARD = new Terms(Duration.ofMinutes(10), false);
  }

  /** What a site does. */
  public enum Role {
    /** It is changed, and sends what changes. */
    ACTIVE,
    /** It is sent what changes, and is changed by nothing else. */
    STANDBY,
    /** It was active, and another took over. */
    FENCED
  }

  /** A site that has nothing yet. */
  public static SiteMark nothing() {
    return new SiteMark(Role.STANDBY, 0, Has.NOTHING, Instant.EPOCH, Has.NOTHING, Terms.UNHEARD);
  }

  /** The same database in another role. */
  public SiteMark with(Role other) {
    return new SiteMark(other, epoch, has, contact, before, terms);
  }

  /** The site that is active from now on, with a list of changes of its own. */
  public SiteMark active(Instant now) {
    Has own = new Has(UUID.randomUUID().toString(), 0, new TreeSet<>());
    return new SiteMark(Role.ACTIVE, epoch + 1, own, now, has, Terms.UNHEARD);
  }
}
