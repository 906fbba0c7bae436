package org.gridclear.market.store.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Something that was published.
 *
 * @param number in the order of commits, together with those of messages
 * @param kind id of the kind of data in the catalogue
 * @param subject what it is of
 * @param action what was done
 * @param replaces number of the publication that it corrects or withdraws
 * @param catalogueVersion version of the catalogue that said how
 * @param contentHash hash of the block of results, or of the frozen table
 * @param reason why it was corrected or withdrawn; "" where nobody said
 * @param by the account
 * @param at when, to the millisecond
 */
public record PublicationRow(
    long number,
    String kind,
    Subject subject,
    Action action,
    OptionalLong replaces,
    int catalogueVersion,
    String contentHash,
    String reason,
    String by,
    Instant at) {
  /** What can be done. */
  public enum Action {
    /** The first of its subject, or the first after a withdrawal. */
    PUBLISHED,
    /** Another version instead of the one that was published. */
    CORRECTED,
    /** It holds no longer. */
    WITHDRAWN
  }

  /**
   * What a publication is of.
   *
   * @param market the market as it is written, {@code da}; "" for data of a date alone
   * @param date trading date
   * @param cycle number of the run of the day
   * @param version version of the day; 0 for data of a date alone
   */
  public record Subject(String market, LocalDate date, int cycle, int version) {
    /** In words: {@code da 2026-10-01 version 2}. */
    public String text() {
      return "%s%s%s%s"
          .formatted(
              market.isEmpty() ? "" : market + " ",
              date,
              cycle == 0 ? "" : " cycle " + cycle,
              version == 0 ? "" : " version " + version);
    }
  }
}
