package org.gridclear.settlement.registration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.settlement.registration.EntryField.Bounds;
import org.gridclear.settlement.registration.EntryField.Shape;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Amount;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.EntryTypes;
import org.gridclear.settlement.registry.entry.Party.Shareholder;
import org.gridclear.settlement.registry.entry.Refers;

/** Columns of every kind, as its record has them: a part that is a record gives its own columns. */
public final class EntryFields {
  /** First day of a record. */
  public static final String FROM = "from";

  /** Last day of a record. */
  public static final String TO = "to";

  private static final Map<EntryKind, List<EntryField>> OF_KIND = new EnumMap<>(EntryKind.class);

  static {
    for (EntryKind kind : EntryKind.values()) {
      List<EntryField> fields = new ArrayList<>();
      collect(EntryTypes.of(kind), fields);
      OF_KIND.put(kind, List.copyOf(fields));
    }
  }

  private EntryFields() {}

  /** Columns of a kind: id, from, to, then its own. */
  public static List<EntryField> of(EntryKind kind) {
    return Objects.requireNonNull(OF_KIND.get(kind));
  }

  /** Names of the columns of a kind. */
  public static List<String> names(EntryKind kind) {
    return of(kind).stream().map(EntryField::name).toList();
  }

  private static void collect(Class<?> type, List<EntryField> fields) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == Validity.class) {
        fields.add(field(FROM, Shape.DATE, true));
        fields.add(field(TO, Shape.DATE, false));
      } else if (component.getType().isRecord()) {
        collect(component.getType(), fields);
      } else {
        fields.add(of(component));
      }
    }
  }

  private static EntryField field(String name, Shape shape, boolean required) {
    return new EntryField(name, shape, required, false, Bounds.NONE, List.of(), List.of());
  }

  private static EntryField of(RecordComponent component) {
    Class<?> outer = component.getType();
    boolean list = outer == List.class;
    Class<?> inner = list || outer == Optional.class ? argument(component.getGenericType()) : outer;
    Shape shape = shape(inner);
    Amount amount = component.getAnnotation(Amount.class);
    Refers refers = component.getAnnotation(Refers.class);
    return new EntryField(
        component.getName(),
        shape,
        !list && outer != Optional.class && outer != OptionalLong.class,
        list,
        shape != Shape.NUMBER
            ? Bounds.NONE
            : new Bounds(amount.decimals(), amount.least(), amount.most()),
        shape == Shape.CHOICE ? labels(inner) : List.of(),
        refers == null ? List.of() : List.of(refers.value()));
  }

  private static Class<?> argument(Type type) {
    return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Shape shape(Class<?> type) {
    if (type == String.class) {
      return Shape.TEXT;
    }
    if (type == LocalDate.class) {
      return Shape.DATE;
    }
    if (type == Shareholder.class) {
      return Shape.SHAREHOLDER;
    }
    return type.isEnum() ? Shape.CHOICE : Shape.NUMBER;
  }

  private static List<String> labels(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(each -> label((Enum<?>) each)).toList();
  }

  /** Name of a choice in files. */
  public static String label(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a record is named in messages. */
  static String named(Entry entry) {
    return "%s %s from %s".formatted(entry.kind().label(), entry.id(), entry.validity().from());
  }
}
