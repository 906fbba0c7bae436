package org.gridclear.clearing.context;

/** Takes what a clearing has to tell while it runs. */
@FunctionalInterface
public interface ClearingProgress {
  /** One line for a person. */
  void step(String text);

  /** A step of the search has ended. */
  default void phase(SolverPhase phase) {
    step(
        "%s: bound %.2f, schedule %.2f"
            .formatted(phase.name(), phase.boundYuan(), phase.incumbentYuan()));
  }

  /** Nobody listens. */
  static ClearingProgress silent() {
    return text -> {};
  }
}
