package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows of a screening: heavy ones and those over their limits, of periods. */
// Rows: I-04
class ScreenedFlowsTest {
  private static final String BASE =
      "snapshot,device,deviceKind,kv,zone,kind,unit,value,limit,loading\n";
  private static final String FLOWS =
      "snapshot,outage,device,deviceKind,kv,zone,kind,unit,pre,post,limit,loading\n";

  @TempDir private Path folder;

  private void write(String base, String flows) throws Exception {
    Files.writeString(folder.resolve("base.csv"), BASE + base);
    Files.writeString(folder.resolve("flows.csv"), FLOWS + flows);
  }

  @Test
  void heavyAndViolatedFlowsAreReadWithTheirPeriodAndBusesAreNot() throws Exception {
    write(
        """
        day @3,ab,line,220,n,HEAVY,MVA,85,100,0.85
        day @3,a,bus,220,n,VIOLATION,p.u.,1.2,1.1,1.5
        """,
        """
        day @4,cd,ab,transformer,220,n,NEW,MVA,85,-120,100,1.2
        day @4,cd,gate,flowgate,0,,HEAVY,MW,50,90,100,0.9
        day @4,cd,ef,line,220,n,LISTED,MVA,5,9,100,0.09
        """);
    assertEquals(
        List.of(
            new Flow("branch", "ab", "", 3, 85, 100, "MVA", false),
            new Flow("branch", "ab", "cd", 4, -120, 100, "MVA", true),
            new Flow("flowgate", "gate", "cd", 4, 90, 100, "MW", false)),
        ScreenedFlows.read(folder));
  }

  @Test
  void aScreeningInDcOfNoPeriodOrNoneAtAllIsRefusedByName() throws Exception {
    write("day @3,ab,line,220,n,HEAVY,MW,85,100,0.85\n", "");
    assertTrue(refused().contains("is in DC"), refused());
    write("noon,ab,line,220,n,HEAVY,MVA,85,100,0.85\n", "");
    assertTrue(refused().contains("'noon'"), refused());
    Files.delete(folder.resolve("flows.csv"));
    write("", "");
    assertEquals(List.of(), ScreenedFlows.read(folder));
    Files.delete(folder.resolve("base.csv"));
    assertTrue(refused().contains("base.csv"), refused());
  }

  private String refused() {
    return assertThrows(IllegalArgumentException.class, () -> ScreenedFlows.read(folder))
        .getMessage();
  }
}
