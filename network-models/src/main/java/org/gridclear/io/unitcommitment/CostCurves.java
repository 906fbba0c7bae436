package org.gridclear.io.unitcommitment;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.OfferCurve;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/** Reads the production cost curves of UnitCommitment.jl, which count money per period. */
final class CostCurves {
  private CostCurves() {}

  /** One curve, or one per period if any number of it is a series. */
  static List<OfferCurve> read(JsonFields fields, Horizon horizon, IssueLog log) {
    double hours = horizon.hoursPerPeriod();
    List<JsonNode> mw = fields.array("Production cost curve (MW)");
    List<JsonNode> cost = fields.array("Production cost curve ($)");
    if (mw.isEmpty() || mw.size() != cost.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          "Production cost curve ($)",
          cost.size(),
          "Give as many costs as outputs (%d), at least one.".formatted(mw.size()));
      return List.of(new OfferCurve(List.of(0.0), List.of(0.0)));
    }
    boolean varies =
        mw.stream().anyMatch(JsonNode::isArray) || cost.stream().anyMatch(JsonNode::isArray);
    int periods = horizon.periodCount();
    List<Series> mwSeries =
        mw.stream().map(n -> fields.asSeries("Production cost curve (MW)", n, periods)).toList();
    List<Series> costSeries =
        cost.stream().map(n -> fields.asSeries("Production cost curve ($)", n, periods)).toList();
    List<OfferCurve> offers = new ArrayList<>();
    for (int t = 0; t < (varies ? periods : 1); t++) {
      int period = t;
      offers.add(
          new OfferCurve(
              mwSeries.stream().map(s -> s.at(period)).toList(),
              costSeries.stream().map(s -> s.at(period) / hours).toList()));
    }
    return offers;
  }
}
