package org.gridclear.worker.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What kinds of work share on a node. Asked while a node begins, by one thread. */
public final class NodeState {
  private final Map<Class<?>, Object> shared = new HashMap<>();

  /** The one object of a class on this node, made when it is first asked for. */
  public <T> T shared(Class<T> type, Supplier<T> make) {
    return type.cast(shared.computeIfAbsent(type, key -> make.get()));
  }
}
