package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registration.EntryField.Bounds;
import org.gridclear.settlement.registration.EntryField.Shape;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Party.Shareholder;
import org.jspecify.annotations.Nullable;

/**
 * Records as cells of text and back: what was written is read as the same record, and what was read
 * is written in one way alone (numbers without zeros at their end).
 */
public final class EntryCodec {
  private static final int PERCENT_DECIMALS = 4;
  private static final String BETWEEN = ";";

  private EntryCodec() {}

  /** Cells of a record by column, those without a value left out, in the order of the columns. */
  public static Map<String, String> cells(Entry entry) {
    Map<String, String> cells = new LinkedHashMap<>();
    write(entry, EntryLayout.of(entry.kind()), cells);
    return cells;
  }

  private static void write(Object record, EntryLayout layout, Map<String, String> cells) {
    for (EntryLayout.Part part : layout.parts()) {
      Object value = EntryLayout.value(part, record);
      if (value instanceof Validity validity) {
        put(cells, EntryFields.FROM, validity.from() == null ? "" : validity.from().toString());
        put(cells, EntryFields.TO, validity.to() == null ? "" : validity.to().toString());
      } else if (part instanceof EntryLayout.Nested nested) {
        write(value, nested.layout(), cells);
      } else if (part instanceof EntryLayout.Single single) {
        put(cells, single.field().name(), text(value, single.field()));
      }
    }
  }

  private static void put(Map<String, String> cells, String name, String text) {
    if (!text.isEmpty()) {
      cells.put(name, text);
    }
  }

  private static String text(Object value, EntryField field) {
    if (value instanceof Optional<?> optional) {
      return optional.map(given -> text(given, field)).orElse("");
    }
    if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? number(optional.getAsLong(), field.amount().decimals()) : "";
    }
    if (value instanceof List<?> list) {
      return String.join(BETWEEN, list.stream().map(each -> text(each, field)).toList());
    }
    if (value instanceof Long number) {
      return number(number, field.amount().decimals());
    }
    if (value instanceof Shareholder share) {
      return share.investor() + ":" + number(share.percent(), PERCENT_DECIMALS);
    }
    return value instanceof Enum<?> choice ? EntryFields.label(choice) : value.toString();
  }

  private static String number(long value, int decimals) {
    String text = FixedPoint.format(value, decimals);
    return decimals == 0 ? text : text.replaceFirst("\\.?0+$", "");
  }

  /**
   * The record of a row; every cell that is wrong is reported.
   *
   * @param kind what it is
   * @param row its cells
   * @return the record, or empty if anything was reported
   */
  public static Optional<Entry> read(EntryKind kind, EntryRow row) {
    int before = row.issues();
    Object entry = read(EntryLayout.of(kind), row);
    return row.issues() > before ? Optional.empty() : Optional.ofNullable((Entry) entry);
  }

  private static @Nullable Object read(EntryLayout layout, EntryRow row) {
    Object[] values = new Object[layout.parts().size()];
    for (int k = 0; k < values.length; k++) {
      EntryLayout.Part part = layout.parts().get(k);
      if (part instanceof EntryLayout.Days) {
        values[k] = row.validity();
      } else if (part instanceof EntryLayout.Nested nested) {
        values[k] = read(nested.layout(), row);
      } else if (part instanceof EntryLayout.Single single) {
        values[k] = value(single, row);
      }
    }
    return row.broken() ? null : layout.make(values);
  }

  private static @Nullable Object value(EntryLayout.Single part, EntryRow row) {
    EntryField field = part.field();
    String text = row.text(field);
    if (field.list()) {
      return text.isEmpty()
          ? List.of()
          : Arrays.stream(text.split(BETWEEN, -1))
              .map(each -> one(each.strip(), part, row))
              .filter(Objects::nonNull)
              .toList();
    }
    Object one = text.isEmpty() ? null : one(text, part, row);
    if (part.type() == OptionalLong.class) {
      return one == null ? OptionalLong.empty() : OptionalLong.of((Long) one);
    }
    return part.type() == Optional.class ? Optional.ofNullable(one) : one;
  }

  private static @Nullable Object one(String text, EntryLayout.Single part, EntryRow row) {
    EntryField field = part.field();
    return switch (field.shape()) {
      case TEXT -> row.word(field, text);
      case DATE -> row.date(field.name(), text);
      case NUMBER -> row.number(field, text, field.amount());
      case CHOICE -> choice(text, field, part.type(), row);
      case SHAREHOLDER -> shareholder(text, field, row);
    };
  }

  private static @Nullable Object choice(
      String text, EntryField field, Class<?> type, EntryRow row) {
    int place = field.choices().indexOf(text);
    if (place < 0) {
      row.notOneOf(field, text);
      return null;
    }
    return type.getEnumConstants()[place];
  }

  private static @Nullable Object shareholder(String text, EntryField field, EntryRow row) {
    int colon = text.lastIndexOf(':');
    String investor = colon < 0 ? "" : text.substring(0, colon).strip();
    if (investor.isEmpty()) {
      row.badly(field, text, "Give investor:percent, such as north-holding:60.");
      return null;
    }
    Long percent =
        row.number(
            field, text.substring(colon + 1).strip(), new Bounds(PERCENT_DECIMALS, 1, 1_000_000));
    return percent == null ? null : new Shareholder(investor, percent);
  }

  /** The same record over other days. */
  @SuppressWarnings("unchecked")
  public static <E extends Entry> E over(E entry, Validity validity) {
    EntryLayout layout = EntryLayout.of(entry.kind());
    Object[] values =
        layout.parts().stream()
            .map(
                part ->
                    part instanceof EntryLayout.Days ? validity : EntryLayout.value(part, entry))
            .toArray();
    return (E) layout.make(values);
  }

  /** A value that a date has in cells. */
  static Optional<LocalDate> date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.toString().equals(text) ? Optional.of(date) : Optional.empty();
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Shapes whose lists are texts of their own in JSON. */
  static boolean numeric(EntryField field) {
    return field.shape() == Shape.NUMBER;
  }
}
