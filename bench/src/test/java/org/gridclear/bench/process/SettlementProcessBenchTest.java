package org.gridclear.bench.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A small one of the bench of the process: every state, deadline and refusal, and a kill. */
// Rows: S-18, S-19, S-21, S-23, S-33, S-37, S-38, S-39, S-40, S-41, T-06, T-07, T-08
class SettlementProcessBenchTest {
  @Test
  void aMonthOverHttpLosesAndDoublesNothingWhenItsServerIsKilled() {
    StringWriter said = new StringWriter();
    int exit =
        new CommandLine(new SettlementProcessBench())
            .setOut(new PrintWriter(said))
            .execute("--entities=24", "--days=3", "--kills=1");
    assertEquals(0, exit, said.toString());
  }
}
