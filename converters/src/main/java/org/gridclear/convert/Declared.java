package org.gridclear.convert;

import java.util.List;
import java.util.function.Function;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a record that a converter leaves aside: each is noticed where a record has it, or
 * refused where the network would be another with it.
 *
 * @param kind what a record is
 * @param id names a record
 * @param fields the fields
 */
record Declared<T>(String kind, Function<T, @Nullable Object> id, List<Field<T>> fields) {
  /** A field, its value in a record, and what leaving it aside means. */
  record Field<T>(
      String name, Function<T, @Nullable Object> value, String effect, boolean refused) {
    static <T> Field<T> noticed(String name, Function<T, @Nullable Object> value, String effect) {
      return new Field<>(name, value, effect, false);
    }

    static <T> Field<T> refused(String name, Function<T, @Nullable Object> value, String advice) {
      return new Field<>(name, value, advice, true);
    }
  }

  void check(List<T> records, IssueLog log) {
    for (Field<T> field : fields) {
      for (T each : records) {
        Object value = value(field, each);
        if (value == null || !given(value)) {
          continue;
        }
        String name = String.valueOf(id.apply(each)).strip();
        if (field.refused()) {
          log.add(Rule.FIELD_KNOWN, kind + " " + name, field.name(), value, field.effect());
        } else {
          log.notice(Rule.FIELD_USED, kind, name, field.name(), value, field.effect());
        }
      }
    }
  }

  /** Fields of other revisions of a format answer with an exception: they are not there. */
  private static <T> @Nullable Object value(Field<T> field, T each) {
    try {
      return field.value().apply(each);
    } catch (com.powsybl.commons.PowsyblException e) {
      return null;
    }
  }

  private static boolean given(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
    }
    return !String.valueOf(value).isBlank();
  }
}
