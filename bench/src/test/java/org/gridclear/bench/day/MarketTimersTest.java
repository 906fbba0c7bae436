package org.gridclear.bench.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Two schedulers as processes of their own, on one PostgreSQL, with clocks that are apart. */
// Rows: M-02
class MarketTimersTest {
  /** Sixty times as fast, so that minutes take seconds; for a third of the time one is gone. */
  @Test
  void everyTimerOfTwoProcessesWhoseClocksAreHundredSecondsApartFiresOnce() {
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new MarketTimersBench())
            .setOut(new PrintWriter(said))
            .execute("--seconds", "4", "--speed", "60", "--workflows", "2");
    assertEquals(0, code, said.toString());
    assertTrue(said.toString().contains("clocks 100 s apart"), said.toString());
    assertTrue(said.toString().contains("behind=") && said.toString().contains("ahead-1="));
  }
}
