package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Rules of anomalies are data: read whole or refused by name. */
// Rows: I-02
class AnomalyRulesReaderTest {
  private static AnomalyRules read(String text) {
    return AnomalyRulesReader.read(text.getBytes(StandardCharsets.UTF_8), "rules.yaml");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    byte[] written = AnomalyRulesReader.write(AnomalyRules.STANDARD);
    assertEquals(AnomalyRules.STANDARD, AnomalyRulesReader.read(written, "rules.json"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    String said =
        assertThrows(
                InvalidInputException.class,
                () ->
                    read(
                        """
                        rules:
                        - {id: A, type: price-alarm, severity: severe}
                        - {id: B, type: reserve-short, severity: grave, mw: 1}
                        - {id: C, type: flow-heavy, severity: notice, share: -0.8}
                        - {id: D, type: audit-failed, severity: severe, share: 1}
                        - {id: E, type: gap-wide, severity: warning, markets: [dah]}
                        - {id: E, type: price-rise, severity: warning, share: 0.5, leastYuanPerMwh: 1}
                        - {id: E, type: price-rise, severity: warning, share: 0.5, leastYuanPerMwh: 1}
                        """))
            .getMessage();
    for (String part :
        new String[] {"yuanPerMwh", "grave", "-0.8", "share", "dah", "Give it its own id"}) {
      assertTrue(said.contains(part), part + " of " + said);
    }
  }

  @Test
  void aSetWithoutRulesIsRefused() {
    assertThrows(InvalidInputException.class, () -> read("rules: []"));
  }
}
