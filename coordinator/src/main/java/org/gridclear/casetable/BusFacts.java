package org.gridclear.casetable;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.jspecify.annotations.Nullable;

/** What other tables say of the bus that something stands at. */
final class BusFacts {
  private final Map<String, Bus> buses = new HashMap<>();

  BusFacts(Network network) {
    network.buses().forEach(bus -> buses.put(bus.id(), bus));
  }

  String name(String bus) {
    return Objects.requireNonNull(buses.get(bus)).name();
  }

  String zone(String bus) {
    return Objects.requireNonNull(buses.get(bus)).zone();
  }

  /** Nominal voltage in kV; null where the file does not say. */
  @Nullable Double baseKv(String bus) {
    return kv(Objects.requireNonNull(buses.get(bus)));
  }

  static @Nullable Double kv(Bus bus) {
    return bus.baseKv() > 0 ? (Double) bus.baseKv() : null;
  }
}
