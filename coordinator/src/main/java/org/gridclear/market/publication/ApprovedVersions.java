package org.gridclear.market.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.StoreTransaction;

/** Which versions of days may be published. */
public interface ApprovedVersions {
  /** Nobody has approved anything. */
  ApprovedVersions NONE =
      new ApprovedVersions() {
        @Override
        public List<Approved> approved(Market market, LocalDate from, LocalDate to) {
          return List.of();
        }

        @Override
        public void publish(
            StoreTransaction transaction, DayVersion version, String by, Instant at) {
          throw new NotApprovedException(version.text() + " is not approved.");
        }

        @Override
        public void withdraw(
            StoreTransaction transaction,
            DayVersion version,
            String reason,
            String by,
            Instant at) {
          throw new NotApprovedException(version.text() + " is not published.");
        }
      };

  /**
   * A version that is approved.
   *
   * @param version the version
   * @param at when it was approved
   */
  record Approved(DayVersion version, Instant at) {}

  /** Versions that are approved or published, and not withdrawn, by date, cycle and number. */
  List<Approved> approved(Market market, LocalDate from, LocalDate to);

  /**
   * Makes an approved version a published one, and holds it until the transaction ends; one that is
   * published stays so.
   *
   * @throws NotApprovedException if it is neither
   */
  void publish(StoreTransaction transaction, DayVersion version, String by, Instant at);

  /**
   * Withdraws a published version.
   *
   * @throws NotApprovedException if it is not published
   */
  void withdraw(
      StoreTransaction transaction, DayVersion version, String reason, String by, Instant at);
}
