package org.gridclear.market.anomaly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.anomaly.TransitionRow;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Anomalies and their steps as tables and as data. */
public final class AnomalyTables {
  private AnomalyTables() {}

  /** Anomalies, a row each. */
  public static Table anomalies(List<KeptAnomaly> anomalies) {
    Table.Rows rows =
        new Table.Rows(
            "anomalies",
            "What a rule found in a version of a day.",
            Column.whole("number", "Its number."),
            Column.text("severity", "severe, warning or notice."),
            Column.text("state", "open, acknowledged, handled or closed."),
            Column.text("market", "The market."),
            Column.text("date", "The trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "The version; 0 for a result that did not come."),
            Column.text("rule", "Id of the rule."),
            Column.text("type", "What the rule looks at."),
            Column.text("kind", "What kind of thing it is about."),
            Column.text("element", "Its id; empty for the system and the run."),
            Column.text("outage", "The contingency after which it counts; empty for none."),
            Column.text("owner", "The member that owns it; empty for none."),
            Column.whole("period", "The worst period; empty for the whole horizon."),
            Column.whole("periodCount", "How many periods; empty for the whole horizon."),
            Column.number("value", "The value there."),
            Column.number("threshold", "What it is held against."),
            Column.text("unit", "Unit of both."),
            Column.text("raisedAt", "When it was found."));
    anomalies.forEach(each -> rows.add(row(each)));
    return rows.table();
  }

  private static Object[] row(KeptAnomaly kept) {
    Anomaly found = kept.anomaly();
    boolean whole = found.periods().count() == 0;
    return new Object[] {
      kept.number(),
      found.severity().label(),
      kept.state().label(),
      DayKey.word(kept.key().market()),
      kept.key().date().toString(),
      kept.key().cycle(),
      kept.version(),
      found.rule(),
      found.type().label(),
      found.place().kind(),
      found.place().element(),
      found.place().outage(),
      found.place().owner(),
      whole ? null : (Integer) found.periods().worst(),
      whole ? null : (Integer) found.periods().count(),
      found.value(),
      found.threshold(),
      found.unit(),
      kept.raisedAt().toString()
    };
  }

  /** Steps of an anomaly, a row each. */
  public static Table steps(List<TransitionRow> steps) {
    Table.Rows rows =
        new Table.Rows(
            "steps",
            "A step of an anomaly.",
            Column.whole("step", "Its number."),
            Column.text("from", "State before."),
            Column.text("to", "State after."),
            Column.text("measure", "How it was handled; empty where it was not."),
            Column.text("by", "Who did it."),
            Column.text("at", "When."),
            Column.text("comment", "What was said."));
    for (TransitionRow step : steps) {
      rows.add(
          step.step(),
          step.from(),
          step.to(),
          step.measure(),
          step.by(),
          step.at().toString(),
          step.remark());
    }
    return rows.table();
  }

  /** Severe anomalies that are open, and rules that could not be judged, for a summary. */
  public static Map<String, Object> summary(Judged judged) {
    Map<String, Object> summary = new LinkedHashMap<>();
    List<Object> severe = new ArrayList<>();
    judged.openSevere().forEach(each -> severe.add(fields(each)));
    summary.put("version", judged.version().text());
    summary.put("count", judged.anomalies().size());
    summary.put("openSevere", severe);
    summary.put("notJudged", judged.notJudged());
    return summary;
  }

  /** An anomaly as data. */
  public static Map<String, Object> fields(KeptAnomaly kept) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Table table = anomalies(List.of(kept));
    Object[] row = table.rows().get(0);
    for (int c = 0; c < row.length; c++) {
      fields.put(table.columns().get(c).name(), row[c]);
    }
    return fields;
  }
}
