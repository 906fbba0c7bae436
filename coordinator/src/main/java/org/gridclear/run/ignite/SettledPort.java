package org.gridclear.run.ignite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.IgniteException;
import org.apache.ignite.IgniteInterruptedException;
import org.apache.ignite.internal.mem.IgniteOutOfMemoryException;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.GridUnsettledException;
import org.gridclear.worker.api.Ticker;
import org.gridclear.worker.ignite.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A port to a grid whose members come and go. Ignite lets some calls fail while its topology
 * changes; as every call of the ports may be made twice, such a one is made again for a while. What
 * callers hear in the end is why the grid refuses, not an exception of Ignite's.
 */
final class SettledPort {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final long PAUSE_MILLIS = 200;

  private SettledPort() {}

  /**
   * The port with that patience.
   *
   * @param refusal why the grid takes no work, if it does not
   */
  static <T> T of(Class<T> port, T target, Supplier<Optional<String>> refusal) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> call(target, method, arguments, refusal)));
  }

  private static Object call(
      Object target, Method method, Object[] arguments, Supplier<Optional<String>> refusal)
      throws Throwable {
    long until = Ticker.SYSTEM.nanos() + PATIENCE.toNanos();
    while (true) {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        Throwable failure = e.getCause();
        if (!passes(failure)) {
          throw failure;
        }
        Optional<String> why = refusal.get();
        if (why.isPresent()) {
          throw new GridRefusedException(why.get(), failure);
        }
        if (Ticker.SYSTEM.nanos() - until > 0) {
          throw failure instanceof GridUnsettledException
              ? failure
              : new GridUnsettledException(failure);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** Whether a failure is one of members that come and go, or of this one while it stops. */
  private static boolean passes(@Nullable Throwable failure) {
    boolean ofGrid =
        failure instanceof CacheException
            || failure instanceof GridUnsettledException
            || (failure instanceof IgniteException && !(failure instanceof RefusedException))
            || (failure instanceof IllegalStateException && isThrownByIgnite(failure));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IgniteOutOfMemoryException
          || cause instanceof IgniteInterruptedException
          || cause instanceof InterruptedException) {
        return false;
      }
    }
    return ofGrid;
  }

  private static boolean isThrownByIgnite(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("org.apache.ignite.");
  }
}
