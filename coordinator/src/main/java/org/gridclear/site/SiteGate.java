package org.gridclear.site;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Whether this process may acknowledge changes; said once by whoever serves for a site. */
public final class SiteGate {
  private static final Supplier<Optional<String>> OPEN = Optional::empty;
  private static final AtomicReference<Supplier<Optional<String>>> GATE =
      new AtomicReference<>(OPEN);

  private SiteGate() {}

  static void close(Supplier<Optional<String>> refusal) {
    GATE.set(refusal);
  }

  static void open() {
    GATE.set(OPEN);
  }

  /** Why changes are refused now; empty where they are not. */
  public static Optional<String> refusal() {
    return Objects.requireNonNull(GATE.get()).get();
  }
}
