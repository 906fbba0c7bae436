package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.network.Contingency;
import org.gridclear.quantity.PeriodMap;

/**
 * The outages that a schedule must survive within emergency ratings (B-20).
 *
 * @param everyBranch whether the outage of every single branch counts that does not split the grid
 * @param listed further outages, of one branch each or of several
 * @param cuts cuts of an AC check of before, or of an operator
 */
public record ContingencySet(
    boolean everyBranch,
    List<Contingency> listed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SecurityCut> cuts) {
  /** No outage counts. */
  public static final ContingencySet NONE = new ContingencySet(false, List.of());

  public ContingencySet {
    listed = List.copyOf(listed);
    cuts = cuts == null ? List.of() : List.copyOf(cuts);
  }

  /** Outages without cuts. */
  public ContingencySet(boolean everyBranch, List<Contingency> listed) {
    this(everyBranch, listed, List.of());
  }

  /** The same with or without the outage of every branch. */
  public ContingencySet ofEveryBranch(boolean every) {
    return new ContingencySet(every, listed, cuts);
  }

  /** The same with other cuts. */
  public ContingencySet withCuts(List<SecurityCut> changed) {
    return new ContingencySet(everyBranch, listed, changed);
  }

  /** The same with the cuts of other periods; a longer one has those of all that it is made of. */
  ContingencySet on(PeriodMap map) {
    if (cuts.isEmpty()) {
      return this;
    }
    return withCuts(
        IntStream.range(0, map.source().length)
            .boxed()
            .flatMap(
                t -> cuts.stream().filter(cut -> map.takes(t, cut.period())).map(cut -> cut.in(t)))
            .toList());
  }

  /** Whether nothing counts. */
  @JsonIgnore
  public boolean isEmpty() {
    return !everyBranch && listed.isEmpty();
  }
}
