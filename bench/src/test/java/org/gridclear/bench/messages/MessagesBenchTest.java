package org.gridclear.bench.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A small one of the bench of messages: none is lost, none is acknowledged twice. */
class MessagesBenchTest {
  @Test
  void nothingIsLostOrDoubledOverDroppedCallsAndAKilledServer() {
    StringWriter said = new StringWriter();
    int exit =
        new CommandLine(new MessagesBench())
            .setOut(new PrintWriter(said))
            .execute(
                "--messages=120", "--members=4", "--kills=1", "--kill-after-ms=200", "--seed=7");
    assertEquals(0, exit, said.toString());
  }
}
