package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registration.EntryField.Bounds;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Cells of one record as text, and where they were read. */
public final class EntryRow {
  private static final String ID = "[^;:/,\"]{1,64}";
  private static final int YEAR_LEAST = 1900;
  private static final int YEAR_MOST = 2199;

  private final IssueLog log;
  private final String place;
  private final Map<String, String> cells;
  private final int before;

  /**
   * A row.
   *
   * @param log takes issues
   * @param place where it was read
   * @param cells text by column
   */
  public EntryRow(IssueLog log, String place, Map<String, String> cells) {
    this.log = log;
    this.place = place;
    this.cells = cells;
    this.before = log.count();
  }

  int issues() {
    return log.count();
  }

  /** Whether an issue of this row was reported. */
  boolean broken() {
    return log.count() > before;
  }

  String text(EntryField field) {
    String text = cells.getOrDefault(field.name(), "").strip();
    if (text.isEmpty() && field.required()) {
      log.add(Rule.FIELD_PRESENT, place, field.name(), "", "Give %s.".formatted(field.words()));
    }
    return text;
  }

  /** Whether it is of control, or half of a pair that is one character, which no database keeps. */
  private static boolean isNone(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** A text; that of an id is one that an address can hold. */
  String word(EntryField field, String text) {
    if (text.codePoints().anyMatch(EntryRow::isNone)) {
      badly(field, text, "Leave out line breaks and control characters.");
    } else if (field.list() && text.isEmpty()) {
      badly(field, text, "Leave out the ; too many.");
    } else if (field.name().equals("id") && !text.matches(ID)) {
      log.add(Rule.REGISTRY_ID, place, field.name(), text, "Give another id.");
    }
    return text;
  }

  @Nullable LocalDate date(String column, String text) {
    Optional<LocalDate> date = EntryCodec.date(text);
    if (date.isEmpty()) {
      log.add(Rule.FIELD_TYPE, place, column, text, "Give a date such as 2026-10-01.");
      return null;
    }
    if (date.get().getYear() < YEAR_LEAST || date.get().getYear() > YEAR_MOST) {
      log.add(
          Rule.REGISTRY_DATES,
          place,
          column,
          text,
          "Give a year from %d to %d; leave the end empty where there is none."
              .formatted(YEAR_LEAST, YEAR_MOST));
      return null;
    }
    return date.get();
  }

  Validity validity() {
    String first = cells.getOrDefault(EntryFields.FROM, "").strip();
    String last = cells.getOrDefault(EntryFields.TO, "").strip();
    if (first.isEmpty()) {
      log.add(Rule.REGISTRY_DATES, place, EntryFields.FROM, "", "Give its first day.");
    }
    LocalDate from = first.isEmpty() ? null : date(EntryFields.FROM, first);
    LocalDate to = last.isEmpty() ? null : date(EntryFields.TO, last);
    if (from != null && to != null && to.isBefore(from)) {
      log.add(
          Rule.REGISTRY_DATES,
          place,
          EntryFields.TO,
          last,
          "It is before the first day, %s.".formatted(from));
    }
    return new Validity(from, to);
  }

  @Nullable Long number(EntryField field, String text, Bounds bounds) {
    try {
      long value = FixedPoint.parse(text, bounds.decimals());
      if (value >= bounds.least() && value <= bounds.most()) {
        return value;
      }
    } catch (NumberFormatException e) {
      log.add(
          Rule.FIELD_TYPE,
          place,
          field.name(),
          text,
          "Give a number with up to %d decimals.".formatted(bounds.decimals()));
      return null;
    } catch (ArithmeticException e) {
      // Too large for 63 bits: above every bound, and said so below.
    }
    log.add(
        Rule.VALUE_IN_BOUNDS,
        place,
        field.name(),
        text,
        "Give %s to %s."
            .formatted(
                FixedPoint.format(bounds.least(), bounds.decimals()),
                FixedPoint.format(bounds.most(), bounds.decimals())));
    return null;
  }

  void notOneOf(EntryField field, String text) {
    badly(field, text, NearestName.advice(text, field.choices()));
  }

  void badly(EntryField field, String text, String advice) {
    log.add(Rule.FIELD_TYPE, place, field.name(), text, advice);
  }
}
