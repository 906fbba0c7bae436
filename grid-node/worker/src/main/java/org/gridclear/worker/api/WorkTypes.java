package org.gridclear.worker.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.gridclear.work.WorkUnit;

/** The kinds of work that registered as a service, found once. */
public final class WorkTypes {
  private static final Map<Class<?>, WorkType<?>> OF_UNIT = registered();

  private WorkTypes() {}

  private static Map<Class<?>, WorkType<?>> registered() {
    Map<Class<?>, WorkType<?>> ofUnit = new LinkedHashMap<>();
    Map<String, WorkType<?>> ofName = new LinkedHashMap<>();
    for (WorkType<?> type : ServiceLoader.load(WorkType.class, WorkType.class.getClassLoader())) {
      WorkType<?> other = ofName.putIfAbsent(type.name(), type);
      WorkType<?> same = ofUnit.putIfAbsent(type.unit(), type);
      if (other != null || same != null) {
        throw new IllegalStateException(
            "Two kinds of work are called %s or do %s: %s and %s. Take one jar away."
                .formatted(type.name(), type.unit(), type, other == null ? same : other));
      }
    }
    return ofUnit;
  }

  /** All of them. */
  public static Collection<WorkType<?>> all() {
    return OF_UNIT.values();
  }

  /**
   * The kind of a unit.
   *
   * @throws IllegalArgumentException if none has registered for its class
   */
  public static WorkType<?> of(WorkUnit unit) {
    WorkType<?> type = OF_UNIT.get(unit.getClass());
    if (type == null) {
      throw new IllegalArgumentException(
          "No kind of work does %s. Name one in META-INF/services/%s of a jar beside the program."
              .formatted(unit.getClass().getName(), WorkType.class.getName()));
    }
    return type;
  }
}
