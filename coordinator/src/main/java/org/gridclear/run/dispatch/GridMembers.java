package org.gridclear.run.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port to the members of a grid, and to what an operator asks of them. */
public interface GridMembers {
  /** No cluster: one process is the whole grid. */
  GridMembers NONE =
      new GridMembers() {
        @Override
        public List<Load> loads() {
          return List.of();
        }

        @Override
        public void drain(String name) {
          throw new IllegalArgumentException("One process is the whole grid; no node leaves it.");
        }

        @Override
        public void activate() {
          throw new IllegalArgumentException("One process is the whole grid; it is active.");
        }
      };

  /**
   * A member and how much it has to do, as it said last.
   *
   * @param id what the grid calls it
   * @param name what people call it
   * @param role what it does: worker, coordinator or both
   * @param slots units that it does at a time
   * @param addresses where it listens
   * @param durable whether it keeps its data on disk
   * @param memoryUsedMb heap in use
   * @param memoryMaxMb most heap that it may take
   * @param cpuShare share of the machine's processors in use; null while it is not known
   * @param upSeconds since its start
   */
  record Load(
      String id,
      String name,
      String role,
      int slots,
      List<String> addresses,
      boolean durable,
      long memoryUsedMb,
      long memoryMaxMb,
      @Nullable Double cpuShare,
      long upSeconds) {}

  /** All members, oldest first. */
  List<Load> loads();

  /**
   * Asks the nodes of this name to take no more work and to stop when they are idle.
   *
   * @throws IllegalArgumentException if there is none
   */
  void drain(String name);

  /** Goes on without members that are missing. */
  void activate();
}
