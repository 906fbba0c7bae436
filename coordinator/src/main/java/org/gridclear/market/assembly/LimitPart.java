package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;

/** Stability limits of branches by period, and limits of interfaces. */
final class LimitPart {
  private LimitPart() {}

  static void add(Draft draft) {
    CaseParts parts = new CaseParts(draft.day());
    parts.branchLimits = branches(draft);
    parts.network = draft.day().network().withFlowgates(interfaces(draft));
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

  private static List<Flowgate> interfaces(Draft draft) {
    List<String> ids = draft.day().network().flowgates().stream().map(Flowgate::id).toList();
    for (SeriesKind kind :
        List.of(SeriesKind.INTERFACE_LIMIT, SeriesKind.INTERFACE_REVERSE_LIMIT)) {
      draft.unused(draft.choice(kind), kind, ids);
    }
    List<Flowgate> flowgates = new ArrayList<>();
    for (Flowgate flowgate : draft.day().network().flowgates()) {
      flowgates.add(
          new Flowgate(
              flowgate.id(),
              flowgate.terms(),
              limit(draft, SeriesKind.INTERFACE_LIMIT, flowgate.id(), flowgate.limitMw()),
              limit(
                  draft,
                  SeriesKind.INTERFACE_REVERSE_LIMIT,
                  flowgate.id(),
                  flowgate.reverseLimitMw())));
    }
    return flowgates;
  }

  /** A case has one limit of an interface; one that changes within it is refused. */
  private static double limit(Draft draft, SeriesKind kind, String id, double given) {
    SeriesChoice choice = draft.choice(kind);
    if (!draft.subjects(choice).contains(id)) {
      return given;
    }
    Optional<List<BigDecimal>> values = draft.values(choice, kind, id);
    if (values.isEmpty()) {
      return given;
    }
    BigDecimal first = values.get().get(0);
    for (int t = 1; t < values.get().size(); t++) {
      if (values.get().get(t).compareTo(first) != 0) {
        draft
            .log()
            .add(
                Rule.FIELD_TYPE,
                "%s of %s".formatted(kind, id),
                draft.grid().show(t),
                "%s MW after %s MW"
                    .formatted(values.get().get(t).toPlainString(), first.toPlainString()),
                "The clearing has one limit of an interface over a case; make the case of the"
                    + " periods of one limit (--from, --count).");
        return given;
      }
    }
    return first.doubleValue();
  }
}
