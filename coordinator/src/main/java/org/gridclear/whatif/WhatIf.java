package org.gridclear.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.BusNames;
import org.gridclear.security.correction.Redispatch;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.CaseOverlay;
import org.gridclear.validate.NearestName;
import tools.jackson.databind.JsonNode;

/**
 * What a kept result would be with a change: the changed case is dispatched and priced anew with
 * the commitment of the kept one (D-15, E-10). The answer is that of a whole dispatch of the
 * changed case with the same commitment; it starts from the flow rows of the kept one and is
 * therefore quick.
 */
public final class WhatIf {
  /** Changes of limits and loads, which leave costs and the grid as they are. */
  private static final Set<String> NEAR =
      Set.of(
          "load",
          "addLoad",
          "renewables",
          "branchLimit",
          "flowgateLimit",
          "unitLimit",
          "reserve",
          "contingencies",
          "withoutContingency");

  private WhatIf() {}

  /** No schedule exists with the change and the kept commitment, or none was found. */
  public static final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message) {
      super(message);
    }
  }

  /**
   * Asks on this machine, for as long as it takes.
   *
   * @throws UnansweredException if the commitment has no dispatch then
   */
  public static WhatIfAnswer ask(KeptCase kept, WhatIfQuestion question) {
    return ask(
        kept,
        question,
        ClearingContext.of(
            HighsSolver.find()
                .orElseThrow(() -> new IllegalStateException(HighsSolver.failure()))));
  }

  /**
   * Answers.
   *
   * @param context solver and how long at most
   * @throws org.gridclear.validate.InvalidInputException if a change cannot be made to the case
   * @throws IllegalArgumentException if there is no such bus or period
   * @throws UnansweredException if there is no schedule
   */
  public static WhatIfAnswer ask(KeptCase kept, WhatIfQuestion question, ClearingContext context) {
    MarketDay day = kept.clearingCase().day();
    int bus = bus(day, question.bus());
    int period = question.period().isEmpty() ? -1 : day.horizon().periodOf(question.period());
    long begun = System.nanoTime();
    ClearingCase changed = changed(kept.clearingCase(), question);
    ClearingResult result = dispatched(changed, kept, question, context);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Differences(kept, changed, result)
        .answer(notices(kept, changed), bus, period, seconds);
  }

  private static int bus(MarketDay day, String asked) {
    if (asked.isEmpty()) {
      return -1;
    }
    String id = new BusNames(day.network()).idOf(asked);
    List<String> ids = day.network().buses().stream().map(each -> each.id()).toList();
    if (!ids.contains(id)) {
      throw new IllegalArgumentException(
          "There is no bus '%s'. %s".formatted(asked, NearestName.advice(asked, ids)));
    }
    return ids.indexOf(id);
  }

  /** The kept case with the changes of a question. */
  public static ClearingCase changed(ClearingCase kept, WhatIfQuestion question) {
    List<JsonNode> before = new ArrayList<>();
    if (!kept.switchedOff().isEmpty()) {
      var off = Json.MAPPER.createObjectNode();
      var fields = off.putObject("constraint");
      var names = fields.putArray("name");
      kept.switchedOff().stream().map(ConstraintFamily::id).sorted().forEach(names::add);
      fields.put("on", false);
      before.add(off);
    }
    return new CaseOverlay("what if", question.after(before)).resolve(kept.day()).in(kept.market());
  }

  /**
   * The changed case with the kept commitment.
   *
   * @throws UnansweredException if there is no schedule
   */
  public static ClearingResult dispatched(
      ClearingCase changed, KeptCase kept, WhatIfQuestion question, ClearingContext context) {
    boolean near = NEAR.containsAll(question.kinds());
    ClearingOutcome outcome = Redispatch.of(changed, kept.options(), kept.result(), near, context);
    if (outcome instanceof ClearingOutcome.Cleared cleared) {
      return cleared.result();
    }
    ClearingOutcome.NotCleared not = (ClearingOutcome.NotCleared) outcome;
    throw new UnansweredException(
        "With this change there is no dispatch of the kept commitment (%s): %s"
            .formatted(not.reason(), not.text()));
  }

  private static List<String> notices(KeptCase kept, ClearingCase changed) {
    List<String> notices = new ArrayList<>();
    SecurityReport security = kept.result().security();
    boolean checked = security != null;
    if (security != null) {
      notices.add(
          "The AC check was not made again: the %d cuts of the kept one hold."
              .formatted(security.cuts().size()));
    }
    List<ThermalUnit> before = kept.clearingCase().day().thermalUnits();
    List<ThermalUnit> after = changed.day().thermalUnits();
    long given = 0;
    for (int g = 0; g < before.size(); g++) {
      given += before.get(g).commitment().equals(after.get(g).commitment()) ? 0 : 1;
    }
    if (given > 0) {
      notices.add(
          "The change gives the status of %d unit(s); all others stay as they are."
              .formatted(given));
    }
    return notices;
  }
}
