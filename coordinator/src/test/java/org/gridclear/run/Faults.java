package org.gridclear.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A port of a grid that counts its calls and fails some of them as it is told. */
public final class Faults<T> {
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, IntFunction<RuntimeException>> failures = new ConcurrentHashMap<>();
  private final T port;

  /** Stands before another implementation of the port. */
  public Faults(Class<T> type, T target) {
    port =
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                  int call = calls(method.getName()).incrementAndGet();
                  IntFunction<RuntimeException> failure = failures.get(method.getName());
                  RuntimeException thrown = failure == null ? null : failure.apply(call);
                  if (thrown != null) {
                    throw thrown;
                  }
                  try {
                    return method.invoke(target, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }

  /** The port. */
  public T port() {
    return port;
  }

  /** How often a method was called. */
  public AtomicInteger calls(String method) {
    return calls.computeIfAbsent(method, name -> new AtomicInteger());
  }

  /** Fails calls of a method: what is thrown at the call of a number from 1, null for nothing. */
  public Faults<T> failing(String method, IntFunction<RuntimeException> failure) {
    failures.put(method, failure);
    return this;
  }
}
