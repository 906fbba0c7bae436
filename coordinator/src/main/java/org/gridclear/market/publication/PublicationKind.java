package org.gridclear.market.publication;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of data that is published.
 *
 * @param id unique in its catalogue
 * @param en what it is, in English
 * @param zh what it is, in Chinese
 * @param source where its rows come from
 * @param audience who is told
 * @param schedules when, by market as it is written; by "" for data of a date alone
 * @param correction what happens when a published version gets a successor
 * @param columns columns that are given, in this order; empty for all
 */
public record PublicationKind(
    String id,
    String en,
    String zh,
    Source source,
    Set<Audience> audience,
    SortedMap<String, Schedule> schedules,
    Correction correction,
    List<String> columns) {
  /** What happens when something else is there to be published of the same day. */
  public enum Correction {
    /** It is published as a correction, when the schedule says. */
    AUTOMATIC,
    /** It is published as a correction when somebody says so. */
    HAND,
    /** The first one stays, as with a forecast. */
    NONE
  }

  public PublicationKind {
    Set<Audience> copy = EnumSet.noneOf(Audience.class);
    copy.addAll(audience);
    audience = Collections.unmodifiableSet(copy);
    schedules = Collections.unmodifiableSortedMap(new TreeMap<>(schedules));
    columns = List.copyOf(columns);
  }

  /** The schedule in a market, or of data of a date alone; by hand where none is given. */
  public Schedule schedule(String market) {
    return schedules.getOrDefault(market, Schedule.BY_HAND);
  }

  /** Whether a recipient may ask for it; who operates the market may ask for everything. */
  public boolean tells(Recipient recipient) {
    if (recipient instanceof Recipient.Operator || audience.contains(Audience.PUBLIC)) {
      return true;
    }
    return audience.contains(
        recipient instanceof Recipient.OfMember ? Audience.OWN_MEMBER : Audience.REGULATOR);
  }
}
