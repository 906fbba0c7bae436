package org.gridclear.study;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.MarketDayValidator;
import tools.jackson.databind.JsonNode;

/**
 * How one case differs from its base. This, and not the case, travels over the grid.
 *
 * @param name unique within its study
 * @param changes the list of changes in the study's own syntax, as JSON text
 */
public record CaseOverlay(String name, String changes) {
  /** The case that changes nothing. */
  public static CaseOverlay base() {
    return new CaseOverlay("base", "[]");
  }

  /** An overlay of these changes. */
  static CaseOverlay of(String name, List<JsonNode> changes) {
    return new CaseOverlay(name, Json.MAPPER.writeValueAsString(changes));
  }

  /**
   * Applies the changes to the base and validates what comes out.
   *
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public ClearingCase resolve(MarketDay base) {
    IssueLog log = new IssueLog("case " + name);
    ClearingCase resolved = applied(base, log);
    MarketDayValidator.check(resolved.day(), log);
    log.throwIfErrors();
    return resolved;
  }

  /**
   * Applies the changes without a look at what comes out.
   *
   * @throws org.gridclear.validate.InvalidInputException if one of them cannot be read
   */
  ClearingCase applied(MarketDay base, IssueLog log) {
    CaseDraft draft = new CaseDraft(base);
    for (Perturbation perturbation : perturbations(base, log)) {
      perturbation.applyTo(draft);
    }
    log.throwIfErrors();
    return draft.toCase(name);
  }

  /** Whether it changes what units offer, each by itself, and nothing else. */
  boolean changesOffersAlone() {
    JsonNode list = Json.MAPPER.readTree(changes);
    boolean alone = !list.isEmpty();
    for (JsonNode change : list) {
      alone &= change.has(UnitOffers.CHANGE);
    }
    return alone;
  }

  /** The changes, checked against the base. */
  List<Perturbation> perturbations(MarketDay base, IssueLog log) {
    List<JsonNode> list = new java.util.ArrayList<>();
    Json.MAPPER.readTree(changes).forEach(list::add);
    return new PerturbationReader(base, log).readAll(list, "case " + name);
  }
}
