package org.gridclear.settlement.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;

/**
 * States of delivered data (U-01, O-18): {@code states.csv} in the settlement folder, the last row
 * of a day counts; a day without a row was not checked.
 *
 * @param folder settlement folder
 */
public record DataStates(Path folder) {
  private static final String HEADER = "day,check,quality,issues,time";

  /** Whether data were checked. */
  public enum Check {
    PASSED,
    FAILED
  }

  /** What they are good for. */
  public enum Quality {
    /** All rules of completeness and plausibility hold, or what does not was accepted. */
    QUALIFIED,
    /** They can be settled, but something stands in for data or is not plausible. */
    TO_BE_VERIFIED,
    /** They cannot be settled. */
    UNQUALIFIED
  }

  /** State of a day. */
  public record State(Check check, Quality quality) {}

  /** How a day was found the last time; nothing if it was not checked. */
  public Optional<State> last(LocalDate day) {
    return register().rows().stream()
        .filter(cells -> cells[0].equals(day.toString()))
        .reduce((first, last) -> last)
        .map(cells -> new State(Check.valueOf(cells[1]), Quality.valueOf(cells[2])));
  }

  private AppendOnly register() {
    return new AppendOnly(folder.resolve("states.csv"), HEADER);
  }

  /** What the issues of a day say about it. */
  public static State of(List<Issue> issues) {
    boolean errors = issues.stream().anyMatch(i -> i.rule().severity() == Severity.ERROR);
    return new State(
        errors ? Check.FAILED : Check.PASSED,
        errors
            ? Quality.UNQUALIFIED
            : issues.stream().anyMatch(AcceptedData::toBeVerified)
                ? Quality.TO_BE_VERIFIED
                : Quality.QUALIFIED);
  }

  /** Notes what the issues of a day say about it. */
  public State add(LocalDate day, List<Issue> issues, String time) {
    State state = of(issues);
    register()
        .add(
            day.toString(),
            state.check().name(),
            state.quality().name(),
            String.valueOf(issues.size()),
            time);
    return state;
  }
}
