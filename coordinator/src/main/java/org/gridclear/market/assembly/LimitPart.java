package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.Series;

/** Stability limits of branches and limits of interfaces by period. */
final class LimitPart {
  private LimitPart() {}

  static void add(Draft draft) {
    CaseParts parts = new CaseParts(draft.day());
    parts.branchLimits = branches(draft);
    parts.rules = draft.day().rules().withFlowgateLimits(interfaces(draft));
    draft.become(parts.day());
  }

  private static List<BranchLimit> branches(Draft draft) {
    SeriesChoice choice = draft.choice(SeriesKind.BRANCH_LIMIT);
    List<BranchLimit> limits = new ArrayList<>(draft.day().branchLimits());
    for (String branch : draft.subjects(choice)) {
      Optional<List<BigDecimal>> values = draft.values(choice, SeriesKind.BRANCH_LIMIT, branch);
      if (values.isEmpty()) {
        continue;
      }
      Series mw = Draft.series(values.get());
      Optional<BranchLimit> given =
          limits.stream().filter(limit -> limit.branch().equals(branch)).findFirst();
      given.ifPresent(limits::remove);
      limits.add(given.map(limit -> limit.withMw(mw)).orElse(new BranchLimit(branch, mw)));
    }
    return limits;
  }

  private static List<FlowgateLimit> interfaces(Draft draft) {
    List<String> ids = draft.day().network().flowgates().stream().map(Flowgate::id).toList();
    List<FlowgateLimit> limits = new ArrayList<>(draft.day().rules().flowgateLimits());
    for (SeriesKind kind :
        List.of(SeriesKind.INTERFACE_LIMIT, SeriesKind.INTERFACE_REVERSE_LIMIT)) {
      SeriesChoice choice = draft.choice(kind);
      draft.unused(choice, kind, ids);
      for (String id : draft.subjects(choice)) {
        if (ids.contains(id)) {
          draft.values(choice, kind, id).ifPresent(mw -> put(limits, kind, id, Draft.series(mw)));
        }
      }
    }
    return limits;
  }

  /** Limits of an interface in one direction; what is there for the other one stays. */
  private static void put(List<FlowgateLimit> limits, SeriesKind kind, String id, Series mw) {
    FlowgateLimit given =
        limits.stream()
            .filter(limit -> limit.flowgate().equals(id))
            .findFirst()
            .orElse(new FlowgateLimit(id, null, null));
    limits.remove(given);
    limits.add(kind == SeriesKind.INTERFACE_LIMIT ? given.withMw(mw) : given.withReverseMw(mw));
  }
}
