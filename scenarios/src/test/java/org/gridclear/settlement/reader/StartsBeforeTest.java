package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was before the month decides on starts in its first interval. */
class StartsBeforeTest {
  @TempDir private Path temporary;
  private SettlementFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new SettlementFolder(temporary);
  }

  private List<Issue> read() {
    return SettlementReader.days(SettlementReader.open(folder.path()), 1, 1, day -> {});
  }

  /** What a unit does in the month's first interval is a start if it was off before the month. */
  @ParameterizedTest
  @CsvSource({"0, 0, 1, 1", "1, 0, 0, 1", "0, 2.5, 1, 0", "1, 1, 0, 0"})
  void startInTheFirstIntervalFollowsFromTheLastOneOfTheMonthBefore(
      String da, String metered, long daStarts, long startsOfMeter) {
    folder.put("offers.csv", "entity,segments,noLoadYuanPerH,startUpYuan\nT1,100:280,0,500\n");
    List<Issue> issues = read();
    assertEquals(List.of("SET-22"), issues.stream().map(each -> each.rule().id()).toList());
    assertTrue(issues.get(0).line().contains("entity T1"), issues.get(0).line());
    assertEquals(List.of(0L, 0L), starts());
    folder.put("before.csv", "entity,daMwh,meteredMwh\nT1,%s,%s\n".formatted(da, metered));
    assertEquals(List.of(), read());
    assertEquals(List.of(daStarts, startsOfMeter), starts());
  }

  private List<Long> starts() {
    SettlementSource source = SettlementReader.open(folder.path());
    List<SettlementReader.DayInput> days = new ArrayList<>();
    SettlementReader.days(source, 1, 1, days::add);
    EntityBlock block = days.get(0).blocks().get(0);
    int row = 0;
    while (block.entities()[row] != source.entity("T1")) {
      row++;
    }
    return List.of(
        block.attributes()[SettlementColumn.DA_STARTS.index()][row],
        block.attributes()[SettlementColumn.RT_STARTS.index()][row]);
  }
}
