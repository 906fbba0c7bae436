package org.gridclear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two records: a copy that changes one thing keeps all others in place. */
public final class RecordChanges {
  private RecordChanges() {}

  /** Checks that exactly the named components of a record have other values in its copy. */
  public static void only(Record before, Record after, String... names) {
    Set<String> changed = new TreeSet<>();
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      if (!same(value(component, before), value(component, after))) {
        changed.add(component.getName());
      }
    }
    assertEquals(new TreeSet<>(Arrays.asList(names)), changed);
  }

  /** Checks that no two components of one type have the same value: then no swap is missed. */
  public static void apart(Record record, String... but) {
    RecordComponent[] all = record.getClass().getRecordComponents();
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean excepted = Arrays.asList(but).contains(all[i].getName());
        if (all[i].getType() == all[j].getType() && !excepted) {
          assertNotEquals(
              value(all[j], record),
              value(all[i], record),
              all[j].getName() + ", " + all[i].getName());
        }
      }
    }
  }

  private static boolean same(Object a, Object b) {
    return Arrays.deepEquals(new Object[] {a}, new Object[] {b});
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.getName(), e);
    }
  }
}
