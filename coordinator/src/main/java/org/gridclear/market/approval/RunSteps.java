package org.gridclear.market.approval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.approval.TransitionRow;

/** What follows from the transitions of a run of a day. */
final class RunSteps {
  private RunSteps() {}

  /** The state of a version: that of its last transition. */
  static VersionState state(VersionId id, List<TransitionRow> steps) {
    return last(id, steps).map(step -> VersionState.valueOf(step.to())).orElse(VersionState.DRAFT);
  }

  private static Optional<TransitionRow> last(VersionId id, List<TransitionRow> steps) {
    return steps.stream()
        .filter(step -> step.version() == id.number())
        .reduce((earlier, later) -> later);
  }

  /** The number of the version that is in force. */
  static Optional<Integer> inForce(List<TransitionRow> steps) {
    Integer held = null;
    for (TransitionRow step : steps) {
      if (VersionState.valueOf(step.to()).isInForce()) {
        held = step.version();
      } else if (held != null && held == step.version()) {
        held = null;
      }
    }
    return Optional.ofNullable(held);
  }

  /**
   * That a version may become what is wanted.
   *
   * @throws StateChangedException otherwise, with what may follow and who did the last step
   */
  static void requireNext(DayVersion version, List<TransitionRow> steps, VersionState wanted) {
    VersionId id = VersionId.of(version);
    VersionState state = state(id, steps);
    if (state.mayBecome(wanted)) {
      return;
    }
    String after =
        state.after().stream().map(VersionState::word).sorted().collect(Collectors.joining(" or "));
    String last =
        last(id, steps)
            .map(step -> " The last step was by %s at %s.".formatted(step.account(), step.at()))
            .orElse("");
    throw new StateChangedException(
        "%s is %s and cannot become %s: %s.%s"
            .formatted(
                version.text(),
                state.word(),
                wanted.word(),
                after.isEmpty() ? "nothing follows" : "what follows is " + after,
                last));
  }
}
