package org.gridclear.clearing.audit;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;

/** Every number and every table that a result has, whatever its record, and how to change it. */
final class Tampering {
  private static final List<String> NO_PART_OF_THE_AUDIT =
      List.of("start", "security", "statistics");

  private final List<Place<Double>> numbers = new ArrayList<>();
  private final List<Place<Object>> tables = new ArrayList<>();
  private final List<Place<Object>> lists = new ArrayList<>();

  /**
   * A place in a result.
   *
   * @param path names of fields, with numbers of rows
   * @param value what is there
   * @param with the result with another value there
   */
  record Place<T>(String path, T value, Function<Object, ClearingResult> with) {
    @Override
    public String toString() {
      return path;
    }
  }

  private Tampering() {}

  static Tampering of(ClearingResult result) {
    Tampering all = new Tampering();
    all.visit("", result, ClearingResult.class::cast);
    return all;
  }

  List<Place<Double>> numbers() {
    return numbers;
  }

  /** Lists, each as a whole. */
  List<Place<Object>> lists() {
    return lists;
  }

  /** Arrays of any depth. */
  List<Place<Object>> tables() {
    return tables;
  }

  private void visit(String path, Object value, Function<Object, ClearingResult> with) {
    if (value instanceof Double number) {
      numbers.add(new Place<>(path, number, with));
    } else if (value instanceof List<?> list) {
      lists.add(new Place<>(path, value, with));
      for (int i = 0; i < list.size(); i++) {
        int at = i;
        Function<Object, ClearingResult> inner = each -> with.apply(replaced(list, at, each));
        visit(path + "[" + name(i, list.get(i)) + "]", list.get(i), inner);
      }
    } else if (value instanceof Record row) {
      fields(path, row, with);
    } else if (value != null && value.getClass().isArray()) {
      tables.add(new Place<>(path, value, with));
      for (int i = 0; i < Array.getLength(value); i++) {
        int at = i;
        Function<Object, ClearingResult> inner =
            each -> {
              Object copy = resized(value, 0);
              Array.set(copy, at, each);
              return with.apply(copy);
            };
        visit(path + "[" + i + "]", Array.get(value, i), inner);
      }
    }
  }

  private static List<Object> replaced(List<?> list, int at, Object each) {
    List<Object> copy = new ArrayList<>(list);
    copy.set(at, each);
    return copy;
  }

  private void fields(String path, Record row, Function<Object, ClearingResult> with) {
    try {
      RecordComponent[] components = row.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = components[i].getAccessor().invoke(row);
      }
      for (int i = 0; i < components.length; i++) {
        int at = i;
        Function<Object, ClearingResult> inner =
            each -> {
              Object[] copy = values.clone();
              copy[at] = each;
              try {
                return with.apply(row.getClass().getConstructor(types).newInstance(copy));
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
            };
        if (!NO_PART_OF_THE_AUDIT.contains(components[i].getName())) {
          visit(path + "." + components[i].getName(), values[i], inner);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(int i, Object row) {
    if (row instanceof Relaxation each) {
      return each.constraint() + " " + each.element() + " " + each.period();
    }
    if (row instanceof FlowResult each) {
      return each.constraint() + " " + each.element() + " " + each.outage() + " " + each.period();
    }
    if (row instanceof ConstraintPrice each) {
      return each.constraint() + " " + each.element() + " " + each.period();
    }
    return "" + i;
  }

  /** An array with so many more entries, the last one again, or fewer. */
  static Object resized(Object array, int more) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length + more);
    for (int i = 0; i < length + more; i++) {
      Array.set(copy, i, Array.get(array, Math.min(i, length - 1)));
    }
    return copy;
  }
}
