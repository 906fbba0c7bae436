package org.gridclear.market.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.StoredDeclaration;

/** What became of one declaration of a submission. */
public sealed interface Outcome {
  /** The unit; "" where it could not be read. */
  String unit();

  /** What it does not meet: of an accepted one notices alone. */
  List<Objection> objections();

  /**
   * It is on disk.
   *
   * @param receipt says so
   * @param duplicate whether it was there before, and this is the receipt of then
   * @param objections notices
   */
  record Accepted(Receipt receipt, boolean duplicate, List<Objection> objections)
      implements Outcome {
    @Override
    public String unit() {
      return receipt.unit();
    }
  }

  /**
   * It is not taken.
   *
   * @param number under which the refusal is kept
   * @param unit the unit
   * @param arrivedAt when it was received
   * @param objections why, all of it
   */
  record Refused(long number, String unit, Instant arrivedAt, List<Objection> objections)
      implements Outcome {}

  /**
   * A receipt.
   *
   * @param number place in the order of acceptance; names the receipt
   * @param market such as {@code da}
   * @param date trading date
   * @param unit id of the unit
   * @param slot {@code energy} or {@code ancillary}
   * @param version version of the unit's declarations for date and slot
   * @param member whose declaration it is
   * @param kind kind of declaration
   * @param hash SHA-256 of what is declared
   * @param arrivedAt when it was received
   * @param by account that sent it
   * @param parametersVersion parameters of the market by which it was judged
   * @param replaced number of the receipt that it replaced; empty for the first
   */
  record Receipt(
      long number,
      String market,
      LocalDate date,
      String unit,
      String slot,
      int version,
      String member,
      String kind,
      String hash,
      Instant arrivedAt,
      String by,
      int parametersVersion,
      OptionalLong replaced) {
    /** The receipt as it is sent. */
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("number", number);
      fields.put("market", market);
      fields.put("date", date);
      fields.put("unit", unit);
      fields.put("slot", slot);
      fields.put("version", version);
      fields.put("member", member);
      fields.put("kind", kind);
      fields.put("hash", hash);
      fields.put("arrivedAt", arrivedAt);
      fields.put("by", by);
      fields.put("parametersVersion", parametersVersion);
      fields.put("replaced", replaced.isPresent() ? replaced.getAsLong() : null);
      return fields;
    }

    /** The receipt of a version. */
    public static Receipt of(StoredDeclaration stored) {
      return new Receipt(
          stored.number(),
          stored.market(),
          stored.date(),
          stored.unit(),
          stored.slot().label(),
          stored.version(),
          stored.member(),
          stored.kind(),
          stored.hash(),
          stored.arrivedAt(),
          stored.madeBy(),
          stored.parametersVersion(),
          stored.replaced());
    }
  }
}
