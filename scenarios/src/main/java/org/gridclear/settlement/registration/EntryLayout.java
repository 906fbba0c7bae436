package org.gridclear.settlement.registration;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.EntryTypes;

/** How the records of a kind are put together; looked up once, since that is slow. */
final class EntryLayout {
  private static final Map<EntryKind, EntryLayout> OF_KIND = new EnumMap<>(EntryKind.class);

  static {
    for (EntryKind kind : EntryKind.values()) {
      OF_KIND.put(kind, new EntryLayout(EntryTypes.of(kind), EntryFields.of(kind)));
    }
  }

  private final Constructor<?> constructor;
  private final List<Part> parts;

  /** A component: the days of the record, a record of its own, or a field. */
  sealed interface Part {
    /** Its accessor. */
    Method accessor();
  }

  record Days(Method accessor) implements Part {}

  record Nested(Method accessor, EntryLayout layout) implements Part {}

  record Single(Method accessor, EntryField field, Class<?> type) implements Part {}

  private EntryLayout(Class<?> type, List<EntryField> fields) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    parts = Arrays.stream(components).map(each -> part(each, fields)).toList();
  }

  private static Part part(RecordComponent component, List<EntryField> fields) {
    Method accessor = component.getAccessor();
    if (component.getType() == Validity.class) {
      return new Days(accessor);
    }
    if (component.getType().isRecord()) {
      return new Nested(accessor, new EntryLayout(component.getType(), fields));
    }
    EntryField field =
        fields.stream()
            .filter(each -> each.name().equals(component.getName()))
            .findFirst()
            .orElseThrow();
    return new Single(accessor, field, component.getType());
  }

  /** The layout of a kind. */
  static EntryLayout of(EntryKind kind) {
    return Objects.requireNonNull(OF_KIND.get(kind));
  }

  List<Part> parts() {
    return parts;
  }

  /** What a part of a record holds. */
  static Object value(Part part, Object record) {
    try {
      return part.accessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record of these values, one a part. */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The id of another record in a field.
   *
   * @param field the field
   * @param id the id
   */
  record Reference(EntryField field, String id) {}

  /** Ids of other records in a record. */
  static List<Reference> references(Entry entry) {
    List<Reference> references = new ArrayList<>(4);
    of(entry.kind()).collect(entry, references);
    return references;
  }

  private void collect(Object record, List<Reference> references) {
    for (Part part : parts) {
      if (part instanceof Nested nested) {
        nested.layout().collect(value(part, record), references);
      } else if (part instanceof Single single && !single.field().refers().isEmpty()) {
        Object value = value(part, record);
        Object id = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (id != null) {
          references.add(new Reference(single.field(), (String) id));
        }
      }
    }
  }
}
