package org.gridclear.settlement.registration;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registration.EntryField.Bounds;
import org.gridclear.settlement.registration.EntryField.Shape;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Party.Shareholder;

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
    write(entry, EntryFields.of(entry.kind()), cells);
    return cells;
  }

  private static void write(Object part, List<EntryField> fields, Map<String, String> cells) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = value(part, component);
      if (value instanceof Validity validity) {
        put(cells, EntryFields.FROM, validity.from() == null ? "" : validity.from().toString());
        put(cells, EntryFields.TO, validity.to() == null ? "" : validity.to().toString());
      } else if (component.getType().isRecord()) {
        write(value, fields, cells);
      } else {
        put(cells, component.getName(), text(value, named(fields, component.getName())));
      }
    }
  }

  private static EntryField named(List<EntryField> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  private static void put(Map<String, String> cells, String name, String text) {
    if (!text.isEmpty()) {
      cells.put(name, text);
    }
  }

  private static Object value(Object part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
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
    Object entry = read(kind.type(), EntryFields.of(kind), row);
    return row.issues() > before ? Optional.empty() : Optional.of((Entry) entry);
  }

  private static Object read(Class<?> type, List<EntryField> fields, EntryRow row) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int k = 0; k < components.length; k++) {
      RecordComponent component = components[k];
      if (component.getType() == Validity.class) {
        values[k] = row.validity();
      } else if (component.getType().isRecord()) {
        values[k] = read(component.getType(), fields, row);
      } else {
        values[k] = value(component, named(fields, component.getName()), row);
      }
    }
    return row.broken() ? null : made(type, components, values);
  }

  private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent component, EntryField field, EntryRow row) {
    String text = row.text(field);
    if (field.list()) {
      return text.isEmpty()
          ? List.of()
          : Arrays.stream(text.split(BETWEEN, -1))
              .map(part -> one(part.strip(), field, component, row))
              .filter(part -> part != null)
              .toList();
    }
    Object one = text.isEmpty() ? null : one(text, field, component, row);
    if (component.getType() == OptionalLong.class) {
      return one == null ? OptionalLong.empty() : OptionalLong.of((Long) one);
    }
    return component.getType() == Optional.class ? Optional.ofNullable(one) : one;
  }

  private static Object one(
      String text, EntryField field, RecordComponent component, EntryRow row) {
    return switch (field.shape()) {
      case TEXT -> row.word(field, text);
      case DATE -> row.date(field.name(), text);
      case NUMBER -> row.number(field, text, field.amount());
      case CHOICE -> choice(text, field, component.getType(), row);
      case SHAREHOLDER -> shareholder(text, field, row);
    };
  }

  private static Object choice(String text, EntryField field, Class<?> type, EntryRow row) {
    int place = field.choices().indexOf(text);
    if (place < 0) {
      row.notOneOf(field, text);
      return null;
    }
    return type.getEnumConstants()[place];
  }

  private static Object shareholder(String text, EntryField field, EntryRow row) {
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
    RecordComponent[] components = entry.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int k = 0; k < components.length; k++) {
      values[k] =
          components[k].getType() == Validity.class ? validity : value(entry, components[k]);
    }
    return (E) made(entry.getClass(), components, values);
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
