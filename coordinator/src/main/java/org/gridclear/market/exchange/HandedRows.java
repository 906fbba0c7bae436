package org.gridclear.market.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;

/** The rows of a version that a format hands on. */
final class HandedRows {
  private static final String UNIT = "unit";

  private final MarketFolder.Facts facts;
  private final ResultService results;

  HandedRows(MarketFolder market, DayStore days) {
    this.facts = market.facts();
    this.results = new ResultService(days);
  }

  /** Sections by name; one of which the version has no results is left out. */
  Map<String, Object> of(HandedFormat format, DayVersion version) {
    Map<String, Object> sections = new LinkedHashMap<>();
    for (HandedFormat.Section section : format.sections()) {
      if (version.blocks().containsKey(section.kind())) {
        sections.put(section.name(), rows(section, version));
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("timeZone", facts.timeZone());
    body.put("currency", facts.currency());
    body.put("outcomeHash", version.outcomeHash());
    body.put("sections", sections);
    return body;
  }

  private List<Map<String, Object>> rows(HandedFormat.Section section, DayVersion version) {
    DayKey key = version.key();
    DayQuery query =
        DayQuery.of(key.market(), key.date(), key.date())
            .cycle(key.cycle())
            .version(version.version());
    Table table = results.rows(Viewer.LOCAL, query, section.kind(), RowRange.ALL).table();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : TableFile.objects(table)) {
      // What is required of the system is no award of a unit.
      if (section.columns().contains(UNIT) && "".equals(row.get(UNIT))) {
        continue;
      }
      Map<String, Object> cells = new LinkedHashMap<>();
      section.columns().forEach(column -> cells.put(column, row.get(column)));
      rows.add(cells);
    }
    return rows;
  }
}
